from collections.abc import Callable, Iterator
from typing import Any

import pytest

from presslint.checks import Context
from presslint.engine.fix import PASSES, Fixed, fix_source
from presslint.engine.run import lint
from presslint.load import source_from_bytes
from presslint.model.finding import FieldRef, Hit, Proposal, Safety, Severity
from presslint.model.house import House
from presslint.model.options import Options
from presslint.model.rule import BoundRule
from presslint.model.values import Quoted
from presslint.text.span import SourceSpan, Span

MakeRule = Callable[..., BoundRule]
Mend = Callable[..., Fixed]


@pytest.fixture
def mend(options: Options) -> Mend:
    """Return a function that mends a text with rules."""

    def run(text: str, *rules: BoundRule, lowest: Safety = Safety.SAFE, path: str = "a.md") -> Fixed:
        source = source_from_bytes(text.encode(), path)
        return fix_source(source, House(), lambda release: lint(release, rules, options), lowest)

    return run


def replacing(*edits: tuple[str, str]) -> Callable[[Context, Any], Iterator[Hit]]:
    """Return a check that wants to replace texts of the source by others, all in one fix."""

    def run(ctx: Context, _: Any) -> Iterator[Hit]:
        text = ctx.release.source.text
        if all(old in text for old, _ in edits):
            made = tuple((SourceSpan(text.index(old), text.index(old) + len(old)), new) for old, new in edits)
            yield Hit(made[0][0], {"what": Quoted(edits[0][0])}, proposals=(Proposal(made),))

    return run


def test_safe_fixes_are_made(mend: Mend, make_rule: MakeRule) -> None:
    fixed = mend("Das ist schlecht und schlecht.\n", make_rule(becomes="gut"))
    assert fixed.text == "Das ist gut und gut.\n"
    assert fixed.applied == (("DAT002", 2),)
    assert len(fixed.before.findings) == 2
    assert fixed.result.findings == ()


@pytest.mark.parametrize(
    ("safety", "lowest", "made"),
    [
        (Safety.SAFE, Safety.SAFE, True),
        (Safety.UNSAFE, Safety.SAFE, False),
        (Safety.UNSAFE, Safety.UNSAFE, True),
        (Safety.MANUAL, Safety.UNSAFE, False),
    ],
)
def test_only_what_is_safe_enough_is_made(
    mend: Mend,
    make_rule: MakeRule,
    safety: Safety,
    lowest: Safety,
    made: bool,  # noqa: FBT001
) -> None:
    fixed = mend("schlecht\n", make_rule(becomes="gut", safety=safety), lowest=lowest)
    assert (fixed.text != fixed.source.text) is made
    assert (fixed.applied != ()) is made


def test_what_is_suppressed_is_left_alone(mend: Mend, make_rule: MakeRule) -> None:
    text = "<!-- presslint: ignore[DAT002] Zitat -->\nschlecht\n\nschlecht\n"
    assert mend(text, make_rule(becomes="gut")).text == text[:-9] + "gut\n"


def test_a_fix_may_uncover_another(mend: Mend, make_rule: MakeRule) -> None:
    rules = [make_rule(word="aa", becomes="bb"), make_rule("DAT003", "other", word="bb", becomes="cc")]
    fixed = mend("aa bb\n", *rules)
    assert fixed.text == "cc cc\n"
    assert fixed.applied == (("DAT002", 1), ("DAT003", 2))


def test_overlapping_fixes_are_made_one_after_the_other(mend: Mend, make_rule: MakeRule) -> None:
    rules = [make_rule(word="ab", becomes="x"), make_rule("DAT003", "other", word="bc", becomes="y")]
    assert mend("abc\n", *rules).text == "xc\n"


def test_two_insertions_at_one_place_do_not_race(mend: Mend, make_rule: MakeRule) -> None:
    def inserting(text: str) -> Callable[[Context, Any], Iterator[Hit]]:
        def run(ctx: Context, _: Any) -> Iterator[Hit]:
            if text not in ctx.release.text:
                yield Hit(Span(0, 1), {"what": text}, proposals=(Proposal(((SourceSpan(0, 0), text),)),))

        return run

    rules = [make_rule("DAT003", "b", run=inserting("B")), make_rule("DAT002", "a", run=inserting("A"))]
    assert mend("text\n", *rules).text == "BAtext\n"


def test_fixes_that_undo_one_another_are_named(mend: Mend, make_rule: MakeRule) -> None:
    def turning(ctx: Context, _: Any) -> Iterator[Hit]:
        other = {"hier\n": "dort", "dort\n": "hier"}[ctx.release.source.text]
        yield Hit(Span(0, 4), {"what": other}, proposals=(Proposal(((Span(0, 4), other),)),))

    fixed = mend("hier\n", make_rule(run=turning))
    assert fixed.cycle == ("DAT002",)
    assert fixed.text == "dort\n"
    assert [one.message for one in fixed.result.findings] == ["Found hier."]


