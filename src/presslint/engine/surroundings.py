"""What an example of a rule says lies outside of its text: answers of servers, and files of the repository."""

import re
from collections.abc import Mapping

from presslint.model.outside import Files, Hop, Outside, Visit
from presslint.model.rule import Example

_ROOT = "/repository"
_FLAWS = ("expired", "early", "host", "self-signed")


def surroundings(example: Example) -> Outside:
    """Return them. Without any answer in the example nothing is known of the web, and without any file of the disk."""
    web = {address: visit_of(address, told) for address, told in example.web.items()}
    return Outside(web.get if web else None, _files(example.files) if example.files else None)


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
