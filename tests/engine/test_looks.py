"""A result that depends on the disk is trusted for as long as the disk says the same."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.engine.disk import files
from presslint.engine.looks import Looks, Present

Ask = Callable[[Any, str], Any]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a folder with a release and what it leads to."""
    for name in ("r/a.md", "r/b.md", "img/x.png"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("# Eins\n", encoding="utf-8")
    (tmp_path / ".git").mkdir()
    return tmp_path


def looked(tree: Path, ask: Ask) -> Any:
    """Return what is taken down while ``ask`` asks."""
    looks = Looks(files())
    ask(looks.files, tree.as_posix())
    return looks.taken(f"{tree}/r/a.md")


def holds(tree: Path, looks: Any, shown: str = "r/a.md") -> bool:
    """Tell whether it all is as it was, for a run that begins now."""
    return Present(files()).holds(looks, f"{tree}/{shown}")


CASES: list[tuple[Ask, Callable[[Path], object]]] = [
    (lambda files, top: "x.png" in files.names(f"{top}/img"), lambda tree: (tree / "img/x.png").unlink()),
    (lambda files, top: "y.png" in files.names(f"{top}/img"), lambda tree: (tree / "img/y.png").touch()),
    (lambda files, top: "x.png" in files.names(f"{top}/img"), lambda tree: (tree / "img").rename(tree / "pix")),
    (lambda files, top: files.names(f"{top}/none"), lambda tree: (tree / "none").mkdir()),
    (lambda files, top: sorted(files.names(f"{top}/img")), lambda tree: (tree / "img/z").touch()),
    (lambda files, top: len(files.names(f"{top}/img")), lambda tree: (tree / "img/z").touch()),
    (lambda files, top: files.text(f"{top}/r/b.md"), lambda tree: (tree / "r/b.md").write_text("# Zwei")),
    (lambda files, top: files.text(f"{top}/r/b.md"), lambda tree: (tree / "r/b.md").unlink()),
    (lambda files, top: files.text(f"{top}/r/c.md"), lambda tree: (tree / "r/c.md").write_text("# Zwei")),
    (lambda files, top: files.root(f"{top}/r"), lambda tree: (tree / "r/.git").mkdir()),
    (lambda files, top: files.root(f"{top}/r"), lambda tree: (tree / ".git").rmdir()),
]


@pytest.mark.parametrize(("ask", "change"), CASES)
def test_a_changed_answer_is_seen(tree: Path, ask: Ask, change: Callable[[Path], object]) -> None:
    looks = looked(tree, ask)
    assert looks
    assert holds(tree, looks)
    change(tree)
    assert not holds(tree, looks)


def test_a_name_beside_the_one_that_was_asked_for_does_not_matter(tree: Path) -> None:
    looks = looked(tree, CASES[0][0])
    (tree / "img/z.png").touch()
    assert holds(tree, looks)


def test_answers_are_about_the_folder_of_the_release(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    looks = looked(tree, lambda files, top: (CASES[0][0](files, top), files.root(f"{top}/r")))
    other = tmp_path_factory.mktemp("clone")
    (other / "r").mkdir()
    (other / ".git").mkdir()
    assert not holds(other, looks)
    (other / "img").mkdir()
    (other / "img/x.png").touch()
    assert holds(other, looks)


def test_who_asks_nothing_depends_on_nothing(tree: Path) -> None:
    looks = Looks(files())
    assert looks.taken("a.md") == ()
    looks.files.names(str(tree))
    assert looks.taken("a.md")
    assert looks.taken("b.md") == ()
