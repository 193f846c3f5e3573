"""Invented releases of about 4 kB for measuring: ``python bench/make_corpus.py FOLDER [COUNT]``."""

import random
import sys
from datetime import date, timedelta
from pathlib import Path

MONTHS = (
    "Januar",
    "Februar",
    "März",
    "April",
    "Mai",
    "Juni",
    "Juli",
    "August",
    "September",
    "Oktober",
    "November",
    "Dezember",
)
DAYS = ("Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag")
SENTENCES = (
    "Der Park ersetzt eine Brache, auf der bis zur Jahrtausendwende Kohle umgeschlagen wurde.",
    "Anwohnerinnen und Anwohner haben die Wege in drei Werkstätten mitgeplant.",
    "„Wer am Wasser wohnt, soll auch ans Wasser kommen“, sagte Präsidentin Antje Vosskamp bei der Einweihung.",
    "Heute zählen 31 der 34 Uferabschnitte zu den öffentlichen Grünflächen.",
    "Für Pflege- und Wartungsarbeiten sind jährlich rund 80.000 Euro vorgesehen, davon trägt das Land 45.000 Euro.",
    "Auf dem zweiten Abschnitt stehen noch Lagerhallen, die im Lauf des Jahres zurückgebaut werden.",
    "Seit 2015 unterstützen Patinnen und Paten die Pflege der Beete am Nordufer.",
    "Die Eröffnung ist am {later}, der Eintritt ist frei; Einlass ist von 10 bis 18 Uhr.",
    "Bereits am {before} hatte der Stadtrat dem Bau mit 34 zu 11 Stimmen zugestimmt.",
    "Ob der Bestand an Weiden genügt, prüft das Amt bis Ende des Jahres.",
)


def written(day: date, *, weekday: bool) -> str:
    """Return a day in German words."""
    words = f"{day.day}. {MONTHS[day.month - 1]} {day.year}"
    return f"{DAYS[day.weekday()]}, {words}" if weekday else words


def release(chance: random.Random, number: int) -> str:
    """Return one release of about 4 kB in Markdown."""
    day = date(2020, 1, 1) + timedelta(days=chance.randrange(2200))
    paragraphs = []
    for _ in range(9):
        chosen = " ".join(chance.choice(SENTENCES) for _ in range(4))
        later = written(day + timedelta(days=chance.randrange(1, 60)), weekday=True)
        paragraphs.append(
            chosen.format(later=later, before=written(day - timedelta(days=chance.randrange(1, 300)), weekday=True))
        )
    body = "\n\n".join(paragraphs)
    return (
        f"## Presseinformation\n\n### Uferpark {number}: Präsidentin Vosskamp besucht den neuen Abschnitt\n\n"
        f"{written(day, weekday=False)}\n\n{body}\n\n"
        "Weitere Informationen: [www.stadtgruen-nordmark.de](https://www.stadtgruen-nordmark.de).\n\n"
        "### Pressekontakt\n\nMerle Tiedtke  \nTelefon: 0511 120-2417  \nFax: 0511 120-2249  \n"
        "E-Mail: [presse@stadtgruen-nordmark.de](mailto:presse@stadtgruen-nordmark.de)\n"
    )


def make(folder: Path, count: int, seed: int = 1) -> int:
    """Write ``count`` releases into ``folder``; return their size in bytes."""
    folder.mkdir(parents=True, exist_ok=True)
    chance = random.Random(seed)
    size = 0
    for number in range(count):
        data = release(chance, number).encode()
        (folder / f"{number:06}.md").write_bytes(data)
        size += len(data)
    return size


if __name__ == "__main__":
    made = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    print(f"{made} releases, {make(Path(sys.argv[1]), made) / made:.0f} bytes each")
