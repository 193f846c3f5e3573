import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Presslint = Callable[..., Any]
Write = Callable[..., Path]

BAD = "Die Messe in Ahrenfeld beginnt am Montag, 3. März 2026.\n"
GOOD = "Die Messe in Ahrenfeld beginnt am Dienstag, 3. März 2026.\n"
ESCAPED = "Hart &amp;amp; Sons opens a shop in Harwell Green.\n"
ONE_RULE = ("--select", "DAT002", "--today", "2026-03-02")


def found(output: str) -> list[tuple[str, str, int]]:
    return [
        (file["path"], finding["rule"], finding["line"])
        for file in json.loads(output)["files"]
        for finding in file["findings"]
    ]


def test_a_clean_file_exits_with_0(presslint: Presslint, write: Write) -> None:
    write("a.md", GOOD)
    assert presslint("check", "a.md", *ONE_RULE).code == 0


def test_a_finding_exits_with_1(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *ONE_RULE)
    assert run.code == 1
    assert "error[DAT002]" in run.out
    assert "a.md:1:35" in run.out
    assert run.err == ""


def test_a_path_without_a_command_is_checked(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    assert presslint("a.md", *ONE_RULE).code == 1
    assert presslint(*ONE_RULE, "a.md").code == 1
    assert presslint("-", *ONE_RULE, stdin=BAD.encode()).code == 1


def test_without_a_path_the_current_folder_is_checked(presslint: Presslint, write: Write) -> None:
    write("x/a.md", BAD)
    run = presslint("check", *ONE_RULE, "--format", "json")
    assert found(run.out) == [("x/a.md", "DAT002", 1)]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["--fail-on", "error"], 0),
        (["--fail-on", "warning"], 1),
        (["--fail-on", "info"], 1),
        (["--fail-on", "never"], 0),
        (["--max-warnings", "1"], 0),
        (["--max-warnings", "0"], 1),
    ],
)
def test_the_threshold_can_be_set(presslint: Presslint, write: Write, arguments: list[str], code: int) -> None:
    write("a.md", ESCAPED)
    assert presslint("check", "a.md", "--select", "EXT003", *arguments).code == code


def test_rules_are_selected_by_code_name_and_group(presslint: Presslint, write: Write) -> None:
    write("a.md", f"{BAD}\n{ESCAPED}")
    rules = {}
    for name in ("DAT002", "weekday-date-mismatch,EXT", "EXT003"):
        run = presslint("check", "a.md", "--select", name, "--format", "json")
        rules[name] = sorted({rule for _, rule, _ in found(run.out)})
    assert rules == {
        "DAT002": ["DAT002"],
        "weekday-date-mismatch,EXT": ["DAT002", "EXT003"],
        "EXT003": ["EXT003"],
    }
    run = presslint(
        "check", "a.md", "--select", "DAT002", "--select", "EXT003", "--ignore", "EXT003", "--format", "json"
    )
    assert [rule for _, rule, _ in found(run.out)] == ["DAT002"]


def test_the_json_says_what_held(presslint: Presslint, write: Write) -> None:
    write("a.md", GOOD)
    report = json.loads(presslint("check", "a.md", *ONE_RULE, "--format", "json").out)
    assert list(report) == ["version", "presslint", "today", "profile", "files", "summary"]
    assert (report["version"], report["today"], report["profile"]) == (1, "2026-03-02", "base")


def test_a_release_date_can_be_given(presslint: Presslint, write: Write) -> None:
    write("a.md", GOOD)
    run = presslint("check", "a.md", *ONE_RULE, "--release-date", "2026-02-20", "--format", "json")
    assert json.loads(run.out)["files"][0]["release_date"] == "2026-02-20"


