"""Rule files to rules, and rules to checks: what is right, and the file and line of everything that is wrong."""

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from presslint.checks import Context, NoParams, check
from presslint.errors import ConfigError, PackError
from presslint.facts import EXTRACTORS
from presslint.model.facts import DateFact
from presslint.model.finding import Confidence, Hit, Safety, Severity
from presslint.model.rule import BoundRule, Case, Example, FixSpec, Rule
from presslint.model.values import Words
from presslint.packs.bind import bind, problems
from presslint.packs.read import read_rule

_FORMATS = "text, markdown, html, docx, odt, pdf, eml, ninjs, newsml"


class Limits(NamedTuple):
    words: tuple[str, ...] = ()
    most: int = 3
    share: float = 0.5
    strict: bool = False
    name: str = ""
    groups: Mapping[str, tuple[str, ...]] = {}
    pairs: Mapping[str, str] = {}
    least: int | None = None


class Demanding(NamedTuple):
    words: tuple[str, ...]


class Nothing(NamedTuple):
    """A kind of fact that nothing extracts."""


@check("trial.limits", needs=(DateFact,), says=("word", "count"), params=Limits)
def limits(ctx: Context, params: Limits) -> Iterator[Hit]:
    """Words of a list must not stand in a text."""
    for word in params.words:
        if word in ctx.release.text:
            yield Hit(None, {"word": word, "count": params.most})


@check("trial.demanding", params=Demanding)
def demanding(ctx: Context, params: Demanding) -> Iterator[Hit]:
    yield from ()


class _PickyFields(NamedTuple):
    words: tuple[str, ...] = ()
    unit: str = "words"
    most: int | None = None
    table: Mapping[str, str] = {}


class Picky(_PickyFields):
    __slots__ = ()

    def __new__(cls, *args: Any, **kwargs: Any) -> "Picky":
        self = super().__new__(cls, *args, **kwargs)
        for word in (*self.words, *self.table.values()):
            if word.startswith("bad"):
                raise PackError(f'word "{word}": not this one')
        if self.unit != "words":
            raise PackError("trial.picky: unit: something else is expected")
        return self


@check("trial.picky", params=Picky)
def picky(ctx: Context, params: Picky) -> Iterator[Hit]:
    yield from ()


@check("trial.unfed", needs=(Nothing,))
def unfed(ctx: Context, params: NoParams) -> Iterator[Hit]:
    yield from ()


assert Nothing not in EXTRACTORS

RULE = """\
severity: error
confidence: high
since: 0.1.0
check: trial.limits
params:
  words: [bad]
  most: 5
message:
  en: "{word} stands {count} times."
  de: "{word} steht {count}-mal."
notes:
  other: {en: "first", de: "zuerst"}
why: {en: "Why.", de: "Warum."}
instead: {en: "This.", de: "Das."}
fixes:
  - safety: manual
    title: {en: "Write {word}", de: "{word} schreiben"}
bad:
  - text: "bad"
    finds: [""]
    fixed: ["good"]
good:
  - "fine"
  - {text: "well", release_date: 2018-02-23}
"""


class Maker:
    """Writes rule files; every file can be a good one with one stretch replaced."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def rule(self, old: str = "", new: str = "", *, name: str = "HOU001-bad-words.yaml", text: str = RULE) -> str:
        assert old in text, old
        path = self.folder / name
        path.write_text(text.replace(old, new, 1) if old else text, encoding="utf-8")
        return str(path)


@pytest.fixture
def make(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Maker:
    folder = tmp_path / "pack"
    folder.mkdir()
    monkeypatch.chdir(tmp_path)
    return Maker(folder)


def test_a_rule_is_what_its_file_says_and_named_as_its_file_is(make: Maker) -> None:
    rule, page, document = read_rule(make.rule(), "acme", "acme:", "https://rules.example.org/{code}/{name}")
    assert (rule.code, rule.name, rule.pack, rule.check) == ("acme:HOU001", "bad-words", "acme", "trial.limits")
    message = Words("{word} stands {count} times.", "{word} steht {count}-mal.")
    assert rule.cases == {"default": Case(Severity.ERROR, Confidence.HIGH, message)}
    assert rule.params == {"words": ["bad"], "most": "5"}
    assert rule.notes == {"other": Words("first", "zuerst")}
    assert rule.fixes == (FixSpec(Safety.MANUAL, Words("Write {word}", "{word} schreiben")),)
    assert rule.url == "https://rules.example.org/acme:HOU001/bad-words"
    assert page.bad == (Example("bad", ("",), ("good",), format=""),)
    assert page.good == (
        Example("fine", format=""),
        Example("well", format="", release_date=date(2018, 2, 23)),
    )
    assert (page.why, page.instead, page.since) == (Words("Why.", "Warum."), Words("This.", "Das."), "0.1.0")
    assert page.source == document.shown == "pack/HOU001-bad-words.yaml"


TWO_CASES = """\
cases:
  far: {severity: error, confidence: high, message: {en: "{word}.", de: "{word}."}}
  near: {severity: info, confidence: low, message: {en: "{count}.", de: "{count}."}}
