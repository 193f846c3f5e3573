"""Which line ends are meant and which only came from the width of a page.

A release that went through mail, PDF or an old content system has its sentences broken at a column. Facts need whole
sentences, contact blocks need their lines.
"""

from collections.abc import Iterable

from presslint.load.contact_blocks import is_channel
from presslint.load.continuation import goes_on, has_ended, is_item
from presslint.load.drafts import Draft, Line
from presslint.model.release import BlockKind

# widths of a page in characters: below, a line is short on purpose; above, nobody broke it
NARROW, WIDE = 40, 110


def usual_width(drafts: Iterable[Draft]) -> int:
    """Return the column at which the text was broken, or 0 where nothing tells.

    Lines that end without an end mark and are followed by another line were broken at a column if nearly all of them
    have no room for the next word.
    """
    candidates = []
    for draft in drafts:
        if draft.kind is BlockKind.PARAGRAPH and len(draft.lines) > 1:
            before = draft.lines[0]
            for line in draft.lines[1:]:
                length = len(before.text)
                if NARROW <= length <= WIDE >= len(line.text) and not line.hard and not has_ended(before.text):
                    candidates.append((length, len(_first_word(line.text))))
                before = line
    if len(candidates) < 2:
        return 0
    lengths = sorted(length for length, _ in candidates)
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.95))]
    full = sum(length + 1 + word > width for length, word in candidates)
    return width if full * 10 >= len(candidates) * (6 if len(candidates) > 3 else 10) else 0


def glue(draft: Draft, width: int, *, flowing: bool) -> None:
    """Decide for each line of a block whether a blank or a line break stands before it.

    ``width`` is the column at which the text was broken, or 0. ``flowing`` says that the format itself takes a line
    end for a blank, as Markdown does: then a line break needs a reason, such as lines that are short on purpose.
    """
    before, *others = draft.lines
    if draft.kind is BlockKind.CODE:
        for line in others:
            line.glue = "\n"
        return
    guessed = 0
    if not width:
        longest = max(len(line.text) for line in draft.lines)
        guessed = longest if NARROW + 15 <= longest <= WIDE else 0
    for line in others:
        # a width guessed from one paragraph does not tell a full line from a sentence that ends there
        column = width or (0 if has_ended(before.text) else guessed)
        joined = not line.hard and _joins(before, line, column, flowing=flowing)
        line.glue = " " if joined else "\n"
        before = line


def _joins(line: Line, following: Line, width: int, *, flowing: bool) -> bool:
    if goes_on(line.text, following.text):
        return True
    if is_channel(following.text) or is_item(following.text):
        return False
    if following.indent >= line.indent + 2 and has_ended(line.text):
        return False
    length = len(line.text)
    if flowing and length >= NARROW + 10:
        return not is_channel(line.text)
    if not NARROW <= length <= width + 8 or len(following.text) > max(width + 8, WIDE):
        return False
    return length + 1 + len(_first_word(following.text)) > width


def _first_word(text: str) -> str:
    return text.split(None, 1)[0]
