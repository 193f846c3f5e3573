"""Rule files to rules."""

from pathlib import Path
from typing import NamedTuple, TypeVar

from pydantic import BaseModel, ValidationError

from presslint.config.paths import shown_path
from presslint.config.problems import problems
from presslint.errors import PackError
from presslint.model.finding import Confidence, Safety, Severity
from presslint.model.rule import Case, Example, FixSpec, Rule, RulePage
from presslint.model.values import Words
from presslint.packs import schema
from presslint.packs.document import Document, read_document
from presslint.text.lazy import regex

Model = TypeVar("Model", bound=BaseModel)

_RULE_NAME = regex(r"([A-Z]{3}[0-9]{3})-([a-z][a-z0-9]*(?:-[a-z0-9]+)*)\.yaml")


class RuleFile(NamedTuple):
    """A rule as read, with the lines of its file for whoever finds something wrong in it."""

    rule: Rule
    page: RulePage
    document: Document


def read_rule(path: str, pack: str = "core", prefix: str = "", url: str = "") -> RuleFile:
    """Return the rule in the file at ``path``; ``prefix`` is put before its code.

    Raises PackError with one line ``file:line: …`` per mistake.
    """
    shown = shown_path(path)
    named = _RULE_NAME.fullmatch(Path(path).name)
    if named is None:
        raise PackError(f"{shown}:1: a rule's file is named CODE-name.yaml, such as DAT002-weekday-date-mismatch.yaml")
    if named[2].startswith("no-"):
        raise PackError(f'{shown}:1: a rule is named for the bad pattern, without "no-"')
    document = read_document(read_bytes(path), shown)
    parsed = validate(document, schema.RuleSchema)
    code = prefix + named[1]
    return RuleFile(
        _rule(parsed, code, named[2], pack, url.replace("{code}", code).replace("{name}", named[2])),
        _page(parsed, shown),
        document,
    )


def validate(document: Document, model: type[Model]) -> Model:
    """Return the document as ``model``. Raises PackError with one line ``file:line: …`` per mistake."""
    try:
        return model.model_validate(document.value)
    except ValidationError as error:
        found = sorted(problems(error, model), key=lambda problem: document.line(*problem.loc))
        lines = [f"{document.at(*problem.loc)}: {problem.text}" for problem in found]
        raise PackError("\n".join(lines)) from error


def read_bytes(path: str) -> bytes:
    """Return the bytes of a pack's file. Raises PackError where it cannot be read."""
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise PackError(f"{shown_path(path)}:1: {error.strerror or error}") from error


def words(text: schema.TextFile) -> Words:
    """Return a text in both languages."""
    return Words(text.en, text.de)


def _rule(parsed: schema.RuleSchema, code: str, name: str, pack: str, url: str) -> Rule:
    return Rule(
        code,
        name,
        pack,
        parsed.check,
        _cases(parsed),
        parsed.params,
        tuple(parsed.languages),
        tuple(parsed.formats),
        {key: words(text) for key, text in parsed.notes.items()},
        tuple(FixSpec(Safety[fix.safety.upper()], words(fix.title)) for fix in parsed.fixes),
        parsed.status,
        url=url,
    )


def _cases(parsed: schema.RuleSchema) -> dict[str, Case]:
    cases = parsed.cases
    if not cases:
        assert parsed.severity is not None  # noqa: S101 - the schema wants all three or "cases"
        assert parsed.confidence is not None  # noqa: S101
        assert parsed.message is not None  # noqa: S101
        single = schema.CaseFile(severity=parsed.severity, confidence=parsed.confidence, message=parsed.message)
        cases = {"default": single}
    return {
        key: Case(Severity[case.severity.upper()], Confidence[case.confidence.upper()], words(case.message))
        for key, case in cases.items()
    }


def _page(parsed: schema.RuleSchema, source: str) -> RulePage:
    return RulePage(
        words(parsed.why),
        words(parsed.instead),
        tuple(_example(bad, tuple(bad.finds), tuple(bad.fixed), bad.case) for bad in parsed.bad),
        tuple(_example(good) for good in parsed.good),
        parsed.since,
        tuple(parsed.references),
        source,
    )


def _example(
    parsed: schema.GoodFile, finds: tuple[str, ...] = (), fixed: tuple[str, ...] = (), case: str = "default"
) -> Example:
    return Example(
        parsed.text,
        finds,
        fixed,
        case,
        parsed.format,
        parsed.language,
        parsed.path,
        parsed.fields,
        parsed.house.model_dump(mode="json", exclude_unset=True),
        today=parsed.today,
        release_date=parsed.release_date,
        web=parsed.web,
        files=parsed.files,
        traces=tuple(trace.model_dump(exclude_unset=True) for trace in parsed.traces),
        paging=parsed.paging.model_dump(exclude_unset=True),
        repository=parsed.repository.model_dump(mode="json", exclude_unset=True),
        params=parsed.params,
        history=tuple(version.model_dump(mode="json") for version in parsed.history),
    )
