"""Which parts of a mail are its text, and which are attached to it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from presslint.errors import LoadError
from presslint.load.mail_parts import Part, content
from presslint.text.lazy import regex

_READ = ("text/plain", "text/html")
_SIGNATURES = frozenset(("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"))
_SEALED = frozenset(("application/pkcs7-mime", "application/x-pkcs7-mime"))
_OUTLOOK = frozenset(("application/ms-tnef", "application/vnd.ms-tnef"))


class Choice(NamedTuple):
    """The texts that a reader sees one after another, the plain text beside them, and what is attached."""

    texts: tuple[Part, ...]
    other: Part | None
    attached: tuple[Part, ...]


def choose(data: bytes, mail: Part) -> Choice:
    """Return the text and the attachments of a mail. Raises LoadError where the text cannot be read at all."""
    chooser = _Chooser()
    chooser.take(mail)
    texts = [part for part in chooser.texts if content(data, part).strip()]
    if not texts and not any(part.kind == "message/rfc822" for part in chooser.attached):
        _refuse(mail)
    return Choice(tuple(texts), chooser.other, tuple(chooser.attached))


class _Chooser:
    def __init__(self) -> None:
        self.texts: list[Part] = []
        self.attached: list[Part] = []
        self.other: Part | None = None

    def take(self, part: Part) -> None:
        kind = part.kind
        if kind == "multipart/alternative":
            self._alternative(part)
        elif kind == "multipart/related":
            self._related(part)
        elif kind == "multipart/signed":
            for inside in part.inside[:1]:
                self.take(inside)
        elif part.inside:
            for inside in part.inside if kind != "multipart/encrypted" else ():
                self.take(inside)
        elif kind in _SIGNATURES:
            return
        elif kind in _READ and not part.attached:
            self.texts.append(part)
        elif part.attached or kind == "message/rfc822" or not kind.startswith(("text/", "multipart/", "image/")):
            self.attached.append(part)

    def _alternative(self, part: Part) -> None:
        """Take what a mail program shows: the richest form that is read here, which stands last (RFC 2046, 5.1.4)."""
        shown = None
        for inside in part.inside:
            kinds = {one.kind for one in inside.walk() if not one.attached}
            if "text/html" in kinds or ("text/plain" in kinds and shown is None):
                shown = inside
            elif "text/plain" not in kinds and not kinds <= {"text/calendar", "text/x-amp-html", "text/enriched"}:
                self.attached += [one for one in inside.walk() if one.attached]
        if shown is None:
            return
        plain = next((one for one in part.inside if one is not shown and one.kind == "text/plain"), None)
        self.other = self.other or plain
        self.take(shown)

    def _related(self, part: Part) -> None:
        """Take the root, and what is attached beside it: pictures are part of the page."""
        start = part.parameter("start")
        root = next((one for one in part.inside if start and one.raw("content-id").lower() == start), None)
        root = root or next(iter(part.inside), None)
        if root is not None:
            self.take(root)
        for inside in part.inside:
            if inside is not root and not inside.kind.startswith("image/"):
                if inside.inside:
                    self.take(inside)
                elif inside.attached:
                    self.attached.append(inside)


def _refuse(mail: Part) -> None:
    """Raise LoadError where a mail keeps its text closed."""
    kinds = {part.kind for part in mail.walk()}
    if "multipart/encrypted" in kinds:
        raise LoadError(
            "the mail is encrypted (PGP): save its text decrypted",
            "die E-Mail ist verschlüsselt (PGP): den Text entschlüsselt speichern",
        )
    sealed = next((part for part in mail.walk() if part.kind in _SEALED), None)
    if sealed is not None:
        if sealed.parameter("smime-type") == "signed-data":
            raise LoadError(
                "the mail is wrapped in its signature (S/MIME): save its text without it",
                "die E-Mail ist in ihre Signatur verpackt (S/MIME): den Text ohne sie speichern",
            )
        raise LoadError(
            "the mail is encrypted (S/MIME): save its text decrypted",
            "die E-Mail ist verschlüsselt (S/MIME): den Text entschlüsselt speichern",
        )
    named = any(part.filename.lower() == "winmail.dat" for part in mail.walk())
    if named or not _OUTLOOK.isdisjoint(kinds):
        raise LoadError(
            "the text is in winmail.dat, which only Outlook reads: send it as HTML or plain text",
            "der Text steckt in winmail.dat, die nur Outlook liest: als HTML oder Nur-Text senden",
        )


# words of a covering letter that lead to what is attached, in the ten languages
_LEADS = regex(
    r"\b(?:anbei|anliegend|im anhang|in der anlage|als anlage|anhängend|angehängt|beigefügt|beiliegend|"
    r"attached|enclosed|attachment|ci-joint|pièce jointe|en annexe|adjunt[oa]s?|adjuntamos|archivo adjunto|"
    r"in allegato|allegat[oai]|"
    r"bijgevoegd|bijlage|als bijlage|w załączniku|w załączeniu|załącznik|bifogad|bifogat|bifogar|bilaga|"
    r"vedhæftet|vedlagt|em anexo|anexamos|segue anexo)",
    re.IGNORECASE,
)
_RELEASES = regex(
    r"(?:^|[^a-zäöü])(?:pm|pi|mm|pr|ots)(?:$|[^a-zäöü])|presse|press|release|mitteilung|medieninfo|communiqu|comunicado|"
    r"comunicato|persbericht|pressemeddelelse|pressmeddelande|nota[-_ ]de[-_ ]|komunikat|statement|sperrfrist|embargo",
    re.IGNORECASE,
)
_OTHERS = regex(
    r"lebenslauf|curriculum|(?:^|[^a-z])(?:cv|vita|agb|bio)(?:$|[^a-z])|biogra[fp]|programm|flyer|plakat|poster|formular|"
    r"anmeld|registration|fact[-_ ]?sheet|faktenblatt|hintergrund|background|preis|price|logo|datenschutz|privacy|"
    r"impressum|"
    r"anfahrt|wegbeschreibung|bildunterschrift|caption|zitate|quotes|rechnung|invoice|studie|study|bericht(?!.*presse)|"
    r"report|akkredit|tagesordnung|agenda|verteiler|signature|visitenkarte",
    re.IGNORECASE,
)
_SUFFIXES = (".docx", ".docm", ".odt", ".pdf", ".html", ".htm", ".txt", ".md", ".eml", ".doc", ".rtf", ".json", ".xml")
_KINDS = {
    "application/pdf": ".pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "application/msword": ".doc",
    "text/html": ".html",
    "text/plain": ".txt",
    "text/markdown": ".md",
    "message/rfc822": ".eml",
}
_NOTE, _LETTER = 300, 1500  # characters


def name_of(part: Part, number: int) -> str:
    """Return a name to show for an attachment: without a path, control characters, and marks that turn writing around.

    One without a name is called after its number, from 1, and its kind.
    """
    name = part.filename.replace("\\", "/").rpartition("/")[2]
    name = "".join(sign for sign in name if sign.isprintable() and sign not in ':*?"<>|').strip(" .")[:120]
    suffix = _KINDS.get(part.kind, "")
    if not name or name in ("-", "~"):
        return f"part-{number}{suffix or '.bin'}"
    if suffix and "." not in name:
        return name + suffix
    return name


def releases(attached: Sequence[Part], *, covered: bool) -> list[tuple[int, str]]:
    """Return the attachments that can be releases, as index and name.

    ``covered`` says that the mail is a letter around them: then any text document is one unless its name says
    otherwise. Beside a mail that is a release itself only those count that are called so.
    """
    found = []
    for number, part in enumerate(attached):
        name = name_of(part, number + 1)
        if not name.lower().endswith(_SUFFIXES):
            continue
        called = _RELEASES.search(name) is not None
        if called or (covered and _OTHERS.search(name) is None):
            found.append((number, name))
    return found


def is_cover(text: str) -> bool:
    """Tell whether the text of a mail that has a release attached is a letter around it."""
    return len(text) <= _NOTE or (len(text) <= _LETTER and _LEADS.search(text) is not None)
