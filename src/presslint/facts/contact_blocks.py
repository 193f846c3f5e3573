"""Which blocks belong to one contact: neighbours that the loader has marked as contact."""

from presslint.model.release import Release, Zone
from presslint.text.span import Span


def groups(release: Release) -> list[int]:
    """Return the number of the contact of each block, counted from 1; 0 for a block of no contact."""
    numbers: list[int] = []
    count = 0
    before = False
    for block in release.blocks:
        here = block.zone is Zone.CONTACT
        if here and not before:
            count += 1
        numbers.append(count if here else 0)
        before = here or (before and block.zone is Zone.PAGEMARK)
    return numbers


def stretches(release: Release) -> list[Span]:
    """Return the stretch of prose of each contact, in order: item 0 is contact 1."""
    spans: list[Span] = []
    for number, block in zip(groups(release), release.blocks, strict=True):
        if number > len(spans):
            spans.append(block.span)
        elif number:
            spans[-1] = spans[-1].join(block.span)
    return spans
