"""Invented releases with planted faults, saved in every format that presslint reads.

LibreOffice writes DOCX, ODT and PDF, the standard library all others: none of presslint's own code takes part.
"""

import html
import json
import random
import subprocess
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from typing import NamedTuple
from xml.etree import ElementTree as ET

OFFICE = ("docx", "odt", "pdf")
_SPACE = "http://iptc.org/std/nar/2006-10-01/"
_PAGE = "http://www.w3.org/1999/xhtml"

_PLAIN = (
    "Die Bibliothek am Markt öffnet nach zwei Jahren Umbau wieder ihre Türen für alle Leserinnen und Leser.",
    "„Wir haben jedes Regal neu geplant“, sagte die Leiterin Petra Hollmann bei der Übergabe der Schlüssel.",
    "Auf zwei Etagen stehen Bücher für Kinder & Erwachsene, dazu kommt ein Saal für Lesungen und Konzerte.",
    "Die Stadt Ahrenfeld hat für den Umbau rund 3,4 Millionen Euro ausgegeben, davon trägt das Land die Hälfte.",
    "Im Café gibt es Kuchen aus der Region, und die Terrasse <am Fluss> ist bis in den Abend geöffnet.",
    "Vereine dürfen den Saal nach Absprache kostenlos nutzen; die Schlüssel gibt es an der Theke.",
)
# what stands between ⟦ and ⟧ must be reported, or a part of it
_FAULTS = (
    "Die erste Führung ist am ⟦Montag⟧, 4. März 2026, um {hour} Uhr.",
    "Die Anmeldung für Gruppe {number} endet am ⟦31. April 2026⟧.",
    "Der Saal hat ⟦XX⟧ Plätze, und {number} davon sind fest bestuhlt.",
    "Die Zahl der Bücher ⟦(bitte prüfen!)⟧ liegt bei {number}.",
    "Die Ausstellung {number} läuft vom ⟦12. bis 8. Mai 2026⟧ im Foyer.",
    "Der Plan für Haus {number} steht auf ⟦http://www.stadt-ahrenfeld.de/plan{number}⟧ bereit.",
    "Karten gibt es unter https://www.stadt-ahrenfeld.de/karten/{number}?⟦utm_source=post⟧ im Netz.",
    "Fragen zu Raum {number} beantwortet ⟦raum{number}@stadt-ahrenfeld..de⟧ gern.",
    "Das Angebot {number} ist ⟦fÃ¼r⟧ alle da, die lesen.",
    "Auch die ⟦Bu\u0308cher⟧ aus Raum {number} sind wieder da.",
    "Mehr sagt die Seite von Haus {number}: ⟦https://bit.ly/haus{number}⟧ zeigt Bilder.",
    "Der Eintritt am {hour}. Juni kostet {number} Euro, sagt Frau ⟦[Name]⟧ vom Verein.",
)


class Invented(NamedTuple):
    """A release: its headline, its paragraphs with faults, the cells of a table, its contact, and the faults."""

    name: str
    headline: str
    paragraphs: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]
    contact: tuple[str, ...]
    planted: tuple[str, ...]


def invent(chance: random.Random, number: int) -> Invented:
    """Return one release with a handful of faults."""
    faults = [_filled(fault, chance) for fault in chance.sample(_FAULTS, 6)]
    bare = [fault.replace("⟦", "").replace("⟧", "") for fault in faults]
    paragraphs = [" ".join((chance.choice(_PLAIN), fault, chance.choice(_PLAIN))) for fault in bare[:5]]
    phone = f"02381 17-{chance.randrange(1000, 9999)}"
    return Invented(
        name=f"{number:03}",
        headline=f"Bibliothek {number} öffnet im März",
        paragraphs=("Ahrenfeld, 2. März 2026. " + chance.choice(_PLAIN), *paragraphs),
        cells=(("Öffnungszeiten", "dienstags bis samstags"), ("Hinweis", bare[5])),
        contact=("Petra Hollmann", f"Telefon: {phone}", f"Fax: {phone}", "E-Mail: presse@stadt-ahrenfeld.de"),
        planted=(*(fault.partition("⟦")[2].partition("⟧")[0] for fault in faults), phone),
    )


def _filled(fault: str, chance: random.Random) -> str:
    return fault.replace("{number}", str(chance.randrange(10, 99))).replace("{hour}", str(chance.randrange(10, 19)))


def page(release: Invented) -> str:
    """Return the release as an HTML page."""
    rows = "".join(f"<tr><td>{html.escape(one)}</td><td>{html.escape(two)}</td></tr>\n" for one, two in release.cells)
    return (
        '<!DOCTYPE html>\n<html lang="de">\n<head><meta charset="utf-8">\n'
        f"<title>{html.escape(release.headline)}</title></head>\n<body>\n<main>\n{_inner(release)}"
        f"<table>\n{rows}</table>\n<h2>Pressekontakt</h2>\n<p>{_contact(release)}</p>\n</main>\n</body>\n</html>\n"
    )


