"""A repository of invented releases, its history in git, and faults to plant in it."""

import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from datetime import date, timedelta
from functools import partial
from pathlib import Path, PurePosixPath
from typing import NamedTuple

import pytest

TOPICS = (
    ("turnhalle", "Turnhalle wird saniert", "Gymnasium to be renovated"),
    ("baeder", "Bäder öffnen wieder", "Pools open again"),
    ("markt", "Wochenmarkt zieht um", "Weekly market moves"),
    ("busse", "Sechs neue Busse", "Six new buses"),
    ("baeume", "Bäume für den Marktplatz", "Trees for the market square"),
    ("archiv", "Stadtarchiv zeigt alte Karten", "Town archive shows old maps"),
    ("radweg", "Radweg an der Ahre fertig", "Cycle path along the Ahre finished"),
    ("kita", "Kindergarten bekommt Garten", "Kindergarten gets a garden"),
    ("theater", "Theater spielt im Freien", "Theatre plays in the open"),
    ("brunnen", "Brunnen sprudelt wieder", "Fountain runs again"),
)
MONTHS = "Januar Februar März April Mai Juni Juli August September Oktober November Dezember".split()  # noqa: SIM905
ENGLISH = "January February March April May June July August September October November December".split()  # noqa: SIM905
COUNT = 48
FIRST = date(2017, 1, 9)

CONFIG = """\
exclude = ["boilerplates"]

[numbers]
pattern = "Nr. {n}/{yyyy}"

[contacts]
file = "contacts.yml"

[boilerplates]
folder = "boilerplates"

[declared]
file = "facts.yml"

[repository]
history = true
"""
CONTACTS = """\
contacts:
  - name: Merle Tiedtke
    title: Pressesprecherin
    phone: 0211 837-2417
    email: merle.tiedtke@stadt-ahrenfeld.de
    valid_from: 2018-01-01
  - name: Jonas Wielandt
    title: Pressesprecher
    phone: 0211 837-2418
    email: jonas.wielandt@stadt-ahrenfeld.de
    valid_to: 2017-12-31
"""
FACTS = """\
facts:
  - id: stadt.recht
    value: "1352"
    patterns: ["hat seit {value} Stadtrecht", "a town since {value}"]
  - id: tour.beginn
    value: 2016-Q3
    patterns: ["im {value} begonnene* Tour", "tour that began in {value}"]
"""
OLD = "Die Stadt Ahrenfeld hat 41.200 Einwohner und liegt an der Ahre. Sie ist Sitz einer Hochschule."
NEW = "Die Stadt Ahrenfeld hat 42.600 Einwohner und liegt an der Ahre. Sie ist Sitz einer Hochschule."
ABOUT = "The town of Ahrenfeld lies on the river Ahre. It is the seat of a university of applied sciences."


class Release(NamedTuple):
    """One release as it is written; the number counts through its year."""

    number: int
    day: date
    slug: str
    title: str
    english: str
    position: int

    @property
    def path(self) -> str:
        ending = "de.md" if self.is_pair else "md"
        return f"presse/{self.day.year}/{self.day.isoformat()}-{self.slug}-{self.position}.{ending}"

    @property
    def translation(self) -> str:
        return self.path.replace(".de.md", ".en.md")

    @property
    def is_pair(self) -> bool:
        return self.position % 4 == 0


def releases() -> list[Release]:
    """Return all releases in their order."""
    found: list[Release] = []
    counts: dict[int, int] = {}
    for position in range(COUNT):
        day = FIRST + timedelta(days=position * 14)
        slug, title, english = TOPICS[position % len(TOPICS)]
        number = counts[day.year] = counts.get(day.year, 0) + 1
        found.append(
            Release(number, day, slug, f"{title}, Teil {position + 1}", f"{english}, part {position + 1}", position)
        )
    return found


def german(day: date) -> str:
    return f"{day.day}. {MONTHS[day.month - 1]} {day.year}"


