"""The page of a rule, from its file: the same text for the terminal, the documentation and machine formats."""

from collections.abc import Iterator
from inspect import getdoc
from types import NoneType, UnionType
from typing import NamedTuple, cast, get_args, get_origin, get_type_hints

from presslint import checks
from presslint.model.finding import Confidence, Safety, Severity
from presslint.model.rule import Example, FixSpec, Rule, RulePage
from presslint.model.values import Words
from presslint.text.lazy import regex

_HEADINGS = {
    "finds": Words("What it finds", "Was sie findet"),
    "why": Words("Why", "Warum"),
    "instead": Words("Instead", "Stattdessen"),
    "wrong": Words("Wrong", "Falsch"),
    "right": Words("Right", "Richtig"),
    "fine": Words("Fine", "In Ordnung"),
    "options": Words("Options", "Einstellungen"),
    "suppress": Words("Suppress", "Unterdrücken"),
    "references": Words("References", "Quellen"),
}
_COLUMNS = {
    "severity": Words("severity", "Schwere"),
    "confidence": Words("confidence", "Sicherheit"),
    "fix": Words("fix", "Korrektur"),
    "formats": Words("formats", "Formate"),
    "languages": Words("languages", "Sprachen"),
    "since": Words("since", "seit"),
}
_SEVERITY = {
    Severity.ERROR: Words("error", "Fehler"),
    Severity.WARNING: Words("warning", "Warnung"),
    Severity.INFO: Words("info", "Hinweis"),
}
_CONFIDENCE = {
    Confidence.HIGH: Words("high", "hoch"),
    Confidence.MEDIUM: Words("medium", "mittel"),
    Confidence.LOW: Words("low", "gering"),
}
_SAFETY = {
    Safety.SAFE: Words("safe: --fix makes it", "sicher: --fix nimmt sie vor"),
    Safety.UNSAFE: Words("on demand: --fix --unsafe-fixes", "auf Wunsch: --fix --unsafe-fixes"),
    Safety.MANUAL: Words("proposed, never made", "vorgeschlagen, nie vorgenommen"),
}
_ALL = Words("all", "alle")
_NONE = Words("none", "keine")
_AT = Words("reported: {finds}", "gemeldet: {finds}")
_GIVEN = Words("given: {what}", "gegeben: {what}")
_MARKS = Words("“{text}”", "„{text}“")
_WHOLE = Words("the file as a whole", "die Datei als Ganzes")
_IN_TEXT = Words("in the text, before the paragraph:", "im Text, vor dem Absatz:")
_FOR_FILE = Words("in the text, for the whole file:", "im Text, für die ganze Datei:")
_IN_CONFIG = Words("in presslint.toml:", "in presslint.toml:")
_REASON = Words("the reason", "der Grund")

_LONG = 120
_MARKUP = regex(r"[\\`*<]")
_TICKS = regex("`{3,}")


class Section(NamedTuple):
    """One part of a page: a heading, paragraphs, list items and code. ``parts`` are (kind, text)."""

    heading: str
    parts: tuple[tuple[str, str], ...]


def rule_page(rule: Rule, page: RulePage, language: str = "en", *, markdown: bool = True) -> str:
    """Return the page of a rule in ``de`` or ``en``, as Markdown or as plain text; it ends with a line end."""
    title = f"{rule.code} {rule.name}"
    lines = [f"# {title}", ""] if markdown else [title, "=" * len(title), ""]
    lines += _table(rule, page, language, markdown=markdown)
    for section in sections(rule, page, language):
        lines += ["", f"## {section.heading}" if markdown else section.heading]
        lines += [] if markdown else ["-" * len(section.heading)]
        before = "" if markdown else "heading"
        for kind, text in section.parts:
            if before not in {"heading", "item"} or kind != before != "heading":
                lines.append("")
            lines += _block(kind, text, markdown=markdown)
            before = kind
    return "\n".join(lines) + "\n"


def sections(rule: Rule, page: RulePage, language: str) -> list[Section]:
    """Return the parts of a page below its table, in their fixed order; empty ones are left out."""
    found = {
        "finds": _finds(rule, language),
        "why": (("text", page.why.in_(language)),),
        "instead": (("text", page.instead.in_(language)),),
        "wrong": tuple(part for example in page.bad for part in _wrong(example, language)),
        "fine": tuple(part for example in page.good for part in _example(example, language)),
        "options": tuple(("item", option) for option in _options(rule)),
        "suppress": _suppress(rule, page, language),
        "references": tuple(("item", reference) for reference in page.references),
    }
    return [Section(_HEADINGS[key].in_(language), parts) for key, parts in found.items() if parts]


