import re

from presslint.facts import Facts
from presslint.facts.quotes import read
from presslint.model.facts import QuoteFact
from presslint.model.finding import Confidence
from presslint.model.release import Block, BlockKind, Mark, MarkKind, Release, Zone
from presslint.model.source import Source
from presslint.text.sourcemap import ViewBuilder
from presslint.text.span import SourceSpan, Span

_BLOCK = re.compile(r"\S.*?(?=\n\n|\Z)", re.DOTALL)


def release(
    text: str, language: str = "de", kinds: dict[int, BlockKind] | None = None, marks: tuple[Mark, ...] = ()
) -> Release:
    view = ViewBuilder(text)
    view.verbatim(0, len(text))
    blocks = tuple(
        Block((kinds or {}).get(index, BlockKind.PARAGRAPH), Zone.BODY, Span(*found.span()))
        for index, found in enumerate(_BLOCK.finditer(text))
    )
    return Release(Source("a.txt", text), "text", view.build(), blocks, marks=marks, language=language)


class Known(Facts):
    """Facts whose language is the declared one."""

    @property
    def language(self) -> str:
        return self.release.language


def quotes(text: str, language: str = "de", kinds: dict[int, BlockKind] | None = None) -> tuple[QuoteFact, ...]:
    return Known(release(text, language, kinds)).of(QuoteFact)


def test_a_quotation_has_its_marks_and_its_body() -> None:
    text = "Sie sagte: „Das ist gut“, und ging."
    (fact,) = quotes(text)
    assert fact.text == "„Das ist gut“"
    assert fact.body.of(text) == "Das ist gut"
    assert fact.open.of(text) == "„"
    assert fact.close is not None
    assert fact.close.of(text) == "“"
    assert fact.zone is Zone.BODY
    assert fact.confidence is Confidence.HIGH


def test_straight_and_single_marks_are_less_sure() -> None:
    assert [fact.confidence for fact in quotes("\"Ja\" und 'nein' und ‚doch‘")] == [Confidence.MEDIUM] * 3


def test_nested_quotations_come_after_the_outer_one() -> None:
    assert [fact.text for fact in quotes("„Er rief „Halt“ und lief“ „so“")] == [
        "„Er rief „Halt“ und lief“",
        "„Halt“",
        "„so“",
    ]


def test_a_quotation_that_is_never_closed_reaches_to_the_end_of_its_block() -> None:
    (fact,) = quotes("„Das müssen wir, sagte sie.\n\nZweiter Absatz.")
    assert fact.text == "„Das müssen wir, sagte sie."
    assert fact.close is None
    assert fact.confidence is Confidence.LOW


def test_english_repeats_the_mark_at_each_paragraph() -> None:
    text = "He said: “One.\n\n“Two.\n\n“Three,” she added. “Four.”"
    first, second = quotes(text, "en")
    assert first.text == "“One.\n\n“Two.\n\n“Three,”"
    assert first.block == 0
    assert second.text == "“Four.”"
    assert not read(release(text, "en"), "en").single


def test_a_quotation_may_go_on_without_repeating_the_mark() -> None:
    text = "Sie sagte: „Eins.\n\nZwei.\n\nDrei“, so die Leiterin."
    assert [fact.text for fact in quotes(text)] == ["„Eins.\n\nZwei.\n\nDrei“"]


def test_a_quotation_may_hold_others_in_later_paragraphs() -> None:
    text = "“One.\n\n“Two “very” nice.\n\n“Three,” she said."
    assert [fact.text for fact in quotes(text, "en")] == ["“One.\n\n“Two “very” nice.\n\n“Three,”", "“very”"]


def test_an_attribution_ends_the_quotation() -> None:
    text = "„Das müssen wir, erklärte die Leiterin.\n\n„Zweitens“, sagte sie."
    assert [(fact.text, fact.close is None) for fact in quotes(text)] == [
        ("„Das müssen wir, erklärte die Leiterin.", True),
        ("„Zweitens“", False),
    ]


def test_german_does_not_repeat_the_mark_in_mid_paragraph() -> None:
    text = "Sie nannte es „gut und ging.\n\n„Zweitens“, sagte sie."
    assert [fact.close is None for fact in quotes(text)] == [True, False]


def test_a_quotation_of_many_paragraphs_may_hold_others() -> None:
    text = '"Eins.' + '\n\nText "mit" Wort.' * 8 + '\n\nEnde", sagte sie.'
    found = read(release(text), "de")
    assert not found.single
    assert len(found.pairs) == 9


def test_a_quotation_does_not_cross_a_heading() -> None:
    text = "„Eins.\n\nKopf\n\nZwei“."
    assert [fact.close is None for fact in quotes(text)] == [False]
    found = read(release(text, kinds={1: BlockKind.HEADING}), "de")
    assert [single.closing for single in found.single] == [False, True]


def test_marks_of_different_kinds_do_not_frame_a_quotation() -> None:
    found = read(release("„Eins.\n\nZwei«."), "de")
    assert [single.closing for single in found.single] == [False, True]


def test_two_marks_that_close_nothing_stay_alone() -> None:
    found = read(release("Eins“.\n\nZwei“."), "de")
    assert [single.closing for single in found.single] == [True, True]


def test_rows_pair_their_own_marks() -> None:
    assert [fact.text for fact in quotes("„Eins“\t„zwei", kinds={0: BlockKind.ROW})] == ["„Eins“", "„zwei"]


def test_code_has_no_quotations() -> None:
    assert quotes('print("a', kinds={0: BlockKind.CODE}) == ()
    text = 'Der Befehl print("a bleibt „gut“, und b") auch.'
    marks = (
        Mark(MarkKind.CODE, Span(11, 19), SourceSpan(11, 19)),
        Mark(MarkKind.CODE, Span(38, 41), SourceSpan(38, 41)),
    )
    assert not read(release(text, marks=marks), "de").single
    assert read(release(text[:19], marks=()), "de").single


def test_no_text_has_no_quotations() -> None:
    assert quotes("") == ()


def test_words_that_the_speaker_repeats_do_not_end_the_quotation() -> None:
    for aside in ("as my daughter says", "and I said so to my neighbours", "for all who said it would rain"):
        text = f'"It is going to be great, {aside}.\n\n"We all come," said Ann Prowse.'
        assert [fact.close is not None for fact in quotes(text, "en")] == [True]


def test_a_text_of_nothing_but_marks_has_no_quotations() -> None:
    assert read(release('"' * 20_001), "de") == ((), ())
    assert len(quotes("„x“ " * 1000)) == 1000
