"""Releases that were changed after they were out, without a word about it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.checks.fielddates import moment
from presslint.checks.repository_entries import is_draft
from presslint.model.facts import EmbargoFact, ReleaseDate
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field, Release
from presslint.model.repository import Version
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

_FRONT = regex(r"(?:---|\+\+\+)[ \t]*\r?\n")
_FRONT_END = regex(r"^(?:---|\+\+\+|\.\.\.)[ \t]*\r?$\n?", re.MULTILINE)
_WORD = regex(r"[0-9](?:[0-9.,:/-]*[0-9])?|[^\W\d_]+(?:[-’'][^\W\d_]+)*|https?://[^\s<>()\[\]]+")
_NOTE = regex(
    r"^[\W_]{0,8}(?:korrektur\w*|korrigiert|berichtigung|berichtigt|richtigstellung|aktualisier(?:t|ung)|correction"
    r"|corrected|update[d]?|(?:hinweis|anmerkung) der redaktion|editor[’']s note)\b",
    re.IGNORECASE | re.MULTILINE,
)
_NOTE_KEYS = frozenset(("correction", "corrections", "korrektur", "korrekturen", "berichtigung", "corrected"))
_DAY = regex(r"\d{4}-\d\d-\d\d|\d{1,2}\. ?(?:\d{1,2}\.|[^\W\d_]{3,9}) ?\d{4}|[^\W\d_]{3,9} \d{1,2}, \d{4}")
_SHOWN = 40
_ALIKE = 0.7


class HistoryParams(NamedTuple):
    """``bulk`` is the number of files from which a commit is one of layout or migration, and no editing."""

    bulk: int = 25


@check(
    "repository_history.changed",
    needs=(ReleaseDate, EmbargoFact),
    says=("date", "published", "old", "new"),
    params=HistoryParams,
    partly=("history",),
)
def changed(ctx: Context, params: HistoryParams) -> Iterator[Hit]:
    """Find facts that were changed after a release was out, where no correction says so."""
    look = ctx.facts.outside.history
    versions = look(ctx.release.source.path) if look is not None else None
    if versions is None:
        return
    out = _published(ctx)
    if out is None or out > ctx.today or is_draft(ctx.release):
        return
    note = _note(ctx.release)
    if note is not None:
        if not _DAY.search(note.value):
            yield Hit(FieldRef(note.key), {"published": out}, "undated")
        return
    if _NOTE.search(ctx.release.text):
        return
    step = _step(ctx.release, versions, out, params.bulk)
    if step is not None:
        yield from _hits(ctx, step, out)


class _Step(NamedTuple):
    """The text as it was when the release was out, and the day of the first change after that."""

    before: str
    day: date


class _Word(NamedTuple):
    text: str
    start: int
    end: int


def _published(ctx: Context) -> date | None:
    days = [ctx.facts.one(ReleaseDate).value]
    days += [fact.date.start for fact in ctx.facts.of(EmbargoFact) if fact.date is not None]
    field = ctx.release.field("embargo")
    held = moment(field) if field is not None else None
    days.append(held.day if held is not None else None)
    known = [day for day in days if day is not None]
    return max(known) if days[0] is not None and known else None


def _note(release: Release) -> Field | None:
    """Return the field that tells of a correction."""
    return next((one for one in release.fields if one.key.partition(".")[0].partition("[")[0] in _NOTE_KEYS), None)


def _step(release: Release, versions: Sequence[Version], out: date, bulk: int) -> _Step | None:
    """Return the last state before somebody edited what was out, None where nobody has.

    A file that came into the repository later was out as it came. What is not committed yet was changed today.
    """
    first = max((place for place, one in enumerate(versions) if one.day <= out), default=0)
    base: str | None = None
    words: list[str] = []
    day: date | None = None
    for version in versions[first:]:
        text = version.text()
        if text is None:
            return None
        found = _plain(text)
        if base is not None and found != words and version.changed < bulk and day is None:
            day = version.day
        elif day is None:
            base, words = text, found  # the first state, or one that a bulk commit has made
    if base is None:
        return None
    if _plain(release.source.text) == words:
        return None
    return _Step(base, day or date.max)


def _plain(text: str) -> list[str]:
    return [word.text for word in _words(text)]


def _words(text: str) -> list[_Word]:
    """Return the words of a text behind its metadata; signs, markup and line ends are layout."""
    start = 0
    front = _FRONT.match(text)
    if front is not None:
        end = _FRONT_END.search(text, front.end())
        start = end.end() if end is not None else 0
    return [_Word(match[0], match.start(), match.end()) for match in _WORD.finditer(text, start)]


def _hits(ctx: Context, step: _Step, out: date) -> Iterator[Hit]:
    from difflib import SequenceMatcher  # noqa: PLC0415 - only for what was changed

    old, new = _words(step.before), _words(ctx.release.source.text)
    matcher = SequenceMatcher(None, [word.text for word in old], [word.text for word in new], autojunk=False)
    edits = [opcode[1:] for opcode in matcher.get_opcodes() if opcode[0] != "equal"]
    day = step.day if step.day != date.max else ctx.today
    facts = [edit for edit in edits if not _is_typo(old[edit[0] : edit[1]], new[edit[2] : edit[3]])]
    if not edits:
        return
    first, last, start, end = min(facts or edits, key=lambda edit: not _has_number(old[edit[0] : edit[1]]))
    args: Args = {"date": day, "published": out}
    was, now = _shown(old[first:last]), _shown(new[start:end])
    at = _place(new, start, end)
    case = "typo" if not facts else "changed" if was and now else "added" if now else "removed"
    yield Hit(at, {**args, "old": Quoted(was), "new": Quoted(now)}, case)


def _has_number(words: Sequence[_Word]) -> bool:
    return any(word.text[0].isdigit() for word in words)


def _place(new: Sequence[_Word], start: int, end: int) -> SourceSpan | None:
    """Return where something was changed; what was taken out is missing in front of the next word."""
    if not new:
        return None
    if start < end:
        return SourceSpan(new[start].start, new[end - 1].end)
    word = new[min(start, len(new) - 1)]
    return SourceSpan(word.start, word.end)


def _shown(words: Sequence[_Word]) -> str:
    text = " ".join(word.text for word in words)
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


def _is_typo(old: Sequence[_Word], new: Sequence[_Word]) -> bool:
    """Tell whether words were only spelt otherwise: nearly the same letters, and neither a number nor an address."""
    from difflib import SequenceMatcher  # noqa: PLC0415 - as above

    if _has_number(old) or _has_number(new) or any("://" in word.text for word in (*old, *new)):
        return False
    mine, theirs = "".join(word.text for word in old).casefold(), "".join(word.text for word in new).casefold()
    return bool(mine and theirs) and SequenceMatcher(None, mine, theirs, autojunk=False).ratio() >= _ALIKE
