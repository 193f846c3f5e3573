"""The language of a release: declared, or told from its most frequent words."""

from collections import Counter
from collections.abc import Iterator

from presslint.facts import Facts
from presslint.model.facts import Language
from presslint.model.finding import Confidence
from presslint.model.release import Release
from presslint.text.needles import lowered

# words that are frequent in one of these languages and rare or unknown in the others
_FREQUENT = {
    "de": "der die das und ist nicht ein eine einen einer eines mit für auf dem den des von sich auch wird werden im "
    "zum zur zu bei nach wurde wurden über wir sind hat haben aus durch sowie seit uhr vom beim oder noch am an dass "
    "als ihr ihre sie es bis vor um alle zwei mehr unter ich du bin bist",
    "en": "the a an and of to in is are that for with was on by this from has have will be which as at it not their "
    "said who been were its more we you they he she or also his our all than two after about",
    "fr": "le la les un une des est dans pour sur qui au aux avec par ce cette sont du de et ont être leurs nous vous "
    "plus été il elle en se pas son sa ses deux mais ou aura auront seront lieu lors afin ainsi depuis aussi tous "
    "toutes leur très entre dont",
    "es": "el la los las un una del de para por es con que y su sus más este esta como fue ha han también sobre entre "
    "desde en se al lo no son pero está muy año",
    "it": "il lo la gli le un una di della dei delle del che è per con nel nella alla al sono anche più si questo "
    "questa dal dalla stato ed degli da non come ha hanno due",
    "nl": "het een van en de dat is op voor met zijn niet aan door ook worden wordt bij naar deze uit heeft om werd in "
    "te die er als of maar hebben tot over",
    "pl": "i w na z ze we się do jest nie że od o przez dla oraz są po za jak został została jego jej które który "
    "będzie także roku przy to tym ten ta a już",
    "pt": "o os a as um uma do da dos das de em no na nos nas que para com não é por mais ao foi são pelo pela também "
    "sua seu à às e ou mas está ser ter",
    "da": "og det at en et er til af på med for ikke den de der i har vi blev ved kan eller også efter fra bliver "
    "denne være som sig om men skal var over",
    "sv": "och det att en ett är av den de för till på som i har inte om med vi från kan eller också efter blir denna "
    "vara sig men ska var under vid",
}
_VOTE = 60  # of a word that one language has to itself; a shared one votes for each of its languages, but less
_BITS = 24  # for the votes of one language: all votes of a text are one sum, taken at the speed of the interpreter

UNKNOWN = ("de", "en")  # what is tried where nothing tells the language
_LENGTH = 2500  # characters that are enough to tell
_FEWEST = 90  # votes below which a text is too short to tell
_SURE = 720
_CANDIDATES = 3  # languages that are tried at once where none is clear


def _ballots() -> dict[str, int]:
    """Return the votes of each word, those of the first language in the lowest bits."""
    shared = Counter(word for listed in _FREQUENT.values() for word in listed.split())
    ballots: dict[str, int] = {}
    for place, listed in enumerate(_FREQUENT.values()):
        for word in listed.split():
            ballots[word] = ballots.get(word, 0) + (_VOTE // shared[word] << place * _BITS)
    return ballots


_BALLOTS = _ballots()


def extract(release: Release, _facts: Facts) -> Iterator[Language]:
    """Yield the one language of the release.

    What the release declares wins over what its words say. A text with hardly any frequent words, or one in which two
    languages are about equally frequent, has no language: its code is empty.
    """
    if release.language:
        yield Language(release.language, declared=True, confidence=Confidence.HIGH)
        return
    yield detect(release.text)


def detect(text: str) -> Language:
    """Return the language that the most frequent words of ``text`` belong to."""
    (most, code), (second, _), *_ = _ranked(text)
    if most < _FEWEST or second * 4 > most * 3:
        return Language("", declared=False, confidence=Confidence.LOW)
    sure = most >= _SURE and second * 2 <= most
    return Language(code, declared=False, confidence=Confidence.HIGH if sure else Confidence.MEDIUM)


def likely(text: str) -> tuple[str, ...]:
    """Return the languages that a text without a clear one may be in, the likeliest first.

    Where hardly any word tells, German and English are among them.
    """
    ranked = _ranked(text)
    most = ranked[0][0]
    found = [code for votes, code in ranked[:_CANDIDATES] if votes >= _VOTE // 2 and votes * 4 > most * 3]
    return tuple(dict.fromkeys([*found, *(UNKNOWN if most < _FEWEST else ())]))


def _ranked(text: str) -> list[tuple[int, str]]:
    whole = lowered(text)  # which others ask for, too
    same = len(whole) == len(text) and "Σ" not in text  # letter by letter, whatever follows
    words = (whole[:_LENGTH] if same else text[:_LENGTH].lower()).split()
    total = sum(filter(None, map(_BALLOTS.get, words)))
    votes = [(total >> place * _BITS & (1 << _BITS) - 1, code) for place, code in enumerate(_FREQUENT)]
    votes.sort(key=_most, reverse=True)
    return votes


def _most(vote: tuple[int, str]) -> int:
    return vote[0]