def _inner(release: Invented) -> str:
    paragraphs = "".join(f"<p>{html.escape(text)}</p>\n" for text in release.paragraphs)
    return f"<h1>{html.escape(release.headline)}</h1>\n{paragraphs}"


def _contact(release: Invented) -> str:
    return "<br>\n".join(html.escape(line) for line in release.contact)


def text(release: Invented) -> str:
    """Return the release as plain text."""
    cells = "\n\n".join(f"{one}: {two}" for one, two in release.cells)
    blocks = (release.headline, *release.paragraphs, cells, "Pressekontakt", "\n".join(release.contact))
    return "\n\n".join(blocks) + "\n"


def markdown(release: Invented) -> str:
    """Return the release as Markdown."""
    blocks = [f"# {release.headline}", *(_escaped(one) for one in release.paragraphs)]
    rows = [f"| {_escaped(one)} | {_escaped(two)} |" for one, two in release.cells]
    blocks.append("\n".join((rows[0], "| --- | --- |", *rows[1:])))
    blocks += ["## Pressekontakt", "  \n".join(release.contact)]
    return "\n\n".join(blocks) + "\n"


def _escaped(line: str) -> str:
    return line.replace("<", "\\<").replace("[", "\\[").replace("]", "\\]")


def mail(release: Invented) -> bytes:
    """Return the release as a mail, its text encoded as the mail library likes."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Presse <presse@stadt-ahrenfeld.de>"
    message["To"] = "Redaktion <redaktion@ahrenfelder-bote.de>"
    message["Subject"] = release.headline
    message["Date"] = "Mon, 02 Mar 2026 09:00:00 +0100"
    message.set_content(text(release), cte="quoted-printable" if int(release.name) % 2 else "base64")
    return message.as_bytes()


def ninjs(release: Invented) -> str:
    """Return the release as ninjs; every second one has all signs beyond ASCII escaped."""
    item = {
        "uri": f"https://www.stadt-ahrenfeld.de/presse/{release.name}",
        "type": "text",
        "language": "de",
        "versioncreated": "2026-03-02T09:00:00+01:00",
        "headline": release.headline,
        "body_text": text(release).partition("\n\n")[2],
    }
    return json.dumps(item, indent=2, ensure_ascii=int(release.name) % 2 == 0)


def newsml(release: Invented) -> str:
    """Return the release as a news item of NewsML-G2 with its text in XHTML."""
    ET.register_namespace("", _SPACE)
    item = ET.Element(f"{{{_SPACE}}}newsItem", guid=f"urn:newsml:{release.name}", version="1")
    item.attrib |= {"standard": "NewsML-G2", "standardversion": "2.33", "conformance": "power"}
    meta = ET.SubElement(item, f"{{{_SPACE}}}itemMeta")
    ET.SubElement(meta, f"{{{_SPACE}}}versionCreated").text = "2026-03-02T09:00:00+01:00"
    content = ET.SubElement(item, f"{{{_SPACE}}}contentMeta")
    ET.SubElement(content, f"{{{_SPACE}}}headline").text = release.headline
    inline = ET.SubElement(
        ET.SubElement(item, f"{{{_SPACE}}}contentSet"),
        f"{{{_SPACE}}}inlineXML",
        contenttype="application/xhtml+xml",
    )
    body = ET.SubElement(ET.SubElement(inline, f"{{{_PAGE}}}html"), f"{{{_PAGE}}}body")
    for line in (*release.paragraphs, *(" – ".join(row) for row in release.cells), *release.contact):
        ET.SubElement(body, f"{{{_PAGE}}}p").text = line
    return ET.tostring(item, encoding="unicode", xml_declaration=True)


def invented(count: int, seed: int) -> list[Invented]:
    """Return ``count`` releases, the same ones for a seed."""
    chance = random.Random(seed)
    return [invent(chance, number) for number in range(count)]


def save(folder: Path, releases: list[Invented], office: str | None) -> list[str]:
    """Write releases in all formats; return their suffixes. Without ``office``, LibreOffice, three are missing."""
    made = {"md": markdown, "txt": text, "html": page, "json": ninjs, "xml": newsml}
    for suffix, write in made.items():
        (folder / suffix).mkdir(parents=True)
        for release in releases:
            (folder / suffix / f"{release.name}.{suffix}").write_text(write(release), encoding="utf-8")
    (folder / "eml").mkdir()
    for release in releases:
        (folder / "eml" / f"{release.name}.eml").write_bytes(mail(release))
    if office is None:
        return [*made, "eml"]
    pages = [str(path) for path in sorted((folder / "html").iterdir())]
    _convert(office, folder, "odt", ["--infilter=HTML (StarWriter)", *pages])
    texts = [str(path) for path in sorted((folder / "odt").iterdir())]
    for suffix in ("docx", "pdf"):
        _convert(office, folder, suffix, texts)
    return [*made, "eml", *OFFICE]


def _convert(office: str, folder: Path, suffix: str, given: list[str]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = f"{suffix}:writer8" if suffix == "odt" else suffix
    command = [office, profile, "--headless", "--convert-to", target, "--outdir", str(folder / suffix), *given]
    subprocess.run(command, capture_output=True, check=True, timeout=600)