@pytest.mark.parametrize(
    ("arguments", "environment", "german"),
    [
        (["--lang", "de"], {}, True),
        ([], {}, False),
        ([], {"PRESSLINT_LANG": "de"}, True),
        ([], {"LANG": "de_DE.UTF-8"}, True),
        ([], {"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, False),
        ([], {"LC_MESSAGES": "de_AT", "LANG": "en_GB"}, True),
        ([], {"LANG": "den"}, False),
        (["--lang", "en"], {"PRESSLINT_LANG": "de", "LANG": "de"}, False),
        ([], {"PRESSLINT_LANG": "en", "LANG": "de"}, False),
    ],
)
def test_messages_are_in_the_language_of_the_user(
    presslint: Presslint,
    write: Write,
    arguments: list[str],
    environment: dict[str, str],
    german: bool,  # noqa: FBT001
) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *ONE_RULE, *arguments, "--format", "json", environment=environment)
    (finding,) = json.loads(run.out)["files"][0]["findings"]
    assert ("Dienstag" in finding["message"]) is german


def test_the_configuration_may_set_the_language(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    write("presslint.toml", 'lang = "de"\n')
    run = presslint("check", "a.md", *ONE_RULE, "--format", "json", environment={"LANG": "en_GB"})
    assert "Dienstag" in run.out
    run = presslint("check", "a.md", *ONE_RULE, "--lang", "en", "--format", "json")
    assert "Tuesday" in run.out


def test_standard_input_is_checked(presslint: Presslint) -> None:
    run = presslint("check", "-", *ONE_RULE, "--format", "json", stdin=BAD.encode())
    assert (run.code, found(run.out)) == (1, [("-", "DAT002", 1)])


def test_standard_input_may_have_a_name(presslint: Presslint, write: Write) -> None:
    write("x/presslint.toml", 'ignore = ["DAT002"]\n')
    arguments = ("check", "-", "--format", "json", "--fail-on", "never")
    run = presslint(*arguments, "--stdin-filename", "x/a.txt", stdin=BAD.encode())
    (file,) = json.loads(run.out)["files"]
    assert (file["path"], file["format"]) == ("x/a.txt", "text")
    assert "DAT002" not in {finding["rule"] for finding in file["findings"]}


def test_several_formats_go_to_several_files(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    run = presslint(
        *("check", "a.md", *ONE_RULE, "--format", "concise", "--format", "json", "--output", "out.json"),
        *("--format=jsonl", "--output=out.jsonl"),
    )
    assert run.code == 1
    assert run.out.startswith("a.md:1:35: ")
    assert found((tmp_path / "out.json").read_text(encoding="utf-8")) == [("a.md", "DAT002", 1)]
    assert (tmp_path / "out.jsonl").read_text(encoding="utf-8").count("\n") >= 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.md", "out.json", "out.jsonl"]


def test_one_format_goes_to_one_file_in_either_order(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    run = presslint("check", "--output", "out.json", "--format", "json", "a.md", *ONE_RULE)
    assert (run.code, run.out) == (1, "")
    assert found((tmp_path / "out.json").read_text(encoding="utf-8")) == [("a.md", "DAT002", 1)]


def test_people_may_read_a_file_too(presslint: Presslint, write: Write, tmp_path: Path) -> None:
    write("a.md", BAD)
    presslint("check", "a.md", *ONE_RULE, "--color", "always", "--output", "out.txt")
    text = (tmp_path / "out.txt").read_text(encoding="utf-8")
    assert "error[DAT002]" in text
    assert "\x1b" not in text


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--format", "json", "--format", "sarif"], "standard output has a format already"),
        (["--format", "json", "--output", "a", "--format", "sarif", "--output", "a"], "has a format already"),
        (["--output", "a", "--output", "b"], "which --format is it for"),
        (["--format", "xls"], "unknown format 'xls'"),
        (["--today", "2. März"], "expected a day such as 2026-03-02"),
        (["--today", "2026-02-30"], "expected a day"),
        (["--release-date", "20260302"], "--release-date 20260302: expected a day"),
        (["--select", "DAT999"], "DAT999"),
        (["--profile", "nope"], 'unknown profile "nope"'),
        (["--config", "none.toml"], "none.toml"),
        (["--unsafe-fixes"], "add --fix or --diff"),
        (["--stdin-filename", "x.md"], "add the path -"),
        (["--fix", "-"], "give - alone"),
        (["--format", "rich", "--output", "./a.md"], "--output a.md: this is a file to check"),
        (["--output", "none/out.txt"], "none/out.txt: cannot be written"),
        (["--fail-on", "fatal"], "'fatal' is not one of"),
        (["--max-warnings", "-1"], "max-warnings"),
        (["--nonsense"], "No such option: --nonsense"),
        (["--lang", "fr"], "'fr' is not one of"),
    ],
)
def test_a_mistake_on_the_command_line_exits_with_2(
    presslint: Presslint, write: Write, arguments: list[str], message: str
) -> None:
    write("a.md", GOOD)
    run = presslint("check", "a.md", *arguments)
    assert run.code == 2
    assert message in run.err
    assert "Traceback" not in run.err
    assert run.out == ""


def test_a_mistake_in_the_environment_exits_with_2(presslint: Presslint, write: Write) -> None:
    write("a.md", GOOD)
    run = presslint("check", "a.md", environment={"PRESSLINT_LANG": "fr"})
    assert (run.code, run.err) == (2, "presslint: PRESSLINT_LANG=fr: presslint speaks de and en\n")


def test_statistics_and_quiet(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    loud = presslint("check", "a.md", *ONE_RULE).out
    quiet = presslint("check", "a.md", *ONE_RULE, "--quiet").out
    counted = presslint("check", "a.md", *ONE_RULE, "--statistics").out
    assert "1 error" in loud
    assert "1 error" not in quiet
    assert counted.count("DAT002") > loud.count("DAT002")


def test_explain_says_why(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    assert len(presslint("check", "a.md", *ONE_RULE, "--explain").out) > len(presslint("check", "a.md", *ONE_RULE).out)


def test_colours_only_where_they_are_wanted(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    assert "\x1b" not in presslint("check", "a.md", *ONE_RULE).out
    assert "\x1b[" in presslint("check", "a.md", *ONE_RULE, "--color", "always").out
    assert "\x1b" not in presslint("check", "a.md", *ONE_RULE, "--color", "never").out


def test_documents_that_nobody_looked_into_are_told(presslint: Presslint, write: Write) -> None:
    write("a.md", GOOD)
    write("b.doc", b"\xd0\xcf\x11\xe0")
    run = presslint("check", ".", *ONE_RULE)
    assert (run.code, run.err) == (0, "presslint: not looked into: 1 .doc\n")


def test_suppressed_findings_do_not_fail(presslint: Presslint, write: Write) -> None:
    write("a.md", f"<!-- presslint: ignore[DAT002] aus einem Brief -->\n{BAD}")
    run = presslint("check", "a.md", *ONE_RULE, "--format", "json")
    assert run.code == 0
    report = json.loads(run.out)
    assert report["summary"]["suppressed"] == 1
    assert [finding["state"] for finding in report["files"][0]["findings"]] == ["suppressed"]


def test_a_file_without_permission_fails(presslint: Presslint, write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    write("a.md", BAD)
    write("b.md", GOOD)

    def locked(path: str, mode: str) -> Any:
        if path == "b.md":
            raise PermissionError(13, "Permission denied")
        return Path(path).open(mode)

    monkeypatch.setattr("presslint.load.open", locked, raising=False)
    run = presslint("check", "a.md", "b.md", *ONE_RULE, "--format", "json")
    assert (run.code, found(run.out)) == (2, [("a.md", "DAT002", 1)])
    assert "permission" in json.loads(run.out)["files"][1]["error"]


def test_help_is_there_for_all_commands(presslint: Presslint) -> None:
    for command in ((), ("check",), ("fix",), ("facts",), ("rules",), ("rules", "list"), ("config", "show")):
        run = presslint(*command, "--help")
        assert (run.code, run.err) == (0, "")
        assert "Usage: presslint" in run.out


def test_nothing_at_all_shows_the_help(presslint: Presslint) -> None:
    run = presslint()
    assert run.code == 2
    assert "Usage: presslint" in run.out + run.err


def test_the_version(presslint: Presslint) -> None:
    assert presslint("--version").out.startswith("presslint 0.")


def test_statistics_are_shown_where_all_reports_go_to_files(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *ONE_RULE, "--statistics", "--output", "out.json")
    assert run.out == "1  DAT002  weekday-date-mismatch\n"
    assert presslint("check", "a.md", *ONE_RULE, "--output", "out.json").out == ""


def test_a_run_that_breaks_off_shows_no_half_statistics(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    run = presslint("check", "a.md", *ONE_RULE, "--statistics", "--output", "none/out.json")
    assert (run.code, run.out) == (2, "")


def test_paths_are_counted_where_nothing_could_be_read(presslint: Presslint, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    run = presslint("check", "empty", "none.md", "--lang", "de", "--format", "concise")
    assert "2 Pfade nicht lesbar" in run.out
    assert "keine Datei zu prüfen in diesem Ordner" in run.out
    assert "diese Datei gibt es nicht" in run.out


def test_sentences_are_broken_between_words_where_lines_have_a_width(presslint: Presslint, write: Write) -> None:
    write("a.md", BAD)
    first = presslint("check", "a.md", *ONE_RULE).out.splitlines()[0]
    narrow = presslint("check", "a.md", *ONE_RULE, environment={"COLUMNS": "50"}).out.splitlines()
    assert max(map(len, narrow)) <= 50
    assert len(first) > 50
    assert first == f"{narrow[0]} {narrow[1].strip()}"


@pytest.mark.parametrize("ignored", [False, True])
def test_what_presslint_says_itself_may_be_hidden(presslint: Presslint, write: Write, ignored: bool) -> None:  # noqa: FBT001
    write("a.txt", "Größe der Stadt.\n".encode("cp1252"))
    arguments = ("check", "a.txt", *ONE_RULE, "--format", "json")
    run = presslint(*arguments, *(["--ignore", "SYS001"] if ignored else []))
    assert [rule for _, rule, _ in found(run.out)] == ([] if ignored else ["SYS001"])
    write("presslint.toml", '[rules]\nSYS001 = "error"\n[per_path."b.txt"]\nignore = ["SYS001"]\n')
    run = presslint("check", "a.txt", "--select", "DAT002", "--format", "json")
    assert run.code == 1
    write("b.txt", "Größe der Stadt.\n".encode("cp1252"))
    assert presslint("check", "b.txt", *ONE_RULE).code == 0