def english(day: date) -> str:
    return f"{day.day} {ENGLISH[day.month - 1]} {day.year}"


def written(release: Release, before: Release | None) -> str:
    """Return a release in German, which refers to the one before it."""
    later = release.day + timedelta(days=20)
    name = "Merle Tiedtke" if release.day.year > 2017 else "Jonas Wielandt"
    title, extension = ("Pressesprecherin", "2417") if release.day.year > 2017 else ("Pressesprecher", "2418")
    reference = ""
    if before is not None:
        link = os.path.relpath(before.path, PurePosixPath(release.path).parent)
        reference = (
            f"Die Stadt hatte darüber in der Pressemitteilung Nr. {before.number}/{before.day.year} vom "
            f"{german(before.day)} berichtet ([zum Nachlesen]({link})).\n\n"
        )
    return (
        f"---\ntitle: {release.title}\ndate: {release.day.isoformat()}\nslug: {release.slug}-{release.position}\n"
        f"language: de\nstatus: published\n---\n\n"
        f"Pressemitteilung Nr. {release.number}/{release.day.year}\n\n# {release.title}\n\n{german(release.day)}\n\n"
        f"Die Stadt Ahrenfeld kommt mit dem Vorhaben voran. Am {german(later)} um 10 Uhr sind alle eingeladen, die es "
        f"sehen wollen. Bisher haben {release.position * 7 + 120} Menschen geholfen, und der Rat hat "
        f"{release.position + 21},5 Prozent der Kosten übernommen.\n\n{reference}"
        f"Die Bürgermeisterin setzt ihre im Sommer 2016 begonnene Tour fort. Ahrenfeld hat seit 1352 Stadtrecht.\n\n"
        f"## Über Ahrenfeld\n\n{NEW if release.day.year > 2017 else OLD}\n\n"
        f"## Pressekontakt\n\n{name}, {title}  \nTelefon: 0211 837-{extension}  \n"
        f"E-Mail: {name.lower().replace(' ', '.')}@stadt-ahrenfeld.de\n"
    )


def translated(release: Release) -> str:
    """Return a release in English."""
    later = release.day + timedelta(days=20)
    return (
        f"---\ntitle: {release.english}\ndate: {release.day.isoformat()}\nslug: {release.slug}-{release.position}\n"
        f"language: en\nstatus: published\n---\n\n"
        f"Press release Nr. {release.number}/{release.day.year}\n\n# {release.english}\n\n{english(release.day)}\n\n"
        f"The town of Ahrenfeld is making good progress with its plan. On {english(later)} at 10 a.m. all who want to "
        f"see it are invited. So far {release.position * 7 + 120} people have helped, and the council has paid "
        f"{release.position + 21}.5 per cent of the costs.\n\n"
        f"The mayor goes on with the tour that began in summer 2016. Ahrenfeld has been a town since 1352.\n\n"
        f"## About Ahrenfeld\n\n{ABOUT}\n\n"
        f"## Press contact\n\nMerle Tiedtke  \nPhone: +49 211 837-2417  \nEmail: merle.tiedtke@stadt-ahrenfeld.de\n"
        if release.day.year > 2017
        else (
            f"---\ntitle: {release.english}\ndate: {release.day.isoformat()}\nslug: {release.slug}-{release.position}\n"
            f"language: en\nstatus: published\n---\n\n"
            f"Press release Nr. {release.number}/{release.day.year}\n\n# {release.english}\n\n"
            f"{english(release.day)}\n\nThe town of Ahrenfeld is making good progress. On {english(later)} "
            f"at 10 a.m. all are invited. So far {release.position * 7 + 120} people have helped, and the council has "
            f"paid {release.position + 21}.5 per cent of the costs.\n\n"
            f"## Press contact\n\nJonas Wielandt  \nPhone: +49 211 837-2418  \n"
            f"Email: jonas.wielandt@stadt-ahrenfeld.de\n"
        )
    )


