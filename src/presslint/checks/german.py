"""How German says that something has happened or is still to come, read from the neighbours of a date."""

import re
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import markers
from presslint.checks.neighbours import NEAR, Neighbours
from presslint.text.lazy import regex
from presslint.text.span import Span

_ADJECTIVES = r"(?:(?:vergangene[nsm]|heutigen|gestrigen|frühen|späten|letzten|diese[nm]|besagten|folgenden)\s+)?"
_ON = rf"(?:\b(?:[Aa]m|[Ii]m|[Ii]n|Anfang|Mitte|Ende)\s+{_ADJECTIVES}(?:(?:dem|den|der)\s+)?)"
_FROM = rf"(?:{_ON}|\b[Vv]om\s+)"
_DETERMINER = r"(?:\b(?:[Dd]ie|[Dd]er|[Dd]as|den|dem|des|[Ee]in\w{0,2}|[Ii]hr\w{0,2}|[Ss]ein\w{0,2}|unser\w{0,2})\s+)"
_PLACE = r"(?:\s+(?:in|im|an|auf|von|vom|durch|unter|mit|bei|beim|aus)(?:\s+[\w-]+){1,3}?)?"
_ADVERB = r"(?:\s+(?:offiziell|feierlich|erstmals|erfolgreich|einstimmig|neu|gemeinsam|förmlich|endgültig))?"
_TIME = (
    r"(?:,?\s+(?:in der Zeit|gegen|um|ab|zwischen|von|bis|kurz|nach|vor|etwa|circa|ca\.|gg\.|rund|und|Uhr|morgens"
    r"|mittags|abends|nachts|vormittags|nachmittags|früh|\d{1,2}(?:[.:]\d{2})?)(?![\w-]))*,?"
)
_DAYTIME = r"(?:Abend|Nachmittag|Morgen|Vormittag|Mittag|Vorabend)s?|(?:[Mm]orgen|[Aa]bend|[Nn]acht|[Mm]ittags)stunden"
_BEFORE_NOUN = regex(rf"(?:{_ON}|{_DETERMINER})$")
_SINCE = regex(r"(?:^|[\s(])(?P<word>[Ss]eit)\s+(?:(?:dem|der|Anfang|Mitte|Ende|vergangenem|letztem)\s+)?$")
_ON_END = regex(rf"{_ON}$")
_OPENING = regex(
    rf"[\s\"„»(*•–-]*(?:(?:Bereits|Schon|Erst|Noch|Zuletzt)\s+)?{_FROM}?"
    r"|[\s„–-]*Am\s+[A-ZÄÖÜ][a-zäöüß]+(?:tag|montag|mittwoch|abend),\s+de[nm]\s+"
    rf"|[\s„–-]*(?:Am|In den)\s+(?:frühen\s+|späten\s+)?(?:{_DAYTIME})\s+des\s+(?:vergangenen\s+)?"
    r"|[\s„–-]*In der (?:vergangenen )?Nacht (?:zum|auf|vom|von)\s+(?:den\s+|dem\s+)?"
)
_PARTICIPLE = (
    r"(?:[a-zäöüß]{0,9}ge[a-zäöüß]{2,}(?:t|en)|(?:be|ver|er|ent|zer|über|unter)[a-zäöüß]{3,}(?:t|en)|[a-zäöüß]{2,}iert)"
    r"(?=\s*(?:$|[.,;!?)]|und\b))"
)
_PRESENT_PARTICIPLE = regex(r"(?:\s+[\w-]+){0,2}?\s+[a-zäöüß]+end(?:e|en|er|es|em)\b")
_CONDITION = regex(r"\b(?:wenn|sobald|falls|sofern|bis|wer)\b", re.IGNORECASE)
# behind one of these a noun takes the date: „für die Sitzung am 3. Mai"
_OWNED = regex(r"\b(?:für|zur|zum|zu|vor|auf|bei|beim|nach|ab|bis|gegen|wegen|über|mit)\b[^,;:]*$")
_VERB_END = regex(r"[^,;:.(]{0,100}?\b(?P<word>wurden?|hatten?|waren?)\s*(?:$|[,;.!?)])")
_DEADLINE = regex(
    r"\b(?P<word>Anmeld\w+|Bewerbung\w*|Einsende\w+|Bewerben)\b[^.;!?]{0,80}?\bbis\s+(?:spätestens\s+)?(?:zum\s+|am\s+)?$"
)


