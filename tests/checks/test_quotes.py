from datetime import date

import pytest

from presslint.checks import Context, find
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.values import Quoted


def found(text: str, format_: str = "text") -> list[tuple[str, str]]:
    declared = find("quotes.balanced")
    release = load(source_from_bytes(text.encode(), "a"), format=format_)
    result = []
    for hit in declared.run(Context(release, Facts(release), date(2026, 3, 3)), declared.params()):
        assert set(hit.args) == set(declared.says)
        shown = hit.args["text"]
        assert isinstance(shown, Quoted)
        result.append((hit.case, shown.text))
    return result


def test_a_mark_is_shown_with_what_it_opens_or_closes() -> None:
    text = "Die Bürgermeisterin der Stadt Ahrenfeld sagte dazu: „Das müssen wir im Rat der Stadt noch besprechen."
    assert found(text) == [("open", "„Das müssen wir im Rat der Stadt noch …")]
    text = "Das müssen wir im Rat der Stadt noch besprechen“, sagte die Bürgermeisterin dazu."
    assert found(text) == [("closing", "… wir im Rat der Stadt noch besprechen“")]


@pytest.mark.parametrize(
    "text",
    [
        "„Das ist gut“, sagte die Bürgermeisterin der Stadt.",
        'Das Brett misst 27" und ist 5\' 10" lang, sagte die Bürgermeisterin.',
        'Das " Haus ist "fertig", sagte "" sie.',
        'Das Haus ist x"y fertig, sagte sie.',
        "Das Haus“und der Garten sind fertig, sagte die Bürgermeisterin.",
        "",
    ],
)
def test_marks_that_leave_no_doubt_or_too_much(text: str) -> None:
    assert found(text or "Ende.") == []
