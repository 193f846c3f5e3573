"""Damaged mails and news items: a release or a LoadError, nothing else, and every place is right."""

# ruff: noqa: E501 - what stands in a file is easier to read on its lines
import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.errors import LoadError
from presslint.load import load, source_from_bytes
from presslint.model.release import Release

NINJS = json.dumps(
    {
        "uri": "urn:a",
        "bodies": [
            {
                "contentType": "text/html",
                "value": "<h1>Bad</h1><p>Die Stadt &amp; <a href='x'>Bad</a><br>\u00fc\n b</p><ul><li>a",
            },
            {"contentType": "text/plain", "value": "Ahrenfeld, 23. Februar 2018\n\nDas Bad."},
        ],
        "headlines": [{"role": "main", "value": "Neues Bad \ud83d\ude00"}],
        "people": [{"name": "Jana", "contactInfo": [{"type": "phone", "value": "0211 837-0"}]}],
        "versionCreated": "2018-02-23T10:00:00+01:00",
    }
).encode()
NEWSML = (
    b'<?xml version="1.0"?><newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="a" xml:lang="de"><itemMeta>'
    b"<versionCreated>2018-02-23</versionCreated></itemMeta><contentMeta><by>Jana</by><headline>Bad &amp; mehr</headline>"
    b'</contentMeta><contentSet><inlineXML><html xmlns="http://www.w3.org/1999/xhtml"><body><p>Die <b>Stadt</b> &#252;'
    b"<br/>b</p><table><tr><td>1</td><td>2</td></tr></table></body></html></inlineXML><inlineData><![CDATA[a\n\nb]]>"
    b"</inlineData></contentSet></newsItem>"
)
MAIL = (
    b"From: a@b.de\r\nSubject: =?utf-8?q?S=C3=BCd?=\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\nDie Stadt =C3=BC =\r\nBad. \r\n> Zitat\r\n--c--\r\n--b\r\n"
    b'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="PM.txt"\r\nContent-Transfer-Encoding: base64\r\n'
    b"\r\nRGFzIEJhZC4=\r\n--b--\r\n"
)
SEEDS = {"a.json": NINJS, "a.xml": NEWSML, "a.eml": MAIL}
SIGNS = [
    *(b"<", b">", b"&", b";", b'"', b"'", b"\\", b"{", b"}", b"[", b"]", b",", b":", b"\\u00fc", b"\\ud83d", b"&#10;"),
    *(
        b"<p>",
        b"</p>",
        b"<br/>",
        b"<![CDATA[",
        b"]]>",
        b"<!--",
        b"\r\n",
        b"\n\n",
        b"--b",
        b"--c--",
        b"=?utf-8?q?",
        b"?=",
    ),
    *(
        b"\x00",
        b"\xff",
        b"\xc3",
        b"=C3",
        b"Content-Type: text/html\r\n",
        b"<a href=x>",
        b"<li>",
        b"<tr>",
        b"<pre>",
        b"  ",
    ),
]


def damage(data: bytes, cuts: list[tuple[int, int, bytes]]) -> bytes:
    for place, length, sign in cuts:
        start = place % (len(data) + 1)
        data = data[:start] + sign + data[start + length :]
    return data


def check(release: Release) -> None:
    source, view = release.source.text, release.prose
    for segment in view.segments:
        assert 0 <= segment.source <= segment.source + segment.width <= len(source)
    for block in release.blocks:
        span = view.to_source(block.span)
        assert 0 <= span.start <= span.end <= len(source)
        if span.end > span.start:
            back = view.to_view(span)
            assert back is not None
            assert block.span.contains(back)
    for mark in release.marks:
        assert 0 <= mark.span.start <= mark.span.end <= len(release.text)
        assert 0 <= mark.at.start <= mark.at.end <= len(source)
    for field in release.fields:
        assert field.span is None or 0 <= field.span.start <= field.span.end <= len(source)


@pytest.mark.parametrize("name", SEEDS)
@settings(deadline=None, max_examples=150)
@given(cuts=st.lists(st.tuples(st.integers(0, 2000), st.integers(0, 40), st.sampled_from(SIGNS)), max_size=6))
def test_damaged_files_are_read_or_refused(name: str, cuts: list[tuple[int, int, bytes]]) -> None:
    try:
        release = load(source_from_bytes(damage(SEEDS[name], cuts), name))
    except LoadError:
        return
    check(release)


@pytest.mark.parametrize("name", SEEDS)
def test_what_is_whole_is_right(name: str) -> None:
    check(load(source_from_bytes(SEEDS[name], name)))
