import pytest

from presslint.text.escapes import visible_escapes


def found(text: str) -> list[tuple[str, str, str]]:
    return [(escape.span.of(text), escape.plain, escape.kind) for escape in visible_escapes(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ahrenfeld\\_lebt", [("\\_", "_", "backslash")]),
        ("ahrenfeld\\\\_lebt", [("\\\\_", "_", "backslash")]),
        ("die \\'HOT SPOTS\\'", [("\\'", "'", "backslash"), ("\\'", "'", "backslash")]),
        ("Bürger\\*innen", [("\\*", "*", "backslash")]),
        ("Hart &amp; Sons", [("&amp;", "&", "entity")]),
        ("B&uuml;rger&nbsp;da", [("&uuml;", "ü", "entity"), ("&nbsp;", "\u00a0", "entity")]),
        ("5 &#8211; 6 &#x2013; 7", [("&#8211;", "–", "entity"), ("&#x2013;", "–", "entity")]),
        ("Ende.\\nAnfang", [("\\n", " ", "control")]),
        ("Ende.\\n\\nAnfang", [("\\n", " ", "control"), ("\\n", " ", "control")]),
        ("Ende\\t", [("\\t", " ", "control")]),
    ],
)
def test_escapes_that_show(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "C:\\_Presse\\neu",
        "„C:\\_Presse\\neu“",
        "\\\\server\\_presse",
        "%TEMP%\\_alt",
        "\\d+\\_\\w+",
        "\\frac{a\\_1}{b}",
        "$a\\_1$",
        "¯\\_(ツ)_/¯",
        "der Befehl \\nur hier",
        "R&D; AT&T, &foo; & so",
        "a \\n b",
        "Hart & Sons",
        "\\\\nAnfang",
    ],
)
def test_what_is_no_escape(text: str) -> None:
    assert found(text) == []
