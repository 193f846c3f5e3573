"""Folders of rules: what is in them, where it is found quickest, and that a cache is never wrong."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from presslint import packs
from presslint.errors import PackError
from presslint.model.finding import Severity
from presslint.packs import folders
from presslint.packs.compile import compile_folder
from presslint.packs.compiled import decode, decode_pages, encode, encode_pages

PACK = 'name: {name}\ntitle: {{en: "Rules", de: "Regeln"}}\n'
RULE = """\
severity: error
confidence: high
since: 0.1.0
check: pages.in_text
message: {en: "One.", de: "Eins."}
why: {en: "Why.", de: "Warum."}
instead: {en: "This.", de: "Das."}
bad: [{text: bad, finds: [""], fields: {date: 2018-02-23}, today: 2018-03-01, house: {domains: [acme-werke.de]}}]
good: [fine]
"""


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)
    packs.forget()
    yield
    packs.forget()


def write(folder: str, **files: str) -> str:
    """Write files into a folder; ``core__dates__DAT001`` stands for ``core/dates/DAT001…``."""
    for name, text in files.items():
        path = Path(folder, *name.split("__")).with_suffix(".yaml")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def house(folder: str = "house", name: str = "acme", rule: str = RULE, code: str = "HOU001-bad") -> str:
    return write(folder, pack=PACK.format(name=name), **{code: rule})


def mistakes(folder: str, *, builtin: bool = False, bound: bool = False) -> list[str]:
    with pytest.raises(PackError) as caught:
        compile_folder(folder, builtin=builtin, bound=bound)
    return str(caught.value).split("\n")


def test_a_pack_of_a_house_has_a_prefix_and_presslints_own_has_none() -> None:
    text = PACK.format(name="acme") + 'url: "https://rules.example.org/{code}"\n'
    folder = write("both", pack=text, **{"HOU001-bad": RULE, "more__HOU002-worse": RULE})
    assert [rule.code for rule in compile_folder(folder, bound=False).compiled.rules] == ["acme:HOU001", "acme:HOU002"]
    own = compile_folder(folder, builtin=True, bound=False)
    assert [(rule.code, rule.pack, rule.url) for rule in own.compiled.rules] == [
        ("HOU001", "acme", "https://rules.example.org/HOU001"),
        ("HOU002", "acme", "https://rules.example.org/HOU002"),
    ]
    assert list(own.pages) == ["HOU001", "HOU002"]


def test_what_is_compiled_survives_json() -> None:
    folder = write(
        "rules", core__pack=PACK.format(name="core"), **{"core__HOU001-bad": RULE, "profiles__base": PROFILE}
    )
    compiled, pages = compile_folder(folder, builtin=True, bound=False)
    assert compiled.rules[0].profiles == ("base",)
    assert decode(json.loads(json.dumps(encode(compiled)))) == compiled
    assert decode_pages(json.loads(json.dumps(encode_pages(pages)))) == pages
    for newer in ({**encode(compiled), "format": 0}, {**encode_pages(pages), "format": 0}):
        with pytest.raises(ValueError, match="another version"):
            (decode if "rules" in newer else decode_pages)(newer)


def test_all_mistakes_of_a_folder_are_told_at_once() -> None:
    folder = write("house", pack=PACK.format(name="acme"))
    write(folder, **{"HOU001-bad": RULE.replace("error", "eror"), "HOU002-worse": RULE.replace("since: 0.1.0\n", "")})
    assert mistakes(folder) == [
        'house/HOU001-bad.yaml:1: "eror" is not one of error, warning, info; did you mean "error"?',
        'house/HOU002-worse.yaml:1: key "since" is missing',
    ]


@pytest.mark.parametrize(
    ("files", "message"),
    [
        ({"pack": PACK.format(name="acme")}, "house:1: a rule pack without rules"),
        ({"HOU001-bad": RULE}, "house:1: a rule pack needs a file pack.yaml that says its name"),
        ({"a__pack": PACK.format(name="a"), "HOU001-bad": RULE, "a__HOU002-bad": RULE},
         "house/HOU001-bad.yaml:1: belongs to no pack: there is no pack.yaml in a folder around it"),
        ({"pack": PACK.format(name="Acme"), "HOU001-bad": RULE},
         "house/pack.yaml:1: String should match pattern '^[a-z][a-z0-9-]{0,30}$'"),
        ({"pack": "name: acme\n", "HOU001-bad": RULE}, 'house/pack.yaml:1: key "title" is missing'),
        ({"pack": PACK.format(name="acme"), "HOU001-bad": RULE, "x__HOU001-worse": RULE},
         "house/x/HOU001-worse.yaml:1: acme:HOU001 is also house/HOU001-bad.yaml"),
        ({"pack": PACK.format(name="acme"), "HOU001-bad": RULE, "HOU002-bad": RULE},
         "house/HOU002-bad.yaml:1: acme:bad is also house/HOU001-bad.yaml"),
        ({"pack": PACK.format(name="acme"), "SYS001-bad": RULE},
         "house/SYS001-bad.yaml:1: codes with SYS are those of presslint's own findings"),
        ({"pack": PACK.format(name="acme") + "groups: {HOU: tone}\n", "HUO001-bad": RULE},
         'house/HUO001-bad.yaml:1: group "HUO" is none of those in house/pack.yaml; did you mean "HOU"?'),
        ({"pack": PACK.format(name="acme") + "groups: {HOU: tone}\n", "HOU001-bad": RULE},
         'house/HOU001-bad.yaml:1: rules of group HOU lie in the folder "tone"'),
        ({"pack": PACK.format(name="acme"), "notes": RULE},
         "house/notes.yaml:1: a rule's file is named CODE-name.yaml, such as DAT002-weekday-date-mismatch.yaml"),
    ],
)  # fmt: skip
def test_a_folder_that_is_no_pack(files: dict[str, str], message: str) -> None:
    assert mistakes(write("house", **files)) == [message]


def test_a_rule_that_fits_no_check_is_a_mistake_of_the_folder() -> None:
    folder = house(rule=RULE.replace("pages.in_text", "pages.in_txt"))
    assert mistakes(folder, bound=True)[0].startswith('house/HOU001-bad.yaml:4: unknown check "pages.in_txt"')


def test_folders_of_groups_are_those_that_the_pack_says() -> None:
    folder = write("house", pack=PACK.format(name="acme") + "groups: {HOU: tone}\n", **{"tone__HOU001-bad": RULE})
    assert compile_folder(folder, bound=False).pages


def test_hidden_files_and_other_suffixes_are_left_alone() -> None:
    folder = house()
    for name in (".#HOU009-x.yaml", "README.md", "HOU008-x.txt"):
        Path(folder, name).write_text("no rule")
    write(folder, **{".git__HOU007-x": "no rule"})
    assert len(compile_folder(folder, bound=False).pages) == 1
    Path(folder, "HOU008-x.yml").write_text(RULE)
    assert mistakes(folder)[0].startswith("house/HOU008-x.yml:1: a rule's file is named CODE-name.yaml")


def test_a_link_to_a_folder_is_refused() -> None:
    folder = house()
    Path(folder, "round").symlink_to(Path(folder).absolute())
    assert mistakes(folder) == ["house/round:1: a link to a folder is not followed; name that folder as a pack"]


PROFILE = 'title: {en: "Base", de: "Basis"}\nselect: [core]\n'


def profile(text: str, *, bound: bool = False) -> list[str]:
    folder = write("rules", core__pack=PACK.format(name="core"), profiles__base=PROFILE, profiles__strict=text)
    return mistakes(write(folder, **{"core__HOU001-bad": RULE}), builtin=True, bound=bound)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ("select: [core, HUO]", '2: unknown rule "HUO"; did you mean "HOU"?'),
        ("ignore:\n- HOU001\n- HOU9", '4: unknown rule "HOU9"; did you mean "HOU"?'),
        ("severity:\n  HOU: error\n  HOU002: info", '4: unknown rule "HOU002"'),
        ("severity: {HOU: eror}", '2: "eror" is not one of error, warning, info; did you mean "error"?'),
        ("extends: [basis]", '2: unknown profile "basis"; did you mean "base"?'),
        ("params: {HOU: {most: 3}}", '2: unknown rule "HOU"; did you mean "HOU001"?'),
        ("extends: [strict]", "2: the profile extends itself by way of strict"),
        ("selct: [core]", '2: unknown key "selct"; did you mean "select"?'),
    ],
)
def test_mistakes_in_a_profile_have_a_line(more: str, message: str) -> None:
    assert profile('title: {en: "Strict", de: "Streng"}\n' + more + "\n") == [f"rules/profiles/strict.yaml:{message}"]


def test_a_profile_extends_others_step_by_step() -> None:
    strict = """\
