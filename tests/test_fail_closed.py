"""What could not be checked never looks clean: a message with path and reason, exit code 2, and the others are checked.

The first cases are failures that other checkers of text are known for.
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

BAD = "Die Messe in Ahrenfeld beginnt am Montag, 3. März 2026.\n"
GOOD = "Die Messe in Ahrenfeld beginnt am Dienstag, 3. März 2026.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of the run, with one release in which there is something to find."""
    (tmp_path / "a.md").write_text(BAD, encoding="utf-8")
    return tmp_path


def presslint(folder: Path, *arguments: str, **kinds: Any) -> subprocess.CompletedProcess[bytes]:
    """Run presslint in a process of its own, with DAT002 only."""
    return subprocess.run(
        [sys.executable, "-m", "presslint", *arguments, *("--select", "DAT002", "--today", "2026-03-02")],
        cwd=folder,
        check=False,
        **{"capture_output": True, **kinds},
    )


def report(folder: Path, *arguments: str) -> tuple[int, dict[str, Any]]:
    """Run presslint; return the exit code and the files of its report by path."""
    run = presslint(folder, "check", *arguments, "--format", "json")
    assert b"Traceback" not in run.stderr
    return run.returncode, {file["path"]: file for file in json.loads(run.stdout)["files"]}


UNREADABLE = {
    "bytes.md": (b"Gr\x81\x8d\x8f\x90\x9d\n", "neither UTF-8 nor Windows-1252"),
    "garbage.md": (bytes(range(256)) * 40, "no text"),
    "image.md": (b"\x89PNG\r\n\x1a\n" + bytes(100), "an image"),
    "empty.md": (b"", "empty"),
    "blank.md": (b" \n\n", "empty"),
    "nul.md": (b"Text\0mit NUL\n", "NUL"),
    "utf16.md": ("Die Messe".encode("utf-16-le"), "UTF-16"),
    "half.md": (b"\xff\xfe\x00", "UTF-16"),
    "front.md": (b"---\ntitle: [x\n---\n\nText.\n", "front matter"),
    "word.docx": (b"PK\x03\x04", "damaged"),
    "word.md": (b"PK\x03\x04" + bytes(30), "damaged"),
    "page.pdf": (b"%PDF-1.7", "damaged"),
}


@pytest.fixture(scope="module")
def unreadable(tmp_path_factory: pytest.TempPathFactory) -> tuple[int, dict[str, Any]]:
    """Return what a run over files that cannot be read, and one that can, comes to."""
    folder = tmp_path_factory.mktemp("unreadable")
    for name, (content, _) in UNREADABLE.items():
        (folder / name).write_bytes(content)
    (folder / "a.md").write_text(BAD, encoding="utf-8")
    return report(folder, "a.md", *UNREADABLE)


@pytest.mark.parametrize("name", UNREADABLE)
def test_a_file_that_cannot_be_read_has_the_reason(unreadable: tuple[int, dict[str, Any]], name: str) -> None:
    _, files = unreadable
    assert UNREADABLE[name][1].lower() in files[name]["error"].lower()
    assert files[name]["findings"] == []


def test_files_that_cannot_be_read_fail_and_the_others_are_checked(unreadable: tuple[int, dict[str, Any]]) -> None:
    code, files = unreadable
    assert code == 2
    assert [finding["rule"] for finding in files["a.md"]["findings"]] == ["DAT002"]


