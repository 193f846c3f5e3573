"""Checks files, each with the options and rules that hold for its place."""

import os
from collections.abc import Callable, Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from presslint import config, packs
from presslint.engine import disk
from presslint.engine.parting import alone, split
from presslint.model.finding import Safety
from presslint.model.options import Options
from presslint.model.outside import Files, Outside, Visit
from presslint.model.release import Release
from presslint.model.source import Source
from presslint.model.verdict import FileResult

if TYPE_CHECKING:
    from presslint.checks.repository_entries import Wanted
    from presslint.engine.fix import Fixed
    from presslint.engine.looks import Look, Looks
    from presslint.model.rule import BoundRule


class Linter:
    """The settings of one run: ``overrides`` beat the configuration that is found upward from each file.

    ``overrides`` are keyed like the fields of Options; ``config_file`` is a configuration to use instead of those
    that are found; ``language`` is that of messages where neither says one. ``web`` answers for links, where they have
    been followed; ``gathers`` says that files are compared, so that results need an entry for the index. All methods
    raise ConfigError or PackError where the configuration or a rule is wrong.
    """

    __slots__ = (
        "_disks", "_known", "_looks", "_options", "_outside",
        "config_file", "gathers", "language", "overrides", "today", "web",
    )  # fmt: skip

    def __init__(
        self, overrides: Mapping[str, Any], *, today: date, config_file: str | None = None, language: str = "en"
    ) -> None:
        self.overrides = overrides
        self.today = today
        self.config_file = config_file
        self.language = language
        self._known: dict[tuple[str, ...], frozenset[str]] = {}
        self._options: dict[str, Options] = {}
        self._outside: dict[str, Outside] = {}
        self._disks: dict[str, Files] = {}
        self._looks: dict[str, Looks] = {}
        self.web: Callable[[str], Visit | None] | None = None
        self.gathers = False

    def options(self, path: str) -> Options:
        """Return the options for a file; ``-`` is a file of the current folder."""
        # asked several times for every file: what the library has for it takes ten times as long
        folder = path[: path.rfind("/") + 1] if os.sep == "/" else os.path.dirname(path)  # noqa: PTH120
        options = self._options.get(folder)
        if options is None:
            options = self._find(path, self.overrides)
            if not {"lang", "language"} & options.origins.keys():
                options = self._find(path, {**self.overrides, "language": self.language})
            self._options[folder] = options
        return options

    def prepare(self, path: str) -> None:
        """Find what is wrong with the configuration and the rules for a file before any file is read."""
        packs.rules_for(self.options(path), path)

    def check(self, source: Source) -> FileResult:
        """Lint a source; its path decides which options hold. What cannot be read of it is the result's ``error``."""
        from presslint.engine import run  # noqa: PLC0415 - a run that finds all results in its cache checks nothing

        options = self.options(source.path)
        rules, wanted = self._rules(options, source.path)
        return run.check_source(source, rules, options, self.names(options), self._around(options), wanted)

    def watch(self, source: Source) -> "tuple[FileResult, tuple[Look, ...]]":
        """Lint a source as :meth:`check` does, without the web; return too what was looked at on the disk beside it."""
        from presslint.engine import run  # noqa: PLC0415 - as above
        from presslint.engine.looks import Looks  # noqa: PLC0415 - only who keeps results has to know

        options = self.options(source.path)
        looks = self._looks.get(options.site_root)
        if looks is None:
            looks = self._looks[options.site_root] = Looks(self.files(options))
        rules, wanted = self._rules(options, source.path)
        result = run.check_source(source, rules, options, self.names(options), Outside(None, looks.files), wanted)
        return result, looks.taken(source.path)

    def fix(self, source: Source, lowest: Safety, known: Callable[[FileResult], FileResult] | None = None) -> "Fixed":
        """Mend a source with the fixes that are at least as safe as ``lowest``; nothing is written.

        ``known`` marks findings that are to be left as they are.
        """
        from presslint.engine import run  # noqa: PLC0415 - as above
        from presslint.engine.fix import fix_source  # noqa: PLC0415 - most runs mend nothing

        options = self.options(source.path)
        rules, wanted = self._rules(options, source.path)
        names, outside = self.names(options), self._around(options)

        def lint(release: Release) -> FileResult:
            result = run.lint(release, rules, options, names, outside, wanted)
            return result if known is None else known(result)

        fixed = fix_source(source, options.house, lint, lowest, options.language)
        if fixed.result.format not in run.HOLDERS:
            return fixed
        # what is inside a file can only be mended by who made it
        parts = run.check_source(source, rules, options, names, outside, wanted).parts
        parts = parts if known is None else tuple(known(part) for part in parts)
        return fixed._replace(before=fixed.before._replace(parts=parts), result=fixed.result._replace(parts=parts))

    def files(self, options: Options) -> Files:
        """Return the files of the disk as these options see them; each folder is listed once in a run."""
        files = self._disks.get(options.site_root)
        if files is None:
            files = self._disks[options.site_root] = disk.files(options.site_root)
        return files

    def _find(self, path: str, overrides: Mapping[str, Any]) -> Options:
        return config.options_for(path, overrides, today=self.today, config_file=self.config_file)

    def _around(self, options: Options) -> Outside:
        """Return what may be looked at beside a release: the disk, and what the web answered."""
        outside = self._outside.get(options.site_root)
        if outside is None or outside.web is not self.web:
            outside = self._outside[options.site_root] = Outside(self.web, self.files(options))
        return outside

    def _rules(self, options: Options, path: str) -> "tuple[tuple[BoundRule, ...], Wanted | None]":
        """Return the rules that look at a file alone, and what those that compare files ask of it.

        Where there is nothing to compare, those that were asked for are among the first, to say that they cannot run.
        """
        rules = packs.rules_for(options, path)
        if not self.gathers:
            return alone(rules, options), None
        parts = split(rules, options)
        return parts.alone, parts.wanted

    def names(self, options: Options) -> frozenset[str]:
        """Return the codes and names of all rules there are, selected or not."""
        names = self._known.get(options.packs)
        if names is None:
            rules = packs.load_rules(options.packs)
            names = self._known[options.packs] = frozenset(name for rule in rules for name in (rule.code, rule.name))
        return names
