from collections.abc import Callable
from typing import Any
from xml.etree import ElementTree as ET

from presslint.model.finding import Severity, State
from presslint.model.verdict import FileResult

Write = Callable[..., str]


def test_an_element_per_file_and_per_finding(draft: Any, written: Write) -> None:
    release = draft("Am Montag, 3. März.")
    result = release.result(
        release.finding("Montag", "Es ist ein „Dienstag“ & kein <Montag>."),
        release.finding("März", "Hm.", rule="LNK006", severity=Severity.WARNING),
        release.finding("März", severity=Severity.INFO),
        release.finding("März", state=State.SUPPRESSED),
        release.finding("März", state=State.BASELINED),
    )
    assert (
        written("checkstyle", result, FileResult("b.pdf", error="truncated"), FileResult("c.md"))
        == """\
<?xml version="1.0" encoding="UTF-8"?>
<checkstyle version="4.3">
 <file name="releases/a.md">
  <error line="1" column="4" severity="error" message="Es ist ein „Dienstag“ &amp; kein &lt;Montag&gt;." \
source="presslint.DAT002"/>
  <error line="1" column="15" severity="warning" message="Hm." source="presslint.LNK006"/>
  <error line="1" column="15" severity="info" message="Something is wrong here." source="presslint.DAT002"/>
 </file>
 <file name="b.pdf">
  <error line="1" column="1" severity="error" message="could not be read: truncated" source="presslint.SYS001"/>
 </file>
 <file name="c.md">
 </file>
</checkstyle>
"""
    )


def test_hostile_text_stays_text(draft: Any, written: Write) -> None:
    hostile = "\x00\x1b\ufffe]]>\"'<!--\n&#0;</error>"
    release = draft("x")
    result = release.result(release.finding("x", hostile), path=f"{hostile}.md")
    root = ET.fromstring(written("checkstyle", result, abort=hostile))  # noqa: S314 - written a moment ago
    assert [element.tag for element in root] == ["file", "file"]
    assert "</error>" in root[0][0].attrib["message"]
    assert root[1][0].attrib["source"] == "presslint.aborted"
