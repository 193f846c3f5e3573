from collections.abc import Callable

import pytest

from presslint.errors import LoadError
from presslint.load import xml_story
from presslint.load.xml_story import Story, cut
from presslint.model.release import MarkKind, TraceKind


@pytest.mark.parametrize("what", ["paragraphs", "line breaks", "marks", "changes and comments"])
def test_no_release_has_as_many(monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    monkeypatch.setattr(xml_story, "MOST", 3)
    story = Story()
    story.open()
    more: dict[str, Callable[[], object]] = {
        "paragraphs": story.open,
        "line breaks": story.line_break,
        "marks": lambda: story.mark(MarkKind.LINK, 0),
        "changes and comments": lambda: story.trace(TraceKind.DELETION, "x"),
    }
    for _ in range(3 - (what == "paragraphs")):
        more[what]()
    with pytest.raises(LoadError, match=f"more than 200000 {what}") as caught:
        more[what]()
    assert caught.value.german


def test_the_text_since_a_place() -> None:
    story = Story()
    story.open()
    for part in ("Das ", "Bad ", "öffnet"):
        story.text(part)
    assert [story.since(start) for start in (0, 4, 6, 14, 99)] == ["Das Bad öffnet", "Bad öffnet", "d öffnet", "", ""]


def test_what_is_no_text_of_a_line_is_a_blank() -> None:
    story = Story()
    story.open()
    story.text("a\nb\r\x85c\u2029d")
    story.close()
    assert story.whole() == "a b  c d"


def test_a_trace_keeps_its_lines_and_nothing_that_is_blank() -> None:
    assert cut("  Stadt \t Ahrenfeld\n\n Presse\u2028stelle ") == "Stadt Ahrenfeld\nPresse\nstelle"
    assert len(cut("wort " * 1000)) == 500
