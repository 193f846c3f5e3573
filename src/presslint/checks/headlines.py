"""Checks of the headline."""

from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.load.furniture import is_label
from presslint.model.finding import FieldRef, Hit, Related
from presslint.model.release import Block, BlockKind, Release, Zone
from presslint.model.values import Args, Quoted

_TOP = (Zone.LEAD, Zone.BODY)


@check("headlines.present", says=("text", "count"))
def present(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a release without a headline, and one with several headings of the first level.

    Case ``label`` where only a label stands at the top, ``missing`` where headings or metadata show that the release
    has a structure, ``unrecognised`` for plain text, where a short line may well be the headline; ``several`` at the
    second heading of the first level.
    """
    release = ctx.release
    yield from _several(release)
    if any(block.zone is Zone.HEADLINE for block in release.blocks):
        return
    title = release.field("title")
    if title is not None and not is_label(title.value):
        return
    label = next((block for block in release.blocks if block.zone is Zone.LABEL), None)
    if title is not None:
        yield Hit(FieldRef(title.key), {"text": Quoted(title.value), "count": 0}, "label")
    elif _has_candidate(release):
        yield Hit(None, {"text": Quoted(""), "count": 0}, "unrecognised")
    elif label is not None:
        yield Hit(label.span, {"text": Quoted(label.span.of(release.text)), "count": 0}, "label")
    else:
        structured = release.fields or any(block.kind is BlockKind.HEADING for block in release.blocks)
        yield Hit(None, {"text": Quoted(""), "count": 0}, "missing" if structured else "unrecognised")


def _has_candidate(release: Release) -> bool:
    """Tell whether a line above the text could be the headline."""
    for block in release.blocks:
        if block.zone in _TOP:
            return False
        if block.zone in (Zone.UNKNOWN, Zone.SUBHEAD) and _is_candidate(block, release.text):
            return True
    return False


def _is_candidate(block: Block, text: str) -> bool:
    line = block.span.of(text)
    return line.count(" ") >= 2 and line[-1] not in ":,;"


def _several(release: Release) -> Iterator[Hit]:
    first = [
        block
        for block in release.blocks
        if block.kind is BlockKind.HEADING and block.level == 1 and block.zone is not Zone.LABEL
    ]
    if len(first) > 1:
        args: Args = {"text": Quoted(first[1].span.of(release.text)), "count": len(first)}
        yield Hit(first[1].span, args, "several", related=(Related(first[0].span, "first"),))