@pytest.mark.parametrize("name", ["bytes.md", "word.docx"])
def test_one_of_them_alone_fails(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(UNREADABLE[name][0])
    assert presslint(tmp_path, "check", name).returncode == 2


def test_what_is_not_there_fails_and_the_others_are_checked(folder: Path) -> None:
    (folder / "broken.md").symlink_to("nowhere")
    (folder / "empty").mkdir()
    (folder / "folder.md").mkdir()
    code, files = report(folder, "none.md", "broken.md", "empty", "folder.md", "a.md")
    assert code == 2
    assert [path for path, file in files.items() if file["error"]] == ["broken.md", "empty", "folder.md", "none.md"]
    assert len(files["a.md"]["findings"]) == 1


@pytest.mark.skipif(not hasattr(os, "getuid") or os.getuid() == 0, reason="the superuser may read everything")
def test_a_file_without_permission_fails(folder: Path) -> None:
    (folder / "b.md").write_text(GOOD, encoding="utf-8")
    (folder / "b.md").chmod(0)
    code, files = report(folder, ".")
    assert code == 2
    assert "permission" in files["b.md"]["error"]


def test_people_are_told_path_and_reason(folder: Path) -> None:
    run = presslint(folder, "check", "none.md")
    assert run.returncode == 2
    assert b"none.md" in run.stdout
    assert b"there is no such file" in run.stdout


def test_a_folder_without_releases_is_not_clean(tmp_path: Path) -> None:
    (tmp_path / "a.doc").write_bytes(b"PK")
    code, files = report(tmp_path, ".")
    assert code == 2
    assert "no file to check" in files["."]["error"]


def test_256_findings_are_findings(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("\n".join([BAD] * 256), encoding="utf-8")
    code, files = report(tmp_path, "a.md")
    assert len(files["a.md"]["findings"]) == 256
    assert code == 1


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("presslint.toml", "[hause]\n", b"presslint.toml:1: "),
        ("presslint.toml", "fail_on = 'eror'\n", b"presslint.toml:1: "),
        ("presslint.toml", "fail_on = \n", b"presslint.toml:1: "),
        ("presslint.toml", "packs = ['none']\n", b"none"),
        ("presslint.toml", "[rules]\nDAT999 = 'warning'\n", b"DAT999"),
        ("pyproject.toml", "[tool.presslint]\nselct = []\n", b"pyproject.toml:2: "),
    ],
)
def test_a_mistake_in_the_configuration_ends_the_run(folder: Path, name: str, content: str, message: bytes) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    run = presslint(folder, "check", "a.md", "--format", "json")
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.startswith(b"presslint: ")
    assert message in run.stderr
    assert b"Traceback" not in run.stderr


def test_an_unknown_key_has_a_suggestion(folder: Path) -> None:
    (folder / "presslint.toml").write_text("max_warning = 3\n", encoding="utf-8")
    assert b"max_warnings" in presslint(folder, "check", "a.md").stderr


def test_a_mistake_of_a_later_file_ends_the_run_before_anything_is_mended(folder: Path) -> None:
    (folder / "a.md").write_text("Hart &amp;amp; Sons opens a shop in Harwell Green.\n", encoding="utf-8")
    (folder / "z").mkdir()
    (folder / "z" / "b.md").write_text(GOOD, encoding="utf-8")
    (folder / "z" / "presslint.toml").write_text("nonsense = 1\n", encoding="utf-8")
    run = presslint(folder, "check", ".", "--fix", "--select", "EXT003")
    assert run.returncode == 2
    assert b"&amp;amp;" in (folder / "a.md").read_bytes()


@pytest.mark.parametrize("broken", ["", "name: acme\n", "name: [\n"])
def test_a_broken_pack_ends_the_run(folder: Path, broken: str) -> None:
    (folder / "rules").mkdir()
    if broken:
        (folder / "rules" / "pack.yaml").write_text(broken, encoding="utf-8")
    (folder / "presslint.toml").write_text("packs = ['rules']\n", encoding="utf-8")
    run = presslint(folder, "check", "a.md")
    assert (run.returncode, run.stdout) == (2, b"")
    assert b"rules" in run.stderr