"""


def test_a_rule_may_have_cases(make: Maker) -> None:
    head, _, rest = RULE.partition("since")
    message, _, rest = rest.partition("message:")
    text = "since" + message + TWO_CASES + rest[rest.index("notes:") :]
    rule, _, document = read_rule(make.rule(text=text))
    assert [(name, case.severity, case.confidence) for name, case in rule.cases.items()] == [
        ("far", Severity.ERROR, Confidence.HIGH),
        ("near", Severity.INFO, Confidence.LOW),
    ]
    assert document.at("cases", "near", "message", "de") == "pack/HOU001-bad-words.yaml:8"
    with pytest.raises(PackError) as caught:
        read_rule(make.rule(text=head + text))
    assert str(caught.value).startswith('pack/HOU001-bad-words.yaml:1: "cases" stands instead of "severity", ')


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("severity: error", "severity: eror", '1: "eror" is not one of error, warning, info; did you mean "error"?'),
        ("severity: error\n", "", '1: "severity", "confidence" and "message" are needed, or "cases"'),
        ("confidence: high", "confidence: sure", '2: "sure" is not one of high, medium, low'),
        ("0.1.0", "soon", "3: String should match pattern '^[0-9]+\\.[0-9]+\\.[0-9]+$'"),
        (
            "check: trial.limits",
            "chek: trial.limits",
            '1: key "check" is missing\n4: unknown key "chek"; did you mean "check"?',
        ),
        ("check: trial.limits", "check:", "4: expected a text"),
        ("check: trial.limits", 'check: ""', "4: must not be empty"),
        ("params:\n  words: [bad]\n  most: 5", "params: [bad]", "5: expected a table"),
        ('  de: "{word} steht {count}-mal."\n', "", '8: key "de" is missing'),
        ("safety: manual", "safety: suggest", '16: "suggest" is not one of safe, unsafe, manual'),
        ('    finds: [""]\n', "", '19: key "finds" is missing'),
        ('finds: [""]', "finds: []", "20: must not be empty"),
        ('finds: [""]', "finds: bad", "20: expected a list"),
        ("fixed: [", "fixd: [", '21: unknown key "fixd"; did you mean "fixed"?'),
        ("2018-02-23", "2018-02-30", "24: expected a date as YYYY-MM-DD"),
        ("2018-02-23", "23.02.2018", "24: expected a date as YYYY-MM-DD"),
        ("release_date: 2018", "house: {timezone: Mars}, release_date: 2018", '24: unknown time zone "Mars"'),
        ("release_date: 2018", "house: {name: A}, today: 2018", '24: unknown key "name"; did you mean "names"?'),
        ("release_date: 2018", "format: word, today: 2018", f'24: "word" is not one of {_FORMATS}'),
        ('  - "fine"', "  - [fine]", "23: expected a table"),
    ],
)
def test_mistakes_have_a_line(make: Maker, old: str, new: str, message: str) -> None:
    with pytest.raises(PackError) as caught:
        read_rule(make.rule(old, new))
    assert str(caught.value) == "\n".join(f"pack/HOU001-bad-words.yaml:{line}" for line in message.split("\n"))


@pytest.mark.parametrize(
    "name", ["HOU1-bad.yaml", "hou001-bad.yaml", "HOU001_bad.yaml", "HOU001-Bad.yaml", "HOU001-bad.yml"]
)
def test_a_file_with_another_name_is_no_rule(make: Maker, name: str) -> None:
    with pytest.raises(PackError) as caught:
        read_rule(make.rule(name=name))
    assert str(caught.value).startswith(f"pack/{name}:1: a rule's file is named CODE-name.yaml")


def test_a_rule_is_named_for_what_is_bad(make: Maker) -> None:
    with pytest.raises(PackError) as caught:
        read_rule(make.rule(name="HOU001-no-bad-words.yaml"))
    assert str(caught.value) == 'pack/HOU001-no-bad-words.yaml:1: a rule is named for the bad pattern, without "no-"'


def test_a_file_that_is_not_there(make: Maker) -> None:
    with pytest.raises(PackError) as caught:
        read_rule("pack/HOU001-bad.yaml")
    assert str(caught.value) == "pack/HOU001-bad.yaml:1: No such file or directory"


ALONE = "stands in only one of the two languages"
WHERE = "pack/HOU001-bad-words.yaml:"

CASES = """\
since: 0.1.0
check: trial.limits
cases:
  far: {severity: error, confidence: high, message: {en: "{word}.", de: "{word}."}}
  near: {severity: info, confidence: low, message: {en: "{count}.", de: "{count}."}}
