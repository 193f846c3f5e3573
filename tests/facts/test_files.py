"""Links to files and headings: what is certainly broken, and what nobody can tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from presslint.engine import disk
from presslint.facts import Facts
from presslint.load import load, source_from_bytes
from presslint.model.outside import FileFact, Outside

Look = Callable[..., list[tuple[str, str, str]]]


@pytest.fixture
def look(tmp_path: Path) -> Look:
    """Return a function that resolves the links of a release among files that it lays on the disk."""

    def resolve(
        text: str, *files: str, path: str = "a.md", site: str = "", git: bool = True
    ) -> list[tuple[str, str, str]]:
        for name in (path, *files, *([".git/HEAD"] if git else [])):
            file = tmp_path / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("# Kopf\n\n## Termine 2026\n")
        source = source_from_bytes(text.encode(), str(tmp_path / path))
        outside = Outside(files=disk.files(str(tmp_path / site) if site else ""))
        facts = Facts(load(source, format="markdown"), outside=outside).of(FileFact)
        return [(fact.link.target, fact.problem, fact.meant) for fact in facts]

    return resolve


@pytest.mark.parametrize(
    "target",
    [
        "b.md",
        "./b.md",
        "bilder/x.png",
        "bilder//x.png",
        "bilder/x.png?v=2",
        "mein%20bild.png",
        "100%25.png",
        "../presse/bilder/x.png",
        "../README.md#termine-2026",
        "b.md#termine-2026",
        "b.md#top",
        "<mein bild.png>",
    ],
)
def test_what_is_there_is_fine(look: Look, target: str) -> None:
    files = ("presse/b.md", "presse/bilder/x.png", "presse/mein bild.png", "presse/100%.png", "README.md")
    found = look(f"[x]({target})", *files, path="presse/a.md")
    assert found
    assert {problem for _, problem, _ in found} == {""}


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("bilder/rathhaus.jpg", "bilder/rathaus.jpg"),
        ("bilder/strand.jpg", ""),
        ("bilder/rathaus.png", "bilder/rathaus.jpg"),
        ("2026-02-19-tour.md", "2026-02-20-tour.md"),
        ("2026-02-19-tour.md?x#y", "2026-02-20-tour.md?x#y"),
        ("./bilder/rathhaus.jpg", "./bilder/rathaus.jpg"),
        ("fehlt.pdf", ""),
    ],
)
def test_what_has_to_be_there_and_is_not_is_missing(look: Look, target: str, meant: str) -> None:
    files = ("bilder/rathaus.jpg", "2026-02-20-tour.md", "bericht.pdf")
    assert look(f"[x]({target})", *files) == [(target, "missing", meant)]


@pytest.mark.parametrize(
    ("target", "meant"),
    [
        ("Bilder/x.png", "bilder/x.png"),
        ("bilder/X.PNG", "bilder/x.png"),
        ("BERICHT.pdf#page=3", "Bericht.pdf#page=3"),
        ("bilder/gr%C3%9C%C3%9Fe.png", "bilder/gr%C3%BC%C3%9Fe.png"),
    ],
)
def test_capital_letters_count(look: Look, target: str, meant: str) -> None:
    assert look(f"![x]({target})", "bilder/x.png", "Bericht.pdf", "bilder/grüße.png") == [(target, "case", meant)]


def test_accents_in_another_form_do_not(look: Look) -> None:
    assert look("![x](bilder/gr\u00fc\u00dfe.png)", "bilder/gru\u0308\u00dfe.png") == [
        ("bilder/gr\u00fc\u00dfe.png", "", "")
    ]


@pytest.mark.parametrize(
    "target",
    [
        "fehlt/x.png",  # the tree is not here
        "bericht.pdf",  # no file of its kind lies here
        "fehlt.md",  # a text may have moved with its site
        "seite",
        "seite/",
        "seite.html",
        "..",
        "../",
        "../fehlt.png",
        "../../x.png",
        "bilder/x.png/y.png",
        "/bilder/fehlt.png",
        "/blog/2026/bericht/",
        "www.stadt-ahrenfeld.de/x.png",
        "stadt-ahrenfeld.de",
        "//cdn.stadt-ahrenfeld.de/x.png",
        "{{ url }}/x.png",
        "presse@stadt-ahrenfeld.de",
        "bilder\\fehlt.png",
        "file:bilder/fehlt.png",
        "?seite=2#x",
        "x" * 2000 + ".png",
        "bilder/%00.png",
    ],
)
def test_of_what_nothing_can_be_said_nothing_is(look: Look, target: str) -> None:
    assert look(f"[x]({target})", "bilder/x.png") == []


def test_a_text_is_missing_where_another_link_leads_to_one(look: Look) -> None:
    assert look("[x](fehlt.md) [y](b.md)", "b.md") == [("fehlt.md", "missing", ""), ("b.md", "", "")]


def test_out_of_a_repository_only_folders_of_their_own_tell(look: Look) -> None:
    text = "[a](bilder/fehlt.png) [b](fehlt.pdf) [c](2026-02-19-tour.md) [d](../x.png) [e](texte/fehlt.md)"
    files = ("bilder/x.png", "x.pdf", "2026-02-20-tour.md", "x.png", "texte/b.md")
    assert look(text, *files, git=False) == [("bilder/fehlt.png", "missing", "")]


@pytest.mark.parametrize("settings", ["hugo.toml", "_config.yml", "config.yaml", "astro.config.mjs", ".eleventy.js"])
def test_a_generator_reads_links_as_addresses(look: Look, settings: str) -> None:
    files = (settings, "bilder/x.png", "content/b.md")
    assert look("[a](../bilder/fehlt.png) [b](c.md)", *files, path="content/a.md") == []


def test_a_name_without_an_ending_tells_nothing_out_of_a_repository(look: Look) -> None:
    assert look("[x](Copyright)", "copyright", git=False) == []
    assert look("[x](Copyright)", "copyright") == [("Copyright", "case", "copyright")]


def test_a_site_root_makes_paths_from_the_root_certain(look: Look) -> None:
    text = "![a](/img/x.png) ![b](/img/fehlt.png) ![c](/Img/x.png) ![d](/fehlt/x.png) [e](/blog/) [f](/blog)"
    assert look(text, "hugo.toml", "static/img/x.png", path="content/a.md", site="static") == [
        ("/img/x.png", "", ""),
        ("/img/fehlt.png", "missing", ""),
        ("/Img/x.png", "case", "/img/x.png"),
        ("/fehlt/x.png", "missing", ""),
    ]


def test_a_release_does_not_look_outside_of_its_repository(look: Look, tmp_path: Path) -> None:
    (tmp_path / "geheim.png").write_text("")
    assert (
        look("[x](../../geheim.png) [y](../../gehein.png)", "repo/.git/HEAD", path="repo/presse/a.md", git=False) == []
    )


def test_files_whose_ending_is_a_domain_are_files(look: Look) -> None:
    assert look("[x](tour.md) [y](Archiv.zip)", "tour.md", "archiv.zip") == [
        ("tour.md", "", ""),
        ("Archiv.zip", "case", "archiv.zip"),
    ]


HEADINGS = """# Kopf

