"""Checks files, each with the options and rules that hold for its place."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from presslint import config, packs
from presslint.engine import run
from presslint.engine.fix import Fixed, fix_source
from presslint.model.finding import Safety
from presslint.model.options import Options
from presslint.model.source import Source
from presslint.model.verdict import FileResult


class Linter:
    """The settings of one run: ``overrides`` beat the configuration that is found upward from each file.

    ``overrides`` are keyed like the fields of Options; ``config_file`` is a configuration to use instead of those
    that are found. All methods raise ConfigError or PackError where the configuration or a rule is wrong.
    """

    __slots__ = ("_known", "config_file", "overrides", "today")

    def __init__(self, overrides: Mapping[str, Any], *, today: date, config_file: str | None = None) -> None:
        self.overrides = overrides
        self.today = today
        self.config_file = config_file
        self._known: dict[tuple[str, ...], frozenset[str]] = {}

    def options(self, path: str) -> Options:
        """Return the options for a file; ``-`` is a file of the current folder."""
        return config.options_for(path, self.overrides, today=self.today, config_file=self.config_file)

    def check(self, path: str, shown: str | None = None) -> FileResult:
        """Read and lint one file. What is wrong with the file is the ``error`` of its result."""
        options = self.options(path)
        return run.check_path(path, packs.rules_for(options, path), options, self.names(options), shown)

    def check_source(self, source: Source) -> FileResult:
        """Lint what was read already; its path decides which options hold."""
        options = self.options(source.path)
        return run.check_source(source, packs.rules_for(options, source.path), options, self.names(options))

    def fix(self, source: Source, lowest: Safety) -> Fixed:
        """Mend a source with the fixes that are at least as safe as ``lowest``; nothing is written."""
        options = self.options(source.path)
        rules, names = packs.rules_for(options, source.path), self.names(options)
        return fix_source(source, options.house, lambda release: run.lint(release, rules, options, names), lowest)

    def names(self, options: Options) -> frozenset[str]:
        """Return the codes and names of all rules there are, selected or not."""
        names = self._known.get(options.packs)
        if names is None:
            rules = packs.load_rules(options.packs)
            names = self._known[options.packs] = frozenset(name for rule in rules for name in (rule.code, rule.name))
        return names
