"""The page of a rule: the same parts in the same order, in both languages."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import NamedTuple

import pytest

from presslint.checks import Context, NoParams, check
from presslint.load import load, source_from_bytes
from presslint.model.finding import Confidence, Hit, Safety, Severity
from presslint.model.rule import Case, Example, FixSpec, Rule, RulePage
from presslint.model.values import Words
from presslint.report.rulepage import rule_page, sections


class Limits(NamedTuple):
    words: tuple[str, ...] = ("a", "b")
    most: int = 3
    strict: bool = False
    name: str = ""
    groups: Mapping[str, tuple[str, ...]] = {}
    least: int | None = None


@check("paged.limits", says=("word",), params=Limits)
def limits(ctx: Context, params: Limits) -> Iterator[Hit]:
    """Report words of a list.

    This is only for whoever works on the check.
    """
    yield from ()


@check("paged.silent", says=("word",))
def silent(ctx: Context, params: NoParams) -> Iterator[Hit]:
    yield from ()


RULE = Rule(
    code="HOU001",
    name="bad-word",
    pack="core",
    check="paged.limits",
    cases={"default": Case(Severity.ERROR, Confidence.HIGH, Words("{word} is *bad*.", "{word} ist schlecht."))},
    params={"groups": {"x": ["y", "z"]}, "strict": "true", "name": "n" * 200},
    languages=("de", "en"),
    fixes=(FixSpec(Safety.MANUAL, Words("Write", "Schreiben")), FixSpec(Safety.UNSAFE, Words("Or", "Oder"))),
)
PAGE = RulePage(
    Words("Why so.", "Warum so."),
    Words("Do <this>.", "Das tun."),
    (
        Example("A bad day.\n", ("bad",), ("A good day.\n", "A fine day.\n"), format=""),
        Example("```\nbad\n````", ("bad", ""), release_date=date(2018, 2, 23), house={"names": ["A", "B"]}),
    ),
    (Example("A fine day.", fields={"date": "2018-02-23"}, format=""),),
    "0.1.0",
    ("A standard", "Another one"),
)

ENGLISH = """\
# HOU001 bad-word

| severity | confidence | fix | formats | languages | since |
| --- | --- | --- | --- | --- | --- |
| error | high | on demand: --fix --unsafe-fixes | all | de, en | 0.1.0 |

## What it finds

{word} is \\*bad\\*.

Report words of a list.

## Why

Why so.

## Instead

Do \\<this>.

## Wrong

```text
A bad day.
```

reported: “bad”

Right:

```text
A good day.
```

Right:

```text
A fine day.
```

`````text
```
bad
````
`````

given: format text, release_date 2018-02-23, house.names A, B

reported: “bad”, the file as a whole

## Fine

```text
A fine day.
```

given: fields.date 2018-02-23

## Options

- words (list): a, b
- most (number): 3
- strict (true or false): true
- name (text): NAME
- groups (table): x: y, z
- least (number): –

## Suppress

in the text, before the paragraph:

```text
<!-- presslint: ignore[HOU001] the reason -->
```

in the text, for the whole file:

```text
<!-- presslint: ignore-file[HOU001] the reason -->
```

in presslint.toml:

```text
ignore = ["HOU001"]
```

## References

- A standard
- Another one
""".replace("NAME", "n" * 119 + "…")

GERMAN = """\
HOU001 bad-word
===============

Schwere     Fehler
Sicherheit  hoch
Korrektur   auf Wunsch: --fix --unsafe-fixes
Formate     alle
Sprachen    de, en
seit        0.1.0

Was sie findet
--------------
{word} ist schlecht.

Warum
-----
Warum so.

Stattdessen
-----------
Das tun.

Falsch
------
  | A bad day.

gemeldet: „bad“

Richtig:

  | A good day.
"""


def test_a_page_in_english_as_markdown() -> None:
    assert rule_page(RULE, PAGE) == ENGLISH


def test_a_page_in_german_as_plain_text() -> None:
    assert rule_page(RULE, PAGE, "de", markdown=False).startswith(GERMAN)


def test_a_page_is_markdown_that_shows_what_the_plain_one_says() -> None:
    shown = load(source_from_bytes(rule_page(RULE, PAGE).encode(), "-"), format="markdown").text
    for part in ("{word} is *bad*.", "Do <this>.", "````", "<!-- presslint: ignore[HOU001] the reason -->", "x: y, z"):
        assert part in shown


def test_what_a_rule_lacks_is_left_out() -> None:
    rule = RULE._replace(check="paged.silent", fixes=(), params={})
    page = PAGE._replace(references=(), bad=(), good=())
    headings = [section.heading for section in sections(rule, page, "en")]
    assert headings == ["What it finds", "Why", "Instead", "Suppress"]
    assert "| none | all |" in rule_page(rule, page)


@pytest.mark.parametrize(("language", "word"), [("en", "info"), ("de", "Hinweis")])
def test_cases_are_told_one_by_one(language: str, word: str) -> None:
    near = Case(Severity.INFO, Confidence.LOW, Words("Near.", "Nah."))
    text = rule_page(RULE._replace(cases={**RULE.cases, "near": near}), PAGE, language, markdown=False)
    assert f"\n- {word}: {near.message.in_(language)}\n" in text
    levels = next(line for line in text.split("\n") if line.startswith(("severity", "Schwere")))
    assert levels.split("  ")[-1].strip() == f"{'error' if language == 'en' else 'Fehler'}, {word}"


def test_what_has_no_place_is_suppressed_for_the_file() -> None:
    def suppress(*finds: str) -> list[str]:
        page = PAGE._replace(bad=(Example("Text.", finds),))
        (section,) = (part for part in sections(RULE, page, "en") if part.heading == "Suppress")
        return [text for kind, text in section.parts if kind == "code" and text.startswith("<")]

    block, file = (
        "<!-- presslint: ignore[HOU001] the reason -->",
        "<!-- presslint: ignore-file[HOU001] the reason -->",
    )
    assert suppress("bad") == [block]
    assert suppress("") == [file]
    assert suppress("bad", "") == [block, file]
