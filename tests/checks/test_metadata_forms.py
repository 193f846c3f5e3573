"""What examples do not show of the rules on metadata: versions, schemas that are missing, odd values."""

import importlib.util
import json
from datetime import date
from typing import Any

import pytest

from presslint import api
from presslint.checks import iptc_json, iptc_xml
from presslint.checks.structured import _near_address, _near_number, _Said
from presslint.model.verdict import FileResult
from presslint.text.span import Span

TODAY = date(2018, 3, 1)
NAR = "http://iptc.org/std/nar/2006-10-01/"


def check(text: str, path: str, *rules: str) -> FileResult:
    return api.check_text(text, path, today=TODAY, select=rules, language="en")


def ninjs(**item: Any) -> FileResult:
    return check(json.dumps({"uri": "a", "headline": "Neues Bad", **item}, indent=1), "a.json", "MET001")


def newsml(inside: str, **attributes: str) -> str:
    said = {"guid": "a", "version": "1", "standard": "NewsML-G2", "standardversion": "2.24", **attributes}
    shown = " ".join(f'{name}="{value}"' for name, value in said.items() if value)
    return f'<newsItem xmlns="{NAR}" {shown}>\n{inside}\n</newsItem>'


META = (
    '<catalogRef href="http://a"/><itemMeta><itemClass qcode="ninat:text"/><provider literal="Stadt"/>\n'
    "<versionCreated>{}</versionCreated></itemMeta>"
)


def found(result: FileResult) -> list[str]:
    assert result.error is None
    assert not result.crashed
    return [finding.message for finding in result.findings if finding.rule.startswith("MET")]


