"""Links to files of the repository, and to headings: few releases have one, and only those pay for it."""

from collections.abc import Iterator

from presslint.facts import Facts
from presslint.model.facts import LinkFact
from presslint.model.outside import FileFact
from presslint.model.release import Release


def extract(release: Release, facts: Facts) -> Iterator[FileFact]:
    """Yield the links of which it is known where they lead, in the order of the text."""
    links = [link for link in facts.of(LinkFact) if _is_inside(link)]
    if not links:
        return
    from presslint.facts.file_links import resolve  # noqa: PLC0415 - bound to there being such a link

    yield from resolve(release, facts.outside.files, links)


def _is_inside(link: LinkFact) -> bool:
    """Tell whether a link may lead to a file beside the release, or to a place in it."""
    return link.kind in ("link", "image") and not link.scheme and not link.target.startswith("//")
