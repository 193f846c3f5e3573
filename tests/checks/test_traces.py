from datetime import date

import pytest

from presslint.checks import Context
from presslint.checks.traces import Comments, Hidden, changes, comments, hidden
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.finding import Hit, TraceRef
from presslint.model.house import House
from presslint.model.release import Trace, TraceKind


def context(*traces: Trace, text: str = "Das Bad öffnet am Montag.", format_: str = "docx") -> Context:
    release = load(source_from_bytes(text.encode(), "a.md"))._replace(traces=traces, format=format_)
    return Context(release, Facts(release, House(), None), date(2026, 3, 2))


def cases(hits: list[Hit]) -> list[tuple[object, str]]:
    return [(hit.at, hit.case) for hit in hits]


def from_(kind: str, text: str = "", author: str = "", where: str = "") -> Trace:
    return Trace(TraceKind(kind), text, author, None, where)


def test_changes_are_reported_once_with_others_beside() -> None:
    traces = [from_("insertion", f"Wort {number}") for number in range(6)] + [
        from_("deletion", "¶"),
        from_("deletion", "weg"),
    ]
    (hit,) = changes(context(from_("formatting"), *traces), None)  # type: ignore[arg-type]
    assert (hit.at, hit.case, hit.args["count"]) == (TraceRef(8), "deletion", 8)
    assert [other.at for other in hit.related] == [TraceRef(1), TraceRef(2), TraceRef(3)]


def test_a_deleted_end_of_a_paragraph_has_nothing_to_read() -> None:
    (hit,) = changes(context(from_("deletion", "¶", "Jana\x1b[31m Wolters, Leiterin der Pressestelle")), None)  # type: ignore[arg-type]
    assert (hit.at, hit.case, hit.related) == (TraceRef(0), "paragraph", ())
    author = hit.args["author"]
    assert author == (" by Jana[31m Wolters, Leiterin de", " von Jana[31m Wolters, Leiterin de")


def test_no_change_is_no_find() -> None:
    assert not list(changes(context(from_("comment", "x"), from_("margin", "y")), None))  # type: ignore[arg-type]


def test_no_more_than_twenty_of_a_kind_are_reported() -> None:
    traces = [from_("comment", f"Nr. {number}") for number in range(30)]
    assert len(list(comments(context(*traces), Comments()))) == 20
    traces = [from_("hidden", f"Nr. {number}") for number in range(30)] + [from_("covered", "Geheim")]
    assert len(list(hidden(context(*traces), Hidden()))) == 21


@pytest.mark.parametrize(
    ("text", "reported"),
    [
        ("Diese Zahl ist alt.", True),
        ("Nur zwei.", False),
        ("Kopf Spalte Inhalt", False),
        ("ist das richtig so", True),
        ("var x = alt; das ist so", False),
        ("https://a-bad.de ist das so", False),
        ("mehr davon ist hier", False),
        ("--- Diese Zahl ist alt ---", True),
    ],
)
def test_a_remark_is_a_sentence(text: str, reported: bool) -> None:  # noqa: FBT001 - what is expected
    params = Comments(not_remarks=("mehr",), cues=("ist",))
    ctx = context(text=f"Das Bad.\n\n<!-- {text} -->\n\nÖffnet.\n", format_="markdown")
    assert [hit.case for hit in comments(ctx, params)] == ["markup"] * reported


@pytest.mark.parametrize("line", ["[//]: # (Das ist alt.)", '[//]: # "Das ist alt."', "[comment]: <> 'Das ist alt.'"])
def test_links_can_be_comments(line: str) -> None:
    ctx = context(text=f"Das Bad.\n\n{line}\n\nÖffnet.\n", format_="markdown")
    (hit,) = comments(ctx, Comments())
    assert hit.at is not None
    assert not list(comments(context(text=line, format_="html"), Comments()))


def test_attachments_of_mails_are_seen_by_everybody() -> None:
    trace = from_("attachment", "foto.jpg")
    assert not list(hidden(context(trace, format_="eml"), Hidden()))
    assert cases(list(hidden(context(trace, format_="pdf"), Hidden()))) == [(TraceRef(0), "attachment")]


def test_marks_without_words_are_not_hidden_text() -> None:
    assert not list(hidden(context(from_("hidden", "–"), from_("bookmark", "Bad")), Hidden()))
    assert len(list(hidden(context(from_("hidden", "4,80 €")), Hidden()))) == 1


def test_what_pages_hide_of_their_own_text_is_no_find() -> None:
    said = from_("hidden", "Das Bad öffnet am Montag")
    new = from_("hidden", "Kosten sind noch nicht bestätigt")
    button = from_("hidden", "Menü bitte öffnen")
    found = hidden(context(said, new, button, format_="html"), Hidden())
    assert cases(list(found)) == [(TraceRef(1), "hidden")]


def test_entries_of_an_outline_that_programs_make_are_none() -> None:
    params = Hidden(generic=(r"seite \d+", "[^\n]{1,200}\\.docx"))
    traces = [
        from_("bookmark", text) for text in ("Seite 12", "PM Bad neu.docx", "Bad öffnet", "Stand der Verhandlung")
    ]
    assert cases(list(hidden(context(*traces, format_="pdf"), params))) == [(TraceRef(3), "bookmark")]


def test_links_and_forms_of_a_pdf_are_no_notes() -> None:
    traces = [from_("annotation", "", "", "Link on page 1"), from_("annotation", "", "Jana", "Ink on page 1")]
    found = list(comments(context(*traces, format_="pdf"), Comments(annotations=("Ink",))))
    assert cases(found) == [(TraceRef(1), "drawing")]
    assert found[0].args["kind"] == "Ink"
