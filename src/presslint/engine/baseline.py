"""Findings that are known and not to be told of again: what a repository had when it began to be checked.

The file is JSON with one finding per line, sorted, so that two branches can be merged. It holds paths, codes of rules,
days and hashes, and nothing of what the releases say. Paths are relative to its folder.
"""

import json
import os
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

import presslint
from presslint.engine import judge
from presslint.engine.fingerprints import SAME, Print, likeness, pairs, parsed, print_of, sketch
from presslint.errors import ConfigError
from presslint.model.finding import State
from presslint.model.self_ import SELF
from presslint.model.verdict import FileResult

VERSION = 1

_TRIED = 500  # files that one that is new is compared with
_SURE = 0.8

# that something did not work is never old news
_NEVER = frozenset({"SYS008", "SYS009"})


class Entry(NamedTuple):
    """One known finding; ``since`` is the day on which it became known (``2026-03-02``)."""

    mark: Print
    since: str


class Known(NamedTuple):
    """The known findings of one file, and what the file itself is known by."""

    sketch: tuple[str, ...]
    entries: tuple[Entry, ...]


class Matched(NamedTuple):
    """How the findings of a file compare with what is known of it.

    ``places`` maps the position of a finding in the result to the entry it is; ``gone`` are the entries that nothing in
    the file is any more. ``path`` is the name under which the file is known, or its own.
    """

    path: str
    places: Mapping[int, Entry]
    gone: tuple[Entry, ...] = ()


class Baseline:
    """A baseline in the file ``path``, and what has been seen of it in a run so far."""

    def __init__(self, path: str, files: Mapping[str, Known], created: str) -> None:
        self.path = path
        self.files = dict(files)
        self.created = created
        self._folder = os.path.realpath(os.path.dirname(os.path.abspath(path)))
        self._folders: dict[str, str] = {}
        self._claimed: dict[str, str] = {}  # new names → those that the baseline has
        self._missing: list[str] | None = None
        self._lost: _Lost | None = None
        self._gone = 0

    def mark(self, result: FileResult, ran: Callable[[], Collection[str]] | None) -> FileResult:
        """Return the result with its known findings marked as such, and count those that are not there any more.

        ``ran`` returns the codes of the rules that looked at the file: what others had found may still be there. With
        None nothing is counted.
        """
        matched = self.match(result)
        if matched.gone and ran is not None:
            codes = ran()
            self._gone += sum(is_gone(entry, codes) for entry in matched.gone)
        return judge.baselined(result, matched.places) if matched.places else result

    def match(self, result: FileResult) -> Matched:
        """Compare the findings of a file with those that are known of it, under this or an earlier name."""
        own = self.name_of(result.path)
        places, marks = _marks(result)
        known = self._known_of(own, result, marks)
        if known is None or result.error is not None:
            return Matched(own, {})
        entries = self.files[known].entries
        same = pairs([entry.mark for entry in entries], marks)
        taken = set(same.values())
        gone = tuple(entry for number, entry in enumerate(entries) if number not in taken)
        return Matched(known, {places[new]: entries[old] for new, old in same.items()}, gone)

    def name_of(self, shown: str) -> str:
        """Return the path of a file as the baseline calls it."""
        folder, name = os.path.split(shown)
        if folder not in self._folders:
            whole = os.path.realpath(folder or ".")
            with suppress(ValueError):  # another drive of Windows
                whole = os.path.relpath(whole, self._folder)
            self._folders[folder] = "" if whole == "." else whole.replace(os.sep, "/") + "/"
        return self._folders[folder] + name

    def vanished(self) -> int:
        """Return how many known findings were not there any more, in files that were checked or that do not exist."""
        found = set(self._claimed.values())
        return self._gone + sum(len(self.files[path].entries) for path in self.missing() if path not in found)

    def missing(self) -> list[str]:
        """Return the files that do not exist any more, at least not under the name they are known by."""
        if self._missing is None:
            self._missing = [path for path in self.files if not self._exists(path)]
        return self._missing

    def _exists(self, path: str) -> bool:
        whole = os.path.join(self._folder, path)
        if os.path.lexists(whole):
            return True
        above = os.path.dirname(whole)  # what is attached to a mail has the path of the mail before its own
        return os.path.isfile(above) or os.path.isfile(os.path.dirname(above))

    def _known_of(self, own: str, result: FileResult, marks: list[Print]) -> str | None:
        if own in self.files:
            return own
        if own in self._claimed:
            return self._claimed[own]
        if not marks or not self.missing():
            return None
        if self._lost is None:
            self._lost = _Lost({path: self.files[path].sketch for path in self.missing()})
        found = self._lost.like(sketch(result.text))
        if found is not None:
            self._claimed[own] = found
        return found