def clean() -> dict[str, str]:
    """Return the texts of a repository without a fault, by path."""
    texts = {
        "presslint.toml": CONFIG,
        "contacts.yml": CONTACTS,
        "facts.yml": FACTS,
        "boilerplates/alt.de.md": f"---\nid: ahrenfeld\nlanguage: de\nvalid_to: 2017-12-31\n---\n{OLD}\n",
        "boilerplates/neu.de.md": f"---\nid: ahrenfeld\nlanguage: de\nvalid_from: 2018-01-01\n---\n{NEW}\n",
        "boilerplates/ahrenfeld.en.md": f"{ABOUT}\n",
    }
    before: Release | None = None
    for release in releases():
        texts[release.path] = written(release, before)
        if release.is_pair:
            texts[release.translation] = translated(release)
        before = release
    return texts


class Fault(NamedTuple):
    """Something wrong: what it is, what it does to the texts, and the finding: rule, file, severity.

    ``others`` are findings that follow from it.
    """

    name: str
    plant: Callable[[dict[str, str]], None]
    finding: tuple[str, str, str]
    others: tuple[tuple[str, str, str], ...] = ()


def _swap(texts: dict[str, str], path: str, old: str, new: str) -> None:
    assert texts[path].count(old) >= 1, (path, old)
    texts[path] = texts[path].replace(old, new, 1)


def _move(texts: dict[str, str], path: str, target: str) -> None:
    """Move a file with the links that lead to it, and its own."""
    old, new = PurePosixPath(path), PurePosixPath(target)
    text = texts.pop(path)
    if old.parent != new.parent:
        text = text.replace("](", f"](../{old.parent.name}/")
    texts[target] = text
    for other, text in list(texts.items()):
        beside = new.name if new.parent == old.parent else f"../{new.parent.name}/{new.name}"
        if PurePosixPath(other).parent == old.parent:
            texts[other] = text.replace(f"]({old.name})", f"]({beside})")


def _in(position: int, old: str, new: str, *, translation: bool = False) -> Callable[[dict[str, str]], None]:
    """Return what writes something else into one release, or into its translation."""
    release = releases()[position]
    return partial(_swap, path=release.translation if translation else release.path, old=old, new=new)


def _told(position: int, rule: str, severity: str, *, translation: bool = False) -> tuple[str, str, str]:
    release = releases()[position]
    return (rule, release.translation if translation else release.path, severity)


def _number(one: Release) -> str:
    return f"Nr. {one.number}/{one.day.year}\n"


def faults() -> list[Fault]:
    """Return faults that can all be planted at once: each is in a release of its own."""
    return [*_outside(), *_inside(), *_translations()]


def _outside() -> list[Fault]:
    """Return faults of numbers, folders, slugs and file names."""
    all_ = releases()
    moved = all_[30].path.replace("/2018/", "/2017/")
    renamed = all_[33].path.replace(all_[33].day.isoformat(), "2018-03-08")
    # the number is one of that year already, and is missing in its own
    consequences = (_told(45, "REP001", "error"), _told(46, "REP001", "info"), _told(46, "REP008", "warning"))
    return [
        Fault("number twice", _in(47, _number(all_[47]), _number(all_[46])), _told(47, "REP001", "error")),
        Fault(
            "number of another year",
            _in(45, f"/{all_[45].day.year}\n", "/2017\n"),
            _told(45, "REP002", "error"),
            consequences,
        ),
        Fault("folder of another year", partial(_move, path=all_[30].path, target=moved), ("REP002", moved, "error")),
        Fault(
            "slug twice",
            _in(43, f"slug: {all_[43].slug}-43", f"slug: {all_[41].slug}-41"),
            _told(43, "REP003", "warning"),
        ),
        Fault(
            "file name of another day",
            partial(_move, path=all_[33].path, target=renamed),
            ("REP004", renamed, "warning"),
        ),
    ]


