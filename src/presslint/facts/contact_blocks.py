"""Which blocks belong to one contact: neighbours that the loader has marked as contact.

Where only the title is marked, because what follows reads like prose or stands in a table, what follows belongs to it
as far as it has something to call or to write to.
"""

from presslint.model.release import Block, BlockKind, Release, Zone
from presslint.text.lazy import regex
from presslint.text.span import Span

_DATA = regex(r"@|(?:\d[ ()/.–-]{0,3}){6}")
_TITLE_LENGTH = 80
_OTHER_ZONES = frozenset((Zone.CONTACT, Zone.HEADLINE, Zone.SUBHEAD, Zone.LABEL, Zone.SOCIAL, Zone.ENDMARK))


def groups(release: Release) -> list[int]:
    """Return the number of the contact of each block, counted from 1; 0 for a block of no contact."""
    numbers: list[int] = []
    count = 0
    before = title = False
    for block in release.blocks:
        here = block.zone is Zone.CONTACT
        if here and not before:
            count += 1
        if here:
            title = (title or not before) and _is_title(release, block)
        elif title and _has_data(release, block):
            here = True
            title = block.kind in (BlockKind.ROW, BlockKind.ITEM)
        else:
            title = False
        numbers.append(count if here else 0)
        before = here or (before and block.zone is Zone.PAGEMARK)
    return numbers


def stretches(release: Release, numbers: list[int]) -> list[Span]:
    """Return the stretch of prose of each contact, in order: item 0 is contact 1 of ``numbers``."""
    spans: list[Span] = []
    for number, block in zip(numbers, release.blocks, strict=True):
        if number > len(spans):
            spans.append(block.span)
        elif number:
            spans[-1] = spans[-1].join(block.span)
    return spans


def _is_title(release: Release, block: Block) -> bool:
    return block.span.length <= _TITLE_LENGTH and _DATA.search(release.text, *block.span) is None


def _has_data(release: Release, block: Block) -> bool:
    return block.zone not in _OTHER_ZONES and _DATA.search(release.text, *block.span) is not None
