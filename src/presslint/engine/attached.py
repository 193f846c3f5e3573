"""Releases inside a file: those attached to a mail, and the further items of a news message."""

from collections.abc import Callable, Iterator

from presslint.errors import LoadError
from presslint.load import source_from_bytes
from presslint.model.release import Release, TraceKind
from presslint.model.source import Source
from presslint.model.verdict import FileResult

MAX_PARTS = 20
MAX_DEPTH = 3  # mails in mails


def check_parts(release: Release, check: Callable[[Source], FileResult], language: str) -> tuple[FileResult, ...]:
    """Check what is inside the file of a release; the path of each part is that of the file, a slash and its name.

    ``check`` is what checks a source; a part that cannot be read has an error in ``language``.
    """
    results: list[FileResult] = []
    names: set[str] = set()
    for name, part in _parts(release):
        path = f"{release.source.path}/{_unique(name, names)}"
        if len(results) >= MAX_PARTS:
            break
        if isinstance(part, LoadError):
            results.append(FileResult(path, error=part.in_(language)))
            continue
        results.append(check(part._replace(path=path, derived=True)))
    return tuple(results)


def _unique(name: str, names: set[str]) -> str:
    number = 2
    unique = name
    while unique.casefold() in names:
        stem, dot, suffix = name.rpartition(".")
        unique = f"{stem}-{number}.{suffix}" if dot else f"{name}-{number}"
        number += 1
    names.add(unique.casefold())
    return unique


def _parts(release: Release) -> Iterator[tuple[str, Source | LoadError]]:
    if release.format == "eml":
        if any(trace.kind is TraceKind.ATTACHMENT for trace in release.traces):
            yield from _attachments(release.source)
    elif release.format == "newsml" and not release.source.derived:
        from presslint.load.newsml import further_items  # noqa: PLC0415 - few files are news messages

        yield from further_items(release.source)


def _attachments(source: Source) -> Iterator[tuple[str, Source | LoadError]]:
    from presslint.load.eml import attachments  # noqa: PLC0415 - few files are mails
    from presslint.load.mail_parts import content  # noqa: PLC0415 - as above

    if source.path.lower().count(".eml/") >= MAX_DEPTH:
        return
    for name, part in attachments(source):
        try:
            yield name, source_from_bytes(content(source.data, part), name)
        except LoadError as error:
            yield name, error
