import os
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from presslint.engine.walk import Inputs, find
from presslint.model.options import Options

Find = Callable[..., Inputs]


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that makes files in a folder of their own, which is the current one."""
    monkeypatch.chdir(tmp_path)

    def make(*names: str, **contents: str) -> None:
        for name in names:
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("Text.\n", encoding="utf-8")
        for name, content in contents.items():
            (tmp_path / name).write_text(content, encoding="utf-8")

    return make


def found(*paths: str, exclude: tuple[str, ...] = (), root: str = ".") -> list[str]:
    options = Options(date(2026, 3, 2), exclude=exclude, root=root)
    return [
        file.shown if not file.error else f"{file.shown}: {str(file.error).partition(' (')[0]}"
        for file in find(paths, lambda _: options).files
    ]


def ignore(folder: str, *lines: str) -> None:
    Path(folder, ".gitignore").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_a_folder_is_walked_in_order(tree: Callable[..., None]) -> None:
    tree("b.md", "a.txt", "c/d.markdown", "c/B.MD", "c/e.rst", "Z.text", "n.mdown")
    assert found(".") == ["Z.text", "a.txt", "b.md", "c/B.MD", "c/d.markdown", "n.mdown"]


def test_paths_are_sorted_and_each_is_there_once(tree: Callable[..., None]) -> None:
    tree("b.md", "a.md", "c/d.md")
    assert found("c", "b.md", "./b.md", "a.md", "c/../a.md", ".") == ["a.md", "b.md", "c/d.md"]


def test_a_named_file_is_taken_whatever_it_is(tree: Callable[..., None]) -> None:
    tree("a.rst", ".hidden.md", "build/x.md")
    ignore(".", "build/", "*.rst")
    Path(".git").mkdir()
    assert found("a.rst", ".hidden.md", "build/x.md", "none.md") == [".hidden.md", "a.rst", "build/x.md", "none.md"]


def test_hidden_files_and_folders_are_passed_over(tree: Callable[..., None]) -> None:
    tree("a.md", ".b.md", ".git/c.md", ".venv/d.md")
    assert found(".") == ["a.md"]


def test_standard_input_has_the_name_it_is_given(tree: Callable[..., None]) -> None:
    tree("-.md")
    files = find(["-"], lambda _: Options(date(2026, 3, 2)), "x.md").files
    assert [(file.path, file.shown) for file in files] == [("-", "x.md")]
    assert found("-") == ["-"]


def test_gitignore_is_respected(tree: Callable[..., None]) -> None:
    tree("a.md", "draft-1.md", "keep/draft-2.md", "build/b.md", "sub/build/c.md", "sub/build.md")
    ignore(".", "# comment", "draft-*", "!draft-2.md", "build/")
    assert found(".") == ["a.md", "keep/draft-2.md", "sub/build.md"]


def test_the_nearest_gitignore_decides(tree: Callable[..., None]) -> None:
    tree("x/a.md", "x/b.md", "y/a.md", "x/z/a.md")
    ignore(".", "a.md")
    ignore("x", "!a.md", "b.md")
    ignore("x/z", "/a.md")
    assert found(".") == ["x/a.md"]


def test_an_anchored_pattern_is_of_its_folder(tree: Callable[..., None]) -> None:
    tree("a.md", "x/a.md", "x/y/a.md")
    ignore("x", "/a.md")
    assert found(".") == ["a.md", "x/y/a.md"]


def test_what_lies_below_an_ignored_folder_stays_ignored(tree: Callable[..., None]) -> None:
    tree("build/a.md", "b.md")
    ignore(".", "build/")
    ignore("build", "!a.md")
    assert found(".") == ["b.md"]


def test_the_repository_above_has_a_say(tree: Callable[..., None]) -> None:
    tree("releases/2026/a.md", "releases/2026/b.md", "releases/old/c.md")
    ignore(".", "/releases/2026/b.md", "old/")
    assert found("releases") == ["releases/2026/a.md", "releases/2026/b.md", "releases/old/c.md"], "no repository"
    Path(".git").mkdir()
    assert found("releases") == ["releases/2026/a.md"]


def test_an_ignored_folder_that_is_named_is_meant(tree: Callable[..., None]) -> None:
    tree("build/a.md", "build/b.md")
    ignore(".", "build/")
    ignore("build", "b.md")
    Path(".git").mkdir()
    assert found("build") == ["build/a.md"]


def test_a_gitignore_that_is_no_file_is_none(tree: Callable[..., None]) -> None:
    tree("a.md")
    Path(".gitignore").mkdir()
    assert found(".") == ["a.md"]


def test_excluded_files_are_left_out(tree: Callable[..., None]) -> None:
    tree("a.md", "archive/b.md", "x/archive/c.md", "x/d.md", "x/e.txt")
    assert found(".", exclude=("/archive/", "*.txt")) == ["a.md", "x/archive/c.md", "x/d.md"]
    assert found("x", exclude=("/x/archive", "*.txt")) == ["x/d.md"]


def test_exclude_cannot_bring_back_what_git_ignores(tree: Callable[..., None]) -> None:
    tree("a.md", "b.md")
    ignore(".", "a.md")
    assert found(".", exclude=("!a.md",)) == ["b.md"]


def test_the_options_of_each_folder_hold_in_it(tree: Callable[..., None]) -> None:
    tree("a.md", "x/a.md", "x/b.md")
    asked: list[str] = []

    def options_for(path: str) -> Options:
        asked.append(path)
        return Options(date(2026, 3, 2), exclude=("a.md",) if path.startswith("./x/") else (), root="x")

    assert [file.shown for file in find(["."], options_for).files] == ["a.md", "x/b.md"]
    assert asked == ["./release.md", "./x/release.md"]


def test_a_folder_without_files_is_an_error(tree: Callable[..., None]) -> None:
    tree("a.rst", "x/b.md")
    Path("empty").mkdir()
    assert found("empty", "x") == ["empty: no file to check in this folder", "x/b.md"]
    assert found("x", exclude=("x/",)) == ["x: no file to check in this folder"]


def test_documents_that_are_passed_over_are_counted(tree: Callable[..., None]) -> None:
    tree("a.md", "b.doc", "c/d.DOC", "e.rtf", "f.dotx", "g.msg", "logo.png")
    inputs = find(["."], lambda _: Options(date(2026, 3, 2)))
    assert inputs.passed_over == ((".doc", 2), (".dotx", 1), (".msg", 1), (".rtf", 1))
    assert [file.shown for file in inputs.files] == ["a.md"]


def test_documents_are_picked_up_and_data_of_programs_is_not(tree: Callable[..., None]) -> None:
    tree("a.docx", "b.ODT", "c.pdf", "d.html", "e.htm", "f.eml", "g.docm", "package.json", "pom.xml", "~$a.docx")
    assert found(".") == ["a.docx", "b.ODT", "c.pdf", "d.html", "e.htm", "f.eml", "g.docm"]


def test_links_to_folders_are_not_entered_and_those_to_files_are(tree: Callable[..., None]) -> None:
    tree("x/a.md", "b.md")
    Path("x/loop").symlink_to("..")
    Path("x/c.md").symlink_to("../b.md")
    Path("x/folder.md").symlink_to("..")
    Path("x/broken.md").symlink_to("nowhere")
    assert found("x") == ["x/a.md", "x/broken.md", "x/c.md"]


def test_a_link_to_a_folder_that_is_named_is_entered(tree: Callable[..., None]) -> None:
    tree("x/a.md")
    Path("link").symlink_to("x")
    assert found("link") == ["link/a.md"]


def test_a_folder_that_cannot_be_read_is_an_error(tree: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    tree("x/a.md", "b.md")

    real = os.scandir

    def scan(folder: str) -> object:
        if folder.endswith("x"):
            raise PermissionError(13, "Permission denied")
        return real(folder)

    monkeypatch.setattr("os.scandir", scan)
    assert found(".") == ["b.md", "x: this folder cannot be read: Permission denied"]


def test_a_link_to_itself_is_a_file_that_cannot_be_read(tree: Callable[..., None]) -> None:
    tree("d/a.md")
    Path("d/self.md").symlink_to("self.md")
    assert found("d") == ["d/a.md", "d/self.md"]


def test_a_folder_that_nobody_may_look_into_keeps_nothing_from_being_checked(
    tree: Callable[..., None], monkeypatch: pytest.MonkeyPatch
) -> None:
    tree("closed/a.md", "open/b.md")

    def scandir(folder: str) -> object:
        if folder == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    listed = os.scandir
    monkeypatch.setattr(os, "scandir", scandir)
    assert found("closed", "open") == ["closed: this folder cannot be read: Permission denied", "open/b.md"]
