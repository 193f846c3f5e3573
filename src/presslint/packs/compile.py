"""A folder of YAML files to rules, pages and profiles. Slow: reads YAML and imports every check that a rule names."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from presslint.checks import find
from presslint.config.paths import shown_path
from presslint.config.suggest import did_you_mean
from presslint.errors import PackError
from presslint.model.finding import Severity
from presslint.model.rule import RulePage
from presslint.packs import schema
from presslint.packs.bind import ParamError, bind, problems, read_params
from presslint.packs.compiled import Compiled, Layer, Profile
from presslint.packs.document import Document, read_document
from presslint.packs.folders import yaml_files
from presslint.packs.gates import gate_of
from presslint.packs.read import RuleFile, read_bytes, read_rule, validate
from presslint.packs.select import Names, applied


class Pack(NamedTuple):
    """What ``pack.yaml`` says of the rules below ``folder``."""

    folder: Path
    name: str
    prefix: str
    url: str
    groups: Mapping[str, str]
    document: Document


class Folder(NamedTuple):
    """Everything that a folder of packs holds."""

    compiled: Compiled
    pages: dict[str, RulePage]


def compile_folder(folder: str, *, builtin: bool = False, bound: bool = True) -> Folder:
    """Return the rules below ``folder``; those of presslint itself (``builtin``) have codes without a prefix.

    With ``bound`` false the rules are not compared with their checks. Raises PackError with one line ``file:line: …``
    for every mistake, and for a folder that holds no rules.
    """
    paths = [Path(path) for path in yaml_files(folder)]
    profiles = Path(folder) / "profiles"
    packs = _packs(folder, [path for path in paths if path.name == "pack.yaml"], builtin=builtin)
    of_profiles = [path for path in paths if builtin and profiles in path.parents]
    of_rules = [path for path in paths if path.name != "pack.yaml" and path not in of_profiles]
    if not of_rules:
        raise PackError(f"{shown_path(folder)}:1: a rule pack without rules")
    errors: list[str] = []
    files = sorted(_rules(of_rules, packs, errors), key=lambda file: file.rule.code)
    errors += _collisions(files)
    if bound:
        errors += [problem for file in files for problem in problems(file)]
    if errors:
        raise PackError("\n".join(errors))
    return _folder(files, _profiles(of_profiles, Names(file.rule for file in files), bound=bound))


def _folder(files: Sequence[RuleFile], profiles: Mapping[str, Profile]) -> Folder:
    names = Names(file.rule for file in files)
    runs: dict[str, list[str]] = {file.rule.code: [] for file in files}
    for name, profile in profiles.items():
        for rule in applied(profile.layers, names):
            runs[rule].append(name)
    rules = tuple(file.rule._replace(profiles=tuple(runs[file.rule.code])) for file in files)
    gates = {rule.code: gate_of(bind(rule)) for rule in rules}
    return Folder(Compiled(rules, profiles, gates), {file.rule.code: file.page for file in files})


def _packs(folder: str, paths: Iterable[Path], *, builtin: bool) -> list[Pack]:
    packs = []
    for path in paths:
        document = read_document(read_bytes(str(path)), shown_path(str(path)))
        parsed = validate(document, schema.PackSchema)
        prefix = "" if builtin else f"{parsed.name}:"
        packs.append(Pack(path.parent, parsed.name, prefix, parsed.url, parsed.groups, document))
    if not packs:
        raise PackError(f"{shown_path(folder)}:1: a rule pack needs a file pack.yaml that says its name")
    return packs


def _rules(paths: Iterable[Path], packs: Sequence[Pack], errors: list[str]) -> Iterator[RuleFile]:
    for path in paths:
        pack = next((pack for pack in packs if pack.folder in path.parents), None)
        if pack is None:
            errors.append(f"{shown_path(str(path))}:1: belongs to no pack: there is no pack.yaml in a folder around it")
            continue
        try:
            file = read_rule(str(path), pack.name, pack.prefix, pack.url)
        except PackError as error:
            errors.append(str(error))
            continue
        errors += _misplaced(file, path, pack)
        yield file


def _misplaced(file: RuleFile, path: Path, pack: Pack) -> Iterator[str]:
    group = file.rule.code.removeprefix(pack.prefix)[:3]
    if group == "SYS":
        yield f"{file.document.at()}: codes with SYS are those of presslint's own findings"
    elif pack.groups and group not in pack.groups:
        hint = did_you_mean(group, pack.groups)
        yield f'{file.document.at()}: group "{group}" is none of those in {pack.document.shown}{hint}'
    elif pack.groups and path.parent != pack.folder / pack.groups[group]:
        yield f'{file.document.at()}: rules of group {group} lie in the folder "{pack.groups[group]}"'


def _collisions(files: Sequence[RuleFile]) -> Iterator[str]:
    seen: dict[str, str] = {}
    for file in files:
        for name in (file.rule.code, f"{file.rule.pack}:{file.rule.name}"):
            if name in seen:
                yield f"{file.document.at()}: {name} is also {seen[name]}"
            seen[name] = file.document.shown


def _profiles(paths: Sequence[Path], names: Names, *, bound: bool) -> dict[str, Profile]:
    errors: list[str] = []
    parsed: dict[str, tuple[schema.ProfileSchema, Document]] = {}
    for path in paths:
        document = read_document(read_bytes(str(path)), shown_path(str(path)))
        parsed[path.stem] = (validate(document, schema.ProfileSchema), document)
    for profile, document in parsed.values():
        unknown = list(_unknown(profile, document, names, list(parsed)))
        errors += unknown or (_wrong_params(profile, document, names) if bound else [])
    if errors:
        raise PackError("\n".join(errors))
    return {name: _profile(name, parsed, ()) for name in parsed}


def _unknown(profile: schema.ProfileSchema, document: Document, names: Names, profiles: Sequence[str]) -> Iterator[str]:
    for key, known in (("select", names), ("ignore", names), ("severity", names), ("extends", profiles)):
        for place, name in enumerate(getattr(profile, key)):
            if name not in known:
                inside = name if key == "severity" else place
                yield f'{document.at(key, inside)}: unknown {_kind(key)} "{name}"{did_you_mean(name, known)}'
    for name in profile.params:
        if name not in names.single:
            yield f'{document.at("params", name)}: unknown rule "{name}"{did_you_mean(name, names.single)}'


def _wrong_params(profile: schema.ProfileSchema, document: Document, names: Names) -> Iterator[str]:
    for name, params in profile.params.items():
        (code,) = names.exact[name]
        try:
            read_params(find(names.rules[code].check).params, params)
        except ParamError as error:
            yield f"{document.at('params', name, error.name, *error.inside)}: {error}"


def _kind(key: str) -> str:
    return "profile" if key == "extends" else "rule"


def _profile(
    name: str, parsed: Mapping[str, tuple[schema.ProfileSchema, Document]], inside: tuple[str, ...]
) -> Profile:
    profile, document = parsed[name]
    if name in inside:
        raise PackError(f"{document.at('extends')}: the profile extends itself by way of {' and '.join(inside)}")
    layers: tuple[Layer, ...] = ()
    severity: dict[str, Severity] = {}
    params: dict[str, Mapping[str, Any]] = {}
    for other in profile.extends:
        extended = _profile(other, parsed, (*inside, name))
        layers += extended.layers
        severity |= extended.severity
        params |= {rule: {**params.get(rule, {}), **values} for rule, values in extended.params.items()}
    return Profile(
        (*layers, Layer(tuple(profile.select), tuple(profile.ignore))),
        severity | {rule: Severity[level.upper()] for rule, level in profile.severity.items()},
        params | {rule: {**params.get(rule, {}), **values} for rule, values in profile.params.items()},
    )
