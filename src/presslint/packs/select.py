"""Which rules run on a file, how severe they are, and with which parameters."""

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from presslint.config.options import COMMAND_LINE
from presslint.config.suggest import did_you_mean
from presslint.errors import ConfigError
from presslint.model.finding import Severity
from presslint.model.options import Options
from presslint.model.rule import BoundRule, Rule
from presslint.model.self_ import HIDEABLE, SELF
from presslint.packs.bind import ParamsOfHouseError, bind
from presslint.packs.compiled import Layer, Profile
from presslint.packs.gates import Gate, late

ALL = "ALL"

# how exactly a selector names a rule; what is more exact wins, and of equals "ignore"
_ALL, _PACK, _GROUP, _RULE = 1, 2, 3, 4
_NO_GATES: Mapping[str, Gate] = {}


class Names:
    """Every way to name rules: code, name, group, pack, ``ALL``; a house's rules also as ``pack:name``."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = {rule.code: rule for rule in sorted(rules, key=lambda rule: rule.code)}
        self.exact: dict[str, dict[str, int]] = {}
        for rule in self.rules.values():
            self._add(ALL, rule, _ALL)
            self._add(rule.pack, rule, _PACK)
            self._add(group_of(rule), rule, _GROUP)
        # a name that presslint's own rules have means these, so that a new rule of theirs changes no house's file
        for rule in sorted(self.rules.values(), key=is_house, reverse=True):
            self.exact[rule.name] = {rule.code: _RULE}
            self.exact[rule.code] = {rule.code: _RULE}
            if is_house(rule):
                self.exact[f"{rule.pack}:{rule.name}"] = {rule.code: _RULE}

    def _add(self, name: str, rule: Rule, exactness: int) -> None:
        self.exact.setdefault(name, {})[rule.code] = exactness

    def __contains__(self, name: str) -> bool:
        """Tell whether anything is named so."""
        return name in self.exact

    def __iter__(self) -> Iterator[str]:
        """Yield all names."""
        return iter(self.exact)

    @property
    def single(self) -> list[str]:
        """The names that mean one rule: codes and names."""
        return [name for name, codes in self.exact.items() if _RULE in codes.values()]

    def exactness(self, code: str, selectors: Iterable[str]) -> int:
        """Return how exactly the best of ``selectors`` names the rule ``code``: 0 when none does."""
        return max((self.exact[name].get(code, 0) for name in selectors), default=0)


def is_house(rule: Rule) -> bool:
    """Tell whether a rule comes from a pack of the house's own, whose codes have a prefix."""
    return ":" in rule.code


def group_of(rule: Rule) -> str:
    """Return the group of a rule: ``DAT``, or ``acme:HOU`` in a house's pack."""
    return rule.code[:-3]


def applied(layers: Iterable[Layer], names: Names, chosen: Iterable[str] = ()) -> list[str]:
    """Return the codes that are selected after all ``layers``, beginning with those ``chosen``; sorted.

    In one layer the more exact selector wins, and of equals "ignore". A preview rule runs only when its code or its
    name is selected. Raises KeyError for a selector that names nothing.
    """
    codes = set(chosen)
    for layer in layers:
        for code, rule in names.rules.items():
            wanted, unwanted = names.exactness(code, layer.select), names.exactness(code, layer.ignore)
            if wanted > unwanted and (wanted == _RULE or rule.status == "stable"):
                codes.add(code)
            elif unwanted and unwanted >= wanted:
                codes.discard(code)
    return sorted(codes)


def _of_rules(names: Iterable[str]) -> tuple[str, ...]:
    """Return the names but those of what presslint itself says."""
    return tuple(name for name in names if name not in SELF)


def _matcher(root: str, pattern: str) -> Callable[[str], bool]:
    """Return what tells whether a path matches a pattern of ``.gitignore`` in the folder ``root``."""
    from pathspec import GitIgnoreSpec  # noqa: PLC0415 - only a configuration with per_path pays for it

    spec = GitIgnoreSpec.from_lines([pattern])
    folder = Path(root).absolute()

    def matches(path: str) -> bool:
        whole = Path(os.path.normpath(Path(path).absolute()))
        return whole.is_relative_to(folder) and spec.match_file(whole.relative_to(folder).as_posix())

    return matches


