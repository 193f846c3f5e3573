"""Exceptions that a release itself states: where, for which rules, and why.

``<!-- presslint: ignore[DAT002] quoted letter -->`` holds for the next block (a whole table), before the first block
also for what has no place; ``ignore-file[…]`` holds for the file, and so does
``presslint: {ignore: {LNK016: "page opens Friday"}}`` in the front matter, or a list of rules.
A rule is named by code, by name or by group. What is unknown or suppresses nothing is itself a finding.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from presslint.config.suggest import nearest
from presslint.engine.diagnostics import DIAGNOSTICS, diagnose
from presslint.engine.places import Places
from presslint.model.finding import Finding, State
from presslint.model.release import BlockKind, Field, Mark, MarkKind, Release
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex
from presslint.text.span import SourceSpan, Span

_COMMENT = regex(r"\s*presslint\s*:(.*)", re.DOTALL | re.IGNORECASE)
_DIRECTIVE = regex(r"\s*(ignore|ignore-file)\s*\[([^\[\]]*)\](.*)", re.DOTALL)
_KEY = regex(r"presslint\.ignore(?:\[\d+\])?(?:\.(?P<rule>[^.\[\]]+))?")
_CODE = regex(r"(?:[\w-]+:)?[A-Z]{3}\d{3}")
_LINE_END = regex(r"[\r\n]|\Z")

# these say that something did not work: to hide them would be to pass without having looked
_NEVER = frozenset({"SYS002", "SYS003", "SYS008"})


class Scope(NamedTuple):
    """The codes and names of the rules that ran on the file, and of all that exist."""

    ran: Collection[str]
    known: Collection[str]


class Suppression(NamedTuple):
    """Findings of ``rules`` that begin in ``over`` (None: anywhere in the file) are suppressed because of ``reason``.

    ``at`` is where the suppression itself stands; one at the ``top``, before the first block, holds for findings
    about the file as a whole too, which have no place of their own.
    """

    rules: tuple[str, ...]
    reason: str
    over: SourceSpan | None
    at: SourceSpan | None
    top: bool = False


def mark(release: Release, findings: Sequence[Finding], scope: Scope, places: Places, language: str) -> list[Finding]:
    """Return the findings with those marked that the release suppresses, and with findings about the suppressions."""
    reader = _Reader(release, places, language)
    suppressions = [*reader.comments(release.marks), *reader.fields(release.fields)]
    used: set[tuple[int, str]] = set()
    marked = [_marked(finding, suppressions, used) for finding in findings]
    return marked + reader.problems + list(_unneeded(suppressions, used, scope, reader))


class _Reader:
    """Reads the suppressions of one release and collects what is wrong with them."""

    def __init__(self, release: Release, places: Places, language: str) -> None:
        self.release = release
        self.places = places
        self.language = language
        self.problems: list[Finding] = []

    def comments(self, marks: Sequence[Mark]) -> Iterator[Suppression]:
        for entry in marks:
            comment = _COMMENT.fullmatch(entry.target) if entry.kind is MarkKind.COMMENT else None
            if comment is None:
                continue
            directive = _DIRECTIVE.fullmatch(comment[1])
            rules = _split(directive[2]) if directive else ()
            if directive is None or not rules:
                self.problems.append(self.say("SYS002", "malformed", {"directive": Quoted(comment[1])}, entry.at))
                continue
            over = self._over(entry) if directive[1] == "ignore" else None
            top = not self.release.blocks or entry.span.start <= self.release.blocks[0].span.start
            yield Suppression(rules, directive[3].strip(), over, entry.at, top)

    def fields(self, fields: Sequence[Field]) -> Iterator[Suppression]:
        for field in fields:
            key = _KEY.fullmatch(field.key)
            if key is None:
                if field.key == "presslint" or field.key.startswith("presslint["):
                    self.problems.append(
                        self.say("SYS002", "malformed-field", {"value": Quoted(field.value)}, field.span)
                    )
                elif field.key.startswith("presslint."):
                    self.problems.append(self.say("SYS002", "unknown-key", {"key": Quoted(field.key)}, field.span))
            elif key["rule"]:
                yield Suppression((key["rule"],), field.value, None, field.span)
            elif _split(field.value):
                yield Suppression(_split(field.value), "", None, field.span)

    def say(self, code: str, case: str, args: Args, at: SourceSpan | None) -> Finding:
        where, span, _ = self.places.at(at)
        return diagnose(code, case, args, self.language, where, span)

    def _over(self, entry: Mark) -> SourceSpan:
        """Return the stretch from the comment to the end of the last line of the block behind it.

        The end of the line belongs to it because the target of a link stands behind the last word that is seen.
        """
        blocks = [block for block in self.release.blocks if block.span.end > entry.span.start]
        if not blocks:
            return SourceSpan(entry.at.end, entry.at.end)
        last = blocks[0]
        for block in blocks[1:]:
            if last.kind is not BlockKind.ROW or block.kind is not BlockKind.ROW:
                break
            last = block
        text = self.release.source.text
        end = self.release.prose.to_source(Span(last.span.start, last.span.end)).end
        line_end = _LINE_END.search(text, end)
        return SourceSpan(entry.at.end, line_end.start() if line_end else len(text))


def _split(names: str) -> tuple[str, ...]:
    return tuple(name for name in (part.strip() for part in names.split(",")) if name)


def matches(selector: str, code: str, name: str) -> bool:
    """Tell whether ``selector`` is the code, the name or the group (the letters of the code) of a rule."""
    if selector in {code, name}:
        return True
    return code.startswith(selector) and code[len(selector) :].isdigit() and not selector[-1:].isdigit()


def _marked(finding: Finding, suppressions: Sequence[Suppression], used: set[tuple[int, str]]) -> Finding:
    """Return the finding as suppressed by the first that covers it; all that cover it count as used."""
    if finding.rule in _NEVER:
        return finding
    reason = None
    for index, suppression in enumerate(suppressions):
        if not _covers(suppression, finding.span):
            continue
        for selector in suppression.rules:
            if matches(selector, finding.rule, finding.name):
                used.add((index, selector))
                reason = suppression.reason if reason is None else reason
    return finding if reason is None else finding._replace(state=State.SUPPRESSED, reason=reason)


def _covers(suppression: Suppression, span: SourceSpan | None) -> bool:
    over = suppression.over
    if over is None:
        return True
    return suppression.top if span is None else over.start <= span.start < over.end


def _unneeded(
    suppressions: Sequence[Suppression], used: Collection[tuple[int, str]], scope: Scope, reader: _Reader
) -> Iterator[Finding]:
    """Yield a finding per rule that is named in vain: it does not exist, or it ran and found nothing there."""
    codes = [name for name in scope.known if _CODE.fullmatch(name)]
    for index, suppression in enumerate(suppressions):
        for selector in suppression.rules:
            args: Args = {"rule": Quoted(selector)}
            group = [code for code in codes if matches(selector, code, "")]
            if selector not in scope.known and not group and not _engine(selector):
                near = nearest(selector, scope.known)
                case, args = ("unknown-rule-near", {**args, "near": near}) if near else ("unknown-rule", args)
                yield reader.say("SYS002", case, args, suppression.at)
            elif (index, selector) not in used and _all_ran(selector, group, scope):
                yield reader.say("SYS003", "default", args, suppression.at)


def _engine(selector: str) -> bool:
    return any(matches(selector, diagnostic.code, diagnostic.name) for diagnostic in DIAGNOSTICS.values())


def _all_ran(selector: str, group: Collection[str], scope: Scope) -> bool:
    if _engine(selector):
        return True
    return selector in scope.ran or (bool(group) and all(code in scope.ran for code in group))
