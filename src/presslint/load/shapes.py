"""What a block looks like: sentences, or a line such as a headline or an address."""

from presslint.load.drafts import Draft
from presslint.model.release import BlockKind
from presslint.text.lazy import regex

# the longest headline; German ones have ninety characters on average
HEADLINE_LENGTH = 200

_STOPS = (".", "!", "?", "…")
_CLOSING = '"“”’»«)]'
# four small letters: "Sen. Snowe" and „Mio. Euro“ are no ends of sentences
SENTENCE_INSIDE = regex(r"[a-zß-ÿ]{4}[.!?][\"“”’»«)]{0,2}\s[\"“„«»]?[^\W\d_a-z]")


def is_stopped(text: str) -> bool:
    """Tell whether a text ends as a sentence does: with its mark, and two signs that close something at most."""
    return text[-3:].rstrip(_CLOSING).endswith(_STOPS)


def is_prose(draft: Draft) -> bool:
    """Tell whether a block is made of sentences, not a line like a headline or an address."""
    if draft.kind is not BlockKind.PARAGRAPH:
        return False
    text = draft.text
    if len(text) > HEADLINE_LENGTH:
        return True
    if is_stopped(text) and len(text) >= 30 and text.count(" ") >= 3:
        return True
    return len(text) >= 100 and bool(SENTENCE_INSIDE.search(text))
