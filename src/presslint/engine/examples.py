"""The laws that every rule keeps, tried on the examples in its own file.

``python -m presslint.engine.examples [CODE | GROUP | name | FILE.yaml]…`` tries the rules in ``rules/`` one by one and
prints what is wrong with each; without arguments it tries all of them.
"""

import re
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from html import escape, unescape
from typing import NamedTuple

from presslint.config.house import house_of
from presslint.engine import pretended
from presslint.engine.run import lint
from presslint.engine.surroundings import surroundings
from presslint.engine.wording import render
from presslint.errors import LoadError, PresslintError
from presslint.model.finding import Finding, Fix, Safety, State
from presslint.model.house import House
from presslint.model.options import Options
from presslint.model.release import Field, Release
from presslint.model.rule import BoundRule, Example, Rule, RulePage
from presslint.model.values import Words
from presslint.model.verdict import FileResult
from presslint.packs.bind import bind
from presslint.packs.bind import problems as problems_of
from presslint.text.edits import apply_edits
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan

TODAY = date(2026, 1, 15)  # of an example that names no day
MAX_MESSAGE = 120

_PLEADING = regex(r"\b(?:please|bitte)\b", re.IGNORECASE)
_ESCAPED = regex(r"\\([!-/:-@\[-`{-~])")
_EMPTY_LINES = regex(r"(?:\r\n|\r|\n)[ \t]{0,100}(?:\r\n|\r|\n)")
_LINE_END = regex(r"(?=\r\n|\r|\n)")
_TAG = regex(r"<[^<>]{1,100}>")
_MARKUP = regex(r"[\\`*_\[\]<>&|~]")
_LINE_MARKUP = regex(r"^([ ]{0,3})(?:([#+=-])|(\d{1,9})([.)])(?=\s|$))", re.MULTILINE)


def verify_rule(rule: Rule, page: RulePage) -> list[str]:
    """Return what is wrong with a rule by its own examples; an empty list when nothing is.

    Raises PackError for a rule that does not fit its check.
    """
    bound = bind(rule)
    return [
        *verify_messages(rule),
        *(problem for name, example in examples_of(page) for problem in verify_example(bound, name, example)),
    ]


def examples_of(page: RulePage) -> Iterator[tuple[str, Example]]:
    """Yield the examples of a rule under their names: ``bad-1``, ``good-1``, as in its file."""
    for kind, examples in (("bad", page.bad), ("good", page.good)):
        for number, example in enumerate(examples, 1):
            yield f"{kind}-{number}", example


def verify_messages(rule: Rule) -> list[str]:
    """Return what is wrong with the messages of a rule as they are written."""
    found = []
    for name, case in rule.cases.items():
        for language in ("en", "de"):
            text = case.message.in_(language)
            where = f"{rule.code} message {name}.{language}"
            if not text.endswith("."):
                found.append(f"{where}: does not end with a full stop")
            if _PLEADING.search(text):
                found.append(f"{where}: pleads; say what stands there and what was expected")
    return found


def verify_example(bound: BoundRule, name: str, example: Example) -> list[str]:
    """Return what is wrong with one example: finds, cases, messages, fixes, and the same finds as Markdown and HTML."""
    try:
        trial = _Trial(bound, example, example.format or "text")
        problems = [*trial.problems()]
        if not example.format and (not bound.rule.formats or "markdown" in bound.rule.formats):
            told = _Trial(bound, example._replace(text=as_markdown(example.text)), "markdown")
            problems += [f"as Markdown: {problem}" for problem in told.found_otherwise()]
        # the files of a repository are read from their own texts, which stay plain
        if not (example.format or example.files) and (not bound.rule.formats or "html" in bound.rule.formats):
            told = _Trial(bound, example._replace(text=as_html(example.text)), "html")
            problems += [f"as HTML: {problem}" for problem in told.found_otherwise()]
    except LoadError as error:
        problems = [f"cannot be loaded: {error}"]
    return [f"{bound.rule.code} {name}: {problem}" for problem in problems]