def test_missing_rules_end_the_run(folder: Path) -> None:
    program = (
        "import sys\n"
        "from presslint.packs import find, folders\n"
        f"find.builtin_folder = lambda: {str(folder / 'none')!r}\n"
        "from presslint.__main__ import main\n"
        "sys.argv = ['presslint', 'check', 'a.md']\n"
        "sys.exit(main())\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False)
    assert (run.returncode, run.stdout) == (2, b"")
    assert run.stderr.startswith(b"presslint: ")


def test_a_fault_of_presslint_is_no_finding(folder: Path) -> None:
    program = (
        "import sys\n"
        "from presslint.engine import judge, linter\n"
        "linter.Linter.check = lambda *a: 1 / 0\n"
        "from presslint.__main__ import main\n"
        "sys.argv = ['presslint', 'check', 'a.md']\n"
        "sys.exit(main())\n"
    )
    run = subprocess.run([sys.executable, "-c", program], cwd=folder, capture_output=True, check=False)
    assert run.returncode == 2
    assert b"ZeroDivisionError" in run.stderr


@pytest.mark.parametrize("style", ["json", "sarif", "rich"])
def test_a_slow_reader_gets_everything(tmp_path: Path, style: str) -> None:
    (tmp_path / "a.md").write_text("\n".join([BAD] * 400), encoding="utf-8")
    whole = presslint(tmp_path, "check", "a.md", "--format", style).stdout
    assert len(whole) > 65_536
    reader, writer = os.pipe()
    os.set_blocking(writer, False)
    command = [sys.executable, "-m", "presslint", "check", "a.md", "--select", "DAT002", "--today", "2026-03-02"]
    with subprocess.Popen([*command, "--format", style], cwd=tmp_path, stdout=writer, stderr=subprocess.PIPE) as run:
        os.close(writer)
        time.sleep(0.6)
        got = b""
        while part := os.read(reader, 5_000):
            got += part
        assert run.stderr is not None
        assert run.stderr.read() == b""
    os.close(reader)
    assert run.returncode == 1
    assert got == whole


@pytest.mark.parametrize("style", ["json", "rich"])
def test_a_reader_that_goes_away_changes_no_verdict(tmp_path: Path, style: str) -> None:
    (tmp_path / "a.md").write_text("\n".join([BAD] * 400), encoding="utf-8")
    reader, writer = os.pipe()
    os.close(reader)
    run = presslint(tmp_path, "check", "a.md", "--format", style, capture_output=False, stdout=writer, stderr=-1)
    os.close(writer)
    assert (run.returncode, run.stderr) == (1, b"")


@pytest.mark.skipif(os.name != "posix", reason="a shell that closes streams")
@pytest.mark.parametrize(("closed", "content", "code"), [(">&-", BAD, 1), (">&- 2>&-", GOOD, 0), ("<&-", BAD, 1)])
def test_closed_streams_change_no_verdict(tmp_path: Path, closed: str, content: str, code: int) -> None:
    (tmp_path / "a.md").write_text(content, encoding="utf-8")
    command = f'"{sys.executable}" -m presslint check a.md --select DAT002 --today 2026-03-02 {closed}'
    run = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602
    assert (run.returncode, run.stderr) == (code, b"")


def test_closed_standard_input_is_no_release(tmp_path: Path) -> None:
    command = f'"{sys.executable}" -m presslint check - <&-'
    run = subprocess.run(command, shell=True, cwd=tmp_path, capture_output=True, check=False)  # noqa: S602
    assert run.returncode == 2
    assert b"Traceback" not in run.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("style", ["json", "rich"])
def test_a_full_disk_is_a_failure(folder: Path, style: str) -> None:
    with Path("/dev/full").open("wb") as full:
        run = presslint(folder, "check", "a.md", "--format", style, capture_output=False, stdout=full, stderr=-1)
    assert run.returncode == 2
    assert run.stderr == b"presslint: standard output cannot be written: No space left on device\n"
    run = presslint(folder, "check", "a.md", "--format", style, "--output", "/dev/full")
    assert run.returncode == 2
    assert b"/dev/full: cannot be written: No space left on device" in run.stderr


def test_an_output_that_was_not_finished_does_not_appear(folder: Path) -> None:
    (folder / "out.json").write_text("before", encoding="utf-8")
    outputs = ["--format=json", "--output=out.json", "--format=sarif", "--output=/dev/full"]
    run = presslint(folder, "check", "a.md", *outputs)
    assert run.returncode == 2
    assert (folder / "out.json").read_text(encoding="utf-8") == "before"
    assert sorted(path.name for path in folder.iterdir()) == ["a.md", "out.json"]


NARROW = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}


CODE_PAGE = {"PYTHONIOENCODING": "cp1252"}


@pytest.mark.parametrize(
    ("style", "variables"),
    [
        *[(style, NARROW) for style in ("rich", "concise", "json", "jsonl", "sarif", "junit", "github")],
        *[(style, CODE_PAGE) for style in ("rich", "concise", "sarif")],
    ],
)
def test_no_encoding_of_the_terminal_breaks_the_output(tmp_path: Path, style: str, variables: dict[str, str]) -> None:
    (tmp_path / "a.md").write_text(BAD.replace("Messe", "Messe 😀 „Größe“ → ẞ"), encoding="utf-8")
    run = presslint(tmp_path, "check", "a.md", "--format", style, "--lang", "de", env={**os.environ, **variables})
    assert (run.returncode, run.stderr) == (1, b"")
    if style in {"rich", "concise"}:
        assert run.stdout.decode(variables.get("PYTHONIOENCODING", "ascii"))
    else:
        assert "März" in run.stdout.decode("utf-8") or style == "json"


