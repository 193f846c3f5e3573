"""Rules and releases made by hand, so that the engine is tested without any rule of presslint's own."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from presslint.checks import Context
from presslint.load import load, source_from_bytes
from presslint.model.finding import Confidence, Hit, Proposal, Safety, Severity
from presslint.model.options import Options
from presslint.model.release import Release
from presslint.model.rule import BoundRule, Case, FixSpec, Rule
from presslint.model.values import Quoted, Words
from presslint.text.span import Span

Run = Callable[[Context, Any], Iterator[Hit]]
MakeRule = Callable[..., BoundRule]

MESSAGE = Words("Found {what}.", "Gefunden: {what}.")


@pytest.fixture
def make_rule() -> MakeRule:
    """Return a function that makes a rule: with ``word`` one that reports each such word, with ``run`` any other."""

    def make(
        code: str = "DAT002",
        name: str = "bad-word",
        *,
        word: str = "schlecht",
        run: Run | None = None,
        becomes: str | None = None,
        severity: Severity = Severity.ERROR,
        safety: Safety = Safety.SAFE,
        message: Words = MESSAGE,
        notes: Mapping[str, Words] | None = None,
        languages: tuple[str, ...] = (),
        formats: tuple[str, ...] = (),
        requires: tuple[str, ...] = (),
        house_severity: Severity | None = None,
    ) -> BoundRule:
        def find(ctx: Context, _: Any) -> Iterator[Hit]:
            start = ctx.release.text.find(word)
            while start >= 0:
                span = Span(start, start + len(word))
                proposals = () if becomes is None else (Proposal(((span, becomes),)),)
                yield Hit(span, {"what": Quoted(word)}, proposals=proposals)
                start = ctx.release.text.find(word, span.end)

        rule = Rule(
            code,
            name,
            "core",
            "tests.word",
            {"default": Case(severity, Confidence.HIGH, message)},
            languages=languages,
            formats=formats,
            notes=notes or {},
            fixes=(FixSpec(safety, Words("Write {what} otherwise", "{what} anders schreiben")),),
        )
        return BoundRule(rule, run or find, None, (), requires, house_severity)

    return make


@pytest.fixture
def read() -> Callable[..., Release]:
    """Return a function that loads a text as a release."""

    def release(text: str, path: str = "a.md") -> Release:
        return load(source_from_bytes(text.encode(), path))

    return release


@pytest.fixture
def options() -> Options:
    """Return the options of most tests."""
    return Options(date(2026, 3, 2))
