"""``presslint rules``."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from presslint.cli.settings import linter_of
from presslint.cli.streams import show
from presslint.cli.tables import Table, columns, show_tables
from presslint.engine.wording import visible
from presslint.errors import ConfigError, PackError
from presslint.model.options import Options
from presslint.model.rule import Rule
from presslint.model.self_ import HIDEABLE, SELF
from presslint.model.values import Words
from presslint.model.verdict import ExitCode
from presslint.packs import load_rules, pages
from presslint.report.rulepage import rule_page

_COLUMNS = {
    "rule": Words("rule", "Regel"),
    "name": Words("name", "Name"),
    "severity": Words("severity", "Schwere"),
    "confidence": Words("confidence", "Sicherheit"),
    "fix": Words("fix", "Korrektur"),
}
_GROUP = Words("{group} is a group of rules:", "{group} ist eine Gruppe von Regeln:")
_SELF = Words(
    "{code} is no rule: presslint itself says it, about what it read or could not do.",
    "{code} ist keine Regel: presslint selbst sagt es über das, was es las oder nicht tun konnte.",
)
_SAYS = Words("It says:", "Es sagt:")
_HIDE = Words('It can be hidden: ignore = ["{code}"].', 'Es lässt sich abstellen: ignore = ["{code}"].')
_KEEP = Words("It cannot be hidden.", "Es lässt sich nicht abstellen.")


def run_list(style: str, lang: str | None, config_file: str | None) -> int:
    """List presslint's rules and those of the packs that the configuration of this folder names."""
    options = _options(lang, config_file)
    rules = load_rules(options.packs)
    if style == "json":
        show(json.dumps([_record(rule) for rule in rules], ensure_ascii=False, indent=1) + "\n")
    else:
        show_tables(_table(rules, options.language))
    return ExitCode.CLEAN


def _table(rules: Sequence[Rule], language: str) -> Table:
    """Return what fits on a line of 80 characters: of a rule with several cases the most severe."""
    rows = []
    for rule in rules:
        record = _record(rule)
        rows.append([_first(record[key]) for key in _COLUMNS])
    return Table([words.in_(language) for words in _COLUMNS.values()], rows)


def _first(value: str | list[str]) -> str:
    return value if isinstance(value, str) else value[0]


def _record(rule: Rule) -> dict[str, str | list[str]]:
    cases = sorted(rule.cases.values(), key=lambda case: (-case.severity, -case.confidence))
    safety = max((fix.safety for fix in rule.fixes), default=None)
    return {
        "rule": rule.code,
        "name": rule.name,
        "severity": list(dict.fromkeys(case.severity.name.lower() for case in cases)),
        "confidence": list(dict.fromkeys(case.confidence.name.lower() for case in cases)),
        "fix": "" if safety is None else safety.name.lower(),
        "languages": list(rule.languages),
        "formats": list(rule.formats),
    }


def run_explain(name: str, lang: str | None, config_file: str | None) -> int:
    """Show the page of one rule, by code or name, or the rules of a group.

    Raises ConfigError for a rule that there is not.
    """
    from presslint.config.suggest import did_you_mean  # noqa: PLC0415 - only a mistake needs it

    options = _options(lang, config_file)
    rules = load_rules(options.packs)
    wanted = name.casefold()
    rule = next((rule for rule in rules if wanted in {rule.code.casefold(), rule.name.casefold()}), None)
    if rule is None:
        group = [rule for rule in rules if rule.code[:-3].casefold() == wanted]
        code = SELF.get(name) or SELF.get(name.upper())
        if group or code:
            show(_group(group, options.language) if group else _said(str(code), options.language))
            return ExitCode.CLEAN
        known = [known for rule in rules for known in (rule.code, rule.name, rule.code[:-3])]
        raise ConfigError(f'there is no rule "{name}"{did_you_mean(name, known)}')
    page = rule_page(rule, pages(options.packs)[rule.code], options.language, markdown=False)
    show("\n".join(visible(line) for line in page.split("\n")))
    return ExitCode.CLEAN


def _group(rules: Sequence[Rule], language: str) -> str:
    head = _GROUP.in_(language).format(group=rules[0].code[:-3])
    return f"{head}\n\n{columns(_table(rules, language))}"


def _said(code: str, language: str) -> str:
    """Return what there is to know of a code of presslint itself."""
    from presslint.engine.diagnostics import DIAGNOSTICS  # noqa: PLC0415

    one = DIAGNOSTICS[code]
    title = f"{code} {one.name}"
    says = "".join(f"- {words.in_(language)}\n" for words in one.cases.values())
    hide = (_HIDE if code in HIDEABLE else _KEEP).in_(language).format(code=code)
    about = _SELF.in_(language).format(code=code)
    return f"{title}\n{'=' * len(title)}\n\n{about}\n\n{_SAYS.in_(language)}\n\n{says}\n{hide}\n"


def run_test(path: str | None, lang: str | None) -> int:
    """Run the examples of the rules in a file or below a folder, and say which fail."""
    from presslint.engine.examples import verify_rule  # noqa: PLC0415 - reads YAML
    from presslint.packs.bind import problems  # noqa: PLC0415
    from presslint.packs.read import read_rule  # noqa: PLC0415

    files = list(_files(path))
    failed = broken = 0
    for file in files:
        try:
            read = read_rule(file)
            found = list(problems(read)) or verify_rule(read.rule, read.page)
        except PackError as error:
            broken += 1
            found = str(error).splitlines()
        failed += bool(found)
        show("".join(f"{problem}\n" for problem in found))
    german = _options(lang, None).language == "de"
    show(f"{len(files)} Regeln, {failed} mit Fehlern\n" if german else f"{len(files)} rules, {failed} with problems\n")
    return ExitCode.FAILED if broken else ExitCode.FINDINGS if failed else ExitCode.CLEAN


def _files(path: str | None) -> Iterator[str]:
    """Yield the rule files that ``path`` means. Raises PackError where there is none."""
    from presslint.packs.folders import builtin_folder, yaml_files  # noqa: PLC0415

    folder = builtin_folder() if path is None else path
    if Path(folder).is_file():
        yield folder
        return
    found = False
    for file in yaml_files(folder):
        if Path(file).name != "pack.yaml" and Path(file).parent.name != "profiles":
            found = True
            yield file
    if not found:
        raise PackError(f"{folder}:1: no rule files here")


def _options(lang: str | None, config_file: str | None) -> Options:
    """Return the options that hold in this folder."""
    return linter_of({"lang": lang, "config": config_file}).options("-")