title: {en: "Strict", de: "Streng"}
extends: [base]
ignore: [HOU]
severity: {HOU001: info}
params: {HOU001: {most: "3"}}
"""
    last = 'title: {en: "Last", de: "Letztes"}\nextends: [strict]\nselect: [HOU001]\nparams: {HOU001: {least: "1"}}\n'
    folder = write("rules", core__pack=PACK.format(name="core"), profiles__base=PROFILE, profiles__strict=strict)
    write(folder, profiles__last=last, **{"core__HOU001-bad": RULE})
    compiled = compile_folder(folder, builtin=True, bound=False).compiled
    assert compiled.rules[0].profiles == ("base", "last")
    found = compiled.profiles["last"]
    assert [layer.select for layer in found.layers] == [("core",), (), ("HOU001",)]
    assert found.severity == {"HOU001": Severity.INFO}
    assert found.params == {"HOU001": {"most": "3", "least": "1"}}


def test_presslints_own_rules_are_there_and_a_missing_folder_is_no_clean_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Path(folders.builtin_folder())
    assert (own / "core" / "pack.yaml").is_file()
    module = tmp_path / "lib" / "presslint" / "packs" / "folders.py"
    monkeypatch.setattr(folders, "__file__", str(module))
    with pytest.raises(PackError, match="presslint's own rules are missing"):
        folders.builtin_folder()
    module.parent.parent.joinpath("rules").mkdir(parents=True)
    assert folders.builtin_folder() == str(module.parent.parent / "rules")


def test_a_pack_that_is_not_there_is_no_clean_run() -> None:
    with pytest.raises(PackError) as caught:
        packs.load_rules(["nowhere"])
    assert str(caught.value) == "nowhere:1: the folder of a rule pack cannot be read: No such file or directory"


def test_packs_have_different_names() -> None:
    one, two = house("one"), house("two")
    with pytest.raises(PackError) as caught:
        packs.load_rules([one, two])
    assert str(caught.value) == 'two:1: a pack named "acme" comes from one'
    packs.forget()
    house("two", name="core")
    with pytest.raises(PackError) as caught:
        packs.load_rules([two])
    assert str(caught.value) == 'two:1: a pack named "core" comes from presslint itself'


def test_limits_of_a_profile_fit_the_check() -> None:
    more = 'title: {en: "Strict", de: "Streng"}\nparams:\n  HOU001: {most: "3"}\n'
    assert profile(more, bound=True) == ['rules/profiles/strict.yaml:3: unknown parameter "most"']