class _Patterns(NamedTuple):
    attribute: re.Pattern[str]
    past_after: re.Pattern[str]
    past_before: re.Pattern[str]
    perfect_after: re.Pattern[str]
    perfect_before: re.Pattern[str]
    perfect_rest: dict[str, re.Pattern[str]]
    verb_final: re.Pattern[str]
    bracket: re.Pattern[str]
    participle: re.Pattern[str]
    plans: re.Pattern[str]


def _any(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


@lru_cache(maxsize=8)
def _patterns(past: tuple[str, ...], participles: tuple[str, ...]) -> _Patterns:
    strong = _any((*markers.words(markers.GERMAN_PAST), *past))
    finite = (
        rf"(?:{strong}|(?!(?:ge[a-zäöüß]+|{_any(markers.words(markers.GERMAN_NOT_PAST))})\b)[a-zäöüß]{{3,}}(?<!s)ten?)"
    )
    attributes = _any((*markers.words(markers.GERMAN_ATTRIBUTES), *participles))
    have = _any((*markers.words(markers.GERMAN_WITH_HAVE), *participles))
    be = _any(markers.words(markers.GERMAN_WITH_BE))
    # with „hat" any participle that ends its clause, but those of states that may lie ahead
    anything = rf"(?!(?:{_any(markers.words(markers.GERMAN_STATES))})\b){_PARTICIPLE}"
    be = _any(markers.words(markers.GERMAN_WITH_BE))
    perfect = (
        rf"(?:(?:hat|haben)\b(?=[^,;:]{{1,120}}?\b(?:{have})\b|(?:(?!\bund\b)[^,;:]){{1,120}}?\b{anything})"
        rf"|(?:ist|sind)\b(?=[^,;:]{{1,120}}?\b(?:{be})\b))"
    )
    between = r"(?:\s+(?:bereits|schon|erst|noch|sich|er|sie|es|wir|ich|dann|zuletzt|auch|dort|hier|offiziell|dabei))*"
    until_then, ending = r"(?:(?!\bund\b)[^,;:]){0,100}?\b", r"\s*(?:$|[.,;!?)]|und\b)"
    return _Patterns(
        attribute=regex(
            rf"{_PLACE}{_ADVERB}\s+(?<!\bder )(?<!\bdie )(?<!\bdas )(?<!\bden )(?<!\bdem )(?<!\bdes )"
            rf"(?P<word>(?:{attributes})e[nrsm]?)\s+[„»\"]?[\wÄÖÜ]"
        ),
        # „2019 wurde zum Jahr der Biene": there the year itself is what is spoken of
        past_after=regex(rf"{_TIME}\s+(?P<word>{finite})\b(?!\s+(?:zum|zur|als)\b)"),
        past_before=regex(rf"\b(?P<word>{finite}){between}\s+{_FROM}$"),
        perfect_after=regex(rf"{_TIME}\s+(?P<word>{perfect})"),
        perfect_before=regex(rf"\b(?P<word>hat|haben|ist|sind){between}\s+{_ON}$"),
        perfect_rest={
            "hat": regex(rf"{until_then}(?P<word>{have}|{anything}){ending}"),
            "ist": regex(rf"{until_then}(?P<word>{be}){ending}"),
        },
        verb_final=regex(
            rf"{_PLACE}{_ADVERB}\s+(?P<word>(?:{attributes}|{have})\s+(?:wurden?|worden|hatten?|hat|haben|ist|sind))\b"
        ),
        bracket=regex(rf"\b(?:wurden?|hatten?|(?P<have>hat|haben))\b[^,;:.]{{1,80}}\s{_ON}$"),
        participle=regex(rf"{_PLACE}{_ADVERB}\s+(?P<word>{attributes}|{have})\s*(?:$|[,)]|und\b|sowie\b)"),
        plans=regex(rf"\b(?:{_any(markers.words(markers.GERMAN_PLANS))})\w{{0,2}}\b", re.IGNORECASE),
    )


def done(around: Neighbours, past: tuple[str, ...] = (), participles: tuple[str, ...] = ()) -> Span | None:
    """Return the words that tell what is dated as done, or None. ``past`` and ``participles`` are further words."""
    patterns = _patterns(past, participles)
    before, after = around.before, around.after
    if "eit" in before and (found := _SINCE.search(before, len(before) - NEAR)):
        return around.in_before(found, "word")
    if _is_planned(before, patterns) or _is_planned(after, patterns):
        return None
    if _BEFORE_NOUN.search(before, len(before) - NEAR) and (found := patterns.attribute.match(after)):
        return around.in_after(found, "word")
    if _PRESENT_PARTICIPLE.match(after):
        return None
    return _finite(around, patterns) or _at_the_end(around, patterns)


def _is_planned(text: str, patterns: _Patterns) -> bool:
    lowered = text.lower()
    return any(stem in lowered for stem in _plans()) and patterns.plans.search(text) is not None


@lru_cache(maxsize=1)
def _plans() -> tuple[str, ...]:
    """Return what the words for plans have in them, which is quicker to look for."""
    return tuple(dict.fromkeys(word[2:6] for word in markers.words(markers.GERMAN_PLANS)))


def _finite(around: Neighbours, patterns: _Patterns) -> Span | None:
    """Look for a verb that stands at once before or behind the date."""
    if _OPENING.fullmatch(around.before):
        for pattern in (patterns.past_after, patterns.perfect_after):
            if found := pattern.match(around.after):
                return around.in_after(found, "word")
    if found := patterns.past_before.search(around.before, len(around.before) - NEAR):
        return around.in_before(found, "word")
    if found := patterns.perfect_before.search(around.before, len(around.before) - NEAR):
        rest = patterns.perfect_rest["hat" if found["word"] in {"hat", "haben"} else "ist"].match(around.after)
        if rest:
            return around.in_after(rest, "word")
    return None


def _at_the_end(around: Neighbours, patterns: _Patterns) -> Span | None:
    """Look for a participle behind the date that ends its clause."""
    if not _ON_END.search(around.before, len(around.before) - NEAR) or _CONDITION.search(around.before):
        return None
    if found := patterns.verb_final.match(around.after):
        return around.in_after(found, "word")
    if not _OWNED.search(around.before) and (found := _VERB_END.match(around.after)):
        return around.in_after(found, "word")
    opened = patterns.bracket.search(around.before)
    found = patterns.participle.match(around.after) if opened else None
    if opened and found and (not opened["have"] or _is_signed(around, found["word"])):
        return around.in_after(found, "word")
    return None


def _is_signed(around: Neighbours, participle: str) -> bool:
    """Tell whether a participle is one of what is done on a day, not to a day: „hat … am 3. Mai unterzeichnet"."""
    return participle in markers.words(markers.GERMAN_SIGNED) and not _OWNED.search(around.before)


@lru_cache(maxsize=1)
def _coming() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = _any(markers.words(markers.GERMAN_FUTURE))
    return (
        regex(rf"{_TIME}\s+(?P<word>{verbs})\b(?P<rest>[^.;!?]*)"),
        regex(rf"\b(?P<word>{verbs})(?:\s+(?:sich|er|sie|es|dann|auch|dort|hier|bereits|erst))*\s+{_FROM}$"),
    )


# one of these is in each of the verbs, and quicker to look for
_COMING_STEMS = ("find", "wird", "werden", "beginn", "start", "öffn", "lädt", "laden", "tritt", "treten")
_COMPLEMENT = {"findet": "statt", "finden": "statt", "lädt": "ein", "laden": "ein", "tritt": "Kraft", "treten": "Kraft"}


def coming(around: Neighbours) -> Span | None:
    """Return the words that announce what is dated, or None."""
    if "bis" in around.before and (found := _DEADLINE.search(around.before, len(around.before) - 2 * NEAR)):
        return around.in_before(found, "word")
    after, before = _coming()
    if _has_stem(around.after) and _OPENING.fullmatch(around.before) and (found := after.match(around.after)):
        return around.in_after(found, "word") if _completed(found["word"], found["rest"]) else None
    if not _has_stem(around.before):
        return None
    if (found := before.search(around.before, len(around.before) - NEAR)) and _completed(found["word"], around.after):
        return around.in_before(found, "word")
    return None


def _has_stem(text: str) -> bool:
    return any([stem in text for stem in _COMING_STEMS])  # noqa: C419 - ten tests are over sooner so


def _completed(verb: str, rest: str) -> bool:
    """Tell whether a verb has the part that it needs further on: ``findet … statt``."""
    needed = _COMPLEMENT.get(verb)
    if needed is not None:
        return re.search(rf"\b{needed}\b", rest) is not None
    return not (verb in {"wird", "werden"} and re.search(r"\b(?:haben|sein|eingehen|bleiben)\b", rest))
