"""The last lines of a run: what was found, what can be mended, and what nobody looked at."""

from collections.abc import Mapping

from presslint.model.finding import Safety
from presslint.model.verdict import Summary
from presslint.report.frame import Look
from presslint.report.phrases import SAFETIES, SEVERITIES
from presslint.report.rows import Row
from presslint.report.tally import Tally


def closing(summary: Summary, tally: Tally, look: Look) -> list[Row]:
    """Return the closing lines; none says that all is well where something was not read or did not run."""
    rows = [_verdict(summary, tally, look)] if _looked(summary) else []
    rows += [[(f"{line}.", "")] for line in (fixable(tally, look), _set_aside(summary, look)) if line]
    if summary.unreadable:
        rows.append([(f"{_unreadable(summary, look)}.", "error")])
    if tally.skipped:
        head = look.phrases("not_checked")
        skipped = [row for reason, rules in tally.skipped.items() for row in _not_checked(reason, rules, look)]
        if len(skipped) == 1:
            (text, style), *rest = skipped[0]
            rows.append([(f"{head}: {text.lstrip()}", style), *rest])
        else:
            rows += [[(f"{head}:", "")], *skipped]
    return rows


def one_line(summary: Summary, tally: Tally, look: Look) -> str:
    """Return the same on one line, with the number of rules that did not run in place of their names."""
    parts = []
    if _looked(summary):
        parts.append("".join(text for text, _ in _verdict(summary, tally, look)).rstrip("."))
    parts += [part for part in (fixable(tally, look), _set_aside(summary, look)) if part]
    if summary.unreadable:
        parts.append(_unreadable(summary, look))
    rules = {rule for skipped in tally.skipped.values() for rule in skipped}
    if rules:
        parts.append(look.phrases("not_run", rules=look.phrases.count("rule", len(rules))))
    return look.face.show("; ".join(parts))


def fixable(tally: Tally, look: Look) -> str:
    """Return how many findings can be mended and how, or an empty text."""
    counts = [
        look.phrases("fixable", count=tally.fixes[safety], how=look.phrases(SAFETIES[safety]))
        for safety in (Safety.SAFE, Safety.UNSAFE, Safety.MANUAL)
        if tally.fixes[safety]
    ]
    return look.face.show(look.phrases("can_fix", list=", ".join(counts))) if counts else ""


def statistics(tally: Tally) -> list[Row]:
    """Return a table of the rules that reported, the most frequent first."""
    rules = sorted(tally.rules.items(), key=lambda item: (-item[1].count, item[0]))
    width = len(str(max((count.count for _, count in rules), default=0)))
    return [
        [(f"{count.count:>{width}}  ", "message"), (code, SEVERITIES[count.severity]), (f"  {count.name}", "")]
        for code, count in rules
    ]


def _looked(summary: Summary) -> bool:
    """Tell whether there is anything to give a verdict on."""
    return summary.files > summary.unreadable


def _verdict(summary: Summary, tally: Tally, look: Look) -> Row:
    say = look.phrases
    files = say.count("file", summary.files - summary.unreadable)
    counts: Row = []
    for style, count in (("error", summary.errors), ("warning", summary.warnings), ("info", summary.infos)):
        if count:
            counts += [(", " if counts else "", ""), (say.count(style, count), style)]
    if not counts:
        return [(look.face.show(f"{say('nothing', files=files)}."), "")]
    key = "found_one" if summary.files - summary.unreadable == 1 else "found"
    return [*counts, (f" {say(key, part=tally.with_findings, files=files)}.", "")]


def _set_aside(summary: Summary, look: Look) -> str:
    parts = [
        look.phrases(key, count=count)
        for key, count in (("suppressed", summary.suppressed), ("baselined", summary.baselined))
        if count
    ]
    return look.face.show(", ".join(parts))


def _unreadable(summary: Summary, look: Look) -> str:
    return look.face.show(look.phrases("unreadable", paths=look.phrases.count("path", summary.unreadable)))


def _not_checked(reason: str, rules: Mapping[str, int], look: Look) -> list[Row]:
    """Return a reason with its rules; those that it kept from the same number of files stand together."""
    groups: dict[int, list[str]] = {}
    for rule, count in rules.items():
        groups.setdefault(count, []).append(rule)
    return [
        [
            (look.face.show(f"  {reason}: {', '.join(codes)}"), ""),
            (f" ({look.phrases.count('file', count)})", "dim"),
        ]
        for count, codes in sorted(groups.items(), reverse=True)
    ]
