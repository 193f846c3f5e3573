"""Markdown of site generators: shortcodes, Liquid tags and components are no text, what stands in them is."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.load.templating import filled, outside, template_spans

FRONT = "---\ntitle: Neues Bad\n---\n\n"


def read(text: str, path: str = "a.md") -> list[str]:
    """Return the blocks that a reader sees."""
    release = load(source_from_bytes(text.encode(), path))
    return [block.span.of(release.text) for block in release.blocks]


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ('{{< figure src="bad.jpg" caption="Bad" >}}\n\nDas Bad öffnet.', ["Das Bad öffnet."]),
        ("{{% note %}}\nDas **Bad** öffnet.\n{{% /note %}}", ["Das Bad öffnet."]),
        ("Das {{<b>}}Bad{{</b>}} öffnet.", ["Das Bad öffnet."]),
        ("{% include kontakt.html %}\nDas Bad öffnet.", ["Das Bad öffnet."]),
        ("{% if a %}Das Bad{% endif %} öffnet.", ["Das Bad öffnet."]),
        ("Das Bad {% a %} öffnet.", ["Das Bad öffnet."]),
        ("Das Bad, sagt {{ site.name }} heute.", ["Das Bad, sagt {{ site.name }} heute."]),
        (FRONT + "Das Bad, sagt {{ site.name | upcase }} heute.", ["Das Bad, sagt heute."]),
        (FRONT + "Mehr unter {{ '/bad' | relative_url }} im Netz.", ["Mehr unter im Netz."]),
        (FRONT + "Guten Tag {{Name}}!", ["Guten Tag {{Name}}!"]),
        ("Geschrieben wird das `{{< b >}}` so.", ["Geschrieben wird das {{< b >}} so."]),
        ("```\n{{< b >}}\n```\n\nDas {{< b >}}Bad.", ["{{< b >}}", "Das Bad."]),
    ],
)
def test_templates_are_no_text(text: str, blocks: list[str]) -> None:
    assert read(text) == blocks


@pytest.mark.parametrize(
    ("text", "blocks"),
    [
        ("import A from './a'\n\nDas Bad öffnet.", ["Das Bad öffnet."]),
        ("export const meta = {\n  a: {b: 1}\n}\n\nDas Bad öffnet.", ["Das Bad öffnet."]),
        ("<Note type='info'>\n  **Das Bad** öffnet.\n</Note>", ["Das Bad öffnet."]),
        ("<Note title={`a > ${b}`}>Das Bad</Note> öffnet.", ["Das Bad öffnet."]),
        ("<Tabs>\n## Bad\n- eins\n- zwei\n</Tabs>", ["Bad", "eins", "zwei"]),
        ("<>Das Bad</> öffnet.<Map lat={1} />", ["Das Bad öffnet."]),
        ("Das <div className={a}>Bad</div> öffnet.", ["Das Bad öffnet."]),
        ('Das Bad {/* prüfen */}kostet {preis} Euro und {"Eintritt"}.', ["Das Bad kostet Euro und Eintritt."]),
        ("{items.map(i => <Item key={i}>{i}</Item>)}\n\nDas Bad.", ["Das Bad."]),
        ("Das Bad { öffnet <A b und 3 < 5.", ["Das Bad { öffnet <A b und 3 < 5."]),
        ("Das Bad <A {b öffnet.", ["Das Bad <A {b öffnet."]),
    ],
)
def test_components_are_no_text_but_what_stands_in_them_is(text: str, blocks: list[str]) -> None:
    assert read(text, "a.mdx") == blocks


def test_in_other_markdown_braces_are_text() -> None:
    assert read("Das {Bad} öffnet.") == ["Das {Bad} öffnet."]


@settings(max_examples=80, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["{{<", ">}}", "{%", "%}", "{", "}", "<A>", "</A>", "<A b={", "Bad", " ", "\n", "\n\n", "**", "`", '"', "#"]
        ),
        max_size=30,
    ).map("".join)
)
def test_every_place_is_right_whatever_stands_there(text: str) -> None:
    for path in ("a.md", "a.mdx"):
        try:
            release = load(source_from_bytes(text.encode(), path))
        except LoadError:
            continue
        spans = template_spans(text, 0, components=path == "a.mdx")
        assert len(filled(text, spans)) == len(text)
        kept = "".join(text[start:end] for start, end in outside(spans, 0, len(text)))
        assert len(kept) + sum(end - start for start, end in spans) == len(text)
        assert "Bad" not in kept or "Bad" in release.text


@pytest.mark.parametrize("text", ["<A " * 30_000, "{" * 100_000, '<A "' * 30_000, "{{<" * 30_000, "```\n{%" * 10_000])
def test_unfinished_templates_take_linear_time(text: str) -> None:
    begin = time.process_time()
    template_spans(text, 0, components=True)
    assert time.process_time() - begin < 3
