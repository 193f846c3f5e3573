"""Where a link is reported, and how its target is rewritten."""

from collections.abc import Iterator

from presslint.checks import Context
from presslint.model.facts import LinkFact
from presslint.model.finding import Place
from presslint.text.span import SourceSpan, Span


def place(link: LinkFact) -> Place:
    """Return the place of the target: in the text where it can be read there, else where it stands in the source."""
    if link.kind == "bare" or link.target_at is None or link.target_at.start == link.target_at.end:
        return link.span if link.span.start < link.span.end else link.target_at
    return link.target_at


def written(ctx: Context, link: LinkFact) -> str:
    """Return the target as the source has it, with its entities and escapes."""
    if link.kind == "bare" or link.target_at is None:
        return link.text
    return link.target_at.of(ctx.release.source.text)


def rewritten(link: LinkFact, text: str) -> Iterator[tuple[Span | SourceSpan, str]]:
    """Yield the edits that put ``text`` in the place of the target, also where the reader sees the target itself."""
    if link.kind == "bare" or link.target_at is None:
        yield link.span, text
        return
    yield link.target_at, text
    if link.kind == "link" and link.text == link.target:
        yield link.span, text