def _table(rule: Rule, page: RulePage, language: str, *, markdown: bool) -> list[str]:
    cases = rule.cases.values()
    values = {
        "severity": _each([_SEVERITY[case.severity].in_(language) for case in cases]),
        "confidence": _each([_CONFIDENCE[case.confidence].in_(language) for case in cases]),
        "fix": _fix(rule.fixes, language),
        "formats": ", ".join(rule.formats) or _ALL.in_(language),
        "languages": ", ".join(rule.languages) or _ALL.in_(language),
        "since": page.since,
    }
    names = [_COLUMNS[key].in_(language) for key in values]
    if markdown:
        rows = [names, ["---"] * len(names), list(values.values())]
        return [f"| {' | '.join(row)} |" for row in rows]
    width = max(len(name) for name in names)
    return [f"{name:<{width}}  {value}" for name, value in zip(names, values.values(), strict=True)]


def _each(words: list[str]) -> str:
    return ", ".join(dict.fromkeys(words))


def _fix(fixes: tuple[FixSpec, ...], language: str) -> str:
    safest = max((fix.safety for fix in fixes), default=None)
    return (_SAFETY[safest] if safest is not None else _NONE).in_(language)


def _finds(rule: Rule, language: str) -> tuple[tuple[str, str], ...]:
    messages = [(_SEVERITY[case.severity].in_(language), case.message.in_(language)) for case in rule.cases.values()]
    if len(messages) == 1:
        parts = [("text", messages[0][1])]
    else:
        parts = [("item", f"{severity}: {message}") for severity, message in messages]
    # the sentence about a check is written for whoever works on presslint, in English
    described = getdoc(checks.find(rule.check).run) if language == "en" else None
    return (*parts, *([("text", " ".join(described.split("\n\n")[0].split()))] if described else []))


def _wrong(example: Example, language: str) -> Iterator[tuple[str, str]]:
    yield from _example(example, language)
    marks = _MARKS.in_(language)
    finds = ", ".join(marks.format(text=text) if text else _WHOLE.in_(language) for text in example.finds)
    yield "text", _AT.in_(language).format(finds=finds)
    for fixed in example.fixed:
        yield "text", f"{_HEADINGS['right'].in_(language)}:"
        yield "code", fixed


def _example(example: Example, language: str) -> Iterator[tuple[str, str]]:
    yield "code", example.text
    given = {
        "format": example.format,
        "language": example.language,
        "path": example.path,
        "release_date": example.release_date,
        "today": example.today,
        **{f"fields.{key}": value for key, value in example.fields.items()},
        **{f"house.{key}": _shown(value) for key, value in example.house.items()},
        **{f"web.{key}": value for key, value in example.web.items()},
        "files": ", ".join(example.files),
    }
    what = ", ".join(f"{key} {value}" for key, value in given.items() if value)
    if what:
        yield "text", _GIVEN.in_(language).format(what=what)


def _options(rule: Rule) -> Iterator[str]:
    params = checks.find(rule.check).params
    for name, kind in get_type_hints(params).items():
        value = rule.params.get(name, params._field_defaults.get(name))
        shown = _shown(value)
        yield f"{name} ({_kind(kind)}): {shown if len(shown) <= _LONG else shown[: _LONG - 1] + '…'}"


def _shown(value: object) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key}: {_shown(item)}" for key, item in value.items()) or "–"
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value) or "–"
    if value is None or value == "":
        return "–"
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(kind: object) -> str:
    if isinstance(kind, UnionType):  # X | None
        kind = next(part for part in get_args(kind) if part is not NoneType)
    if get_origin(kind) is not None:
        return "list" if get_origin(kind) is tuple else "table"
    return {str: "text", bool: "true or false"}.get(cast("type", kind), "number")


def _suppress(rule: Rule, page: RulePage, language: str) -> tuple[tuple[str, str], ...]:
    reason = _REASON.in_(language)
    finds = [text for example in page.bad for text in example.finds]
    in_text = []
    if any(finds) or not finds:
        in_text += [("text", _IN_TEXT.in_(language)), ("code", f"<!-- presslint: ignore[{rule.code}] {reason} -->")]
    if not all(finds):  # what is said about the file as a whole stands before no paragraph
        in_text += [
            ("text", _FOR_FILE.in_(language)),
            ("code", f"<!-- presslint: ignore-file[{rule.code}] {reason} -->"),
        ]
    return (
        *in_text,
        ("text", _IN_CONFIG.in_(language)),
        ("code", f'ignore = ["{rule.code}"]'),
    )


def _block(kind: str, text: str, *, markdown: bool) -> list[str]:
    if markdown and kind != "code":
        text = _MARKUP.sub(r"\\\g<0>", text)
    if kind == "item":
        return [f"- {text}"]
    if kind == "text":
        return [text]
    code = text.strip("\n")
    if not markdown:
        return [f"  | {line}".rstrip() for line in code.split("\n")]
    fence = "`" * max(3, *(len(ticks) + 1 for ticks in _TICKS.findall(code)), 0)
    return [f"{fence}text", code, fence]
