"""Documents that LibreOffice makes of a text here and now are read like that text."""

import shutil
import subprocess
from pathlib import Path

import pytest

from presslint.load import load, read_source

SOFFICE = shutil.which("soffice")
TEXT = """Presseinformation

Ahrenfeld, 2. April 2026

Stadtbad Ahrenfeld öffnet nach dem Umbau

Das Stadtbad Ahrenfeld öffnet am Dienstag, 14. April 2026, nach zwei Jahren Umbau wieder. Zur Eröffnung sprechen \
die Oberbürgermeisterin Petra Lindner und der Architekt Jonas Reuter.

„Das Bad gehört allen Menschen in dieser Stadt“, sagt Lindner. Der Eintritt ist am ersten Tag frei.

Pressekontakt:
Jana Wolters
Telefon: 0231 44556-0
E-Mail: presse@stadt-ahrenfeld.de
"""


pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the text, and a profile of LibreOffice that is set up once."""
    path = tmp_path_factory.mktemp("office")
    (path / "a.txt").write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.parametrize("format_", ["docx", "odt"])
def test_a_document_is_read_like_the_text_it_was_made_of(folder: Path, format_: str) -> None:
    command = [str(SOFFICE), f"-env:UserInstallation=file://{folder}/profile", "--headless"]
    command += ["--infilter=Text (encoded):UTF8", "--convert-to", format_, "--outdir", str(folder)]
    subprocess.run([*command, str(folder / "a.txt")], check=True, capture_output=True, timeout=120)
    made, text = load(read_source(folder / f"a.{format_}")), load(read_source(folder / "a.txt"))
    assert made.text == text.text
    assert made.blocks == text.blocks
    assert made.traces == ()
