"""Writes the invented releases in every format; ``python tests/conformance/saving.py`` makes what is checked in anew.

LibreOffice writes DOCX, ODT and PDF; markdown-it writes the HTML; the standard library writes the rest. None of
presslint's own code takes part.
"""

import html
import json
import re
import shutil
import subprocess
import sys
import tempfile
from email.message import EmailMessage
from email.policy import SMTP
from pathlib import Path
from xml.etree import ElementTree as ET

from markdown_it import MarkdownIt

HERE = Path(__file__).parent
SAVED = HERE / "saved"  # what LibreOffice wrote, for machines without it
OFFICE = ("odt", "docx", "pdf")
_SPACE = "http://iptc.org/std/nar/2006-10-01/"
# when the version was made: the day that the release says
VERSIONS = {
    "bridge": "2025-10-14T09:00:00+01:00",
    "feria": "2026-05-04T09:00:00+02:00",
    "fete": "2026-03-02T09:00:00+01:00",
    "hochwasser": "2025-01-14T09:00:00+01:00",
    "museum": "2026-05-05T09:00:00+02:00",
    "observatory": "2026-03-02T09:00:00-05:00",
    "sauber": "2025-11-03T09:00:00+01:00",
    "sperrfrist": "2026-02-12T09:00:00+01:00",
    "stadtbad": "2026-03-02T09:00:00+01:00",
    "vaccine": "2026-02-11T00:00:00+00:00",
}
_LANGUAGES = {"observatory": "en", "bridge": "en", "vaccine": "en", "fete": "fr", "feria": "es"}


def names() -> list[str]:
    """Return the names of all releases."""
    return sorted(path.stem for path in (HERE / "releases").glob("*.md"))


def markdown(name: str) -> str:
    """Return a release as it was written."""
    return (HERE / "releases" / f"{name}.md").read_text(encoding="utf-8")


def language(name: str) -> str:
    """Return the language of a release."""
    return _LANGUAGES.get(name, "de")


def headline(name: str) -> str:
    """Return the headline of a release."""
    return markdown(name).partition("\n")[0].removeprefix("# ")


def body(name: str) -> str:
    """Return a release as the body of a page."""
    return str(MarkdownIt("commonmark").enable("table").render(markdown(name)))


def page(name: str) -> str:
    """Return a release as a page."""
    return (
        f'<!DOCTYPE html>\n<html lang="{language(name)}">\n<head>\n<meta charset="utf-8">\n'
        f"<title>{html.escape(headline(name))}</title>\n</head>\n<body>\n<article>\n{body(name)}</article>\n"
        "</body>\n</html>\n"
    )


def text(name: str) -> str:
    """Return a release as plain text; a link whose text hides its address has the address behind it."""
    plain = re.sub(r"\[([^\]]*)\]\(([^)]*)\)", _link, markdown(name))
    plain = re.sub(r"^#+ |<br>$", "", plain, flags=re.MULTILINE)
    plain = re.sub(r"^\| -.*\n", "", plain, flags=re.MULTILINE)
    return re.sub(r"^\| (.*) \|$", lambda match: match[1].replace(" | ", ": "), plain, flags=re.MULTILINE)


def _link(match: re.Match[str]) -> str:
    return match[2]


