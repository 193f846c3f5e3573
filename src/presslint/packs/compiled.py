"""Rules as one JSON value: what a run needs apart from what only documentation and tests need."""

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from presslint.model.finding import Confidence, Safety, Severity
from presslint.model.rule import Case, Example, FixSpec, Rule, RulePage
from presslint.model.values import Words
from presslint.packs.gates import Gate

FORMAT = 2

# calling an enumeration takes ten times as long, and each start does so hundreds of times
_SEVERITIES = {member.value: member for member in Severity}
_CONFIDENCES = {member.value: member for member in Confidence}
_SAFETIES = {member.value: member for member in Safety}


class Layer(NamedTuple):
    """One step of a selection: rules to add and rules to take away."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class Profile(NamedTuple):
    """A selection with a name, those that it extends included, the innermost first."""

    layers: tuple[Layer, ...]
    severity: Mapping[str, Severity]
    params: Mapping[str, Mapping[str, Any]]


class Compiled(NamedTuple):
    """All rules of one folder, sorted by code, its profiles, and by code what decides whether a rule runs."""

    rules: tuple[Rule, ...]
    profiles: Mapping[str, Profile]
    gates: Mapping[str, Gate] = {}


def encode(compiled: Compiled) -> dict[str, Any]:
    """Return JSON for :func:`decode`; its writer must turn named tuples into lists, as ``json`` does."""
    return {"format": FORMAT, "rules": compiled.rules, "profiles": compiled.profiles, "gates": compiled.gates}


def decode(value: dict[str, Any]) -> Compiled:
    """Return what was encoded. Raises KeyError, TypeError or ValueError for anything else."""
    if value["format"] != FORMAT:
        raise ValueError("written by another version")
    return Compiled(
        tuple(_rule(rule) for rule in value["rules"]),
        {name: _profile(*profile) for name, profile in value["profiles"].items()},
        {code: _gate(*gate) for code, gate in value["gates"].items()},
    )


def encode_pages(pages: Mapping[str, RulePage]) -> dict[str, Any]:
    """Return JSON for :func:`decode_pages`."""
    plain = {code: page._replace(bad=_examples(page.bad), good=_examples(page.good)) for code, page in pages.items()}
    return {"format": FORMAT, "pages": plain}


def decode_pages(value: dict[str, Any]) -> dict[str, RulePage]:
    """Return what was encoded. Raises KeyError, TypeError or ValueError for anything else."""
    if value["format"] != FORMAT:
        raise ValueError("written by another version")
    return {code: _page(page) for code, page in value["pages"].items()}


def _rule(value: list[Any]) -> Rule:
    rule = Rule(*value)
    return rule._replace(
        cases={
            name: Case(_SEVERITIES[how], _CONFIDENCES[sure], Words(*text))
            for name, (how, sure, text) in value[4].items()
        },
        languages=tuple(rule.languages),
        formats=tuple(rule.formats),
        notes={name: Words(*note) for name, note in rule.notes.items()},
        fixes=tuple(FixSpec(_SAFETIES[safety], Words(*title)) for safety, title in value[9]),
        profiles=tuple(rule.profiles),
    )


def _profile(layers: list[Any], severity: dict[str, int], params: dict[str, Any]) -> Profile:
    return Profile(
        tuple(Layer(tuple(select), tuple(ignore)) for select, ignore in layers),
        {rule: Severity(level) for rule, level in severity.items()},
        params,
    )


def _gate(requires: list[str], partly: list[str], when: list[str], params: dict[str, Any] | None) -> Gate:
    return Gate(tuple(requires), tuple(partly), tuple(when), params)


def _examples(examples: tuple[Example, ...]) -> Any:
    return [[day.isoformat() if isinstance(day, date) else day for day in example] for example in examples]


def _page(value: list[Any]) -> RulePage:
    page = RulePage(*value)
    return page._replace(
        why=Words(*page.why),
        instead=Words(*page.instead),
        bad=tuple(_example(bad) for bad in value[2]),
        good=tuple(_example(good) for good in value[3]),
        references=tuple(page.references),
    )


def _example(value: list[Any]) -> Example:
    example = Example(*value)
    return example._replace(
        finds=tuple(example.finds),
        fixed=tuple(example.fixed),
        traces=tuple(example.traces),
        history=tuple(example.history),
        today=_day(example.today),
        release_date=_day(example.release_date),
    )


def _day(value: Any) -> date | None:
    return date.fromisoformat(value) if value else None
