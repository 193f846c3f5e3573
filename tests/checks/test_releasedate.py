from datetime import date

from presslint.checks import Context, find
from presslint.checks.releasedate import MissingParams
from presslint.checks.releaseday import reading_day, release_place, release_related
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import FieldRef, Hit
from presslint.model.release import Field
from presslint.text.span import SourceSpan, Span

BODY = "Stadt Ahrenfeld saniert die Turnhalle\n\n{}Die Stadt Ahrenfeld saniert ihre alte Turnhalle an der Straße."


def context(
    line: str = "", field: str = "", path: str = "-", day: date | None = None, format_: str = "text", front: str = ""
) -> Context:
    text = front + BODY.format(line + "\n\n" if line else "")
    release = load(source_from_bytes(text.encode(), path), format=format_)
    if field:
        release = release._replace(fields=(Field("date", "date", field),))
    return Context(release, Facts(release, release_date=day), date(2026, 1, 15))


def hits(check: str, ctx: Context, params: object = None) -> list[Hit]:
    known = find(check)
    return list(known.run(ctx, params or known.params()))


def test_a_date_that_readers_see_is_enough() -> None:
    assert not hits("releasedate.missing", context("Ahrenfeld, 23. Februar 2018"))


def test_no_date_at_all_is_worse_than_a_hidden_one() -> None:
    (hit,) = hits("releasedate.missing", context())
    assert (hit.at, hit.case) == (None, "default")
    (hit,) = hits("releasedate.missing", context(field="2018-02-23"))
    assert (hit.at, hit.case) == (FieldRef("date"), "metadata")
    (hit,) = hits("releasedate.missing", context(path="2018-02-23-halle.txt"))
    assert (hit.at, hit.case) == (None, "metadata")


def test_a_day_that_was_given_for_the_run_is_not_in_the_release() -> None:
    (hit,) = hits("releasedate.missing", context(day=date(2018, 2, 23)))
    assert (hit.at, hit.case) == (None, "default")
    (hit,) = hits("releasedate.missing", context(field="2018-02-23", day=date(2018, 2, 23)))
    assert (hit.at, hit.case) == (FieldRef("date"), "metadata")


def test_a_house_may_accept_other_carriers() -> None:
    ctx = context(path="2018-02-23-halle.txt")
    assert not hits("releasedate.missing", ctx, MissingParams(("filename",)))


def test_a_file_with_metadata_alone_has_no_text_that_lacks_a_date() -> None:
    release = load(source_from_bytes(b"---\ntitle: x\n---\n", "-"), format="markdown")
    assert not hits("releasedate.missing", Context(release, Facts(release), date(2026, 1, 15)))


def test_two_carriers_that_disagree_are_both_named() -> None:
    ctx = context("Ahrenfeld, 23. Februar 2017", "2018-02-23")
    (hit,) = hits("releasedate.conflict", ctx)
    assert isinstance(hit.at, Span)
    assert hit.args == {"date": date(2017, 2, 23), "expected": date(2018, 2, 23)}
    assert [related.at for related in hit.related] == [FieldRef("date")]
    assert [proposal.edits[0][1] for proposal in hit.proposals] == ["23. Februar 2018"]


def test_a_majority_decides_which_one_is_odd() -> None:
    ctx = context("Ahrenfeld, 23. Februar 2018", "2018-02-25", "2018-02-23-halle.txt")
    (hit,) = hits("releasedate.conflict", ctx)
    assert (hit.at, hit.case) == (FieldRef("date"), "default")
    assert hit.args["expected"] == date(2018, 2, 23)
    assert not hit.proposals


def test_a_file_name_alone_is_left_to_the_rule_about_file_names() -> None:
    assert not hits("releasedate.conflict", context("Ahrenfeld, 23. Februar 2018", path="2018-02-22-halle.txt"))


def test_a_date_from_outside_is_no_carrier() -> None:
    ctx = context("Ahrenfeld, 23. Februar 2018", "2018-02-23", day=date(2018, 3, 1))
    assert not hits("releasedate.conflict", ctx)
    ctx = context("Ahrenfeld, 23. Februar 2018", "2018-02-24", "2018-02-23-x.txt", day=date(2018, 3, 1))
    (hit,) = hits("releasedate.conflict", ctx)
    assert hit.args["expected"] == date(2018, 2, 23)
    ctx = context("Ahrenfeld, 23. Februar 2018", "2018-02-24", day=date(2018, 3, 1))
    assert hits("releasedate.conflict", ctx)[0].args["date"] == date(2018, 2, 23)


def test_front_matter_is_offered_only_as_it_is_written() -> None:
    line = "Ahrenfeld, 23. Februar 2017"
    (hit,) = hits("releasedate.conflict", context(line, format_="markdown", front="---\ndate: 2018-02-23\n---\n\n"))
    assert hit.proposals[1].edits == ((SourceSpan(10, 20), "2017-02-23"),)
    (hit,) = hits("releasedate.conflict", context(line, format_="markdown", front="---\ndate: 23.02.2018\n---\n\n"))
    assert len(hit.proposals) == 1


def test_a_date_with_a_weekday_is_not_rewritten() -> None:
    (hit,) = hits("releasedate.conflict", context("Donnerstag, 23. Februar 2017", "2018-02-23"))
    assert not hit.proposals


def test_where_the_release_date_stands() -> None:
    ctx = context("Ahrenfeld, 23. Februar 2018", "2018-02-23")
    assert isinstance(release_place(ctx), Span)
    assert release_place(context(field="2018-02-23")) == FieldRef("date")
    assert release_place(context(day=date(2018, 2, 23))) is None
    assert release_related(context(day=date(2018, 2, 23))) == ()
    assert [related.note for related in release_related(ctx)] == ["release"]


def test_a_release_speaks_when_its_embargo_ends() -> None:
    assert reading_day(context()) is None
    assert reading_day(context("Ahrenfeld, 23. Februar 2018")) == date(2018, 2, 23)
    line = "Sperrfrist: 26. Februar 2018, 10 Uhr\n\nAhrenfeld, 23. Februar 2018"
    assert reading_day(context(line)) == date(2018, 2, 26)
    assert reading_day(context(line), date(2019, 2, 23)) == date(2019, 2, 23)
