"""What has to go with an embargo wherever it goes."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.checks.pages import ENCLOSURE
from presslint.model.facts import EmbargoFact
from presslint.model.finding import Hit
from presslint.model.release import Release
from presslint.model.values import Quoted, Value
from presslint.text.lazy import regex

# an embargo that ends with words being spoken, not with a trade fair or a vote
_SPEECH = regex(
    r"\b(?:rede|ansprache|vortrag|grußwort|predigt|laudatio|regierungserklärung|statement)\w*|deliver(?:y|ed)\b"
    r"|\b(?:speech|address|remarks|lecture)\b",
    re.IGNORECASE,
)
# the formulas by which a text yields to what is really said
_SPOKEN_WORD = regex(
    r"gesprochenen?s? wort|check(?:ed)? against (?:the )?deliver(?:y|ed)|as (?:delivered|prepared for delivery)"
    r"|prepared for delivery|spoken word|text as delivered",
    re.IGNORECASE,
)


# words that say on a page that there is an embargo, in the languages of the core pack
_EMBARGOED = regex(
    r"sperrfrist|sperrvermerk|gesperrt bis|frei (?:ab|für)|nicht vor dem|embargo|not for (?:release|publication)"
    r"|hold for",
    re.IGNORECASE,
)
_TEXT = 200  # characters: fewer make no page that is of use without the others


@check("repeated.embargo", needs=(EmbargoFact,), says=("text", "page", "pages"), when=(EmbargoFact,))
def embargo(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find an embargo that ends with a speech in a text that does not yield to the spoken word (``speech``).

    And one that further pages of a document do not repeat: ``page`` where pages were counted, ``header`` where only
    the header of the first page has it.
    """
    facts = ctx.facts.of(EmbargoFact)
    for fact in facts:
        if fact.event and _SPEECH.search(fact.text):
            if not _SPOKEN_WORD.search(ctx.release.text):
                yield Hit(fact.span, {"text": Quoted(fact.text)}, "speech")
            break
    if facts:
        yield from _not_repeated(ctx.release, facts[0])


def _not_repeated(release: Release, fact: EmbargoFact) -> Iterator[Hit]:
    paging = release.paging
    args: dict[str, Value] = {"text": Quoted(fact.text), "pages": paging.total}
    if paging.pages:
        for page in paging.pages[1:]:
            text = page.at.of(release.source.text)
            if _is_text(text) and not _EMBARGOED.search(text):
                yield Hit(fact.span, {**args, "page": page.number}, "page")
                return
    elif paging.total > 1:
        everywhere = [text for text in paging.margins if text not in paging.first_only]
        if not any(_EMBARGOED.search(text) for text in everywhere):
            yield Hit(fact.span, args, "header")


def _is_text(text: str) -> bool:
    """Tell whether a page goes on with the release: an enclosure or a photo has an embargo of its own, or none."""
    return len(text.strip()) >= _TEXT and not ENCLOSURE.match(text.strip())
