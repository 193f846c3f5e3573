import io
from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from presslint import report
from presslint.model.finding import Severity, State
from presslint.model.verdict import ExitCode, FileResult, RunInfo, RunResult, Skipped, Summary

Write = Callable[..., str]


def parsed(text: str | bytes) -> ET.Element:
    return ET.fromstring(text)  # noqa: S314 - written a moment ago by the code under test


def test_a_suite_per_file_and_a_case_per_finding(draft: Any, written: Write) -> None:
    release = draft("Am Montag, 3. März.")
    result = release.result(
        release.finding("Montag", "Es ist ein „Dienstag“ & kein <Montag>."),
        release.finding("März", "Hm.", rule="LNK006", name="insecure-http", severity=Severity.WARNING),
        release.finding("März", state=State.SUPPRESSED),
        not_checked=(Skipped("LNK016", "needs --online"),),
    )
    text = written("junit", result, FileResult("b.docx", error="not supported yet"), FileResult("c.md"))
    assert (
        text
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="presslint">
 <testsuite name="releases/a.md" tests="3" failures="1" errors="0" skipped="1">
  <testcase name="DAT002 weekday-date-mismatch: Es ist ein „Dienstag“ &amp; kein &lt;Montag&gt;." \
classname="releases/a.md">
   <failure message="Es ist ein „Dienstag“ &amp; kein &lt;Montag&gt;." type="error">\
releases/a.md:1:4: Es ist ein „Dienstag“ &amp; kein &lt;Montag&gt;.</failure>
  </testcase>
  <testcase name="LNK006 insecure-http: Hm." classname="releases/a.md">
   <system-out>warning: releases/a.md:1:15: Hm.</system-out>
  </testcase>
  <testcase name="LNK016" classname="releases/a.md">
   <skipped message="needs --online"/>
  </testcase>
 </testsuite>
 <testsuite name="b.docx" tests="1" failures="0" errors="1" skipped="0">
  <testcase name="SYS001" classname="b.docx">
   <error message="could not be read: not supported yet" type="SYS001"/>
  </testcase>
 </testsuite>
 <testsuite name="c.md" tests="1" failures="0" errors="0" skipped="0">
  <testcase name="presslint" classname="c.md"/>
 </testsuite>
</testsuites>
"""
    )


@pytest.mark.parametrize(("fail_on", "failures"), [("error", 1), ("warning", 2), ("info", 3), ("never", 0)])
def test_what_fails_a_run_is_a_failure(fail_on: str, failures: int, draft: Any) -> None:
    release = draft("Am Montag")
    result = release.result(*(release.finding("Montag", severity=severity) for severity in Severity))
    stream = io.BytesIO()
    info = RunInfo("0.1.0", "2026-03-02", "base", "en", fail_on)
    reporter = report.make("junit", stream)
    reporter.begin(info)
    reporter.file(result)
    reporter.end(RunResult(info, Summary(), ExitCode.CLEAN))
    suite = parsed(stream.getvalue())[0]
    assert suite.attrib["failures"] == str(failures)
    assert len(suite.findall("testcase/failure")) == failures
    assert suite.attrib["tests"] == str(len(suite)) == "3"


def test_characters_that_xml_cannot_hold_are_seen(draft: Any, written: Write) -> None:
    hostile = "\x00\x08\x1b\ufffe\udce4]]>\"'<!--\t\n&#0;"
    release = draft(f"x {hostile}")
    result = release.result(release.finding("x", hostile), path=f"{hostile}.md", not_checked=(Skipped("A", hostile),))
    root = parsed(written("junit", result, FileResult(hostile, error=hostile), abort=hostile))
    message = root.find("testsuite/testcase/failure")
    assert message is not None
    assert message.attrib["message"] == "\\x00\\x08\\x1b\\ufffe\\udce4]]>\"'<!--    \\x0a&#0;"


def test_a_run_that_breaks_off_is_an_error(draft: Any, written: Write) -> None:
    root = parsed(written("junit", draft("x").result(), abort="disk full"))
    assert [suite.attrib["errors"] for suite in root] == ["0", "1"]
    error = root.find("testsuite/testcase/error")
    assert error is not None
    assert error.attrib["message"] == "The run did not finish: disk full"
