from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from presslint.checks import Context
from presslint.engine import run
from presslint.engine.run import check_path, check_source, lint
from presslint.facts import Facts
from presslint.load import source_from_bytes
from presslint.model.facts import ReleaseDate
from presslint.model.finding import Hit, Severity, State
from presslint.model.options import Options
from presslint.model.release import Note, Release
from presslint.model.rule import BoundRule
from presslint.model.source import Source
from presslint.model.values import Words
from presslint.model.verdict import Skipped
from presslint.text.span import SourceSpan

MakeRule = Callable[..., BoundRule]
Read = Callable[..., Release]
TEXT = "# Titel der Meldung\n\nDas ist schlecht und das ist auch schlecht.\n"
GERMAN = "---\nlanguage: de\n---\n" + TEXT


def broken(ctx: Context, params: Any) -> Iterator[Hit]:
    yield Hit(None, {"what": "x"})
    raise ZeroDivisionError(ctx.release.text)


def test_hits_become_findings_in_order(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule()], options)
    assert [(one.rule, one.where.line, one.where.column, one.message) for one in result.findings] == [
        ("DAT002", 3, 9, "Found schlecht."),
        ("DAT002", 3, 35, "Found schlecht."),
    ]
    assert (result.path, result.format, result.text, result.crashed) == ("a.md", "markdown", TEXT, False)
    assert len({one.fingerprint for one in result.findings}) == 2


def test_messages_are_in_the_language_of_the_user(make_rule: MakeRule, read: Read, options: Options) -> None:
    (finding, _) = lint(read(TEXT), [make_rule(becomes="gut")], options._replace(language="de")).findings
    assert finding.message == "Gefunden: schlecht."
    assert finding.fixes[0].title == "schlecht anders schreiben"


def test_a_house_may_set_the_severity(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule(house_severity=Severity.INFO)], options)
    assert {one.severity for one in result.findings} == {Severity.INFO}


def test_a_crash_is_a_finding_and_the_others_run(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule("DAT001", run=broken), make_rule()], options)
    crash, *others = result.findings
    assert (crash.rule, crash.severity) == ("SYS008", Severity.ERROR)
    assert crash.message.startswith("Rule DAT001 failed with ZeroDivisionError (run.py:")
    assert "Titel" not in crash.message, "an error may quote the release, and logs travel"
    assert [one.rule for one in others] == ["DAT002", "DAT002"]
    assert result.crashed
    assert result.not_checked == (Skipped("DAT001", "failed (SYS008)"),)


def test_a_message_with_a_hole_is_a_crash(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule(message=Words("{hole}.", "{hole}."))], options)
    assert [one.rule for one in result.findings] == ["SYS008"]


def test_a_crash_of_the_facts_is_a_finding(read: Read, options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(self: Facts, kind: type) -> ReleaseDate:
        raise RecursionError

    monkeypatch.setattr(Facts, "one", fail)
    result = lint(read(TEXT), [], options)
    assert [one.message.partition(" (")[0] for one in result.findings] == [
        "Rule facts.language failed with RecursionError",
        "Rule facts.release_date failed with RecursionError",
    ]
    assert (result.crashed, result.language, result.release_date) == (True, "", None)


def test_a_rule_for_another_format_does_not_apply(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule(formats=("text",))], options)
    assert (result.findings, result.not_checked) == ((), ())


@pytest.mark.parametrize(
    ("ui", "reason"),
    [("en", "is not made for the language de"), ("de", "ist nicht für die Sprache de gemacht")],
)
def test_a_rule_for_another_language_is_listed(
    make_rule: MakeRule, read: Read, options: Options, ui: str, reason: str
) -> None:
    result = lint(read(GERMAN), [make_rule(languages=("en",))], options._replace(language=ui))
    assert result.findings == ()
    assert result.not_checked == (Skipped("DAT002", reason),)


def test_a_rule_for_some_languages_needs_one(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read("4711\n", "a.txt"), [make_rule(languages=("de",))], options)
    assert result.not_checked == (Skipped("DAT002", "the language of the text is unknown"),)


def test_a_rule_that_needs_the_release_date_waits_for_it(make_rule: MakeRule, read: Read, options: Options) -> None:
    rule = make_rule(requires=("release_date",))
    without = lint(read(TEXT), [rule], options)
    assert without.not_checked == (Skipped("DAT002", "the release date is unknown (SYS006)"),)
    assert without.release_date is None
    dated = lint(read(f"---\ndate: 2018-02-23\n---\n{TEXT}"), [rule], options)
    assert dated.release_date == "2018-02-23"
    assert len(dated.findings) == 2


def test_a_rule_with_an_unknown_need_is_listed(make_rule: MakeRule, read: Read, options: Options) -> None:
    result = lint(read(TEXT), [make_rule(requires=("network",))], options)
    assert result.not_checked == (Skipped("DAT002", "needs network (SYS004)"),)


def test_what_the_loader_repaired_is_told(read: Read, options: Options) -> None:
    release = read(TEXT)
    note = Note("SYS001", "legacy-encoding", (("encoding", "Windows-1252"),), SourceSpan(2, 7))
    (finding,) = lint(release._replace(notes=(note,)), [], options).findings
    assert (finding.rule, finding.severity, finding.where.line, finding.where.column) == (
        "SYS001",
        Severity.WARNING,
        1,
        3,
    )


def test_a_legacy_encoding_is_a_finding_not_a_crash(options: Options) -> None:
    source = source_from_bytes("# Größe\n\nGrößer als gedacht.\n".encode("cp1252"), "a.md")
    result = check_source(source, [], options)
    assert [one.rule for one in result.findings] == ["SYS001"]
    assert result.error is None


def test_suppressed_findings_keep_their_place(make_rule: MakeRule, read: Read, options: Options) -> None:
    text = "<!-- presslint: ignore[DAT002] so gesagt -->\nDas ist schlecht.\n\nAuch schlecht.\n"
    result = lint(read(text), [make_rule()], options)
    assert [(one.where.line, one.state, one.reason) for one in result.findings] == [
        (2, State.SUPPRESSED, "so gesagt"),
        (4, State.REPORTED, ""),
    ]


def test_a_file_that_cannot_be_read_has_an_error(tmp_path: Path, options: Options) -> None:
    result = check_path(str(tmp_path / "none.md"), [], options)
    assert result.error
    assert result.findings == ()
    assert check_path(str(tmp_path), [], options, shown="folder").path == "folder"


def test_a_file_is_read_and_checked(make_rule: MakeRule, tmp_path: Path, options: Options) -> None:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    result = check_path(str(path), [make_rule()], options, shown="a.md")
    assert (result.path, len(result.findings)) == ("a.md", 2)


def test_a_source_that_is_not_what_its_name_says_has_an_error(options: Options) -> None:
    result = check_source(Source("a.docx", "Text"), [], options)
    assert result.error
    assert "this is plain text, although its name says a Word document" in result.error


def test_a_fault_of_the_loader_is_the_error_of_that_file(options: Options, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> Release:
        raise IndexError("secret text")

    monkeypatch.setattr(run, "load", fail)
    result = check_source(Source("a.md", "Text"), [], options)
    assert result.crashed
    assert result.error
    assert result.error.startswith("presslint failed to read this file: IndexError (run.py:")
    assert "secret" not in result.error


def test_an_interrupt_is_not_a_crash(make_rule: MakeRule, read: Read, options: Options) -> None:
    def interrupted(ctx: Context, params: Any) -> Iterator[Hit]:
        yield Hit(None, {"what": "x"})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        lint(read(TEXT), [make_rule(run=interrupted)], options)