def mail(name: str) -> bytes:
    """Return a release as a mail with a plain text and a page."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Presse <presse@stadt-ahrenfeld.de>"
    message["To"] = "Redaktion <redaktion@ahrenfelder-bote.de>"
    message["Subject"] = headline(name)
    message["Content-Language"] = language(name)
    message.set_content(text(name))
    message.add_alternative(page(name), subtype="html")
    return message.as_bytes()


def ninjs(name: str) -> str:
    """Return a release as ninjs 2.1."""
    item = {
        "uri": f"https://www.stadt-ahrenfeld.de/presse/{name}",
        "standard": {"name": "ninjs", "version": "2.1", "schema": "https://iptc.org/std/ninjs/ninjs-schema_2.1.json"},
        "type": "text",
        "language": language(name),
        "headlines": [{"role": "main", "value": headline(name)}],
        "bodies": [{"role": "main", "contenttype": "text/html", "value": _without_headline(name)}],
    }
    return json.dumps(item, indent=2, ensure_ascii=len(name) % 2 == 0)


def _without_headline(name: str) -> str:
    return body(name).partition("</h1>\n")[2]


def newsml(name: str) -> str:
    """Return a release as a news item of NewsML-G2."""
    ET.register_namespace("", _SPACE)
    item = ET.Element(f"{{{_SPACE}}}newsItem", guid=f"urn:newsml:{name}", version="1")
    item.attrib |= {"standard": "NewsML-G2", "standardversion": "2.33", "conformance": "power"}
    item.set("{http://www.w3.org/XML/1998/namespace}lang", language(name))
    for catalog in ("http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_40.xml",):
        ET.SubElement(item, f"{{{_SPACE}}}catalogRef", href=catalog)
    meta = ET.SubElement(item, f"{{{_SPACE}}}itemMeta")
    ET.SubElement(meta, f"{{{_SPACE}}}itemClass", qcode="ninat:text")
    ET.SubElement(meta, f"{{{_SPACE}}}provider", qcode="nprov:ahrenfeld")
    ET.SubElement(meta, f"{{{_SPACE}}}versionCreated").text = VERSIONS[name]
    content = ET.SubElement(item, f"{{{_SPACE}}}contentMeta")
    ET.SubElement(content, f"{{{_SPACE}}}headline").text = headline(name)
    ET.SubElement(content, f"{{{_SPACE}}}language").set("tag", language(name))
    inline = ET.SubElement(ET.SubElement(item, f"{{{_SPACE}}}contentSet"), f"{{{_SPACE}}}inlineXML")
    inline.set("contenttype", "application/xhtml+xml")
    whole = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{_without_headline(name)}</body></html>'
    inline.append(ET.fromstring(whole.replace("<br>", "<br/>")))  # noqa: S314 - written here
    return ET.tostring(item, encoding="unicode", xml_declaration=True)


def save(folder: Path) -> None:
    """Write all releases in the formats that need no other program, below ``folder``, a folder for each format."""
    for suffix, write in {"md": markdown, "txt": text, "html": page, "json": ninjs, "xml": newsml}.items():
        (folder / suffix).mkdir(parents=True, exist_ok=True)
        for name in names():
            (folder / suffix / f"{name}.{suffix}").write_text(write(name), encoding="utf-8")
    (folder / "eml").mkdir(exist_ok=True)
    for name in names():
        (folder / "eml" / f"{name}.eml").write_bytes(mail(name))


def save_office(folder: Path, office: str) -> None:
    """Have LibreOffice write all releases as ODT, DOCX and PDF below ``folder``, from the pages that are there."""
    given = sorted(str(path) for path in (folder / "html").iterdir())
    _convert(office, folder, "odt", ["--infilter=HTML (StarWriter)", *given])
    texts = sorted(str(path) for path in (folder / "odt").iterdir())
    for suffix in ("docx", "pdf"):
        _convert(office, folder, suffix, texts)


def _convert(office: str, folder: Path, suffix: str, given: list[str]) -> None:
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    target = "odt:writer8" if suffix == "odt" else suffix
    command = [office, profile, "--headless", "--convert-to", target, "--outdir", str(folder / suffix), *given]
    subprocess.run(command, capture_output=True, check=True, timeout=300)


def main() -> None:
    """Make what is checked in anew."""
    office = shutil.which("soffice")
    if office is None:
        sys.exit("soffice is not here")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        save(folder)
        save_office(folder, office)
        for suffix in OFFICE:
            shutil.rmtree(SAVED / suffix, ignore_errors=True)
            shutil.copytree(folder / suffix, SAVED / suffix)


if __name__ == "__main__":
    main()