def test_other_commands_survive_a_narrow_terminal(folder: Path) -> None:
    for command in (["facts", "a.md"], ["rules", "list"], ["rules", "explain", "DAT002"], ["--help"]):
        run = subprocess.run(
            [sys.executable, "-m", "presslint", *command],
            cwd=folder,
            env={**os.environ, **NARROW, "PRESSLINT_LANG": "de"},
            capture_output=True,
            check=False,
        )
        assert (run.returncode, run.stderr) == (0, b"")
        assert run.stdout.isascii()


def test_a_path_that_is_no_text_is_shown(tmp_path: Path) -> None:
    path = os.fsencode(tmp_path) + b"/gr\xf6\xdfe.md"
    try:
        Path(os.fsdecode(path)).write_text(BAD, encoding="utf-8")
    except OSError:
        pytest.skip("the file system takes only UTF-8")
    for style in ("json", "rich", "concise", "sarif"):
        run = presslint(tmp_path, "check", ".", "--format", style)
        assert (run.returncode, run.stderr) == (1, b"")


def test_control_sequences_do_not_reach_the_terminal(tmp_path: Path) -> None:
    text = f"\x1b]0;Titel\x07\x1b[31m {BAD.strip()} \u202eNoitator\n"
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    for style in ("rich", "concise", "github", "json"):
        run = presslint(tmp_path, "check", "a.md", "--format", style)
        assert run.returncode == 1
        assert b"\x1b" not in run.stdout
        assert b"\x07" not in run.stdout
        assert "\u202e" not in run.stdout.decode()


FILLER = "Ein Satz ohne Datum folgt auf den anderen und sagt wenig. "


def test_a_line_of_50_megabytes_is_refused_within_seconds_and_the_others_are_checked(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(FILLER * (50_000_000 // len(FILLER)), encoding="utf-8")
    (tmp_path / "b.txt").write_text(BAD, encoding="utf-8")
    begun = time.monotonic()
    code, files = report(tmp_path, ".")
    assert time.monotonic() - begun < 60
    assert code == 2
    assert "more than 4000000 characters" in files["a.txt"]["error"]
    assert "DAT002" in {finding["rule"] for finding in files["b.txt"]["findings"]}


def test_a_line_of_megabytes_is_checked_within_seconds(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(f"{FILLER * (3_900_000 // len(FILLER))}{BAD}", encoding="utf-8")
    begun = time.monotonic()
    run = presslint(tmp_path, "check", "a.txt", "--format", "rich")
    assert time.monotonic() - begun < 60
    assert run.returncode == 1
    assert len(run.stdout) < 5_000


def test_no_rule_gets_lost_in_a_long_line(tmp_path: Path) -> None:
    sentence = "Am 3. März 2026 um 10 Uhr sagt sie: „Die Seite www.stadt-ahrenfeld.de/a nennt 4.711 Orte.“ "
    (tmp_path / "a.txt").write_text(sentence * 4_000, encoding="utf-8")
    begun = time.monotonic()
    command = [sys.executable, "-m", "presslint", "check", "a.txt", "--format", "concise", "--fail-on", "never"]
    run = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert time.monotonic() - begun < 60
    assert (run.returncode, run.stderr) == (0, b"")


def test_the_language_of_a_message_changes_no_verdict(folder: Path) -> None:
    for language in ("de", "en"):
        assert presslint(folder, "check", "a.md", "--lang", language).returncode == 1


@pytest.mark.skipif(os.name != "posix", reason="a signal")
def test_an_interrupt_exits_with_130(tmp_path: Path) -> None:
    for number in range(300):
        (tmp_path / f"{number}.md").write_text(BAD * 300, encoding="utf-8")
    command = [sys.executable, "-m", "presslint", "check", ".", "--format", "json", "--output", "out.json"]
    with subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE) as run:
        time.sleep(1.5)
        run.send_signal(2)
        assert run.stderr is not None
        assert b"Traceback" not in run.stderr.read()
    assert run.returncode == 130
    assert not list(tmp_path.glob("*out*"))
    assert not list(tmp_path.glob(".presslint-*"))