class Selection:
    """The rules of one set of options, bound once per combination of per-path patterns."""

    def __init__(
        self, options: Options, names: Names, profiles: Mapping[str, Profile], gates: Mapping[str, Gate] = _NO_GATES
    ) -> None:
        self.options = options
        self.names = names
        self._gates = gates
        profile = profiles.get(options.profile)
        if profile is None:
            raise self._error(
                "profile", f'unknown profile "{options.profile}"{did_you_mean(options.profile, profiles)}'
            )
        self.profile = profile
        self._check_names()
        self._bound: dict[tuple[int, ...], tuple[BoundRule, ...]] = {}
        self._matches = [_matcher(options.root, path.pattern) for path in options.per_path]

    def rules(self, path: str) -> tuple[BoundRule, ...]:
        """Return the rules for the file at ``path``, sorted by code."""
        matching = tuple(place for place, matches in enumerate(self._matches) if matches(path))
        if matching not in self._bound:
            self._bound[matching] = tuple(self._bind(code, matching) for code in self._codes(matching))
        return self._bound[matching]

    def _codes(self, matching: tuple[int, ...]) -> list[str]:
        options = self.options
        ignore = _of_rules(options.ignore)
        if options.select:
            codes = applied([Layer(options.select, ignore)], self.names)
        else:
            house = [Layer(tuple(sorted({rule.pack for rule in self.names.rules.values() if is_house(rule)})))]
            codes = applied([*self.profile.layers, *house, Layer((), ignore)], self.names)
        for path in (options.per_path[place] for place in matching):
            ignore = (*ignore, *_of_rules(path.ignore))
            if path.select and options.origins.get("select") != COMMAND_LINE:  # who asks for a rule wants to see it
                codes = applied([Layer(path.select, ignore)], self.names)
            else:
                codes = applied([Layer((), _of_rules(path.ignore))], self.names, codes)
        return codes

    def _bind(self, code: str, matching: tuple[int, ...]) -> BoundRule:
        tables = [self.profile.severity, self.options.severity]
        tables += [self.options.per_path[place].severity for place in matching]
        severity = None
        for table in tables:
            severity = self._severity(code, table) or severity
        params = self._params(code)
        if code in self._gates and not params:
            bound = late(self.names.rules[code], self._gates[code])
        else:
            try:
                bound = bind(self.names.rules[code], params)
            except ParamsOfHouseError as error:
                raise ConfigError(self._blamed(code, error.name, str(error))) from error
        bound.severity = severity
        return bound

    def _blamed(self, code: str, param: str, message: str) -> str:
        """Return a message about a parameter with the place where the house has set it."""
        tables = self.options.params.items()
        name = next((name for name, table in tables if code in self.names.exact[name] and param in table), code)
        origins = self.options.origins
        origin = origins.get(f"rules.{name}.{param}") or origins.get(f"rules.{name}")
        return f"{origin}: {message}" if origin else message

    def _severity(self, code: str, table: Mapping[str, Severity]) -> Severity | None:
        best = max(_of_rules(table), key=lambda name: self.names.exactness(code, [name]), default="")
        return table[best] if best and self.names.exactness(code, [best]) else None

    def _params(self, code: str) -> dict[str, Any]:
        params: dict[str, Any] = {}
        for table in (self.profile.params, self.options.params):
            for name, values in table.items():
                if code in self.names.exact[name]:
                    params |= values
        return params

    def _check_names(self) -> None:
        options = self.options
        self._known("select", options.select)
        for key, names in (("ignore", options.ignore), ("rules", options.severity)):
            self._known(key, self._rules(key, names))
        for path in options.per_path:
            key = f"per_path.{path.pattern}"
            self._known(key, path.select)
            for table in (path.ignore, path.severity):
                self._known(key, self._rules(key, table))
        single = self.names.single
        for name in options.params:
            if name not in single:
                raise self._error(f"rules.{name}", f'unknown rule "{name}"{did_you_mean(name, single)}')

    def _rules(self, key: str, names: Iterable[str]) -> Iterator[str]:
        """Yield the names but those of what presslint itself says, which is no rule. Some of it cannot be hidden."""
        for name in names:
            if name not in SELF:
                yield name
            elif SELF[name] not in HIDEABLE:
                raise self._error(key, f"{name} cannot be changed: it says that something went wrong", name)

    def of_self(self, code: str, path: str) -> Severity | None:
        """Return the severity that the configuration gives to what presslint itself says, None for its own.

        Raises KeyError where it is not to be said.
        """
        options = self.options
        paths = [options.per_path[place] for place, matches in enumerate(self._matches) if matches(path)]
        if any(SELF.get(name) == code for table in (options.ignore, *(one.ignore for one in paths)) for name in table):
            raise KeyError(code)
        tables = (options.severity, *(one.severity for one in paths))
        levels = [level for table in tables for name, level in table.items() if SELF.get(name) == code]
        return levels[-1] if levels else None

    def _known(self, key: str, names: Iterable[str]) -> None:
        for name in names:
            if name not in self.names:
                raise self._error(key, f'unknown rule "{name}"{did_you_mean(name, self.names)}', name)

    def _error(self, key: str, message: str, name: str = "") -> ConfigError:
        origins = self.options.origins
        origin = origins.get(f"{key}.{name}") or origins.get(key)
        return ConfigError(f"{origin}: {message}" if origin else f"{key}: {message}")
