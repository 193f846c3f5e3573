"""JSON with places: the value is what the library reads, the place is where it stands."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load.drafts import Run
from presslint.load.inset import Inset, json_inset
from presslint.load.json_reader import Atom, Items, Members, Text, Value, read_json

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=5), inside, max_size=4),
    max_leaves=20,
)


def plain(value: Value) -> Any:
    if isinstance(value, Text):
        return value.value
    if isinstance(value, Atom):
        return json.loads(value.value)
    if isinstance(value, Items):
        return [plain(one) for one in value.values]
    return {key: plain(one) for key, one in value.values.items()}


def strings(value: Value) -> list[Text]:
    if isinstance(value, Text):
        return [value]
    if isinstance(value, Items):
        return [text for one in value.values for text in strings(one)]
    if isinstance(value, Members):
        return [text for one in value.values.values() for text in strings(one)]
    return []


def shown(source: str, inset: Inset, start: int, end: int) -> str:
    runs = inset.runs(Run(start, end))
    return "".join(source[run.start : run.end] if run.text is None else run.text for run in runs)


@settings(deadline=None, max_examples=150)
@given(JSON, st.booleans(), st.sampled_from([None, 1]))
def test_every_value_is_what_the_library_reads(
    value: Any,
    ascii_only: bool,  # noqa: FBT001 - drawn by hypothesis
    indent: int | None,
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    found = read_json(text)
    assert plain(found) == value
    for string in strings(found):
        assert json.loads(f'"{text[string.start : string.end]}"') == string.value
        inset = json_inset(text, *string)
        assert shown(text, inset, 0, len(string.value)) == string.value
        for place in range(len(string.value)):
            assert shown(text, inset, place, place + 1) == string.value[place]
            start, end = inset.place(place), inset.end(place + 1)
            assert json.loads(f'"{text[start:end]}"') == string.value[place]


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ('{"a": 1, "a": 2}', "line 1, column 10: this is no JSON: the key 'a' stands there twice"),
        ('{"a": "\\ud800"}', "half of a character"),
        ('{"a": "\\x"}', "invalid \\escape"),
        ('{"a": "\\u12"}', "invalid \\uXXXX escape"),
        ('{"a": "b\nc"}', "invalid control character"),
        ('{"a": "b', "unterminated string"),
        ('{"a": 01}', "this number is not one that JSON has"),
        ('{"a": 1e99999}', "this number is not one that JSON has"),
        ('{"a": ' + "9" * 500 + "}", "this number is not one that JSON has"),
        ('{"a": NaN}', "a value was expected, not NaN"),
        ('{"a": }', "a value was expected"),
        ('{"a" 1}', "a colon was expected"),
        ("{a: 1}", "a key in quotation marks was expected"),
        ('{"a": 1 "b": 2}', "a comma or } was expected"),
        ("[1 2]", "a comma or ] was expected"),
        ("[1", "a comma or ] was expected"),
        ("{} {}", "something stands behind the end"),
        ("[" * 100_000, "nested more than 100 levels deep"),
        ('{"a":' * 100_000, "nested more than 100 levels deep"),
        ("[" + "1," * 250_000 + "1]", "more than 200000 values"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(text: str, english: str) -> None:
    with pytest.raises(LoadError) as caught:
        read_json(text)
    assert english in str(caught.value)
    assert caught.value.german


def test_places_of_empty_values() -> None:
    found = read_json(' {"a": "", "b": [], "c": {}, "d": null} ')
    assert isinstance(found, Members)
    assert json_inset('""', "", 1, 1).place(0) == 0
    assert found.text("a", "b", "d") is None
    assert found.objects("b", "c") == [found.values["c"]]
