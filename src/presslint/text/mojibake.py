"""Text in UTF-8 that was read as Windows-1252, the one mix-up that turns every umlaut into two characters.

The sequences are found by decoding them; ftfy is the reference that the tests compare with. What a reader may have
meant is only believed when it can be written in the language of the text.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from presslint.text.lazy import regex
from presslint.text.span import Span


def _continuation() -> dict[str, int]:
    """Return the characters that the bytes 0x80 to 0xBF look like, in Windows-1252 or Latin-1."""
    table = {chr(byte): byte for byte in range(0x80, 0xC0)}
    for byte in range(0x80, 0xA0):
        table[bytes([byte]).decode("cp1252", "replace")] = byte
    del table["\ufffd"]
    return table


_BYTES = _continuation() | {chr(byte): byte for byte in range(0xC2, 0xF5)}
_TAIL = "[" + "".join(re.escape(character) for character in _continuation()) + "]"
_SEQUENCE = regex(f"[\u00c2-\u00df]{_TAIL}|[\u00e0-\u00ef]{_TAIL}{{2}}|[\u00f0-\u00f4]{_TAIL}{{3}}|\ufffd")
_CANDIDATE = regex(f"[\u00c2-\u00f4]{_TAIL}")
# all that is left of ’, “, ” and – when somebody has taken out what cannot be printed: "the Senateâs plan"
_REMAINS = regex(r"(?<=[a-z])â(?=(?:s|t|re|ve|ll|d|m)\b)|(?<!\S)â(?!\S)|(?<!\S)â(?=[A-Z])|(?<=[.,!?])â(?!\w)")
_WITHOUT_CIRCUMFLEX = frozenset({"", "da", "de", "en", "es", "it", "nl", "pl", "sv"})
_WORD_CHARACTER = regex(r"\w")

# what a sentence may well have behind a letter: alone these prove nothing, „CAFÉ» is no mistake
_USUAL_TAILS = frozenset("“”„‚‘’‹›«»–—…•·°§€™®©´\u00a0²³¹")
# capitals that hardly any word ends with, by the languages in which one may
_RARE_ENDS = {
    "Â": frozenset({"fr", "pt", "ro", "tr"}),
    "Ã": frozenset({"pt"}),
    "Å": frozenset({"da", "fi", "nb", "no", "sv"}),
    "Ð": frozenset({"is"}),
}
_PROOF = 2  # remains of typographic signs that prove one another

_SIGNS = frozenset(
    "“”„‚‘’‹›«»–—…•·°§€£¥™®©´²³¹¼½¾±×÷µ¿¡ªº¶†‡−≥≤→✓\u00a0\u200b\u2009\u202f\u2028\u00ad\u2011\ufeff\u2003\u2002"
)
_WESTERN = frozenset("äöüÄÖÜßàáâãåæçèéêëìíîïñòóôõøùúûýÿœÀÁÂÃÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕØÙÚÛÝŒŸ")
# letters of names that stand in texts of any European language
_NAMES = frozenset("ćčđśšźżžłńęąůřěťďňőűăâîșțşţğıİŞĆČĐŚŠŹŻŽŁŃĘĄŮŘĚŐŰȘȚĞāēīūģķļņ")
_COMBINING = frozenset(map(chr, range(0x300, 0x330)))  # accents of their own, as some systems write them
_EMOJI = 0x1F000


class Broken(NamedTuple):
    """A word with broken characters. ``repaired`` holds U+FFFD where a character is lost for good."""

    span: Span
    text: str
    repaired: str


def broken_words(text: str, language: str) -> Iterator[Broken]:
    """Yield the words of ``text`` in which UTF-8 was read as Windows-1252, or a character was replaced by U+FFFD.

    ``language`` is the primary subtag of the language of the text, or empty.
    """
    if _CANDIDATE.search(text) is None and "\ufffd" not in text and "â" not in text:
        return
    sequences = [found.span() for found in _SEQUENCE.finditer(text)]
    proven = any(_is_proof(text[start:end]) for start, end in sequences)
    done = 0
    for start, end in sequences:
        if start < done:
            continue
        span = _word(text, start, end)
        done = span.end
        word = span.of(text)
        repaired = repair(word)
        lost = "\ufffd" in repaired
        broken = lost or _is_plausible(word, repaired, language, proven=proven)
        if broken and not _is_shown_on_purpose(text, span, word):
            yield Broken(span, word, repaired)

    yield from _remains(text, language)


def _remains(text: str, language: str) -> Iterator[Broken]:
    if "â" not in text or language not in _WITHOUT_CIRCUMFLEX:
        return
    found = [match.span() for match in _REMAINS.finditer(text)]
    if len(found) >= _PROOF:
        for start, end in found:
            span = _word(text, start, end)
            yield Broken(span, span.of(text), span.of(text).replace("â", "\ufffd"))


def repair(word: str) -> str:
    """Return ``word`` with every sequence decoded, also those that were broken several times."""
    word = _SEQUENCE.sub(lambda found: _decoded(found[0]), word)
    for _ in range(2):
        again = _SEQUENCE.sub(lambda found: _decoded(found[0]) if _is_proof(found[0]) else found[0], word)
        if again == word:
            break
        word = again
    return word.replace("\ufeff", "")  # a byte order mark that was decoded along


def _decoded(sequence: str) -> str:
    try:
        return bytes(_BYTES[character] for character in sequence).decode()
    except (KeyError, UnicodeDecodeError):
        return sequence


def _word(text: str, start: int, end: int) -> Span:
    while start and _WORD_CHARACTER.match(text[start - 1]):
        start -= 1
    while end < len(text):
        found = _SEQUENCE.match(text, end)
        if found is not None:
            end = found.end()
        elif _WORD_CHARACTER.match(text[end]):
            end += 1
        else:
            break
    return Span(start, end)


def _is_plausible(word: str, repaired: str, language: str, *, proven: bool) -> bool:
    """Tell whether the word is broken: what was meant can be written, and what stands there cannot."""
    if repaired == word:
        return False
    meant = set(repaired) - {character for character in word if character.isascii()}
    if not all(character in word or _is_writable(character) for character in meant):
        return False
    return any(_is_odd(found[0], language, proven=proven) for found in _SEQUENCE.finditer(word))


def _is_writable(character: str) -> bool:
    if character in _SIGNS or character in _WESTERN or character in _NAMES:
        return True
    return character in _COMBINING or ord(character) >= _EMOJI


def _is_proof(sequence: str) -> bool:
    """Tell whether nobody writes these characters in a row: what follows the letter is no punctuation."""
    odd = sequence.startswith("â€") or not all(character in _USUAL_TAILS for character in sequence[1:])
    return odd and _decoded(sequence) != sequence


def _is_odd(sequence: str, language: str, *, proven: bool) -> bool:
    if _is_proof(sequence):
        return True
    languages = _RARE_ENDS.get(sequence[0])
    return languages is not None and (proven or language not in languages)


def _is_shown_on_purpose(text: str, span: Span, word: str) -> bool:
    """Tell whether a text about encodings shows the sequence: alone, in quotation marks."""
    before, after = text[span.start - 1 : span.start], text[span.end : span.end + 1]
    alone = _SEQUENCE.fullmatch(word) is not None
    return alone and before in tuple("\"'„“‘‚»«›‹`(") and after in tuple("\"'“”‘’»«›‹`)")
