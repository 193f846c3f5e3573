"""Outputs against the schemas of the programs that read them, also when the release is hostile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from presslint.model.finding import Severity, State
from presslint.model.verdict import FileResult, Skipped

etree = pytest.importorskip("lxml.etree", reason="lxml is not here")

Write = Callable[..., str]
HOSTILE = "\x00\x1b[2J%0A::error::]]>&<\"'\u202e\ufeff\ufffe😀\\\r\n</error></failure><!--"


@pytest.mark.parametrize("abort", ["", HOSTILE])
@pytest.mark.parametrize("name", ["junit", "checkstyle"])
def test_xml_is_valid_by_its_schema(name: str, abort: str, draft: Any, written: Write) -> None:
    schema = etree.XMLSchema(etree.parse(str(Path(__file__).parent / "data" / f"{name}.xsd")))
    release = draft(f"Vor {HOSTILE} nach")
    results = [
        release.result(
            *(release.finding(HOSTILE, HOSTILE, severity=severity) for severity in Severity),
            release.finding("Vor", state=State.SUPPRESSED),
            release.finding("Vor", span=None),
            path=f"{HOSTILE}.md",
            not_checked=(Skipped("LNK016", HOSTILE),),
        ),
        FileResult("b.pdf", error=HOSTILE),
        FileResult("c.md"),
    ]
    root = etree.fromstring(written(name, *results, abort=abort).encode())
    schema.assertValid(root)
    told = [element for element in root.iter() if element.tag in {"error", "failure", "system-out"}]
    assert len(told) >= 4
