from datetime import date

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load import frontmatter, load
from presslint.load.frontmatter import read_front_matter
from presslint.load.frontmatter_yaml import read_flat, read_yaml
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin
from presslint.model.source import Source


def fields(text: str) -> tuple[Field, ...]:
    return read_front_matter(text, {})[0]


def values(text: str) -> dict[str, str]:
    return {field.key: field.value for field in fields(text)}


def body(text: str) -> str:
    return text[read_front_matter(text, {})[1] :]


def places(text: str) -> dict[str, str]:
    return {field.key: field.span.of(text) for field in fields(text) if field.span is not None}


YAML = """---
title: "Bad: eröffnet"   # die Zeile
date: 2018-02-30
phone: 0211
time: 12:30:45
draft: no
empty:
nothing: ~
name: 'Max ''der'' Muster'
tags:
- a
- "b"
contact:
  telefon: 0211 837-0
  e-mail: presse@stadt-ahrenfeld.de
text: |
  eins
  zwei
folded: >-
  drei
  vier
list: [x, {y: z}]
---
Text.
"""


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_blank_lines_may_stand_before_the_fence(end: str) -> None:
    text = end.join(("", "  ", "---", "date: 2026-03-02", "---", "Der Text."))
    assert places(text) == {"date": "2026-03-02"}
    assert body(text) == "Der Text."
    assert read_front_matter("\n\nDer Text.", {}) == ((), 0)


def test_yaml_values_stay_texts_as_written() -> None:
    assert values(YAML) == {
        "title": "Bad: eröffnet",
        "date": "2018-02-30",
        "phone": "0211",
        "time": "12:30:45",
        "draft": "no",
        "empty": "",
        "nothing": "",
        "name": "Max 'der' Muster",
        "tags[0]": "a",
        "tags[1]": "b",
        "contact.telefon": "0211 837-0",
        "contact.e-mail": "presse@stadt-ahrenfeld.de",
        "text": "eins\nzwei",
        "folded": "drei vier",
        "list[0]": "x",
        "list[1].y": "z",
    }
    assert body(YAML) == "Text.\n"
    assert {field.origin for field in fields(YAML)} == {FieldOrigin.FRONTMATTER}


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_yaml_values_know_their_places(end: str) -> None:
    found = places(YAML.replace("\n", end))
    assert found["title"] == "Bad: eröffnet"
    assert found["date"] == "2018-02-30"
    assert found["name"] == "Max ''der'' Muster"
    assert found["tags[1]"] == "b"
    assert found["contact.e-mail"] == "presse@stadt-ahrenfeld.de"
    assert found["text"] == f"eins{end}  zwei"
    assert found["list[1].y"] == "z"
    assert found["empty"] == ""


TOML = '''+++
title = "Bad \\u00e4"  # die Zeile
date = 2018-02-23 10:00:00
"weight" = 1.5
draft = false
[contact]
phone = '0211 837-0'
lines = [ "a", # eins
  ["b", 2], {x.y = "c", z = true} ]
[[links]]
url = "https://a.de"
[[links]]
url = """
eins
zwei"""
[links.sub]
x = 1
+++
Text.
'''


def test_toml_values_stay_texts_as_written() -> None:
    assert values(TOML) == {
        "title": "Bad ä",
        "date": "2018-02-23 10:00:00",
        "weight": "1.5",
        "draft": "false",
        "contact.phone": "0211 837-0",
        "contact.lines[0]": "a",
        "contact.lines[1][0]": "b",
        "contact.lines[1][1]": "2",
        "contact.lines[2].x.y": "c",
        "contact.lines[2].z": "true",
        "links[0].url": "https://a.de",
        "links[1].url": "eins\nzwei",
        "links[1].sub.x": "1",
    }
    assert body(TOML) == "Text.\n"
    found = places(TOML.replace("\n", "\r\n"))
    assert found["title"] == "Bad \\u00e4"
    assert found["date"] == "2018-02-23 10:00:00"
    assert found["contact.lines[2].z"] == "true"


JSON = """{
  "title": "Bad \\u00e4",
  "date": "2018-02-23",
  "n": [1.5e3, null, true, {}, []],
  "c": {"x": "y"}
}
Text.
"""


