"""What git knows of a file: its states from the first to the last, each with the day it was written."""

import os
from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import NamedTuple

from presslint.engine.git import asked, top_of
from presslint.errors import ConfigError
from presslint.model.repository import Version

_MOST = 200  # states of one file


class _Change(NamedTuple):
    """One state of a file: the commit, its day, how many files it changed, what it says, and the sum of the text."""

    commit: str
    day: date
    changed: int
    subject: str
    blob: str


class History:
    """The histories of files, read with one question for each repository."""

    def __init__(self) -> None:
        self._tops: dict[str, str | None] = {}
        self._logs: dict[str, dict[str, list[_Change]] | None] = {}
        self._differing: dict[str, frozenset[str]] = {}

    def is_whole(self, path: str) -> bool:
        """Tell whether the history of a file is known."""
        top, _ = self._placed(path)
        return top is not None and self._log(top) is not None

    def concerns(self, path: str, day: int) -> bool:
        """Tell whether a file may have been changed after ``day`` (an ordinal, 0 where it is not known)."""
        top, inside = self._placed(path)
        log = self._log(top) if top is not None else None
        if top is None or log is None or not day:
            return False
        states = log.get(inside, [])
        return bool(states) and (states[-1].day.toordinal() > day or inside in self._edited(top))

    def versions(self, path: str) -> tuple[Version, ...] | None:
        """Return the states of a file that are committed; None where there is no git or its history is cut off."""
        top, inside = self._placed(path)
        log = self._log(top) if top is not None else None
        if top is None or log is None:
            return None
        return tuple(
            Version(one.day, one.changed, one.subject, partial(_text, top, one.blob))
            for one in log.get(inside, ())[-_MOST:]
        )

    def _placed(self, path: str) -> tuple[str | None, str]:
        folder, name = os.path.split(os.path.abspath(path))  # noqa: PTH100 - as text
        folder = os.path.realpath(folder)
        if folder not in self._tops:
            try:
                self._tops[folder] = top_of(folder)
            except ConfigError:
                self._tops[folder] = None
        top = self._tops[folder]
        inside = os.path.relpath(f"{folder}/{name}", top).replace(os.sep, "/") if top is not None else ""
        return top, inside

    def _edited(self, top: str) -> frozenset[str]:
        """Return what differs from the last commit."""
        if top not in self._differing:
            try:
                listed = asked(
                    top, "diff", "--no-ext-diff", "--no-textconv", "--name-only", "--no-renames", "-z", "HEAD"
                )
            except ConfigError:
                listed = b""
            self._differing[top] = frozenset(os.fsdecode(one) for one in listed.split(b"\0"))
        return self._differing[top]

    def _log(self, top: str) -> dict[str, list[_Change]] | None:
        if top not in self._logs:
            try:
                whole = asked(top, "rev-parse", "--is-shallow-repository").strip() == b"false"
                self._logs[top] = _read(asked(top, *_LOG)) if whole else None
            except ConfigError:
                self._logs[top] = None
        return self._logs[top]


_LOG = (
    "log", "-z", "--raw", "--no-abbrev", "--no-merges", "--no-ext-diff", "--no-textconv", "--find-renames=90%",
    "--reverse", "--date=short", "--format=%x01%H%x02%ad%x02%s", "HEAD",
)  # fmt: skip


def _read(log: bytes) -> dict[str, list[_Change]]:
    """Return the states of every file that there is now, by its path; a file that was renamed keeps its states."""
    states: dict[str, list[_Change]] = {}
    for commit in log.split(b"\x01")[1:]:
        head, _, rest = commit.partition(b"\0")
        name, day, subject = head.decode("utf-8", "replace").split("\x02", 2)
        parts = rest.lstrip(b"\n").split(b"\0")
        changes = list(_changes(parts))
        for old, new, blob in changes:
            before = states.pop(old, []) if old != new else states.get(old, [])
            if not new:
                states.pop(old, None)
                continue
            states[new] = before
            before.append(_Change(name, date.fromisoformat(day), len(changes), subject.strip("\n"), blob))
    return states


def _changes(parts: Sequence[bytes]) -> "list[tuple[str, str, str]]":
    """Return what one commit changes: old path, new path (empty for a file that is gone), and the sum of its text."""
    found = []
    place = 0
    while place < len(parts) and parts[place].lstrip(b"\n").startswith(b":"):
        fields = parts[place].lstrip(b"\n")[1:].split()
        blob, kind = fields[3].decode(), fields[4].decode()
        old = new = os.fsdecode(parts[place + 1])
        place += 2
        if kind[0] in "RC":
            new = os.fsdecode(parts[place])
            place += 1
            old = old if kind[0] == "R" else new
        found.append((old, "" if kind[0] == "D" else new, blob))
    return found


def _text(top: str, blob: str) -> str | None:
    try:
        return asked(top, "cat-file", "blob", blob).decode("utf-8", "replace")
    except ConfigError:
        return None
