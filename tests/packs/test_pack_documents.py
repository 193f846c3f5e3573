from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import PackError
from presslint.packs.document import MAX_BYTES, read_document


def test_every_scalar_is_a_text_with_its_line() -> None:
    document = read_document(b"phone: 0211\nno: no\nat: 12:30:45\nday: 2017-02-30\nlist:\n- 1\n- {a: ~, b: ''}\n", "x")
    assert document.value == {
        "phone": "0211",
        "no": "no",
        "at": "12:30:45",
        "day": "2017-02-30",
        "list": ["1", {"a": None, "b": ""}],
    }
    assert document.at("list", 1, "b") == "x:7"
    assert document.at("list", 1, "no such key") == "x:7"
    assert document.at("no such key") == "x:1"
    assert document.at() == "x:1"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"a: 1\nb: [1, 2\nc: 3\n", "x:3: not YAML: did not find expected ',' or ']'"),
        (b"a: 1\n\tb: 2\n", "x:2: not YAML: found a tab character that violates indentation"),
        (b"a: 1\nb: 2\na: 3\n", 'x:3: key "a" is given twice'),
        (b"a:\n  b: 1\n  b: 2\n", 'x:3: key "b" is given twice'),
        (b"a: &x 1\nb: *x\n", "x:1: anchors and aliases are not allowed"),
        (b"a: 1\nb: *x\n", "x:2: anchors and aliases are not allowed"),
        (b"a: 1\nb: !!python/name:os.system 1\n", "x:2: tags are not allowed"),
        (b"a: 1\n&k b: 1\n", "x:2: a key must be a plain text"),
        (b"a: 1\n!t b: 1\n", "x:2: a key must be a plain text"),
        (b"a: 1\n? [b]\n: 1\n", "x:2: a key must be a plain text"),
        (b"- a\n", "x:1: a mapping of keys to values is expected"),
        (b"# nothing\n\njust text\n", "x:3: a mapping of keys to values is expected"),
        (b"# nothing\n", "x:1: empty"),
        (b"", "x:1: empty"),
        (b"a: 1\n---\nb: 2\n", "x:2: only one YAML document is expected"),
        (b"a: 1\nb: \xff\n", "x:2: not UTF-8"),
        (b"a: 1\nb: \x00\n", "x:2: not YAML: control characters are not allowed"),
        (b"a: 1\nb: " + b"[" * 200, "x:2: nested too deep"),
        (b"a: 1\nb:\n" + b"- " * 200, "x:3: nested too deep"),
        (b"#" * (MAX_BYTES + 1), "x:1: longer than 256 KB"),
    ],
)
def test_mistakes_have_a_line(data: bytes, message: str) -> None:
    with pytest.raises(PackError) as caught:
        read_document(data, "x")
    assert str(caught.value) == message


def test_a_bomb_of_brackets_is_refused_at_once() -> None:
    with pytest.raises(PackError, match="nested too deep"):
        read_document(b"a: " + b"[" * 200_000, "x")


@settings(deadline=None, max_examples=200)
@given(st.binary(max_size=200) | st.text(alphabet="ab:-[]{}&*!?#|>'\" \n\t", max_size=60).map(str.encode))
def test_any_bytes_are_a_mapping_or_an_error_with_a_line(data: bytes) -> None:
    try:
        assert isinstance(read_document(data, "x").value, dict)
    except PackError as error:
        place, _, text = str(error).partition(": ")
        assert place.removeprefix("x:").isdigit()
        assert text


def test_the_rules_of_the_project_are_within_the_limits() -> None:
    files = list(Path(__file__).parents[2].joinpath("rules").rglob("*.yaml"))
    assert files
    for file in files:
        read_document(file.read_bytes(), file.name)