def test_all_rules_of_a_long_cycle_are_named(mend: Mend, make_rule: MakeRule) -> None:
    def next_of(code: str, now: str, then: str) -> BoundRule:
        def run(ctx: Context, _: Any) -> Iterator[Hit]:
            start = ctx.release.text.index(now) if now in ctx.release.text else 0
            proposals = (Proposal(((Span(start, start + 4), then),)),) if now in ctx.release.text else ()
            yield Hit(Span(0, 1), {"what": now}, proposals=proposals)

        return make_rule(code, code.lower(), run=run)

    rules = [next_of("DAT001", "eins", "zwei"), next_of("DAT002", "zwei", "drei"), next_of("DAT003", "drei", "zwei")]
    fixed = mend("eins\n", *rules)
    assert fixed.cycle == ("DAT002", "DAT003")
    assert fixed.text == "drei\n"


def test_a_fix_without_end_is_stopped(mend: Mend, make_rule: MakeRule) -> None:
    fixed = mend("a\n", make_rule(run=replacing(("a", "aa"))))
    assert fixed.text == "a" * (PASSES + 1) + "\n"
    assert fixed.applied == (("DAT002", PASSES),)


def test_a_fix_that_brings_something_as_bad_is_refused(mend: Mend, make_rule: MakeRule) -> None:
    worse = make_rule("LNK001", "worse", word="schlimm")
    fixed = mend("schlecht\n", make_rule(becomes="schlimm"), worse)
    assert fixed.text == "schlecht\n"
    assert fixed.refused == ("DAT002",)
    assert fixed.applied == ()


def test_a_fix_that_brings_something_less_bad_is_made(mend: Mend, make_rule: MakeRule) -> None:
    mild = make_rule("LNK001", "mild", word="schlimm", severity=Severity.WARNING)
    assert mend("schlecht\n", make_rule(becomes="schlimm"), mild).text == "schlimm\n"


def test_one_bad_fix_does_not_keep_the_others_from_being_made(mend: Mend, make_rule: MakeRule) -> None:
    rules = [
        make_rule(word="eins", becomes="schlimm"),
        make_rule("DAT003", "good", word="zwei", becomes="2"),
        make_rule("LNK001", "worse", word="schlimm"),
    ]
    fixed = mend("eins zwei\n", *rules)
    assert fixed.text == "eins 2\n"
    assert (fixed.applied, fixed.refused) == ((("DAT003", 1),), ("DAT002",))


def test_a_fix_that_changes_the_metadata_behind_its_back_is_refused(mend: Mend, make_rule: MakeRule) -> None:
    text = "---\ntitle: Titel\n---\n\nText.\n"
    fixed = mend(text, make_rule(run=replacing(("---\n\n", "note: x\n---\n\n"))))
    assert (fixed.text, fixed.refused) == (text, ("DAT002",))


def test_a_fix_may_change_the_field_it_names(mend: Mend, make_rule: MakeRule) -> None:
    def run(ctx: Context, _: Any) -> Iterator[Hit]:
        for field in ctx.release.fields:
            if field.value == "alt" and field.span is not None:
                yield Hit(FieldRef(field.key), {"what": "x"}, proposals=(Proposal(((field.span, "neu"),)),))

    assert mend("---\ntitle: alt\nkind: x\n---\n\nText.\n", make_rule(run=run)).text == (
        "---\ntitle: neu\nkind: x\n---\n\nText.\n"
    )


def test_a_fix_behind_which_the_text_cannot_be_read_is_refused(mend: Mend, make_rule: MakeRule) -> None:
    text = "---\ntitle: Titel\n---\n\nText.\n"
    fixed = mend(text, make_rule(run=replacing(("title: Titel", "title: [Titel"))))
    assert (fixed.text, fixed.refused) == (text, ("DAT002",))


def test_edits_that_cannot_all_be_meant_are_refused(mend: Mend, make_rule: MakeRule) -> None:
    fixed = mend("abc\n", make_rule(run=replacing(("ab", "x"), ("bc", "y"))))
    assert (fixed.text, fixed.refused) == ("abc\n", ("DAT002",))


def test_a_fix_that_makes_a_rule_crash_is_refused(mend: Mend, make_rule: MakeRule) -> None:
    def fragile(ctx: Context, _: Any) -> Iterator[Hit]:
        if "gut" in ctx.release.text:
            raise ValueError
        yield from ()

    fixed = mend("schlecht\n", make_rule(becomes="gut"), make_rule("LNK001", "fragile", run=fragile))
    assert (fixed.text, fixed.refused) == ("schlecht\n", ("DAT002",))


def test_a_rule_that_crashed_before_does_not_forbid_fixes(mend: Mend, make_rule: MakeRule) -> None:
    def broken(ctx: Context, _: Any) -> Iterator[Hit]:
        raise ValueError

    fixed = mend("schlecht\n", make_rule(becomes="gut"), make_rule("LNK001", "broken", run=broken))
    assert fixed.text == "gut\n"


def test_a_source_that_cannot_be_read_is_returned_as_it_is(mend: Mend, make_rule: MakeRule) -> None:
    fixed = mend("---\ntitle: [x\n---\n\nText.\n", make_rule())
    assert fixed.result.error
    assert fixed.text == fixed.source.text


def test_line_ends_are_kept(mend: Mend, make_rule: MakeRule) -> None:
    assert mend("eins\r\n\r\nschlecht\r\n", make_rule(becomes="gut"), path="a.txt").text == "eins\r\n\r\ngut\r\n"
