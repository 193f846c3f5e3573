"""The laws that a rule's examples prove, each broken once."""

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from presslint.checks import Context, NoParams, check
from presslint.engine.examples import as_markdown, examples_of, main, options_of, release_of, verify_rule
from presslint.errors import PackError
from presslint.load import load, source_from_bytes
from presslint.model.finding import Confidence, FieldRef, Hit, Proposal, Safety, Severity
from presslint.model.release import MarkKind
from presslint.model.rule import Case, Example, FixSpec, Rule, RulePage
from presslint.model.values import Words
from presslint.text.span import Span


def hits(ctx: Context, word: str, new: str = "good") -> Iterator[Hit]:
    for found in re.finditer(word, ctx.release.text):
        span = Span(found.start(), found.end())
        yield Hit(span, {"word": found[0]}, proposals=(Proposal(((span, new),), 0),))


@check("laws.word", says=("word",))
def word(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "bad")


@check("laws.useless", says=("word",))
def useless(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "bad|worse", "worse")


@check("laws.endless", says=("word",))
def endless(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "ping", "pong")
    yield from hits(ctx, "pong", "ping")


@check("laws.elsewhere", says=("word",))
def elsewhere(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Fix one word and leave another one at its place."""
    for found in re.finditer("bad", ctx.release.text):
        span = Span(found.start(), found.end())
        start = ctx.release.text.find("end")
        yield Hit(span, {"word": "bad"}, proposals=(Proposal(((Span(start, start + 3), "longer end"),), 0),))


@check("laws.file", says=("word",))
def file(ctx: Context, _: NoParams) -> Iterator[Hit]:
    if "bad" in ctx.release.text:
        yield Hit(None, {"word": "x"}, proposals=(Proposal(((Span(0, 3), "good"),), 0),))


@check("laws.moved", says=("word",))
def moved(ctx: Context, _: NoParams) -> Iterator[Hit]:
    if "bad" in ctx.release.text:
        end = ctx.release.text.index("bad") + 3
        proposals = (Proposal(((Span(end - 3, end), "bad too"),), 0),) if end == len(ctx.release.text) else ()
        yield Hit(None, {"word": "x"}, proposals=proposals)


@check("laws.growing", says=("word",))
def growing(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "bad", "bad bad")


@check("laws.field", says=("word",))
def field(ctx: Context, _: NoParams) -> Iterator[Hit]:
    for one in ctx.release.fields:
        if one.name == "date":
            yield Hit(FieldRef(one.key), {"word": one.value})


@check("laws.plain", says=("word",))
def plain(ctx: Context, _: NoParams) -> Iterator[Hit]:
    if ctx.release.format == "text":
        yield from hits(ctx, "bad")


@check("laws.linked", says=("word",))
def linked(ctx: Context, _: NoParams) -> Iterator[Hit]:
    if any(mark.kind is MarkKind.LINK for mark in ctx.release.marks):
        yield Hit(None, {"word": "link"})


@check("laws.crash", says=("word",))
def crash(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "(")


@check("laws.dated", says=("word",), requires=("release_date",))
def dated(ctx: Context, _: NoParams) -> Iterator[Hit]:
    yield from hits(ctx, "bad")


MESSAGE = Words("{word} is bad.", "{word} ist schlecht.")
FIX = FixSpec(Safety.SAFE, Words("Write good", "Gut schreiben"))
PAGE = RulePage(Words("Why.", "Warum."), Words("This.", "Das."), (), (), "0.1.0")


def trouble(
    name: str, *bad: Example, good: tuple[Example, ...] = (), message: Words = MESSAGE, **changes: Any
) -> list[str]:
    rule = Rule(
        code="HOU001",
        name="bad-word",
        pack="core",
        check=f"laws.{name}",
        cases={"default": Case(Severity.ERROR, Confidence.HIGH, message)},
        fixes=(FIX,),
    )
    return verify_rule(rule._replace(**changes), PAGE._replace(bad=bad, good=good))


def example(text: str = "A bad day.", *finds: str, fixed: tuple[str, ...] = (), **rest: Any) -> Example:
    return Example(text, finds, fixed, **{"format": "", **rest})


GOOD = example("A bad day, and a bad night.", "bad", "bad",
               fixed=("A good day, and a bad night.", "A bad day, and a good night."))  # fmt: skip


def test_a_rule_that_keeps_every_law() -> None:
    assert trouble("word", GOOD, good=(example("A fine day."),)) == []
    assert trouble("word", example("*Some* bad_word [1].", "bad", fixed=("*Some* good_word [1].",))) == []
    assert trouble("file", example("bad", "", fixed=("good",))) == []
    assert trouble("field", example("A day.", "2018-02-23", fields={"date": "2018-02-23"})) == []
    assert trouble("plain", example("A bad day.", "bad", fixed=("A good day.",), format="text")) == []
    assert trouble("plain", example("A bad day.", "bad", fixed=("A good day.",)), formats=("text",)) == []
    assert trouble("dated", example("A bad day.", "bad", fixed=("A good day.",), release_date=date(2018, 2, 23))) == []
    assert trouble("linked", example("A [link](https://www.acme-werke.de).", "", format="markdown")) == []
    assert trouble("linked", good=(example("A [link](https://www.acme-werke.de)."),)) == []


@pytest.mark.parametrize(
    ("tried", "expected"),
    [
        (partial(trouble, "word", example("A bad day.")), "bad-1: finds ['bad'], expected []"),
        (partial(trouble, "word", good=(example("A bad day."),)), "good-1: as Markdown: finds ['bad'], expected []"),
        (partial(trouble, "word", example("A bad day.", "bad", "bad")),
         "bad-1: finds ['bad'], expected ['bad', 'bad']"),
        (partial(trouble, "word", example("A bad day.", "day")), "bad-1: finds ['bad'], expected ['day']"),
        (partial(trouble, "plain", example("A bad day.", "bad", fixed=("A good day.",))),
         "bad-1: as Markdown: finds [], expected ['bad']"),
        (partial(trouble, "word", example("A bad day.", "bad", fixed=("A good night.",))),
         "bad-1: fixes give ['A good day.'], expected ['A good night.']"),
        (partial(trouble, "word", example("A bad day.", "bad")), "bad-1: fixes give ['A good day.'], expected []"),
        (partial(trouble, "useless", example("A bad day.", "bad", fixed=("A worse day.",))),
         'bad-1: still reported after the fix "Write good": worse is bad.'),
        (partial(trouble, "elsewhere", example("A bad end.", "bad", fixed=("A bad longer end.",))),
         'bad-1: still reported after the fix "Write good": bad is bad.'),
        (partial(trouble, "moved", example("bad", "", fixed=("bad too",))),
         'bad-1: still reported after the fix "Write good": x is bad.'),
        (partial(trouble, "growing", example("bad", "bad", fixed=("bad bad",))),
         'bad-1: still reported after the fix "Write good": bad is bad.'),
        (partial(trouble, "endless", example("ping", "ping", fixed=("pong",))),
         'bad-1: the fix "Write good" comes back for ever'),
        (partial(trouble, "crash", example("A bad day.", "bad")), "bad-1: Rule HOU001 failed with "),
        (partial(trouble, "dated", example("A bad day.", "bad")), "bad-1: finds [], expected ['bad'] (did not run: "),
        (partial(trouble, "word", good=(example("Xqz."),), languages=("de",)),
         "good-1: proves nothing, the rule did not run: "),
        (partial(trouble, "word", example("", "bad")), "bad-1: cannot be loaded: "),
        (partial(trouble, "word", GOOD, message=Words("{word} is bad", "{word} ist schlecht.")),
         "message default.en: does not end with a full stop"),
        (partial(trouble, "word", GOOD, message=Words("{word} is bad.", "{word}: bitte ändern.")),
         "message default.de: pleads; say what stands there and what was expected"),
        (partial(trouble, "word", GOOD, message=Words("{word}.", "{word} " + "sehr " * 30 + "schlecht.")),
         "bad-1: message has 163 characters, 120 are allowed: bad sehr"),
    ],
)  # fmt: skip
def test_a_broken_law_is_told(tried: Callable[[], list[str]], expected: str) -> None:
    found = tried()
    assert any(problem.startswith(f"HOU001 {expected}") for problem in found), found


def test_an_example_belongs_to_its_case() -> None:
    near = Case(Severity.INFO, Confidence.HIGH, MESSAGE)
    cases = {"default": Case(Severity.ERROR, Confidence.HIGH, MESSAGE), "near": near}
    (problem,) = trouble("word", example("A bad day.", "bad", fixed=("A good day.",), case="near"), cases=cases)
    assert problem == 'HOU001 bad-1: "bad" is not of the case "near": bad is bad.'


def test_a_rule_without_its_check_is_no_rule() -> None:
    with pytest.raises(PackError):
        trouble("nothing")


def test_the_circumstances_of_an_example() -> None:
    given = example(
        "Ein Tag.",
        path="2018-02-23.md",
        language="de",
        fields={"title": "Tag"},
        house={"names": ["Acme"], "fictitious_contacts": True},
        today=date(2018, 3, 1),
        release_date=date(2018, 2, 23),
    )
    release = release_of(given, given.text, "text")
    assert (release.source.path, release.language, release.format) == ("2018-02-23.md", "de", "text")
    assert [(one.name, one.value) for one in release.fields] == [("title", "Tag")]
    options = options_of(given, "de")
    assert (options.today, options.release_date, options.language) == (date(2018, 3, 1), date(2018, 2, 23), "de")
    assert (options.house.names, options.house.fictitious_contacts) == (("Acme",), True)
    assert release_of(given._replace(language="", fields={"language": "en-GB"}), "A day.", "text").language == "en"


def test_examples_have_names() -> None:
    page = PAGE._replace(bad=(example(), example()), good=(example(),))
    assert [name for name, _ in examples_of(page)] == ["bad-1", "bad-2", "good-1"]


LINES = st.text(st.sampled_from("ab1.)* _`[]<>&|~#+-=!\\:'\"ä(){}^$/"), min_size=1, max_size=12)


@settings(deadline=None, max_examples=200)
@given(st.lists(LINES, min_size=1, max_size=4), st.sampled_from(["\n", "\n\n"]))
def test_a_reader_of_the_markdown_sees_the_text(lines: list[str], between: str) -> None:
    text = "x" + between.join(lines) + "x"
    shown = load(source_from_bytes(as_markdown(text).encode(), "-"), format="markdown").text
    assert "".join(shown.split()) == "".join(text.split())


def test_a_rule_can_be_tried_by_hand(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "HOU001-bad-word.yaml"
    path.write_text(
        "severity: error\nconfidence: high\nsince: 0.1.0\ncheck: laws.file\nmessage: {en: 'A.', de: 'B.'}\n"
        "why: {en: A, de: B}\ninstead: {en: A, de: B}\nbad: [{text: bad, finds: [''], fixed: [good]}]\ngood: [fine]\n"
        "fixes: [{safety: safe, title: {en: A, de: B}}]\n"
    )
    assert main([str(path)]) == 0
    assert capsys.readouterr().out == "HOU001 ok\n1 rules, 0 with problems\n"
    path.write_text(path.read_text().replace("finds: ['']", "finds: [bad]"))
    assert main([str(path)]) == 1
    assert "HOU001 bad-1: finds [''], expected ['bad']" in capsys.readouterr().out
    path.write_text("severity: error\n")
    assert main([str(path)]) == 1
    assert 'HOU001-bad-word.yaml:1: key "since" is missing\n' in capsys.readouterr().out
    assert main(["PAG"]) in {0, 1}
    assert re.search(r"^\d+ rules, \d+ with problems$", capsys.readouterr().out, re.MULTILINE)
    assert main(["NIX001"]) == 1
