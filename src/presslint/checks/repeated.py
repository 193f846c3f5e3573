"""What has to go with an embargo wherever it goes."""

import re
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.model.facts import EmbargoFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
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


@check("repeated.spokenword", needs=(EmbargoFact,), says=("text",), when=(EmbargoFact,))
def spoken_word(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Find an embargo that ends with a speech, in a text that does not yield to the spoken word."""
    for fact in ctx.facts.of(EmbargoFact):
        if fact.event and _SPEECH.search(fact.text):
            if not _SPOKEN_WORD.search(ctx.release.text):
                yield Hit(fact.span, {"text": Quoted(fact.text)})
            return