def release_of(example: Example, text: str, format_: str) -> Release:
    """Return ``text`` as a release under the circumstances of ``example``. Raises LoadError."""
    release = pretended.loaded(example, text, format_)
    fields = tuple(Field(key, key, value, pretended.origin(format_)) for key, value in example.fields.items())
    language = example.language or example.fields.get("language", "")[:2].lower() or release.language
    return release._replace(fields=release.fields + fields, language=language)


def options_of(example: Example, language: str = "en") -> Options:
    """Return the options that an example is checked with; ``language`` is that of the messages."""
    return Options(
        today=example.today or TODAY,
        house=_house(example),
        language=language,
        release_date=example.release_date,
    )


def _house(example: Example) -> House:
    if not example.repository:
        return house_of(example.house)
    from presslint.engine import pretended_repository  # noqa: PLC0415 - few examples have registries

    return pretended_repository.house(example)


def as_markdown(text: str) -> str:
    """Return a plain text as Markdown that a reader sees as the same text."""
    escaped = _MARKUP.sub(r"\\\g<0>", text)
    flat = re.sub(r"^[ \t]+", "", escaped, flags=re.MULTILINE)
    return _LINE_MARKUP.sub(lambda match: match[1] + (rf"\{match[2]}" if match[2] else rf"{match[3]}\{match[4]}"), flat)


def as_html(text: str) -> str:
    """Return a plain text as HTML that a reader sees as the same text: paragraphs with their line breaks."""
    paragraphs = [part for part in _EMPTY_LINES.split(escape(text, quote=False)) if part.strip()]
    return "\n\n".join(f"<p>{_LINE_END.sub('<br>', part.strip())}</p>" for part in paragraphs)


class _Outcome(NamedTuple):
    result: FileResult
    findings: tuple[Finding, ...]
    crash: str


class _Trial:
    """One example of one rule, in one format."""

    def __init__(self, bound: BoundRule, example: Example, format_: str) -> None:
        self.bound = bind(bound.rule, example.params) if example.params else bound
        self.rule = bound.rule
        self.example = example
        self.format = format_
        self.seen = example.text  # the text that places are in: that of a mail is what its loader made of it

    def problems(self) -> Iterator[str]:
        """Yield everything that is wrong."""
        outcome = self._check(self.example.text)
        yield from self._finds(outcome)
        if not self.example.finds or outcome.crash:
            return
        yield from self._cases(outcome)
        yield from self._messages(outcome)
        yield from self._fixes(outcome)

    def found_otherwise(self) -> Iterator[str]:
        """Yield the difference in what is found, and nothing else."""
        yield from self._finds(self._check(self.example.text))

    def _check(self, text: str, language: str = "en") -> _Outcome:
        release = release_of(self.example, text, self.format)
        outside = surroundings(self.example, release)
        known = [self.rule.code, self.rule.name]
        result = lint(release, [self.bound], options_of(self.example, language), known, outside)
        if text == self.example.text:
            self.seen = release.source.text
        findings = [
            found for found in result.findings if found.rule == self.rule.code and found.state == State.REPORTED
        ]
        crash = next((found.message for found in result.findings if found.rule == "SYS008"), "")
        return _Outcome(result, tuple(sorted(findings, key=_place)), crash)

    def _finds(self, outcome: _Outcome) -> Iterator[str]:
        if outcome.crash:
            yield outcome.crash
            return
        skipped = outcome.result.not_checked
        found = [self._shown(finding) for finding in outcome.findings]
        expected = [" ".join(text.split()) for text in self.example.finds]
        if found != expected:
            reason = "".join(f" (did not run: {skip.reason})" for skip in skipped)
            messages = "".join(f"\n      {finding.message}" for finding in outcome.findings)
            yield f"finds {found}, expected {expected}{reason}{messages}"
        elif skipped and self.rule.languages and not outcome.result.language:
            yield f"proves nothing, the rule did not run: {skipped[0].reason}"

    def _shown(self, finding: Finding) -> str:
        text = finding.snippet if finding.span is None else finding.span.of(self._text())
        if self.format == "markdown" and not self.example.format:
            text = _ESCAPED.sub(r"\1", text)
        if self.format == "html" and not self.example.format:
            text = unescape(_TAG.sub(" ", text))
        return " ".join(text.split())

    def _text(self) -> str:
        return self.seen

    def _cases(self, outcome: _Outcome) -> Iterator[str]:
        case = self.rule.cases[self.example.case]
        for finding in outcome.findings:
            if (finding.severity, finding.message) != (case.severity, _render(case.message, finding, "en")):
                yield f'"{self._shown(finding)}" is not of the case "{self.example.case}": {finding.message}'

    def _messages(self, outcome: _Outcome) -> Iterator[str]:
        german = self._check(self.example.text, "de")
        for finding in (*outcome.findings, *german.findings):
            if len(finding.message) > MAX_MESSAGE:
                yield f"message has {len(finding.message)} characters, {MAX_MESSAGE} are allowed: {finding.message}"

    def _fixes(self, outcome: _Outcome) -> Iterator[str]:
        text = self.example.text
        offered = [(finding, fix) for finding in outcome.findings for fix in finding.fixes]
        fixed = [apply_edits(text, fix.edits) for _, fix in offered]
        if fixed != list(self.example.fixed):
            yield f"fixes give {fixed}, expected {list(self.example.fixed)}"
            return
        for (finding, fix), after in zip(offered, fixed, strict=True):
            left = [again for again in self._check(after).findings if _still_there(again, finding, fix)]
            for again in left:
                yield f'still reported after the fix "{fix.title}": {again.message}'
        yield from self._settles(text)

    def _settles(self, text: str) -> Iterator[str]:
        seen = {text}
        while fixes := self._appliable(text):
            text = apply_edits(text, fixes[0].edits)
            if text in seen or len(seen) > 100:
                yield f'the fix "{fixes[0].title}" comes back for ever'
                return
            seen.add(text)

    def _appliable(self, text: str) -> list[Fix]:
        return [fix for one in self._check(text).findings for fix in one.fixes if fix.safety > Safety.MANUAL]