def test_json_values_stay_texts_as_written() -> None:
    assert values(JSON) == {
        "title": "Bad ä",
        "date": "2018-02-23",
        "n[0]": "1.5e3",
        "n[1]": "",
        "n[2]": "true",
        "c.x": "y",
    }
    assert body(JSON) == "Text.\n"
    assert places(JSON)["title"] == "Bad \\u00e4"
    assert places(JSON)["n[0]"] == "1.5e3"
    assert values("{}\nText") == {}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("---\ntitle: a\ndate: x\ntitle: b\n---\n", "line 4: .* the key 'title' stands there twice"),
        ("---\ncontact:\n  a: 1\n  a: 2\n---\n", "line 4: .* the key 'a' stands there twice"),
        ("---\ntitle: a: b\n---\n", "line 2: .*mapping values are not allowed"),
        ("---\ntitle: &x a\nb: *x\n---\n", r"line 2: .* anchors \(&x\)"),
        ("---\ntitle: a\nb: *x\n---\n", r"line 3: .* aliases \(\*x\)"),
        ("---\ntitle: !!int 5\n---\n", "line 2: .* tags"),
        ('---\ntitle: "offen\nb: c\n---\n', "line 2: .*end of stream"),
        ("---\ntitle: " + "[" * 100_000 + "\n---\n", "line 2: .* nested more than 20 levels"),
        ("---\ntitle: {[a]: b}\n---\n", "line 2: .* a key must be a plain text"),
        ("---\ntitle: a\x07b\n---\n", "line 2: .* a character that YAML does not allow"),
        ("---\ntitle: a\n\tb: c\n---\n", "line 3: "),
        ("+++\ntitle = \n+++\n", "line 2: .* invalid value"),
        ("+++\ntitle = 1\ntitle = 2\n+++\n", "line 3: .* cannot overwrite a value"),
        ("+++\ntitle = 'offen\n+++\n", "line 2: "),
        ("+++\ntitle = [\n+++\n", "line 2: "),
        ("+++\ntitle = " + "[" * 50 + "\n+++\n", "line 2: .* nested more than 20 levels"),
        ("+++\n" + "a." * 50 + "a = 1\ntitle = 1\nb = 2\n+++\n", "line 2: .* nested more than 20 levels"),
        ('{"title": }\n', "line 1: .* a value was expected"),
        ('{"title": "a", "title": "b"}\n', "line 1: .* the key 'title' stands there twice"),
        ('{"title" "a"}\n', "line 1: .* a colon was expected"),
        ('{"title": "a" "b"}\n', "line 1: .* a comma or } was expected"),
        ('{"title": ["a"\n', r"line 2: .* a comma or \] was expected"),
        ('{"title": "a", b}\n', "line 1: .* a key in quotation marks"),
        ('{"title": "a\n', "line 1: .* control character"),
        ('{"title": "a"} Text\n', "line 1: .* the closing brace must be the last sign"),
        ('{"a": ' + "[" * 50 + "\n", "line 1: .* nested more than 20 levels"),
    ],
)
def test_front_matter_that_cannot_be_read_names_line_and_reason(text: str, reason: str) -> None:
    with pytest.raises(LoadError, match=f"(?i)^{reason}"):
        read_front_matter(text, {})


@pytest.mark.parametrize(
    "text",
    [
        "Text.",
        "---\nnie geschlossen: ja\n\nText.",
        "---\n\nEin Absatz.\n\n---\nMehr.",
        "---\nEin Absatz ohne Schlüssel.\n---\nMehr.",
        "---\n- eins\n- zwei\n---\nMehr.",
        "---\nnur ein Wort\n---\n",
        "---\nHinweis: eine Zeile,\nund ein *Absatz*: mehr [x\n\nMehr Text.\n---\n",
        "----\na: b\n----\n",
        "+++ Eilmeldung +++\nText",
        "+++\nText ohne Zeichen\n+++\n",
        "+++\nnie geschlossen = 1",
        "{ unklar }\nText",
        "{{ vorlage }}\n",
    ],
)
def test_what_only_looks_like_front_matter_is_text(text: str) -> None:
    assert read_front_matter(text, {}) == ((), 0)


def test_empty_front_matter_is_no_text() -> None:
    assert body("---\n---\nText.") == "Text."
    assert body("---\n\n...\nText.") == "Text."


def test_too_long_front_matter_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(frontmatter, "MAX_LENGTH", 30)
    with pytest.raises(LoadError, match=r"line 2: .* more than 30 characters"):
        fields("---\ntitle: " + "a" * 50 + "\n---\n")
    assert fields("---\n" + "Ein Absatz. " * 9 + "\n---\n") == ()
    monkeypatch.setattr("presslint.load.frontmatter_json.MAX_LENGTH", 30)
    with pytest.raises(LoadError, match=r"line 1: .* more than 30 characters"):
        fields('{"a": "' + "a" * 50 + '", "b": 1}\n')


@pytest.mark.parametrize(
    ("key", "name"),
    [
        ("title", "title"),
        ("Headline", "title"),
        ("Überschrift", "title"),
        ("Untertitel", "subtitle"),
        ("datum", "date"),
        ("release_date", "date"),
        ("lastmod", "updated"),
        ("Stand", "updated"),
        ("expiryDate", "expires"),
        ("embargo-until", "embargo"),
        ("Sperrfrist", "embargo"),
        ("sprache", "language"),
        ("Herausgeber", "issuer"),
        ("autorin", "author"),
        ("slug", "slug"),
        ("teaser", "summary"),
        ("layout", "layout"),
        ("unbekannt", "unbekannt"),
    ],
)
def test_keys_stand_for_release_fields(key: str, name: str) -> None:
    (field,) = fields(f"---\n{key}: x1\n---\n")
    assert (field.name, field.key) == (name, key)


