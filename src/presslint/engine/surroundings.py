"""What an example of a rule says lies outside of its text: answers of servers, and files of the repository."""

import re
from collections.abc import Mapping

from presslint.model.outside import Files, Hop, Outside, Visit
from presslint.model.release import Release
from presslint.model.rule import Example

_ROOT = "/repository"
_FLAWS = ("expired", "early", "host", "self-signed")


def surroundings(example: Example, release: Release | None = None) -> Outside:
    """Return them. Without any answer in the example nothing is known of the web, and without any file of the disk.

    ``release`` is what the example is tried as, where that is not its text as it stands.
    """
    web = {address: visit_of(address, told) for address, told in example.web.items()}
    files = _files(example.files) if example.files else None
    if not (files or example.history or example.repository):
        return Outside(web.get if web else None)
    from presslint.engine import pretended_repository  # noqa: PLC0415 - few examples have anything around them

    return Outside(
        web.get if web else None,
        files,
        pretended_repository.repository(example, files, release),
        pretended_repository.history(example) if example.history else None,
    )


def visit_of(address: str, told: str) -> Visit:
    """Return a visit as an example tells it: ``301 https://…; 302 https://…; 200``.

    The last step is a status, ``200 without anchor``, what is wrong with a certificate (``expired``), or a failure.
    """
    *steps, last = [step.strip() for step in told.split(";")]
    hops = tuple(Hop(int(status), to) for status, _, to in (step.partition(" ") for step in steps))
    status = re.match(r"\d{3}", last)
    if status is not None:
        return Visit(address, hops, int(status[0]), anchor=False if last.endswith("without anchor") else None)
    if last in _FLAWS:
        return Visit(address, hops, failure="tls", detail=last)
    return Visit(address, hops, failure=last)


def _files(texts: Mapping[str, str]) -> Files:
    folders: dict[str, set[str]] = {}
    for path in texts:
        folder = _ROOT
        for name in path.split("/"):
            folders.setdefault(folder, set()).add(name)
            folder = f"{folder}/{name}"
    return Files(
        place=lambda path: None if path == "-" else f"{_ROOT}/{path}",
        names=folders.get,
        text=lambda path: texts.get(path.removeprefix(f"{_ROOT}/")),
        root=lambda _: _ROOT,
    )
