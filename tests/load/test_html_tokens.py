"""HTML cut into tokens: places, character references, content without markup, and text made to be slow."""

import time

import pytest

from presslint.errors import LoadError
from presslint.load.html_attributes import MOST_ATTRIBUTES, attributes
from presslint.load.html_references import decoded, unescaped
from presslint.load.html_tokens import (
    BOGUS,
    CLOSE,
    COMMENT,
    OPEN,
    REFERENCE,
    TEXT,
    comment_text,
    tokens,
)

KINDS = {TEXT: "text", REFERENCE: "reference", OPEN: "open", CLOSE: "close", COMMENT: "comment", BOGUS: "bogus"}


def cut(text: str, *, xml: bool = False) -> list[str]:
    """Return the tokens of a text, each as its kind and the source of it."""
    return [f"{KINDS[kind]} {text[start:end]}" for kind, start, end, _ in tokens(text, xml=xml)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("<p>Bad</p>", ["open <p>", "text Bad", "close </p>"]),
        ("5 < 6 & 7", ["text 5 ", "text < 6 & 7"]),
        ("B&auml;d", ["text B", "reference &auml;", "text d"]),
        ("&notit;", ["reference &not", "text it;"]),
        ('<a title="a > b" href=x>', ['open <a title="a > b" href=x>']),
        ("<a href='x'b=\"y\">z", ["open <a href='x'b=\"y\">", "text z"]),
        ("<!-- a > b -->c", ["comment <!-- a > b -->", "text c"]),
        ("<!-->a<!--->b", ["comment <!-->", "text a", "comment <!--->", "text b"]),
        ("<!---!>--!>c", ["comment <!---!>--!>", "text c"]),
        ("<!DOCTYPE html>a", ["bogus <!DOCTYPE html>", "text a"]),
        ("<?php a ?>b</ c>d", ["bogus <?php a ?>", "text b", "bogus </ c>", "text d"]),
        ("<style>p > a { }</style>b", ["open <style>", "text p > a { }", "close </style>", "text b"]),
        ("<title>A &amp; <b></title>", ["open <title>", "text A ", "reference &amp;", "text  <b>", "close </title>"]),
        ("<title>A & B &zz;</title>", ["open <title>", "text A ", "text &", "text  B ", "text &zz;", "close </title>"]),
        (
            "<script><!-- <script> </script> --></script>a",
            ["open <script>", "text <!-- <script> </script> -->", "close </script>", "text a"],
        ),
        ("<script>a</SCRIPT >b", ["open <script>", "text a", "close </SCRIPT >", "text b"]),
        ("<script>a", ["open <script>", "text a"]),
        ("<plaintext>a</plaintext>", ["open <plaintext>", "text a</plaintext>"]),
        ("<svg><![CDATA[a < b]]></svg>", ["open <svg>", "text a < b", "close </svg>"]),
        ("<svg/><![CDATA[a]]>", ["open <svg/>", "bogus <![CDATA[a]]>"]),
        ("a<b title='c", ["text a"]),
        ("a</", ["text a", "text </"]),
    ],
)
def test_text_is_cut_as_browsers_cut_it(text: str, found: list[str]) -> None:
    assert cut(text) == found


def test_xml_has_text_in_cdata_anywhere() -> None:
    assert cut("<p><![CDATA[a < b", xml=True) == ["open <p>", "text a < b"]
    assert cut("<p><![CDATA[]]>", xml=True) == ["open <p>"]


@pytest.mark.parametrize(
    ("written", "shown", "used"),
    [
        ("auml;", "ä", 5),
        ("#228;", "ä", 5),
        ("#xE4", "ä", 4),
        ("#128;", "€", 5),
        ("#0;", "\ufffd", 3),
        ("#xD800;", "\ufffd", 7),
        ("#99999999;", "\ufffd", 10),
        ("copyright", "©", 4),
        ("zz;", "", 0),
        ("NotEqualTilde;", "≂̸", 14),
    ],
)
def test_references_stand_for_characters(written: str, shown: str, used: int) -> None:
    assert decoded(written) == (shown, used)


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("a&amp;b", "a&b"),
        ("?a=1&copy=2", "?a=1&copy=2"),
        ("?a=1&copy2", "?a=1&copy2"),
        ("&copy", "©"),
        ("&copy ", "© "),
        ("a & b", "a & b"),
        ("&#109;ailto", "mailto"),
    ],
)
def test_references_in_attributes(raw: str, value: str) -> None:
    assert unescaped(raw) == value


def test_attributes_have_the_places_of_their_values() -> None:
    text = "<a HREF = 'x&amp;y' title=\"T\" id=i checked href=z>"
    found = attributes(text, "a", 0, len(text))
    assert {key: (one.value, text[one.start : one.end]) for key, one in found.items()} == {
        "href": ("x&y", "x&amp;y"),
        "title": ("T", "T"),
        "id": ("i", "i"),
        "checked": ("", ""),
    }


def test_a_tag_has_a_limit_of_attributes() -> None:
    text = "<a " + " ".join(f"a{number}" for number in range(MOST_ATTRIBUTES * 2)) + ">"
    assert len(attributes(text, "a", 0, len(text))) == MOST_ATTRIBUTES


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("<!-- a -->", " a "),
        ("<!-->", ""),
        ("<!--->", ""),
        ("<!-- a --!>", " a "),
        ("<!-- a --", " a "),
        ("<!-- a -", " a "),
        ("<!-- a", " a"),
    ],
)
def test_a_comment_holds_its_text(text: str, inner: str) -> None:
    assert comment_text(text, 0, len(text)) == inner


@pytest.mark.parametrize(
    "text",
    [
        "<" * 1_000_000,
        "&" * 1_000_000,
        "</" * 500_000,
        "<!" * 500_000,
        "<!--" * 250_000,
        "<a b='" * 200_000,
        "<a " + "a " * 500_000 + ">",
        "<script><!--" + "<script " * 100_000,
        "<title>" + "&" * 100_000,
    ],
)
def test_text_made_to_be_slow_is_cut_in_linear_time(text: str) -> None:
    begin = time.process_time()
    tokens(text)
    assert time.process_time() - begin < 2


@pytest.mark.parametrize("text", ["<b>" * 500_000, "<title>" + "&amp;" * 500_000])
def test_a_page_with_more_tokens_than_any_release_is_refused(text: str) -> None:
    with pytest.raises(LoadError, match="no press release"):
        tokens(text)