why: {en: "Why.", de: "Warum."}
instead: {en: "This.", de: "Das."}
bad:
  - {text: bad, finds: [""], case: far}
  - {text: bad, finds: [""], case: near}
good: ["fine"]
"""


def test_a_good_rule_has_no_problems(make: Maker) -> None:
    assert list(problems(read_rule(make.rule()))) == []
    assert list(problems(read_rule(make.rule(text=CASES)))) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("trial.limits", "trial.limit", '4: unknown check "trial.limit"; did you mean "trial.limits"?'),
        ("trial.limits", "nowhere.at-all", '4: unknown check "nowhere.at-all"'),
        ("trial.limits\n", "trial.unfed\n", "4: trial.unfed needs Nothing, which nothing extracts"),
        ("  words: [bad]", "  word: [bad]", '6: unknown parameter "word"; did you mean "words"?'),
        ("  words: [bad]", "  words: bad", '6: parameter "words": expected a list'),
        ("  words: [bad]", "  words:\n  - a\n  - [b]", '8: parameter "words": expected a text'),
        ("  most: 5", "  most: five", '7: parameter "most": expected a whole number'),
        ("  most: 5", "  most: 5.5", '7: parameter "most": expected a whole number'),
        ("  most: 5", "  share: half", '7: parameter "share": expected a number'),
        ("  most: 5", "  strict: yes", '7: parameter "strict": expected true or false'),
        ("  most: 5", "  name: [a]", '7: parameter "name": expected a text'),
        ("  most: 5", "  groups: [a]", '7: parameter "groups": expected a table'),
        ("  most: 5", "  groups:\n    a: b", '8: parameter "groups": expected a list'),
        ("  most: 5", "  pairs:\n    a: [b]", '8: parameter "pairs": expected a text'),
        ("{word} stands", "{wort} stands",
         '9: trial.limits does not say {wort}; did you mean "word"?\n8: {word}, {wort} ' + ALONE),
        ("steht {count}-mal", "steht oft", "8: {count} stands in only one of the two languages"),
        ('en: "first"', 'en: "first {"', "12: a brace that is no placeholder"),
        ('en: "first", de: "zuerst"', 'en: "{words}", de: "{word}"',
         '12: trial.limits does not say {words}; did you mean "word"?\n12: {word}, {words} ' + ALONE),
        ('{en: "Write {word}"', '{en: "Write"', "17: {word} stands in only one of the two languages"),
        ('    fixed: ["good"]\n', "", '15: no bad example says what is "fixed"'),
        ('fixes:\n  - safety: manual\n    title: {en: "Write {word}", de: "{word} schreiben"}\n', "",
         '18: "fixed" without "fixes"'),
        ('bad:\n  - text: "bad"\n    finds: [""]\n    fixed: ["good"]', "bad: []",
         '1: no bad example for the case "default"\n15: no bad example says what is "fixed"'),
        ('finds: [""]', 'finds: [""]\n    case: defalt',
         '1: no bad example for the case "default"\n21: unknown case "defalt"; did you mean "default"?'),
        ('good:\n  - "fine"\n  - {text: "well", release_date: 2018-02-23}', "good: []", "22: no good example"),
    ],
)  # fmt: skip
def test_what_does_not_fit_has_a_line(make: Maker, old: str, new: str, message: str) -> None:
    found = list(problems(read_rule(make.rule(old, new))))
    lines = [WHERE + line for line in message.split("\n")]
    # a check that needs what nothing extracts takes none of the parameters either
    assert found[: len(lines) if "unfed" in new else None] == lines


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("case: near}", "case: far}", '5: no bad example for the case "near"'),
        ('{en: "{count}."', '{en: "{coun}."',
         '5: trial.limits does not say {coun}; did you mean "count"?\n5: {coun}, {count} ' + ALONE),
    ],
)  # fmt: skip
def test_what_does_not_fit_in_a_case_has_a_line(make: Maker, old: str, new: str, message: str) -> None:
    found = list(problems(read_rule(make.rule(old, new, text=CASES))))
    assert found == [WHERE + line for line in message.split("\n")]


def test_a_parameter_without_default_must_be_given(make: Maker) -> None:
    file = read_rule(make.rule("trial.limits", "trial.demanding"))
    text = RULE.replace("trial.limits", "trial.demanding").replace("  words: [bad]\n  most: 5\n", "  {}\n")
    assert 'unknown parameter "most"' in next(problems(file))
    assert f'{WHERE}5: parameter "words" is missing' in list(problems(read_rule(make.rule(text=text))))


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ("{words: [good, {a: b}]}", '1: parameter "words": expected a text'),
        ("\n  words:\n  - good\n  - bad\n  - bad1", '4: word "bad": not this one'),
        ("\n  table:\n    a: good\n    b: bad1", '4: word "bad1": not this one'),
        ("\n  most:\n  words: [bad]", '3: word "bad": not this one'),
        ("\n  words: [good]\n  unit: lines", "3: trial.picky: unit: something else is expected"),
        ("{words: [good]}", None),
    ],
)
def test_a_value_that_the_check_refuses_has_a_line(make: Maker, params: str, message: str | None) -> None:
    text = "params: " + params + "\nsince: 0.1.0\ncheck: trial.picky\n" + CASES.partition("check: trial.limits\n")[2]
    text = text.replace("{word}", "One").replace("{count}", "Two")
    assert list(problems(read_rule(make.rule(text=text)))) == ([WHERE + message] if message else [])


def rule_with(check: str = "trial.limits", **params: Any) -> Rule:
    return Rule("HOU001", "bad-words", "core", check, {}, params)


def test_parameters_become_the_types_that_the_check_declares() -> None:
    bound = bind(
        rule_with(
            words=["a", "b"],
            most="7",
            share="0.25",
            strict="true",
            name="x",
            groups={"g": ["h"]},
            pairs={"p": "q"},
            least="2",
        )
    )
    assert isinstance(bound, BoundRule)
    assert bound.params == Limits(
        words=("a", "b"), most=7, share=0.25, strict=True, name="x", groups={"g": ("h",)}, pairs={"p": "q"}, least=2
    )
    assert bind(rule_with(strict="false", most=7, share=1, least=None)).params == Limits(most=7, share=1.0)
    assert bind(rule_with()).params == Limits()


def test_the_parameters_of_a_house_beat_those_of_the_rule() -> None:
    assert bind(rule_with(most="7", name="x"), {"most": 2, "strict": True}).params == Limits(
        most=2, strict=True, name="x"
    )


def test_a_value_of_a_house_that_the_check_refuses_is_a_mistake_in_its_configuration() -> None:
    with pytest.raises(ConfigError) as caught:
        bind(rule_with("trial.picky"), {"words": ["bad"]})
    assert str(caught.value) == 'rules.HOU001: word "bad": not this one'


@pytest.mark.parametrize(
    ("params", "message"),
    [
        ({"mos": 2}, 'rules.HOU001: unknown parameter "mos"; did you mean "most"?'),
        ({"most": True}, 'rules.HOU001: parameter "most": expected a whole number'),
        ({"most": 2.5}, 'rules.HOU001: parameter "most": expected a whole number'),
        ({"name": 2}, 'rules.HOU001: parameter "name": expected a text'),
        ({"strict": 1}, 'rules.HOU001: parameter "strict": expected true or false'),
        ({"words": "x"}, 'rules.HOU001: parameter "words": expected a list'),
    ],
)
def test_a_wrong_parameter_of_a_house_is_a_mistake_in_its_configuration(params: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as caught:
        bind(rule_with(), params)
    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("rule", "message"),
    [
        (rule_with("trial.limit"), 'HOU001: unknown check "trial.limit"; did you mean "trial.limits"?'),
        (rule_with(most="x"), 'HOU001: params: parameter "most": expected a whole number'),
        (rule_with("trial.demanding"), 'HOU001: params: parameter "words" is missing'),
        (rule_with("trial.picky", words=["bad"]), 'HOU001: params: word "bad": not this one'),
    ],
)
def test_a_rule_that_does_not_fit_its_check_is_a_mistake_in_the_pack(rule: Rule, message: str) -> None:
    with pytest.raises(PackError) as caught:
        bind(rule)
    assert str(caught.value) == message
