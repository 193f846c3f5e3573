import json
from collections.abc import Callable
from typing import Any

import jsonschema

from presslint.model.finding import Safety, State
from presslint.model.verdict import FileResult

Write = Callable[..., str]

# what reviewdog's DiagnosticResult allows; its reader refuses fields that it does not know
_POSITION = {
    "type": "object",
    "properties": {"line": {"type": "integer", "minimum": 1}, "column": {"type": "integer", "minimum": 1}},
    "additionalProperties": False,
}
_RANGE = {
    "type": "object",
    "properties": {"start": _POSITION, "end": _POSITION},
    "required": ["start"],
    "additionalProperties": False,
}
_LOCATION = {
    "type": "object",
    "properties": {"path": {"type": "string"}, "range": _RANGE},
    "required": ["path"],
    "additionalProperties": False,
}
_SUGGESTION = {
    "type": "object",
    "properties": {"range": _RANGE, "text": {"type": "string"}},
    "required": ["range", "text"],
    "additionalProperties": False,
}
_CODE = {
    "type": "object",
    "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
    "additionalProperties": False,
}
_DIAGNOSTIC = {
    "type": "object",
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": _LOCATION,
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "code": _CODE,
        "suggestions": {"type": "array", "items": _SUGGESTION},
    },
    "required": ["message", "location"],
    "additionalProperties": False,
}
SCHEMA = {
    "type": "object",
    "properties": {
        "source": {"type": "object", "properties": {"name": {"type": "string"}}, "additionalProperties": False},
        "diagnostics": {"type": "array", "items": _DIAGNOSTIC},
    },
    "required": ["diagnostics"],
    "additionalProperties": False,
}


def parsed(text: str) -> Any:
    value = json.loads(text)
    jsonschema.validate(value, SCHEMA)
    return value["diagnostics"]


def test_columns_count_bytes_and_single_edits_are_suggested(draft: Any, written: Write) -> None:
    release = draft("Eins\nDü Montag, 3. März.")
    one = release.fix("Write Dienstag", Safety.MANUAL, ("Montag", "Dienstag"))
    two = release.fix("Write both", Safety.MANUAL, ("Montag", "Dienstag"), ("März", "Mai"))
    finding = release.finding("Montag", fixes=[one, two], related=[("März", "the month")], url="https://x/DAT002")
    (diagnostic,) = parsed(written("rdjson", release.result(finding)))
    assert diagnostic["location"] == {
        "path": "releases/a.md",
        "range": {"start": {"line": 2, "column": 5}, "end": {"line": 2, "column": 11}},
    }
    assert diagnostic["suggestions"] == [{"range": diagnostic["location"]["range"], "text": "Dienstag"}]
    assert diagnostic["code"] == {"value": "DAT002", "url": "https://x/DAT002"}
    assert diagnostic["message"] == "Something is wrong here.\n2:15: the month"


def test_what_has_no_place_has_no_range(draft: Any, written: Write) -> None:
    release = draft("x")
    elsewhere = release.finding("x", span=None)
    unread, hit = parsed(written("rdjson", FileResult("b.docx", error="empty"), release.result(elsewhere)))
    assert unread["location"] == {"path": "b.docx"}
    assert unread["code"] == {"value": "SYS001"}
    assert "range" not in hit["location"]


def test_hidden_findings_are_left_out_and_a_broken_run_is_told(draft: Any, written: Write) -> None:
    release = draft("x")
    hidden = [release.finding("x", state=state) for state in (State.SUPPRESSED, State.BASELINED)]
    assert parsed(written("rdjson", release.result(*hidden))) == []
    (broken,) = parsed(written("rdjson", abort="interrupted"))
    assert "interrupted" in broken["message"]
