"""Write docs/rules.md, the table of all rules, from the rule files; with --check, fail where it is out of date."""

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from presslint.model.rule import Rule, RulePage
from presslint.packs.folders import builtin_folder, yaml_files
from presslint.packs.read import read_rule

TABLE = Path(__file__).parent.parent / "docs" / "rules.md"
_HEAD = """\
# Rules

Generated from the rule files by `tools/gen_rules.py`. `presslint rules explain CODE` shows the whole page of a rule:
what it finds, why, what to do instead, examples and options. A rule with several grades is listed with all of them.
A fix that is `safe` is made by `--fix`, one that is `unsafe` by `--fix --unsafe-fixes`, one that is `manual` is only
shown.
"""


def rules() -> list[tuple[str, Rule, RulePage]]:
    """Return the rules by code, each with the folder of its group."""
    files = [Path(path) for path in yaml_files(builtin_folder())]
    read = [(file, read_rule(str(file))) for file in files if file.name[:3].isupper() and file.name[3:6].isdigit()]
    found = [(file.parent.name, one.rule, one.page) for file, one in read]
    return sorted(found, key=lambda one: one[1].code)


def text() -> str:
    """Return the table, group by group."""
    parts = [_HEAD]
    for group, listed in groupby(rules(), key=lambda one: one[0]):
        parts.append(f"\n## {group.capitalize()}\n\n| rule | name | severity | confidence | fix | formats | why |\n")
        parts.append("| --- | --- | --- | --- | --- | --- | --- |\n")
        parts.extend(f"| {' | '.join(_cells(group, rule, page))} |\n" for _, rule, page in listed)
    return "".join(parts)


def _cells(group: str, rule: Rule, page: RulePage) -> Iterator[str]:
    yield f"[{rule.code}](../rules/core/{group}/{rule.code}-{rule.name}.yaml)"
    yield rule.name
    cases = sorted(rule.cases.values(), key=lambda case: (-case.severity, -case.confidence))
    yield ", ".join(dict.fromkeys(case.severity.name.lower() for case in cases))
    yield ", ".join(dict.fromkeys(case.confidence.name.lower() for case in cases))
    yield ", ".join(dict.fromkeys(fix.safety.name.lower() for fix in sorted(rule.fixes, key=lambda fix: -fix.safety)))
    yield ", ".join(rule.formats) or "all"
    first, stop, _ = page.why.en.replace("|", "\\|").partition(". ")
    yield first + stop.rstrip()


def main(arguments: list[str]) -> int:
    """Write the table or, with ``--check``, return 1 where it differs."""
    if "--check" not in arguments:
        TABLE.write_text(text(), encoding="utf-8")
        return 0
    if TABLE.is_file() and TABLE.read_text(encoding="utf-8") == text():
        return 0
    sys.stdout.write(f"{TABLE.name} is out of date: run tools/gen_rules.py\n")
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
