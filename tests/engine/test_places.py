from collections.abc import Callable, Iterator
from typing import Any

import pytest

from presslint.checks import Context
from presslint.engine.places import TOP, Places, concretise
from presslint.engine.run import lint
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit, Location, Place, Proposal, Related, Safety
from presslint.model.options import Options
from presslint.model.release import Field, Release
from presslint.model.rule import BoundRule
from presslint.model.values import Words
from presslint.text.edits import Edit
from presslint.text.span import SourceSpan, Span

MakeRule = Callable[..., BoundRule]
Read = Callable[..., Release]
TEXT = "---\ntitle: Ein Titel\n---\n\n# Ein Titel\n\nDer *Montag* war 😀 schön.\n\n[Mehr](https://www.stadt-ahrenfeld.de/mehr)\n"


def at(release: Release, text: str) -> Span:
    start = release.text.index(text)
    return Span(start, start + len(text))


def test_a_place_in_the_prose_is_found_in_the_source(read: Read) -> None:
    release = read(TEXT)
    where, span, snippet = Places(release).at(at(release, "schön"))
    assert where == Location(7, 20, 7, 25, None, release.zone_at(release.text.index("schön")).value)
    assert span is not None
    assert span.of(TEXT) == snippet == "schön"


def test_a_place_across_markup_covers_the_markup(read: Read) -> None:
    release = read(TEXT)
    _, _, snippet = Places(release).at(at(release, "Montag war"))
    assert snippet == "Montag* war"


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_columns_count_code_points(newline: str, mark: bytes) -> None:
    data = mark + f"# Titel{newline}{newline}\t😀 &amp; Montag{newline}".replace("\t", "").encode()
    release = load(source_from_bytes(data, "a.md"))
    where, _, _ = Places(release).at(at(release, "Montag"))
    assert (where.line, where.column, where.end_line, where.end_column) == (3, 9, 3, 15)


def test_a_tab_is_one_column(read: Read) -> None:
    release = read("Titel\n\nWann?\tMontag\n", "a.txt")
    where, _, _ = Places(release).at(at(release, "Montag"))
    assert (where.line, where.column) == (3, 7)


def test_a_field_is_a_place(read: Read) -> None:
    where, span, snippet = Places(read(TEXT)).at(FieldRef("title"))
    assert where == Location(2, 8, 2, 17, None, "field:title")
    assert (span, snippet) == (SourceSpan(11, 20), "Ein Titel")


def test_a_field_without_a_place_is_at_the_top(read: Read) -> None:
    release = read(TEXT)._replace(fields=(Field("date", "date", "2018-02-23"),))
    assert Places(release).at(FieldRef("date")) == (TOP._replace(place="field:date"), None, "2018-02-23")
    assert Places(release).at(FieldRef("none")) == (TOP._replace(place="field:none"), None, "")


def test_a_stretch_of_the_source_has_the_zone_of_what_is_seen_there(read: Read) -> None:
    release = read(TEXT)
    places = Places(release)
    assert places.at(SourceSpan(11, 14))[0].place == "field:title"
    start = TEXT.index("Montag")
    assert places.at(SourceSpan(start, start + 6))[0].place == places.at(at(release, "Montag"))[0].place


def test_a_stretch_that_nobody_sees_has_no_zone(read: Read) -> None:
    assert Places(read(TEXT)).at(SourceSpan(0, 3))[0] == Location(1, 1, 1, 4)


def test_nowhere_is_the_top_of_the_file(read: Read) -> None:
    assert Places(read(TEXT)).at(None) == (TOP, None, "")


def test_a_long_snippet_is_cut(read: Read) -> None:
    release = read("x" * 500 + "\n", "a.txt")
    assert Places(release).at(Span(0, 500))[2] == "x" * 200


def test_edits_are_made_only_where_the_source_can_take_them(read: Read) -> None:
    release = read(TEXT)
    places = Places(release)
    start = TEXT.index("Montag")
    assert places.edit(at(release, "Montag"), "Dienstag") == Edit(SourceSpan(start, start + 6), "Dienstag")
    assert places.edit(at(release, "Montag war"), "x") is None
    assert places.edit(SourceSpan(1, 3), "x") == Edit(SourceSpan(1, 3), "x")


def test_edits_keep_the_line_ends_of_the_file() -> None:
    release = load(source_from_bytes(b"Eins zwei.\r\n", "a.txt"))
    assert Places(release).edit(SourceSpan(4, 5), "\n") == Edit(SourceSpan(4, 5), "\r\n")


def concrete(make_rule: MakeRule, read: Read, hit: Callable[[Release], Hit], **kinds: Any) -> Any:
    release = read(TEXT)
    return concretise(hit(release), make_rule(**kinds), Places(release), "de")


def test_related_places_have_their_notes(make_rule: MakeRule, read: Read) -> None:
    notes = {"other": Words("{what} and {more}", "{what} und {more}")}

    def hit(release: Release) -> Hit:
        other = Related(at(release, "schön"), "other", {"more": "mehr"})
        return Hit(at(release, "Montag"), {"what": "A"}, related=(other, Related(None, "")))

    noted, bare = concrete(make_rule, read, hit, notes=notes).related
    assert (noted.note, noted.where.line, noted.where.column) == ("A und mehr", 7, 20)
    assert (bare.note, bare.span) == ("", None)


def test_a_fix_that_cannot_be_made_is_not_offered(make_rule: MakeRule, read: Read) -> None:
    def hit(release: Release) -> Hit:
        good, bad = at(release, "schön"), at(release, "Montag war")
        proposals = (Proposal(((good, "x"), (bad, "y"))), Proposal(()), Proposal(((good, "z"),), args={"what": "B"}))
        return Hit(good, {"what": "A"}, proposals=proposals)

    (fix,) = concrete(make_rule, read, hit, safety=Safety.MANUAL).fixes
    assert (fix.title, fix.safety) == ("B anders schreiben", Safety.MANUAL)
    assert [edit.text for edit in fix.edits] == ["z"]


def test_a_rule_may_point_anywhere(make_rule: MakeRule, read: Read, options: Options) -> None:
    def run(ctx: Context, _: Any) -> Iterator[Hit]:
        places: tuple[Place, ...] = (None, FieldRef("title"), SourceSpan(0, 3), Span(0, 3))
        yield from (Hit(place, {"what": str(number)}) for number, place in enumerate(places))

    result = lint(read(TEXT), [make_rule(run=run)], options)
    assert [one.message for one in result.findings] == ["Found 0.", "Found 2.", "Found 1.", "Found 3."]
