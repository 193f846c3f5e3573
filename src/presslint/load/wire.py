"""What ninjs and NewsML-G2 have in common: which files are news, texts inside strings, and what they all show."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load.collector import Collector
from presslint.load.drafts import APART, MOST, Draft, RawMark, too_many
from presslint.load.inset import Inset
from presslint.model.release import Trace, Zone
from presslint.text.lazy import regex

_MOST_TAGS = 50_000
MAX_CHARACTERS = 4 * 1024 * 1024  # a news item with all its metadata has a hundred thousand

BEGINNING = 64 * 1024  # bytes
_NINJS_KEY = regex(
    r"\"(?:body_?[a-z]*|bodies|headlines?(?:_[a-z]+)?|descriptions?(?:_[a-z]+)?|versioncreated|versionCreated|pubstatus"
    r"|pubStatus|representationtype|representationType|copyrightholder|copyrightHolder|usageterms|usageTerms)\"\s{0,20}:"
)
_NINJS = regex(r"\"uri\"\s{0,20}:")
_STANDARD = regex(r"\"name\"\s{0,20}:\s{0,20}\"ninjs\"|ninjs-schema")
_NEWSML = regex(r"<(?:[\w.-]{1,40}:)?(?:newsItem|newsMessage|packageItem)\b[^>]{0,4000}?iptc\.org/std/nar/")
_NITF = regex(r"<(?:nitf|body\.content|hedline)\b", re.IGNORECASE)
_TAG = regex(r"<(?:p|br|h[1-6]|div|ul|ol|li|table|section|article|strong|em|b|i|a|span|html|body)\b[^<>]{0,500}>")


class Shown(NamedTuple):
    """What a reader sees of a text: its blocks and marks, and what is hidden in it."""

    drafts: list[Draft]
    marks: list[RawMark]
    traces: Sequence[Trace] = ()


def is_news(beginning: bytes, suffix: str) -> bool:
    """Tell from the first bytes of a ``.json`` or ``.xml`` file whether it is a news item with text.

    In a folder, other files with these suffixes are data of programs: they are passed over. Only the beginning is
    looked at, so one whose keys all come later is taken for data.
    """
    text = beginning[:BEGINNING].decode("utf-16" if beginning[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8", "replace")
    if suffix == ".json":
        return is_ninjs_text(text)
    return _NEWSML.search(text) is not None


def is_ninjs_text(text: str) -> bool:
    """Tell whether a JSON text looks like ninjs: it says so, or has ``uri`` and a key that only news has."""
    if not text.lstrip("\ufeff \t\r\n").startswith("{"):
        return False
    return _STANDARD.search(text) is not None or (
        _NINJS.search(text) is not None and _NINJS_KEY.search(text) is not None
    )


def is_markup(text: str) -> bool:
    """Tell whether a text that is not declared as HTML has tags of it."""
    return "<" in text and _TAG.search(text, 0, 20_000) is not None


def html_drafts(inset: Inset) -> Shown:
    """Return what a reader sees of HTML, or of NITF, that stands in a string, at its places in the file."""
    from presslint.load.html_tokens import tokens  # noqa: PLC0415 - only what has HTML inside needs it

    if inset.text.count("<") > _MOST_TAGS:
        raise too_many_tags()
    found = tokens(inset.text)
    if _NITF.search(inset.text, 0, 2000):
        from presslint.load.newsml_html import read_nitf  # noqa: PLC0415 - as above

        out = Collector(inset.text)
        read_nitf(inset.text, found, out)
        return Shown(_apart(inset.drafts(out.drafts)), inset.marks(out.marks))
    from presslint.load.html_blocks import BlockReader  # noqa: PLC0415 - as above
    from presslint.load.html_tree import Tree  # noqa: PLC0415 - as above

    tree = Tree(inset.text, found)
    reader = BlockReader(tree)
    reader.read(tree.root)
    traces = [trace._replace(at=inset.span(trace.at) if trace.at else None) for trace in reader.traces]
    return Shown(_apart(inset.drafts(reader.out.drafts)), inset.marks(reader.out.marks), traces)


def plain_drafts(inset: Inset) -> Shown:
    """Return the paragraphs of plain text that stands in a string, at their places in the file."""
    from presslint.load.plain import paragraphs  # noqa: PLC0415 - as above

    if inset.text.count("\n") > MOST:
        raise too_many("lines", "Zeilen")
    marks: list[RawMark] = []
    drafts = paragraphs(inset.text, 0, marks)
    return Shown(_apart(inset.drafts(drafts)), inset.marks(marks))


def zoned(drafts: Iterable[Draft], zone: Zone) -> list[Draft]:
    """Return blocks with the zone that the format gives them."""
    found = list(drafts)
    for draft in found:
        if draft.zone is Zone.UNKNOWN:
            draft.zone = zone
    return found


def too_many_tags() -> LoadError:
    """Return the reason why HTML in a news item is not read that has more tags than any release."""
    return LoadError(
        f"the HTML in the file has more than {_MOST_TAGS} tags: that is no news item",
        f"das HTML in der Datei hat mehr als {_MOST_TAGS} Tags: das ist keine Nachricht",
    )


def too_long() -> LoadError:
    """Return the reason why a file is not read that is longer than any news item."""
    return LoadError(
        f"the file has more than {MAX_CHARACTERS} characters: that is no news item",
        f"die Datei hat mehr als {MAX_CHARACTERS} Zeichen: das ist keine Nachricht",
    )


def folded(text: str) -> str:
    """Return a text for comparison: letters and digits, in small letters."""
    return "".join(character for character in text.casefold() if character.isalnum())


def _apart(drafts: list[Draft]) -> list[Draft]:
    """Return the blocks of one string so that none is taken for the rest of a sentence of another."""
    if drafts:
        drafts[0].gap = APART
    return drafts
