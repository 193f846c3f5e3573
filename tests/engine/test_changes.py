"""Which files have changed, in real repositories: what git does not know for sure is never taken for unchanged."""

import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.engine.changes import Changes
from presslint.engine.walk import STDIN, Input
from presslint.errors import ConfigError, LoadError
from presslint.model.finding import Confidence, Finding, Location, RelatedFinding, Severity
from presslint.model.verdict import FileResult
from presslint.text.span import SourceSpan

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")

CONFIG = {
    "user.name": "A", "user.email": "a@b.de", "commit.gpgsign": "false", "protocol.file.allow": "always",
    "init.defaultBranch": "main", "core.autocrlf": "false", "diff.noprefix": "true", "color.ui": "always",
}  # fmt: skip


def git(folder: Path, *arguments: str) -> str:
    options = [part for key, value in CONFIG.items() for part in ("-c", f"{key}={value}")]
    run = subprocess.run(["git", *options, *arguments], cwd=folder, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def write(folder: Path, **texts: str) -> None:
    """Write files; ``__`` in a name stands for a slash."""
    for name, text in texts.items():
        path = folder / f"{name.replace('__', '/')}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a repository with a branch ``work`` that is checked out, and further commits on ``main``."""
    top = tmp_path / "repository"
    top.mkdir()
    monkeypatch.chdir(top)
    git(top, "init", "-q")
    lines = "\n".join(f"Zeile {number}" for number in range(1, 21)) + "\n"
    write(top, same=lines, edited=lines, staged=lines, renamed=lines, deleted=lines, later=lines, deep__er=lines)
    (top / ".gitignore").write_text("ignored.md\n")
    git(top, "add", "-A")
    git(top, "commit", "-qm", "one")
    git(top, "checkout", "-qb", "work")
    return top


def changed(repository: Path, *paths: str, ref: str = "main") -> list[str]:
    """Return which of the paths have changed, by default of all files that are there."""
    found = [path.relative_to(repository).as_posix() for path in sorted(repository.rglob("*.md"))]
    return [file.path for file in Changes(ref).among([Input(path, path) for path in paths or found])]


def test_nothing_has_changed(repository: Path) -> None:
    assert changed(repository) == []


def test_all_that_differs_from_where_the_work_began(repository: Path) -> None:
    git(repository, "checkout", "-q", "main")
    write(repository, later="changed on main, which the work has not seen\n")
    git(repository, "commit", "-qam", "two")
    git(repository, "checkout", "-q", "work")
    write(repository, committed="x\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "three")
    write(repository, edited="x\n", staged="x\n", new="x\n", deep__new="x\n", ignored="x\n")
    git(repository, "add", "staged.md")
    git(repository, "mv", "renamed.md", "deep/moved.md")
    git(repository, "rm", "-q", "deleted.md")
    expected = ["committed.md", "deep/moved.md", "deep/new.md", "edited.md", "ignored.md", "new.md", "staged.md"]
    assert changed(repository) == expected
    assert changed(repository, "deleted.md", "renamed.md", "same.md", "no-such.md") == ["no-such.md"]
    os.chdir(repository / "deep")
    assert changed(repository, "moved.md", "er.md", "../edited.md", "../same.md") == ["moved.md", "../edited.md"]


def test_a_detached_head_is_fine(repository: Path) -> None:
    git(repository, "checkout", "-q", "--detach")
    write(repository, edited="x\n")
    assert changed(repository) == ["edited.md"]
    assert changed(repository, ref="HEAD") == ["edited.md"]
    assert changed(repository, ref=git(repository, "rev-parse", "main")) == ["edited.md"]


@pytest.mark.parametrize("flag", ["--assume-unchanged", "--skip-worktree"])
def test_what_git_was_told_not_to_look_at_counts(repository: Path, flag: str) -> None:
    git(repository, "update-index", flag, "edited.md")
    write(repository, edited="x\n")
    assert changed(repository) == ["edited.md"]


def test_names_may_be_anything(repository: Path) -> None:
    names = ["ä ö.md", "tab\t.md", 'zitat".md', "-option.md", "zeile\n.md"]
    for name in names:
        (repository / name).write_text("x\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "two")
    assert changed(repository, *[f"./{name}" for name in names]) == [f"./{name}" for name in names]
    assert changed(repository, *[f"./{name}" for name in names], ref="HEAD") == []


def test_what_a_hook_sets_does_not_lead_elsewhere(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, edited="x\n")
    for name in ("GIT_DIR", "GIT_INDEX_FILE", "GIT_WORK_TREE"):
        monkeypatch.setenv(name, "/nowhere")
    assert changed(repository) == ["edited.md"]


@pytest.mark.skipif(os.name != "posix", reason="symbolic links")
def test_links_have_changed_when_what_they_lead_to_has(repository: Path, tmp_path: Path) -> None:
    for link, target in {
        "to-edited.md": "edited.md",
        "to-same.md": "same.md",
        "out.md": str(tmp_path / "out.md"),
    }.items():
        (repository / link).symlink_to(target)
    (tmp_path / "out.md").write_text("x\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-qm", "links")
    write(repository, edited="x\n")
    assert changed(repository, ref="HEAD") == ["edited.md", "out.md", "to-edited.md"]
    (tmp_path / "way").symlink_to(repository)
    assert changed(repository, str(tmp_path / "way/edited.md"), str(tmp_path / "way/same.md"), ref="HEAD") == [
        str(tmp_path / "way/edited.md")
    ]


@pytest.fixture
def with_submodule(repository: Path, tmp_path: Path) -> Path:
    """Return the submodule of a repository whose ``main`` has it."""
    other = tmp_path / "other"
    other.mkdir()
    git(other, "init", "-q")
    write(other, one="x\n", two="x\n")
    git(other, "add", "-A")
    git(other, "commit", "-qm", "one")
    git(repository, "checkout", "-q", "main")
    git(repository, "submodule", "--quiet", "add", str(other), "sub")
    git(repository, "commit", "-qm", "submodule")
    git(repository, "checkout", "-q", "-B", "work")
    return repository / "sub"


def test_submodules_are_compared_with_what_the_repository_had(repository: Path, with_submodule: Path) -> None:
    assert changed(repository) == []
    write(with_submodule, one="changed\n", new="x\n")
    assert changed(repository) == ["sub/new.md", "sub/one.md"]
    git(with_submodule, "add", "-A")
    git(with_submodule, "commit", "-qm", "two")
    assert changed(repository) == ["sub/new.md", "sub/one.md"]
    git(repository, "commit", "-qam", "moved on")
    assert changed(repository) == ["sub/new.md", "sub/one.md"]
    assert changed(repository, ref="HEAD") == []


def test_a_new_submodule_is_new_in_all_its_files(repository: Path, with_submodule: Path) -> None:
    assert changed(repository, ref="main~1") == ["sub/one.md", "sub/two.md"]
    result = FileResult("sub/one.md", "markdown", findings=(finding(1),), text="x\n")
    assert Changes("main~1").on_lines(result, "sub/one.md") == result


def test_a_submodule_whose_old_commit_is_gone_is_new(repository: Path, with_submodule: Path) -> None:
    git(with_submodule, "commit", "--amend", "-qm", "rewritten")
    git(with_submodule, "update-ref", "-d", "refs/remotes/origin/main")
    git(with_submodule, "remote", "remove", "origin")
    git(with_submodule, "reflog", "expire", "--expire=now", "--all")
    git(with_submodule, "gc", "-q", "--prune=now")
    assert changed(repository) == ["sub/one.md", "sub/two.md"]


def message(repository: Path, ref: str = "main", path: str = "same.md") -> str:
    """Return why it cannot be said what has changed."""
    with pytest.raises(ConfigError) as error:
        changed(repository, path, ref=ref)
    return str(error.value)


def test_what_is_no_commit(repository: Path) -> None:
    assert "--changed-since nowhere: no such commit or branch in" in message(repository, "nowhere")
    assert message(repository, "--output=x") == "--changed-since --output=x: this is no commit"
    assert "no such commit" in message(repository, "")
    assert "no such commit" in message(repository, "main; touch x")


def test_histories_that_never_met(repository: Path) -> None:
    git(repository, "checkout", "-q", "--orphan", "alone")
    git(repository, "commit", "-qm", "alone")
    assert "nothing in common" in message(repository)


def test_a_git_too_old_to_say_whether_a_clone_is_shallow(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run = subprocess.run

    def old(command: list[str], **how: Any) -> Any:
        if "--is-shallow-repository" in command:
            return subprocess.CompletedProcess(command, 129, b"", b"error: unknown option\n")
        return run(command, **how)

    monkeypatch.setattr(subprocess, "run", old)
    assert message(repository, "nowhere").endswith("in " + str(repository))


def test_an_index_that_is_damaged_is_no_clean_verdict(repository: Path) -> None:
    (repository / ".git/index").write_bytes(b"damaged")
    assert message(repository).startswith("git: ")


def test_no_commit_yet(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git(tmp_path, "init", "-q")
    write(tmp_path, same="x\n")
    monkeypatch.chdir(tmp_path)
    assert "has no commit yet" in message(tmp_path, "HEAD")


def test_no_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write(tmp_path, same="x\n", sub__same="x\n")
    assert "same.md is in no git repository" in message(tmp_path)
    (tmp_path / "sub/.git").mkdir()
    assert "is in no git repository" in message(tmp_path, path="sub/same.md")
    (tmp_path / "sub/.git").rmdir()
    (tmp_path / "sub/.git").write_text("gitdir: /no/where\n")
    assert "not a git repository" in message(tmp_path, path="sub/same.md") or "no git" in message(
        tmp_path, path="sub/same.md"
    )


def test_a_shallow_clone(repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(repository, edited="x\n")
    git(repository, "commit", "-qam", "two")
    clone = tmp_path / "clone"
    git(tmp_path, "clone", "-q", "--depth=1", "--branch=work", repository.as_uri(), str(clone))
    monkeypatch.chdir(clone)
    assert "this clone is shallow; fetch its history first" in message(clone, "origin/main")
    git(clone, "fetch", "-q", "--depth=1", "origin", "main:refs/remotes/origin/main")
    assert "no commit is known in which it meets HEAD: this clone is shallow" in message(clone, "origin/main")
    git(clone, "fetch", "-q", "--unshallow")
    git(clone, "fetch", "-q", "origin", "main:refs/remotes/origin/main")
    assert changed(clone, ref="origin/main") == ["edited.md"]


def test_no_git_at_all(repository: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert message(repository) == "--changed-since needs git, which is not installed or not found"


def test_a_git_that_does_not_answer(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def wait(*_: object, **__: object) -> None:
        raise subprocess.TimeoutExpired("git", 120)

    monkeypatch.setattr(subprocess, "run", wait)
    assert message(repository).startswith("git did not answer within 120 seconds")


def test_a_git_that_cannot_be_run(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(subprocess, "run", refuse)
    assert message(repository) == "git cannot be run: Permission denied"


def test_standard_input_has_no_history() -> None:
    with pytest.raises(ConfigError, match="standard input has no history"):
        Changes("main").among([Input(STDIN, STDIN)])


def test_what_is_wrong_already_stays(repository: Path) -> None:
    file = Input("empty", "empty", LoadError("no file to check in this folder"))
    assert Changes("main").among([file]) == (file,)


def finding(line: int, end: tuple[int, int] | None = None, *, related: int = 0, path: str | None = None) -> Finding:
    """Return a finding on a line, 0 for one about the file as a whole."""
    where = Location(line or 1, 1, *(end or (line or 1, 3)))
    others = (RelatedFinding(Location(related or 1, 1, related or 1, 2), SourceSpan(0, 1), "", path),)
    return Finding(
        "DAT002", "x", Severity.ERROR, Confidence.HIGH, f"{line}", where, SourceSpan(0, 1) if line else None, "x",
        others if related or path else (),
    )  # fmt: skip


FINDINGS = {
    "whole": finding(0),
    "changed": finding(3),
    "unchanged": finding(10),
    "ends-there": finding(2, (3, 2)),
    "ends-before": finding(2, (3, 1)),
    "related": finding(10, related=3),
    "unrelated": finding(10, related=11),
    "elsewhere": finding(10, path="b.md"),
}


@pytest.fixture
def told(repository: Path) -> Callable[..., set[str]]:
    """Return a function that says which of the findings are about changed lines."""

    def tell(path: str, **changes: str) -> set[str]:
        text = changes.pop("text", (repository / path).read_text(encoding="utf-8", errors="replace"))
        result = FileResult(path, changes.get("format", "markdown"), findings=tuple(FINDINGS.values()), text=text)
        kept = Changes("main").on_lines(result, path).findings
        return {name for name, one in FINDINGS.items() if one in kept}

    return tell


CHANGED = {"whole", "changed", "ends-there", "related", "elsewhere"}


def edit(repository: Path, name: str) -> None:
    path = repository / name
    path.write_text(path.read_text(encoding="utf-8").replace("Zeile 3\n", "Satz 3\n"), encoding="utf-8")


def test_findings_on_changed_lines(repository: Path, told: Callable[..., set[str]]) -> None:
    edit(repository, "edited.md")
    assert told("edited.md") == CHANGED
    git(repository, "commit", "-qam", "two")
    assert told("edited.md") == CHANGED


def test_findings_of_a_renamed_file(repository: Path, told: Callable[..., set[str]]) -> None:
    git(repository, "mv", "renamed.md", "moved.md")
    assert told("moved.md") == {"whole", "elsewhere"}
    edit(repository, "moved.md")
    assert told("moved.md") == CHANGED


def test_findings_of_files_that_have_no_lines_to_compare(repository: Path, told: Callable[..., set[str]]) -> None:
    edit(repository, "edited.md")
    assert told("edited.md", format="docx") == set(FINDINGS)
    assert told("edited.md", text="a\rb") == set(FINDINGS)
    write(repository, new="x\n")
    assert told("new.md") == set(FINDINGS)
    (repository / "edited.md").write_bytes("# Größe".encode("utf-16"))
    assert told("edited.md", text="# Größe") == set(FINDINGS)


def test_a_file_without_findings_asks_nobody(repository: Path) -> None:
    result = FileResult("/no/where", "markdown")
    assert Changes("nowhere").on_lines(result, "/no/where") == result