def _inside() -> list[Fault]:
    """Return faults of contacts, boilerplates, references and facts."""
    all_ = releases()
    return [
        Fault("digits of a number swapped", _in(35, "0211 837-2417", "0211 837-2471"), _told(35, "REP006", "warning")),
        Fault(
            "contact who has left",
            _in(37, "Merle Tiedtke, Pressesprecherin", "Jonas Wielandt, Pressesprecher"),
            _told(37, "REP006", "error"),
        ),
        Fault("boilerplate of last year", _in(39, NEW, OLD), _told(39, "REP007", "warning")),
        Fault(
            "link to a renamed file",
            _in(27, f"-{all_[26].slug}-26.md", f"-{all_[26].slug}-62.md"),
            _told(27, "REP008", "error"),
        ),
        Fault(
            "day of another release",
            _in(29, f"vom {german(all_[28].day)}", f"vom {german(all_[28].day + timedelta(days=1))}"),
            _told(29, "REP008", "error"),
        ),
        Fault("declared fact told otherwise", _in(31, "Sommer 2016", "Herbst 2016"), _told(31, "REP009", "warning")),
        Fault("founding year told otherwise", _in(34, "seit 1352", "seit 1325"), _told(34, "REP009", "warning")),
    ]


def _translations() -> list[Fault]:
    """Return faults of translations."""
    later = releases()[8].day + timedelta(days=20)
    return [
        Fault(
            "another hour in the translation",
            _in(4, "10 a.m.", "11 a.m.", translation=True),
            _told(4, "REP005", "error", translation=True),
        ),
        Fault(
            "another day in the translation",
            _in(8, english(later), english(later + timedelta(days=1)), translation=True),
            _told(8, "REP005", "error", translation=True),
        ),
        Fault(
            "another share in the translation",
            _in(12, "33.5 per cent", "35.5 per cent", translation=True),
            _told(12, "REP005", "error", translation=True),
        ),
    ]


def silent() -> tuple[str, str, str]:
    """Return the file that is changed after it came out, and what becomes of what."""
    release = releases()[10]
    return release.path, f"{release.position + 21},5 Prozent", "13,5 Prozent"


def write(folder: Path, texts: Mapping[str, str]) -> None:
    """Write texts into a folder."""
    for path, text in texts.items():
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8")


def commit(folder: Path, day: date, subject: str) -> None:
    """Commit everything in a folder as on a day."""
    stamp = f"{day.isoformat()}T12:00:00+01:00"
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("GIT_")},
        "GIT_AUTHOR_DATE": stamp,
        "GIT_COMMITTER_DATE": stamp,
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_AUTHOR_NAME": "a",
        "GIT_AUTHOR_EMAIL": "a@b.de",
        "GIT_COMMITTER_NAME": "a",
        "GIT_COMMITTER_EMAIL": "a@b.de",
        "GIT_CONFIG_SYSTEM": os.devnull,
    }
    for command in (["add", "-A"], ["commit", "-q", "--allow-empty", "-m", subject]):
        subprocess.run(["git", *command], cwd=folder, env=environment, check=True)


def build(folder: Path, texts: Mapping[str, str]) -> None:
    """Make a repository whose releases were committed on their days, two weeks at a time."""
    folder.mkdir(parents=True, exist_ok=True)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    names = {path: path.rpartition("/")[2][:10] for path in texts if path.startswith("presse/")}
    write(folder, {path: text for path, text in texts.items() if path not in names})
    commit(folder, FIRST - timedelta(days=1), "Settings")
    for day in sorted(set(names.values())):
        write(folder, {path: texts[path] for path, name in names.items() if name == day})
        commit(folder, date.fromisoformat(day), f"Releases of {day}")


needs_git = pytest.mark.skipif(shutil.which("git") is None, reason="git is not installed")