{links}

## Fördermittel & Zahlen

Termine
-------

<a name="anfahrt"></a> <span id='karte'></span>

### Team {{#leute}}

### DIN 5008: Telefonnummern

### liste[x](y)
"""


def anchors_of(look: Look, *targets: str) -> dict[str, str]:
    text = HEADINGS.format(links=" ".join(f"[x]({target})" for target in targets))
    return {target: problem for target, problem, _ in look(text)}


@pytest.mark.parametrize(
    "target",
    [
        *("#fördermittel--zahlen", "#foerdermittel-zahlen", "#fordermittel-zahlen", "#frdermittel--zahlen"),
        *("#f%C3%B6rdermittel-zahlen", "#termine", "#Termine", "#termine-1", "#anfahrt", "#karte", "#leute", "#kopf"),
        *("#termine_1", "#DIN-5008", "#din-5008-telefonnummern", "#liste-x-y"),
    ],
)
def test_anchors_of_all_programs_are_known(look: Look, target: str) -> None:
    assert anchors_of(look, target) == {target: ""}


@pytest.mark.parametrize("target", ["#termin", "#anfart", "#foerdermitel-zahlen"])
def test_an_anchor_that_is_almost_there_is_broken(look: Look, target: str) -> None:
    assert anchors_of(look, target) == {target: "anchor"}


def test_any_other_is_where_the_release_uses_anchors(look: Look) -> None:
    assert anchors_of(look, "#presse") == {}
    assert anchors_of(look, "#presse", "#termine") == {"#presse": "anchor", "#termine": ""}


@pytest.mark.parametrize("target", ["#top", "#fn1", "#_ftn1", "#!/x", "#/x", "#page=3", "#:~:text=a", "#", "#-"])
def test_anchors_of_programs_are_left_alone(look: Look, target: str) -> None:
    assert anchors_of(look, target, "#termine").get(target, "") == ""


def test_without_a_heading_no_anchor_is_broken(look: Look) -> None:
    assert look("[x](#termine)") == []


def test_a_text_without_a_place_has_its_own_headings_alone() -> None:
    release = load(source_from_bytes(b"# Termine\n\n[x](b.png) [y](#termine) [z](#termin)", "-"), format="markdown")
    for outside in (Outside(), Outside(files=disk.files())):
        facts = Facts(release, outside=outside).of(FileFact)
        assert [(fact.link.target, fact.problem) for fact in facts] == [("#termine", ""), ("#termin", "anchor")]


def test_a_thousand_broken_links_take_no_time(look: Look) -> None:
    text = "# Kopf\n\n" + "\n\n".join(
        f"## Kapitel {number}\n\n[x](#kapitl-{number}) [y](k{number}.png)" for number in range(900)
    )
    assert len(look(text, *(f"kk{number}.png" for number in range(50)))) >= 900


def test_what_cannot_be_read_is_not_there(tmp_path: Path) -> None:
    files = disk.files()
    assert files.names(str(tmp_path / "x")) is None
    assert files.names("a\0b") is None
    assert files.text(str(tmp_path)) is None
    assert files.place("-") is None
    assert files.root("/") is None
