"""Mail: its text as a mail program shows it, its header as metadata, and what is attached.

Text and HTML are read by the loaders of these formats. The text that lines are counted in is the plain text as it was
written; of HTML it is the text that is shown, paragraph by paragraph.
"""

from presslint.errors import LoadError
from presslint.load import mail_choice as choice
from presslint.load import plain
from presslint.load.mail_parts import Decoded, Part, read_mail, text_of
from presslint.model.house import House
from presslint.model.release import Field, FieldOrigin, Note, Release, Trace, TraceKind, Zone
from presslint.model.source import Source
from presslint.text.lazy import regex
from presslint.text.sourcemap import Segment, TextView
from presslint.text.span import SourceSpan

# header fields that say something of the release, and the release field that they are evidence of
_HEADERS = {
    "Subject": "subject",
    "Date": "sent",
    "From": "from",
    "Reply-To": "reply-to",
    "To": "to",
    "Cc": "cc",
    "Sender": "sender",
    "Organization": "issuer",
    "Content-Language": "language",
    "Expires": "expires",
    "Keywords": "keywords",
}
_CLOSED = regex(r"-----BEGIN PGP MESSAGE-----")
_SIGNED = regex(r"\A\s{0,20}-----BEGIN PGP SIGNED MESSAGE-----\r?\n(?:[\w-]{1,30}: [^\n]{0,200}\n){0,5}\r?\n", 0)
_SIGNATURE = regex(r"-----BEGIN PGP SIGNATURE-----[^-]{0,20000}-----END PGP SIGNATURE-----\s*\Z")


def load(source: Source, house: House) -> Release:
    """Read a mail. Raises LoadError where it is none, or its text is encrypted, missing, or in winmail.dat."""
    data = source.data
    mail = read_mail(data)
    chosen = choice.choose(data, mail)
    texts = [(part, text_of(data, part)) for part in chosen.texts]
    try:
        release = _read(source, house, texts)
    except LoadError:
        if chosen.other is None:
            raise
        # HTML that is nothing but pictures: readers who do not load them see the plain text
        texts = [(chosen.other, text_of(data, chosen.other))]
        release = _read(source, house, texts)
    covered = choice.is_cover(release.text)
    attached = choice.releases(chosen.attached, covered=covered)
    cover = bool(attached) and covered
    if not chosen.texts and not attached:
        raise _no_text()
    return release._replace(
        format="eml",
        fields=_fields(mail, titled=not cover and all(block.zone is not Zone.HEADLINE for block in release.blocks)),
        notes=tuple(_notes(texts)),
        traces=release.traces + tuple(_trace(part, number) for number, part in enumerate(chosen.attached, 1)),
        cover=cover,
        other=_written(chosen.other, text_of(data, chosen.other)) if chosen.other is not None else "",
    )


def _no_text() -> LoadError:
    return LoadError(
        "the mail has no text, and nothing attached that could be a release: there is nothing to check",
        "die E-Mail hat keinen Text und keinen Anhang, der eine Mitteilung sein könnte: es gibt nichts zu prüfen",
    )


def attachments(source: Source) -> list[tuple[str, Part]]:
    """Return the attachments of a mail that can be releases, with names to show. Raises LoadError."""
    data = source.data
    chosen = choice.choose(data, read_mail(data))
    shown = "".join(text_of(data, part).text for part in chosen.texts)
    if any(part.kind == "text/html" for part in chosen.texts):
        shown = _read(source, House(), [(part, text_of(data, part)) for part in chosen.texts]).text
    found = choice.releases(chosen.attached, covered=choice.is_cover(shown.strip()))
    return [(name, chosen.attached[number]) for number, name in found]


def _read(source: Source, house: House, texts: list[tuple[Part, Decoded]]) -> Release:
    if len(texts) == 1 and texts[0][0].kind != "text/html":
        return _plain(source, house, _written(*texts[0]))
    shown = [_shown(source, house, part, decoded) for part, decoded in texts]
    if len(shown) == 1:
        return shown[0]
    return _plain(source, house, "\n\n".join(release.text for release in shown))