@pytest.mark.parametrize(
    ("item", "version"),
    [
        ({"standard": {"name": "ninjs", "version": "2.1"}}, "2.1"),
        ({"standard": {"schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}}, "3.0"),
        ({"$standard": {"version": "1.3"}}, "1.3"),
        ({"$schema": "http://www.iptc.org/std/ninjs/ninjs-schema_1.5.json"}, "1.5"),
        ({"standard": {"version": "9.9"}}, ""),
        ({"$schema": "https://schema.org/1.3"}, ""),
        ({}, ""),
    ],
)
def test_the_version_is_the_one_declared(item: dict[str, Any], version: str) -> None:
    assert iptc_json.version_of(item) == version


def test_the_version_is_guessed_by_the_names_of_properties() -> None:
    assert iptc_json.guessed({"versionCreated": ""})[0] == "3.1"
    assert iptc_json.guessed({"headlines": []})[0] == "2.2"
    assert iptc_json.guessed({"body_text": ""})[0] == "1.6"


def test_an_item_is_held_to_the_version_that_takes_most_of_it() -> None:
    pytest.importorskip("jsonschema")
    item = {"uri": "a", "headlines": [], "type": "event", "eventDetails": {"dates": {}}, "wrong": 1}
    version, found = iptc_json.problems_of(item)
    assert version == "3.1"
    assert ("wrong",) in [one.path for one in found]


@pytest.mark.parametrize("version", iptc_json.VERSIONS)
def test_every_schema_takes_an_item_and_refuses_another(version: str) -> None:
    pytest.importorskip("jsonschema")
    assert iptc_json.problems({"uri": "urn:a", "$schema": "x"}, version) == []
    assert [one.path for one in iptc_json.problems({"uri": "urn:a", "type": 3}, version)] == [("type",)]
    assert iptc_json.problems([], version) != []


@pytest.mark.parametrize(
    ("item", "message"),
    [
        ({"urgency": "hoch"}, "/urgency: expected a number"),
        ({"a/b": 1}, "/a~1b: the standard has no such property"),
        ({"type": "txt"}, "/type: expected one of text, audio, video, picture, graphic"),
        ({"standard": {"name": "ninjs", "version": "3.0"}, "headline": None}, "/headline: the standard has no such"),
        ({"standard": {"name": "ninjs", "version": "2.1"}, "associations": [{"uri": "b"}]}, "name is missing"),
        ({"standard": {"version": "3.0"}, "urgency": 12}, "/urgency: the most is 9"),
        ({"standard": {"version": "3.0"}, "urgency": 0}, "/urgency: the least is 1"),
        (
            {"standard": {"version": "2.1"}, "rightsinfo": {"langid": "a", "linkedrights": "b", "encodedrights": "c"}},
            "only one of its alternatives may be there",
        ),
        (
            {"standard": {"version": "2.1"}, "places": [{"geojson": {"type": "Point", "coordinates": ["a", 1]}}]},
            "/places/0/geojson/coordinates/0: expected a number",
        ),
        (
            {"standard": {"version": "3.0"}, "eventDetails": {"dates": {"expectedStartDate": "2018-13"}}},
            "/eventDetails/dates/expectedStartDate: not of the form",
        ),
    ],
)
def test_the_leaf_is_named(item: dict[str, Any], message: str) -> None:
    pytest.importorskip("jsonschema")
    assert any(message in one for one in found(ninjs(**item)))


def test_a_file_full_of_problems_shows_some() -> None:
    pytest.importorskip("jsonschema")
    assert len(found(ninjs(**{f"x{number}": 1 for number in range(300)}))) == iptc_json.MAX_PROBLEMS


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (newsml(META.format("2018-02-23T10:00:00+01:00")), []),
        (newsml(META.format("morgen")), ["versionCreated: expected a date and time with T between them"]),
        (newsml(META.format("morgen"), standardversion="2.30", conformance="power"), ["versionCreated: expected"]),
        (newsml(META.format("2018-02-23") + "<wrong/>"), ["expected a date and time", "wrong: not allowed here"]),
        (newsml("<itemMeta/>", standardversion="2.29"), ["catalogRef is missing in it"]),
        (newsml("<catalogRef href='a'/>", standardversion="2.29"), ["itemMeta is missing in it"]),
        (newsml("<itemMeta/>"), ["itemMeta: not allowed here, but"]),
        (newsml("<catalogRef href='a'/>"), ["is missing in it"]),
        (newsml(META.format("2018-02-23T10:00:00Z"), guid=""), ["the attribute guid is missing"]),
        (
            newsml(META.format("2018-02-23T10:00:00Z").replace("ninat:text", "x y")),
            ["itemClass: qcode has another form in the standard"],
        ),
    ],
)
def test_newsml_is_held_to_its_schema(text: str, messages: list[str]) -> None:
    pytest.importorskip("lxml")
    shown = found(check('<?xml version="1.0"\n?>' + text, "a.xml", "MET001"))
    for message in messages:
        assert any(message in one for one in shown), shown
    assert bool(shown) is bool(messages)


def test_what_is_not_shipped_is_said() -> None:
    pytest.importorskip("lxml")
    power = check(newsml(META.format("2018-02-23T10:00:00Z"), conformance="power"), "a.xml", "MET001")
    assert [one.reason for one in power.not_checked] == ["no schema for all of NewsML-G2 2.24 (power) is shipped"]
    core = check(newsml(META.format("2018-02-23T10:00:00Z")), "a.xml", "MET001")
    assert core.not_checked == ()
    assert iptc_xml.problems("<a", whole=True) == []
    large = check(newsml(META.format("2018-02-23T10:00:00Z") + "<x/>" * iptc_xml.MAX_TAGS), "a.xml", "MET001")
    assert found(large) == []
    assert [one.reason for one in large.not_checked] == ["the file is too large for the schema of IPTC"]


def test_a_missing_library_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    for result in (ninjs(urgency=0), check(newsml(""), "a.xml", "MET001")):
        assert found(result) == []
        assert [one.reason for one in result.not_checked] == ['the schema of IPTC needs pip install "presslint[iptc]"']


@pytest.mark.parametrize(
    ("stamp", "count"),
    [
        ("2018-02-30T10:00:00", 0),
        ("2018-02-23T10:00:00 CET", 0),
        ("2018-02-23T10:00+0100", 0),
        ("2018-07-23T10:00+0100", 1),
        ("2018-07-23T10:00+01", 1),
        ("2018-03-25T02:30:00", 1),
        ("9999-12-31T23:59:59", 1),
        ("2018-07-23 10:00 -08:00", 0),
    ],
)
def test_offsets(stamp: str, count: int) -> None:
    text = (
        f"---\ntitle: Bad\nlang: de\nexpires: {stamp}\n---\n\nDie Stadt Ahrenfeld öffnet im Mai ihr neues Hallenbad.\n"
    )
    assert len(found(check(text, "a.md", "MET002"))) == count


def test_a_zone_without_summer_has_one_offset(tmp_path: Any) -> None:
    config = tmp_path / "presslint.toml"
    config.write_text('[house]\ntimezone = "Asia/Tokyo"\n')
    text = "---\ntitle: Pool\nexpires: 2018-07-23T10:00:00+10:00\n---\n\nThe town of Ahrenfeld opens its new pool.\n"
    result = api.check_text(text, "a.md", today=TODAY, select=["MET002"], config_file=str(config))
    assert found(result) == []


@pytest.mark.parametrize(
    ("fields", "count"),
    [
        ("date: 2018-02-23\nlastmod: 2018-02-22", 0),
        ("date: 2018-02-23\nlastmod: 2018-02-20", 1),
        ("date: 2018-02-23T10:00:00\nlastmod: 2018-02-23T09:00:00", 0),
        ("date: 2018-02-23T10:00:00\nlastmod: 2018-02-21T09:00:00", 1),
        ("date: 0001-01-01\nlastmod: 0001-01-01", 0),
        ("date: 9999-12-31\nexpires: 9999-12-31", 0),
        ("date: 2018-02-23T10:00:00Z\nexpires: 2018-02-23T10:00:00Z", 1),
        ("date: nie\nexpires: 2018-02-23", 0),
        ("draft: true\npublished: true", 1),
        ("draft: true\npublished: false", 0),
        ("urgency: -1", 1),
        ("urgency: 9", 0),
        ("status: canceled", 0),
    ],
)
def test_moments_in_order(fields: str, count: int) -> None:
    text = f"---\ntitle: Bad\n{fields}\n---\n\nDie Stadt Ahrenfeld öffnet im Mai ihr neues Hallenbad.\n"
    assert len(found(check(text, "a.md", "MET007"))) == count


def said(key: str) -> list[_Said]:
    return [_Said(Span(0, 1), key, key)]


@pytest.mark.parametrize(
    ("digits", "shown", "near"),
    [
        ("25346112340", "4925346112340", False),
        ("4925346112340", "4925346112340", False),
        ("25436112340", "4925346112340", True),
        ("25346112341", "4925346112340", False),
        ("25356112340", "4925346112340", True),
        ("25356212340", "4925346112340", False),
        ("112340", "4925346112340", False),
        ("492534611234012345", "4925346112340", False),
    ],
)
def test_a_slip_in_a_number(digits: str, shown: str, near: bool) -> None:  # noqa: FBT001 - a table
    assert (_near_number(digits, said(shown)) is not None) is near


@pytest.mark.parametrize(
    ("value", "shown", "near"),
    [
        ("presse@stadt-ahrenfld.de", "presse@stadt-ahrenfeld.de", True),
        ("mailto:prese@stadt-ahrenfeld.de", "presse@stadt-ahrenfeld.de", True),
        ("presse@stadt-ahrenfeld.de", "presse@stadt-ahrenfeld.de", False),
        ("info@stadt-ahrenfeld.de", "presse@stadt-ahrenfeld.de", False),
        ("presse1@stadt-ahrenfeld.de", "presse2@stadt-ahrenfeld.de", False),
        ("keine Adresse", "presse@stadt-ahrenfeld.de", False),
    ],
)
def test_a_slip_in_an_address(value: str, shown: str, near: bool) -> None:  # noqa: FBT001 - a table
    assert (_near_address(value, said(shown)) is not None) is near


def test_a_letter_around_a_release_is_not_held_against_anything() -> None:
    mail = "From: a@stadt-ahrenfeld.de\nSubject: Bad am 3. Mai\nContent-Type: multipart/mixed; boundary=b\n\n"
    parts = "--b\n\nanbei, Stand 1. Mai\n--b\nContent-Disposition: attachment; filename=PM.txt\n\nText\n--b--\n"
    assert found(check(mail + parts, "a.eml", "MET008", "MET001")) == []


@pytest.mark.parametrize(
    ("published", "count"),
    [
        ("2017-02-23", 1),
        ("2018-02-25T23:30:00Z", 0),
        ("2018-02-12", 1),
        ("bald", 0),
    ],
)
def test_further_dates_of_a_page(published: str, count: int) -> None:
    page = (
        '<html lang="en"><head><title>Pool</title><meta property="article:published_time" content="2018-02-23">'
        f'<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "{published}"}}</script></head>'
        "<body><h1>New pool in the south</h1><p>Ahrenfeld, 23 February 2018</p>"
        "<p>The town opens its new pool in May.</p></body>"
    )
    assert len(found(check(page, "a.html", "MET008"))) == count


@pytest.mark.parametrize(
    ("subject", "text", "count"),
    [
        ("Tag der offenen Tür am 3. Mai", "Er beginnt am 4. Mai um 10 Uhr.", 1),
        ("Tag der offenen Tür am 3. Mai", "Er beginnt am 3. Mai um 10 Uhr.", 0),
        ("Tag der offenen Tür am 3. Mai", "Es gibt ihn vom 1. bis 5. Mai 2018.", 0),
        ("Tag der offenen Tür am 3. Mai", "Es gibt ihn bald.", 0),
        ("Nr. 12", "Er beginnt am 4. Mai um 10 Uhr.", 0),
        ("Straßensperrung Lindenstraße wegen Kanalarbeiten", "Er beginnt bald.", 1),
        ("Stadtfest: Hallenbäder eröffnen Saison", "Er beginnt bald.", 0),
        ("Kurze Pressemitteilung", "Er beginnt bald.", 0),
    ],
)
def test_days_in_a_subject(subject: str, text: str, count: int) -> None:
    mail = f"From: a@stadt-ahrenfeld.de\nSubject: {subject}\nContent-Type: text/plain; charset=utf-8\n\n"
    body = f"Die Stadt Ahrenfeld lädt alle Menschen der Stadt herzlich in das neue Hallenbad ein. {text}\n"
    assert len(found(check(mail + body, "a.eml", "MET008"))) == count
