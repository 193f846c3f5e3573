"""The lines that a patch changes, held against git and against a comparison of our own."""

import difflib
import subprocess
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.engine.hunks import Lines, changed_lines

HEAD = "diff --git a/{0} b/{0}\nindex 1..2 100644\n--- a/{0}\n+++ b/{0}\n"


def parsed(text: str) -> dict[str, Lines]:
    return changed_lines(text.encode("utf-8", "surrogateescape"))


@pytest.mark.parametrize(
    ("hunk", "expected"),
    [
        ("@@ -3 +3 @@\n-x\n+y\n", ((3, 3),)),
        ("@@ -3,2 +3,4 @@ Messe\n-x\n-x\n+y\n+y\n+y\n+y\n", ((3, 6),)),
        ("@@ -3,2 +2,0 @@\n-x\n-x\n", ((2, 3),)),
        ("@@ -1 +0,0 @@\n-x\n", ((0, 1),)),
        ("@@ -0,0 +1 @@\n+y\n\\ No newline at end of file\n", ((1, 1),)),
        ("@@ -3 +3 @@\n---- a/b.md\n++++ b/b.md\n@@ -9 +9 @@\n-@@ -1 +1 @@\n+diff --git a/x b/x\n", ((3, 3), (9, 9))),
    ],
)
def test_hunks(hunk: str, expected: tuple[tuple[int, int], ...]) -> None:
    assert parsed(HEAD.format("a.md") + hunk) == {"a.md": Lines(expected)}


@pytest.mark.parametrize(
    ("patch", "path", "lines"),
    [
        (
            "diff --git a/a b.md b/a b.md\n--- a/a b.md\t\n+++ b/a b.md\t\n@@ -1 +1 @@\n-x\n+y\n",
            "a b.md",
            Lines(((1, 1),)),
        ),
        (
            'diff --git "a/a\\tb\\"\\303\\244.md" "b/a\\tb\\"\\303\\244.md"\nold mode 1\nnew mode 2\n',
            'a\tb"ä.md',
            Lines(),
        ),
        ("diff --git a/x.md b/y.md\nsimilarity index 100%\nrename from x.md\nrename to y.md\n", "y.md", Lines()),
        ('diff --git a/x.md "b/\\t.md"\nrename from x.md\nrename to "\\t.md"\n', "\t.md", Lines()),
        ("diff --git a/x.md b/x.md\nBinary files a/x.md and b/x.md differ\n", "x.md", Lines(all=True)),
        ("diff --git a/x.md b/x.md\n+++ b/x.md\n@@ what is this @@\n", "x.md", Lines(all=True)),
        ("diff --git a/x.md b/x.md\n+++ b/x.md\n@@ -1,9 +1,9 @@\n", "x.md", Lines(((1, 9),))),
        (
            "diff --git a/x.md b/y.md\nrename from x.md\nrename to y.md\n--- a/x.md\n+++ b/y.md\n@@ -2 +2 @@\n-a\n+b\n",
            "y.md",
            Lines(((2, 2),)),
        ),
    ],
)
def test_names(patch: str, path: str, lines: Lines) -> None:
    assert parsed(patch) == {path: lines}


def test_touching() -> None:
    lines = Lines(((3, 4), (8, 8)))
    assert [lines.touches(first, last) for first, last in ((1, 2), (2, 3), (4, 4), (5, 7), (5, 9))] == [
        False, True, True, False, True,
    ]  # fmt: skip
    assert Lines(all=True).touches(1, 1)
    assert not Lines().touches(1, 1)


texts = st.lists(
    st.sampled_from(["eins", "zwei", "drei", "", "+++ b/x", "@@ -1 +1 @@", "diff --git a/x b/x"]), max_size=8
)


@given(texts, texts)
@settings(max_examples=25, deadline=None)
def test_every_line_that_is_new_is_told(before: list[str], after: list[str]) -> None:
    diff = difflib.unified_diff(before, after, "a/x.md", "b/x.md", n=0, lineterm="")
    found = parsed("diff --git a/x.md b/x.md\n" + "\n".join(diff) + "\n").get("x.md", Lines())
    for tag, _, _, start, end in difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag in ("replace", "insert"):
            assert all(found.touches(line, line) for line in range(start + 1, end + 1))


def test_git_itself(tmp_path: Path) -> None:
    def git(*arguments: str) -> bytes:
        names = ("-c", "user.name=A", "-c", "user.email=a@b.de", "-c", "commit.gpgsign=false")
        return subprocess.run(["git", *names, *arguments], cwd=tmp_path, capture_output=True, check=True).stdout

    git("init", "-q")
    names = ["a.md", "mit leer.md", 'ein"zitat.md', "tab\tdarin.md", "größe.md", "-x.md"]
    for name in names:
        (tmp_path / name).write_text("eins\nzwei\ndrei\n", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "x")
    for name in names:
        (tmp_path / name).write_text("eins\nZWEI\ndrei\nvier", encoding="utf-8")
    patch = git("diff", "--unified=0", "--no-color", "HEAD", "--")
    assert changed_lines(patch) == dict.fromkeys(names, Lines(((2, 2), (4, 4))))