def _render(message: Words, finding: Finding, language: str) -> str:
    return render(message, finding.args, language)  # type: ignore[arg-type]


def _place(finding: Finding) -> tuple[int, int, str]:
    return (*(finding.span or (-1, -1)), finding.message)


def _still_there(again: Finding, finding: Finding, fix: Fix) -> bool:
    """Tell whether ``again``, found after ``fix``, lies where ``finding`` was or where the fix wrote something."""
    if finding.span is None or again.span is None:
        return finding.span is again.span
    spans = [finding.span, *(edit.span for edit in fix.edits)]
    return any(again.span.overlaps(_moved(span, fix)) for span in spans)


def _moved(span: SourceSpan, fix: Fix) -> SourceSpan:
    start = end = 0
    for edit in fix.edits:
        change = len(edit.text) - (edit.span.end - edit.span.start)
        start += change if edit.span.end <= span.start else 0
        end += change if edit.span.start < span.end or edit.span == span else 0
    return SourceSpan(span.start + start, span.end + end)


def main(arguments: Sequence[str]) -> int:
    """Try the rules that ``arguments`` name; return 1 when something is wrong with one of them, else 0."""
    from presslint.packs.folders import builtin_folder, yaml_files  # noqa: PLC0415 - only who writes rules reads YAML
    from presslint.packs.read import read_rule  # noqa: PLC0415

    files = [path for path in arguments if path.endswith(".yaml")]
    names = [name for name in arguments if not name.endswith(".yaml")]
    if names or not files:
        files += [path for path in yaml_files(builtin_folder()) if _is_rule(path) and _named(path, names)]
    failed = 0
    for path in files:
        try:
            file = read_rule(path)
            problems = list(problems_of(file)) or verify_rule(file.rule, file.page)
        except PresslintError as error:
            problems = str(error).split("\n")
        failed += bool(problems)
        sys.stdout.write("".join(f"{problem}\n" for problem in problems) or f"{file.rule.code} ok\n")
    sys.stdout.write(f"{len(files)} rules, {failed} with problems\n")
    return 1 if failed or not files else 0


def _is_rule(path: str) -> bool:
    return re.search(r"[\\/][A-Z]{3}\d{3}-[^\\/]*$", path) is not None


def _named(path: str, names: Sequence[str]) -> bool:
    code, _, name = re.split(r"[\\/]", path)[-1].removesuffix(".yaml").partition("-")
    return not names or bool({code, name, code[:3]} & set(names))


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
