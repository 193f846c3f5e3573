"""Registries: what is right is read, what is wrong is said with its file and line."""

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from presslint import config
from presslint.config.registries import pretended
from presslint.errors import ConfigError
from presslint.model.repository import Registries

TODAY = date(2026, 3, 2)
PEOPLE, FACTS = '[contacts]\nfile = "c.yml"', '[declared]\nfile = "f.yml"'
TEXTS = '[boilerplates]\nfolder = "texts"'
RIGHT = "contacts:\n  - name: [A Berg, B Berg]\n    phone: 0211 1\n    valid_to: 2017-12-31\n    deputy: true\n"
OPEN = "facts:\n  - id: a\n    value: 2017-Q3\n    patterns: seit {value} offen\n    valid_from: 2017-01-01\n"
TWO = "facts:\n  - {id: a, value: b, patterns: 'x {value}'}\n  - {id: a, value: c, patterns: 'x {value}'}\n"
BACK = "contacts:\n  - {name: A, valid_from: 2018-02-01, valid_to: 2017-01-01}\n"


@pytest.fixture
def house(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PRESSLINT_CACHE_DIR", str(tmp_path / "cache"))
    config.forget()
    return tmp_path


def read(folder: Path, settings: str, texts: Mapping[str, str] | None = None) -> Registries:
    config.forget()
    for name, text in {"presslint.toml": settings, **(texts or {})}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return config.options_for("a.md", {}, today=TODAY).house.registries


def test_all_tables_are_read(house: Path) -> None:
    found = read(
        house,
        """
        [numbers]
        pattern = ["Nr. {n}/{yyyy}", "PM {nnn}-{yy}"]
        year = "other"
        [series.nord]
        paths = "nord"
        pattern = "N {n}/{yyyy}"
        [contacts]
        file = "contacts.yml"
        [boilerplates]
        folder = "texts"
        [declared]
        file = "facts.yml"
        [repository]
        history = true
        permalink = "/presse/{yyyy}/{slug}/"
        redirects = ["alt.md"]
        """,
        {
            "contacts.yml": RIGHT,
            "facts.yml": OPEN,
            "texts/about.de.md": "---\nvalid_from: 2018-01-01\n---\nWir sind hier.\n",
            "texts/about.en.md": "We are here.\n",
            "texts/plain.txt": "---\n---\nText\n",
        },
    )
    assert found.patterns == ("Nr. {n}/{yyyy}", "PM {nnn}-{yy}")
    assert found.series[0].paths == ("nord",)
    assert (found.years, found.history, found.site) == ("other", True, "/presse/{yyyy}/{slug}/")
    assert found.people[0].names == ("A Berg", "B Berg")
    assert (found.people[0].until, found.people[0].deputy) == (date(2017, 12, 31), True)
    assert [(one.id, one.language) for one in found.boilerplates] == [("about", "de"), ("about", "en"), ("plain", "")]
    assert found.declared[0].since == date(2017, 1, 1)
    config.forget()
    again = config.options_for("a.md", {}, today=TODAY).house.registries
    assert again == found, "the second time from the cache"


@pytest.mark.parametrize(
    ("settings", "texts", "message"),
    [
        (
            '[contacts]\nfile = "kontakte.yml"',
            {"kontakt.yml": ""},
            'presslint.toml:2: there is no file kontakte.yml; did you mean "kontakt.yml"?',
        ),
        ('[contacts]\nfile = "texts"', {"texts/a.md": "x"}, "presslint.toml:2: texts is a folder, not a file"),
        (PEOPLE, {"c.yml": "contacts:\n  - name: A\n    telefon: 1\n"}, 'c.yml:3: contacts[0]: unknown key "telefon"'),
        (
            PEOPLE,
            {"c.yml": "contacts:\n  - name: A\n    phon: 1\n"},
            'c.yml:3: contacts[0]: unknown key "phon"; did you mean "phone"?',
        ),
        (PEOPLE, {"c.yml": "contacts:\n  - name: A\n    name: B\n"}, 'c.yml:3: key "name" is given twice'),
        (
            PEOPLE,
            {"c.yml": "contacts:\n  - name: A\n  - name: a\n"},
            'c.yml:3: "a" is in line 2 too, and both hold at the same time',
        ),
        (PEOPLE, {"c.yml": BACK}, "c.yml:2: contacts[0]: valid_to 2017-01-01 lies before valid_from 2018-02-01"),
        (PEOPLE, {"c.yml": "contacts: [\n"}, "c.yml:2: not YAML"),
        (PEOPLE, {"c.yml": ""}, "c.yml:1: empty"),
        (
            FACTS,
            {"f.yml": "facts:\n  - {id: a, value: b, patterns: 'no slot'}\n"},
            'f.yml:2: facts[0]: "no slot" must say once where the fact stands: {value}',
        ),
        (
            FACTS,
            {"f.yml": "facts:\n  - {id: a, value: b, patterns: '{value}'}\n"},
            'f.yml:2: facts[0]: "{value}" has no word beside {value}',
        ),
        (FACTS, {"f.yml": TWO}, 'f.yml:3: "a" is in line 2 too'),
        (
            '[boilerplates]\nfolder = "texte"',
            {"texts/a.md": "x"},
            'presslint.toml:2: there is no folder texte; did you mean "texts"?',
        ),
        (TEXTS, {"texts/a.yml": "x"}, "presslint.toml:2: no text lies in texts"),
        (TEXTS, {"texts/a.md": "---\nid: x\n"}, "texts/a.md:1: the lines on top do not end with ---"),
        (TEXTS, {"texts/a.md": "---\nid: x\n---\n"}, "texts/a.md:1: this boilerplate has no text"),
        (TEXTS, {"texts/a.md": "---\nbad: x\n---\ny\n"}, 'texts/a.md:2: unknown key "bad"'),
        (
            TEXTS,
            {"texts/a.md": "---\nid: x\n---\ny\n", "texts/b.md": "---\nid: x\n---\nz\n"},
            'texts/b.md:1: "x" is in a.md too',
        ),
        (
            '[numbers]\npattern = "Nr. {n}"',
            {},
            'presslint.toml:2: numbers.pattern[0]: "Nr. {n}" is not the pattern of a number',
        ),
        (
            '[numbers]\npattern = "Nr. {m}/{yyyy}"',
            {},
            'presslint.toml:2: numbers.pattern[0]: unknown part "{m}" of a number',
        ),
        (
            '[repository]\npermalink = "/{jahr}/"',
            {},
            'presslint.toml:2: repository.permalink: unknown part "{jahr}" of an address',
        ),
    ],
)
def test_mistakes_have_a_place(house: Path, settings: str, texts: dict[str, str], message: str) -> None:
    with pytest.raises(ConfigError) as told:
        read(house, settings, texts)
    assert message in str(told.value)


def test_what_is_no_text_is_said(house: Path) -> None:
    (house / "texts").mkdir()
    (house / "texts/a.md").write_bytes(b"x\n\xff")
    with pytest.raises(ConfigError, match=r"texts/a\.md:2: not UTF-8"):
        read(house, '[boilerplates]\nfolder = "texts"')
    (house / "c.yml").write_bytes(b"x" * 1_000_001)
    with pytest.raises(ConfigError, match="longer than 1 MB"):
        read(house, '[contacts]\nfile = "c.yml"')
    with pytest.raises(ConfigError, match=r"cannot be read|no file"):
        read(house, '[contacts]\nfile = "a.toml/c.yml"', {"a.toml": ""})


def test_registries_of_examples() -> None:
    assert pretended({}, {}) == Registries()
    found = pretended(
        {"contacts": {"file": "missing.yml"}, "boilerplates": {"folder": "t"}}, {"t/a.md": "x", "u/b.md": "y"}
    )
    assert found.people == ()
    assert [one.id for one in found.boilerplates] == ["a"]