def _shown(source: Source, house: House, part: Part, decoded: Decoded) -> Release:
    if part.kind == "text/html":
        from presslint.load.html import load as load_html  # noqa: PLC0415 - many mails are plain text

        return _flattened(load_html(source._replace(text=decoded.text, encoding=decoded.encoding), house), source)
    return _plain(source, house, _written(part, decoded))


def _plain(source: Source, house: House, text: str) -> Release:
    if _CLOSED.search(text):
        raise LoadError(
            "the text of the mail is encrypted (PGP): save it decrypted",
            "der Text der E-Mail ist verschlüsselt (PGP): entschlüsselt speichern",
        )
    if text.lstrip().startswith("-----BEGIN PGP SIGNED"):
        text = _SIGNATURE.sub("", _SIGNED.sub("", text))
    text = text.replace("\0", "\ufffd")
    return plain.load(source._replace(text=text, encoding="utf-8", derived=True), house)


def _flattened(release: Release, source: Source) -> Release:
    """Return a release whose text is what is shown of it: tags have no lines that a reader could count."""
    text = release.text
    segments = (Segment(0, 0, len(text), len(text), verbatim=True),) if text else ()
    marks = tuple(
        mark._replace(at=SourceSpan(*mark.span), target_at=None)
        for mark in release.marks
        if not _is_inside(mark.target)
    )
    traces = tuple(trace._replace(at=_moved(trace.at, release.prose)) for trace in release.traces)
    return release._replace(
        source=source._replace(text=text, encoding="utf-8", newline="\n", derived=True),
        prose=TextView(text, segments, text),
        marks=marks,
        traces=traces,
    )


def _is_inside(target: str) -> bool:
    """Tell whether an address is that of another part of the mail (RFC 2392), such as a picture that is sent along."""
    return target[:4].lower() in ("cid:", "mid:")


def _moved(at: SourceSpan | None, prose: TextView) -> SourceSpan | None:
    shown = prose.to_view(at) if at is not None else None
    return SourceSpan(*shown) if shown is not None else None


def _written(part: Part, decoded: Decoded) -> str:
    """Return a plain text with its soft line ends taken back (RFC 3676), and one kind of line end."""
    text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
    if part.parameter("format") == "flowed":
        return _flowed(text, joined=part.parameter("delsp") == "yes")
    return text


def _flowed(text: str, *, joined: bool) -> str:
    parts: list[str] = []
    flows = False
    depth = 0
    for line in text.split("\n"):
        quoted = len(line) - len(line.lstrip(">"))
        rest = line[quoted:]
        rest = rest.removeprefix(" ")
        soft = rest.endswith(" ") and rest != "-- "
        if parts and flows and quoted == depth and rest != "-- ":
            parts.append(rest)
        else:
            parts += ["\n"] * bool(parts) + [">" * quoted + " " * bool(quoted) + rest]
        if soft and joined:
            parts[-1] = parts[-1][:-1]
        flows, depth = soft, quoted
    return "".join(parts)


def _fields(mail: Part, *, titled: bool) -> tuple[Field, ...]:
    """Return the header. The subject is the title (``titled``) only where the text has no headline of its own."""
    fields = []
    for key, name in _HEADERS.items():
        value = mail.value(key.lower())
        if value:
            release_field = "title" if name == "subject" and titled else name
            fields.append(Field(release_field, key, value[:2000], FieldOrigin.HEADER))
    return tuple(fields)


def _notes(texts: list[tuple[Part, Decoded]]) -> list[Note]:
    found = []
    for _, decoded in texts:
        if decoded.said:
            encoding = {"cp1252": "Windows-1252", "utf-8": "UTF-8"}.get(decoded.encoding, decoded.encoding)
            found.append(Note("SYS001", "other-encoding", (("said", decoded.said[:40]), ("encoding", encoding))))
    return found[:1]


def _trace(part: Part, number: int) -> Trace:
    return Trace(TraceKind.ATTACHMENT, choice.name_of(part, number), "", None, part.kind)