class _Lost:
    """Files that have lost their names, found again by what is in them."""

    def __init__(self, sketches: Mapping[str, tuple[str, ...]]) -> None:
        self._sketches = dict(sketches)
        self._having: dict[str, list[str]] = {}
        for path, groups in sketches.items():
            for group in groups:
                self._having.setdefault(group, []).append(path)

    def like(self, mine: tuple[str, ...]) -> str | None:
        """Return the file that is most like a sketch, once; None where none is a version of the same text.

        Groups of words that few files have are asked first: those of a boilerplate lead everywhere.
        """
        tried: dict[str, tuple[float, float]] = {}
        for group in sorted(mine, key=lambda group: len(self._having.get(group, ()))):
            for path in self._having.get(group, ()):
                if path in self._sketches and path not in tried and len(tried) < _TRIED:
                    theirs = self._sketches[path]
                    # of several that are all still there, the one that the new text is too is meant
                    tried[path] = (likeness(theirs, mine), likeness(mine, theirs))
            if tried and min(max(tried.values(), key=sum)) >= _SURE:
                break
        versions = {path: alike for path, alike in tried.items() if alike[0] >= SAME}
        if not versions:
            return None
        found = max(versions, key=lambda path: (sum(versions[path]), path))
        del self._sketches[found]
        return found


def is_gone(entry: Entry, ran: Collection[str]) -> bool:
    """Tell whether an entry that no finding is any more is done with: its rule looked, and found nothing."""
    return entry.mark.rule in ran or entry.mark.rule in SELF


def known(result: FileResult, since: Callable[[int], str]) -> Known | None:
    """Return what a baseline keeps of a file, None where there is nothing; ``since`` gives the day of each finding."""
    places, marks = _marks(result)
    if not marks:
        return None
    return Known(
        sketch(result.text), tuple(Entry(mark, since(place)) for place, mark in zip(places, marks, strict=True))
    )


def read(path: str) -> Baseline:
    """Read a baseline. Raises ConfigError for what is none: nothing may be hidden, or told of again, by mistake."""
    try:
        data = Path(path).read_bytes()
    except FileNotFoundError as error:
        raise ConfigError(f"{path}: there is no such baseline; presslint baseline makes one") from error
    except OSError as error:
        raise ConfigError(f"{path}: the baseline cannot be read: {error.strerror}") from error
    try:
        value = json.loads(data)
        version = value["version"]
    except ValueError as error:
        line = f":{error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise ConfigError(f"{path}{line}: the baseline is damaged: {error}") from error
    except (TypeError, KeyError) as error:
        raise ConfigError(f"{path}: this is no baseline of presslint") from error
    if version != VERSION:
        raise ConfigError(f"{path}: a baseline of version {version}; this presslint reads version {VERSION}")
    try:
        return Baseline(path, {name: _file(table) for name, table in value["files"].items()}, str(value["created"]))
    except (TypeError, KeyError, ValueError, AttributeError) as error:
        raise ConfigError(f"{path}: the baseline is damaged: {error}") from error


def written(files: Mapping[str, Known], created: str) -> bytes:
    """Return the content of a baseline file."""
    head = json.dumps({"version": VERSION, "presslint": presslint.__version__, "created": created})[:-1]
    return f'{head}, "files": {{{",".join(_lines(files))}\n}}}}\n'.encode()


def _lines(files: Mapping[str, Known]) -> Iterator[str]:
    for path in sorted(files):
        rows = sorted([entry.mark.rule, str(entry.mark), entry.since] for entry in files[path].entries)
        findings = ",".join(f"\n  {json.dumps(row)}" for row in rows)
        yield f'\n {json.dumps(path)}: {{"sketch": "{" ".join(files[path].sketch)}", "findings": [{findings}]}}'


def _file(table: Any) -> Known:
    return Known(
        tuple(table["sketch"].split()),
        tuple(Entry(parsed(str(rule), kept), str(since)) for rule, kept, since in table["findings"]),
    )


def _marks(result: FileResult) -> tuple[list[int], list[Print]]:
    """Return the positions of the findings that can be known, and what they are known by."""
    places = [
        place
        for place, finding in enumerate(result.findings)
        if finding.state is not State.SUPPRESSED and finding.rule not in _NEVER
    ]
    return places, [print_of(result.findings[place], result.text) for place in places]
