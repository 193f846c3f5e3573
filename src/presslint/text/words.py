"""Words: how many there are, and the closed lists of small ones that decide how a line end is read."""

import re

# what is between white space and has a letter or a digit is a word: "well-known", "3.400", "Op"
_WORD = re.compile(r"[^\s\u00a0]*\w[^\s\u00a0]*")


def count_words(text: str) -> int:
    """Return the number of words as word processors count them; dashes alone are none."""
    return sum(1 for _ in _WORD.finditer(text))
