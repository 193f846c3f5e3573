"""A rule as a page for people: the same order for every rule."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from presslint.checks import find
from presslint.engine.wording import visible
from presslint.model.rule import Example, Rule, RulePage
from presslint.model.values import Words

_WORDS: Mapping[str, Words] = MappingProxyType(
    {
        "finds": Words("What it finds", "Was sie findet"),
        "why": Words("Why", "Warum"),
        "instead": Words("What to do", "Was zu tun ist"),
        "wrong": Words("Wrong", "Falsch"),
        "fine": Words("Fine", "Richtig"),
        "fixes": Words("Corrections", "Korrekturen"),
        "options": Words("Options", "Parameter"),
        "suppress": Words("To suppress it", "Ausnahme"),
        "references": Words("References", "Quellen"),
        "since": Words("since {since}", "seit {since}"),
        "all": Words("all languages", "alle Sprachen"),
        "reason": Words("the reason", "der Grund"),
    }
)


def rule_page(rule: Rule, page: RulePage, language: str) -> str:
    """Return everything about a rule as text, in ``language``."""
    return "\n".join(_lines(rule, page, language)) + "\n"


def _lines(rule: Rule, page: RulePage, language: str) -> Iterator[str]:
    say = {key: words.in_(language) for key, words in _WORDS.items()}
    yield f"{rule.code} {rule.name}"
    spoken = ", ".join(rule.languages) or say["all"]
    yield " · ".join((spoken, *rule.formats, say["since"].replace("{since}", page.since)))
    yield from _section(
        say["finds"],
        (
            f"{case.severity.name.lower()} ({case.confidence.name.lower()}): {case.message.in_(language)}"
            for case in rule.cases.values()
        ),
    )
    yield from _section(say["why"], [page.why.in_(language)])
    yield from _section(say["instead"], [page.instead.in_(language)])
    yield from _section(say["fixes"], (f"{fix.title.in_(language)} ({fix.safety.name.lower()})" for fix in rule.fixes))
    yield from _section(say["wrong"], (line for example in page.bad for line in _example(example)))
    yield from _section(say["fine"], (line for example in page.good for line in _example(example)))
    yield from _section(say["options"], _options(rule))
    yield from _section(say["suppress"], [f"<!-- presslint: ignore[{rule.code}] {say['reason']} -->"])
    yield from _section(say["references"], (*page.references, *([rule.url] if rule.url else [])))


def _section(title: str, lines: Iterator[str] | list[str] | tuple[str, ...]) -> Iterator[str]:
    """Yield a titled section, or nothing where it would be empty."""
    found = [f"  {line}".rstrip() for line in lines]
    if found:
        yield from ("", title, *found)


def _example(example: Example) -> Iterator[str]:
    """Yield an example: its text, then what is found in it and what becomes of it, each marked."""
    first, *rest = visible_lines(example.text)
    yield f"- {first}"
    for line in rest:
        yield f"  {line}"
    for found in example.finds:
        yield f"    ^ {visible(' '.join(found.split()))}"
    for fixed in example.fixed:
        for line in visible_lines(fixed):
            yield f"    > {line}"


def visible_lines(text: str) -> list[str]:
    """Return the lines of ``text`` without characters that do not show; an empty text has one line."""
    return [visible(line) for line in text.rstrip("\n").split("\n")]


def _options(rule: Rule) -> Iterator[str]:
    """Yield the parameters of the rule's check, as a configuration writes them, with the value that the rule has."""
    params = find(rule.check).params
    for name in params._fields:
        value = rule.params.get(name, params._field_defaults.get(name))
        yield f"{name} = {_toml(value)}"


def _toml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(_toml(one) for one in value)}]"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key} = {_toml(one)}' for key, one in value.items())}}}"
    return f'"{value}"' if isinstance(value, str) else str(value)