def test_nested_keys_keep_their_parts() -> None:
    text = "---\npressekontakt:\n- Telefon: '1'\n  Mail: x\n  rolle: y\nauthors: [a, b]\nimage: {src: c}\n---\n"
    assert [field.name for field in fields(text)] == [
        *("contact.phone", "contact.email", "contact.rolle", "author", "author", "image.src")
    ]


def test_the_publishing_date_is_the_date_only_where_no_key_says_so_itself() -> None:
    both = fields("---\npublishDate: 2018-01-02\ndate: 2018-01-01\n---\n")
    assert [(field.name, field.value) for field in both] == [("published", "2018-01-02"), ("date", "2018-01-01")]
    (alone,) = fields("---\npublished_at: 2018-01-02\n---\n")
    assert alone.name == "date"
    (flag,) = fields("---\npublished: true\n---\n")
    assert flag.name == "published"


def test_the_house_names_its_own_keys() -> None:
    house = House(fields={"erscheint": "date", "meta.tag": "embargo", "date": "entered"})
    release = load(Source("a.md", "---\nerscheint: 2018\nmeta: {tag: x}\ndate: y\n---\n"), house)
    assert [field.name for field in release.fields] == ["date", "embargo", "entered"]


def test_the_declared_language_is_a_primary_subtag() -> None:
    assert load(Source("a.md", "---\nlang: de_AT\n---\nText")).language == "de"
    assert load(Source("a.md", "---\nlanguage: EN-gb\n---\nText")).language == "en"
    assert load(Source("a.md", "---\nlanguage:\n---\nText")).language == ""
    assert load(Source("a.md", "---\nlang: Deutsch\n---\nText")).language == "de"
    assert load(Source("a.md", "---\nlang: xx\n---\nText")).language == "", "what is no language declares none"
    assert load(Source("a.md", "---\nlang: xx\nlocale: sv_SE\n---\nText")).language == "sv"


def test_front_matter_is_no_part_of_the_prose() -> None:
    release = load(Source("a.md", YAML))
    assert release.text == "Text."
    title = release.field("title")
    assert title is not None
    assert title.value == "Bad: eröffnet"


KEYS = st.sampled_from(["title", "date", "Ort_2", "über", "a-b", "y", "null", "x" * 20])
SCALARS = st.one_of(
    st.text(alphabet="ab1 .,-:#'\"\\[]{}&*!|>%@`?=~äé😀\t\u00a0", max_size=12),
    st.sampled_from(
        ["2018-02-30", "0211", "no", "~", "null", "12:30", "https://a.de/#x", "a: b", "a #b", '"a"', "'b'", ""]
    ),
    st.dates().map(date.isoformat),
)
LINES = st.one_of(
    st.tuples(KEYS, st.sampled_from([": ", ":", ":  ", " : "]), SCALARS).map("".join),
    st.sampled_from(["", "# x", "  # y", "- a", "  b: c", "a", "...", "? x", "key:", "key: ", "key: |", "  text"]),
)


@given(st.lists(LINES, min_size=1, max_size=5), st.sampled_from(["\n", "\r\n"]))
@settings(deadline=None, max_examples=1500)
def test_flat_lines_are_read_as_a_yaml_parser_reads_them(lines: list[str], end: str) -> None:
    """Where the small reader gives an answer, libyaml gives the same values at the same places."""
    text = end.join(lines) + end
    flat = read_flat(text, 0, len(text))
    if flat is None:
        return
    node = yaml.compose(text, Loader=yaml.CSafeLoader)
    assert isinstance(node, yaml.MappingNode)
    for field, (key, value) in zip(flat, node.value, strict=True):
        assert field.key == key.value
        assert isinstance(value, yaml.ScalarNode)
        assert field.value == ("" if value.tag == "tag:yaml.org,2002:null" else value.value)
        assert value.start_mark.index <= field.span.start
        assert field.span.end <= max(value.end_mark.index, field.span.start)
        assert field.span.of(text) == value.value


@given(st.lists(LINES, min_size=1, max_size=5))
@settings(deadline=None, max_examples=300)
def test_any_yaml_gives_fields_or_a_reason(lines: list[str]) -> None:
    text = "\n".join(lines) + "\n"
    try:
        found = read_yaml(text, 0, len(text)) or []
        places = [place for field in found for place in field.span]
    except frontmatter.FrontMatterError as error:
        places = [error.offset]
    assert all(0 <= place <= len(text) for place in places)


def test_a_simple_front_matter_needs_no_parser() -> None:
    text = "title: \"Bad\"\ndate: 2018-02-23\n# x\n\nlang: de\nempty:\nsub: 'a b'\n"
    flat = read_flat(text, 0, len(text))
    assert flat is not None
    assert [field.value for field in flat] == ["Bad", "2018-02-23", "de", "", "a b"]
    assert read_flat("# nichts\n", 0, 9) is None
