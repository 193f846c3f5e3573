"""git, asked as a program: which files of its repositories have changed, and where.

It runs without a shell, with a time limit, and apart from what the caller's environment or a hook says about other
repositories. Whatever it cannot answer ends the run: a check of too few files would look like a clean one.
"""

import os
import subprocess
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from presslint.errors import ConfigError

_PATIENCE = 120.0  # seconds
_SHALLOW = ": this clone is shallow; fetch its history first (git fetch --unshallow, or fetch-depth: 0)"
_ALWAYS = (
    "-c",
    "core.quotepath=off",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "color.ui=never",
    "-c",
    "submodule.recurse=false",
)
_DIFF = (
    "diff", "--no-ext-diff", "--no-textconv", "--no-color", "--no-relative", "--ignore-submodules=none",
    "--diff-algorithm=myers", "--src-prefix=a/", "--dst-prefix=b/",
)  # fmt: skip
# of git's own variables only those that say how it is configured, and where it must not look for repositories
_KEPT = ("GIT_CONFIG", "GIT_CEILING_DIRECTORIES", "GIT_DISCOVERY_ACROSS_FILESYSTEM")


class _Failed(ConfigError):  # noqa: N818 - not every failure is an error: git says "no" so
    """git ended with an error; the text is the first line that it said."""


class Repository:
    """The working tree at ``top``, compared with what it was when it left ``ref``.

    Raises ConfigError where there is no git, no such commit, or no history in which both meet.
    """

    def __init__(self, top: str, ref: str) -> None:
        self.top = top
        self._ref = ref
        self._base = self._compared_with()

    def changed(self) -> "Changed":
        """Return what differs from the base, staged or not; nothing of it may be assumed unchanged."""
        tracked: dict[str, str] = {}
        for row in self._listed("ls-files", "-z", "-v", "--full-name"):
            tracked[row[2:]] = row[0]
        # what somebody has told git not to look at may be different
        unseen = {path for path, tag in tracked.items() if tag.islower() or tag == "S"}
        if self._base is None:
            return Changed(frozenset(tracked), frozenset(tracked), frozenset())
        differing = self._listed(*_DIFF, "--no-renames", "--name-status", "-z", self._base, "--")
        states = dict(zip(differing[1::2], differing[::2], strict=True))
        gone = frozenset(path for path, state in states.items() if state == "D")
        links = {path for path, kind in self._kinds() if kind == "160000"}
        changed = frozenset((states.keys() | unseen) - gone - links)
        return Changed(frozenset(tracked), changed, gone)

    def lines(self) -> bytes | None:
        """Return the differences without context as a patch, renamed files as such; None where all is new."""
        if self._base is None:
            return None
        return self._git(*_DIFF, "--find-renames", "--unified=0", "--submodule=short", self._base, "--")

    def _compared_with(self) -> str | None:
        """Return the commit to compare with; None for a submodule that was not there or whose commit is not here."""
        above = (
            self._git("rev-parse", "--show-superproject-working-tree").decode("utf-8", "surrogateescape").strip("\n")
        )
        if above:
            return self._pinned(Repository(os.path.realpath(above), self._ref))
        if self._ref.startswith("-"):
            raise ConfigError(f"--changed-since {self._ref}: this is no commit")
        self._commit("HEAD", f"{self.top} has no commit yet")
        ref = self._commit(self._ref, f"no such commit or branch in {self.top}{self._shallow_hint()}")
        try:
            return self._git("merge-base", ref, "HEAD").decode().strip()
        except _Failed:
            hint = self._shallow_hint() or ": their histories have nothing in common"
            raise ConfigError(f"--changed-since {self._ref}: no commit is known in which it meets HEAD{hint}") from None

    def _pinned(self, above: "Repository") -> str | None:
        """Return the commit of this submodule that the repository around it had."""
        if above._base is None:  # noqa: SLF001 - one of its own
            return None
        path = os.path.relpath(self.top, above.top).replace(os.sep, "/")
        entry = above._git("ls-tree", "-z", above._base, "--", path).split(b"\t")[0].split()  # noqa: SLF001 - as above
        if len(entry) != 3 or entry[1] != b"commit":
            return None
        commit = entry[2].decode()
        try:
            self._git("cat-file", "-e", f"{commit}^{{commit}}")
        except _Failed:
            return None
        return commit

    def _commit(self, name: str, problem: str) -> str:
        try:
            return self._git("rev-parse", "--verify", "--quiet", f"{name}^{{commit}}").decode().strip()
        except _Failed:
            raise ConfigError(f"--changed-since {self._ref}: {problem}") from None

    def _shallow_hint(self) -> str:
        try:
            shallow = self._git("rev-parse", "--is-shallow-repository").strip() == b"true"
        except _Failed:
            return ""
        return _SHALLOW if shallow else ""

    def _kinds(self) -> list[tuple[str, str]]:
        return [(row.partition("\t")[2], row[:6]) for row in self._listed("ls-files", "-z", "--stage", "--full-name")]

    def _listed(self, *arguments: str) -> list[str]:
        found = self._git(*arguments).split(b"\0")
        return [os.fsdecode(one) for one in found if one]

    def _git(self, *arguments: str) -> bytes:
        return _git(self.top, arguments)


class Changed(NamedTuple):
    """Paths of a repository, relative to its top: those that git knows, that differ, and that are no more."""

    tracked: frozenset[str]
    changed: frozenset[str]
    gone: frozenset[str]

    def is_new(self, path: str) -> bool:
        """Tell whether git knows nothing of a file: nobody can say that it has not changed."""
        return path not in self.tracked


def top_of(folder: str) -> str | None:
    """Return the top of the working tree that a folder belongs to, None where it is in none. Raises ConfigError."""
    try:
        return os.path.realpath(os.fsdecode(_git(folder, ["rev-parse", "--show-toplevel"]).removesuffix(b"\n")))
    except _Failed as error:
        if "not a git repository" in str(error):
            return None
        raise


def _git(folder: str, arguments: Sequence[str]) -> bytes:
    try:
        run = subprocess.run(  # noqa: S603 - no shell, and names of commits cannot be options
            ["git", "--no-pager", *_ALWAYS, *arguments],  # noqa: S607 - the user's git, wherever it is
            cwd=folder,
            env=_environment(os.environ),
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_PATIENCE,
            check=False,
        )
    except FileNotFoundError as error:
        raise ConfigError("--changed-since needs git, which is not installed or not found") from error
    except subprocess.TimeoutExpired as error:
        raise ConfigError(f"git did not answer within {_PATIENCE:.0f} seconds ({' '.join(arguments[:2])})") from error
    except OSError as error:
        raise ConfigError(f"git cannot be run: {error.strerror}") from error
    if run.returncode:
        said = run.stderr.decode("utf-8", "replace").strip().splitlines()
        raise _Failed(f"git: {said[0] if said else f'{arguments[0]} ended with {run.returncode}'}")
    return run.stdout


def _environment(given: Mapping[str, str]) -> dict[str, str]:
    kept = {name: value for name, value in given.items() if not name.startswith("GIT_") or name.startswith(_KEPT)}
    return kept | {"LC_ALL": "C", "GIT_OPTIONAL_LOCKS": "0", "GIT_TERMINAL_PROMPT": "0"}


def asked(folder: str, *arguments: str) -> bytes:
    """Return what git says in a folder. Raises ConfigError where there is no git, or where it ends with an error."""
    return _git(folder, arguments)
