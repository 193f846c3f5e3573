"""The same bytes, settings and day give the same bytes, whatever the order of sets and folders."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

RELEASES: dict[str, str | bytes] = {
    "b/zwei.md": """---
title: Messe in Ahrenfeld
date: 2026-02-20
presslint: {ignore: {LNK006: der Partner hat kein HTTPS, DAT001: ""}}
---
# Messe in Ahrenfeld

Ahrenfeld, 23. Februar 2026. Die Messe beginnt am Montag, 3. März 2026, um 10 Uhr. „Wir freuen uns, sagt sie.

Seite 1 von 3

<!-- presslint: ignore[DAT002, NIX] Zitat -->
Der 31. April ist ein Montag, der 31. April 2026.

Mehr auf [hier](http://www.stadt-ahrenfeld.de/messe?utm_source=mail&utm_medium=x) und [TODO]().

Pressekontakt: Anna Berg, Telefon 0231 9876543, Fax 0231 9876543, presse@@stadt-ahrenfeld
""",
    "b/eins.txt": """Press release

HARWELL GREEN, 20 February 2026 – The fair opens on Monday, 3 March 2026. Lorem ipsum dolor sit amet.

Seite 2 von 3

Contact: press@harwell-green.co.uk, phone +44 (0)20 7946 0018
""",
    "a.md": "# Größe &amp;amp; Ordnung\n\nDer Text hat keinen Kontakt und kein Datum.\n",
    "leer.md": "",
    "kaputt.md": b"\xff\xfe\x00",
}
FORMATS = ["json", "jsonl", "sarif", "junit", "github", "concise", "rich"]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with releases that many rules object to."""
    top = tmp_path_factory.mktemp("releases")
    for name, content in RELEASES.items():
        path = top / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return top


def outputs(folder: Path, seed: str, *paths: str) -> tuple[int, bytes]:
    """Run all formats at once under a seed for hashes; return the exit code and everything that was written."""
    formats = [part for name in FORMATS[:-1] for part in ("--format", name, "--output", f"../{name}.out")]
    run = subprocess.run(
        [sys.executable, "-m", "presslint", "check", *paths, "--today", "2026-03-02", *formats, "--format", "rich"],
        cwd=folder,
        env={**os.environ, "PYTHONHASHSEED": seed, "LANG": "en_GB.UTF-8"},
        capture_output=True,
        check=False,
    )
    assert run.stderr == b""
    files = [(folder.parent / f"{name}.out").read_bytes() for name in FORMATS[:-1]]
    return run.returncode, b"\0".join([run.stdout, *files])


def test_the_order_of_sets_does_not_show(folder: Path) -> None:
    first = outputs(folder, "0", ".")
    assert first[0] == 2, "one file is empty and one is no text"
    assert first[1].count(b"DAT002") > len(FORMATS)
    for seed in ("1", "2", "random"):
        assert outputs(folder, seed, ".") == first


def test_the_order_of_paths_does_not_show(folder: Path) -> None:
    names = sorted(RELEASES)
    assert outputs(folder, "0", *names) == outputs(folder, "0", *reversed(names)) == outputs(folder, "0", ".", "b")


def test_neither_processes_nor_the_cache_show(folder: Path, tmp_path: Path) -> None:
    first = outputs(folder, "0", ".", "--no-cache", "--jobs", "1")
    kept = ("--cache-dir", str(tmp_path / "cache"))
    for seed, how in (
        ("1", ("--no-cache", "--jobs", "2")),
        ("2", (*kept, "--jobs", "2")),
        ("0", kept),
        ("random", (*kept, "--jobs", "2")),
        ("1", (*kept, "--jobs", "1")),
    ):
        assert outputs(folder, seed, ".", *how) == first


@pytest.mark.parametrize(
    "arguments", [["facts", "b/zwei.md"], ["facts", "b/zwei.md", "--format", "json"], ["rules", "list"]]
)
def test_what_else_is_shown_is_always_the_same(folder: Path, arguments: list[str]) -> None:
    shown = {
        subprocess.run(
            [sys.executable, "-m", "presslint", *arguments],
            cwd=folder,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    }
    assert len(shown) == 1
