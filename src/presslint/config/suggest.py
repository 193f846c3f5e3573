"""The word that was probably meant."""

from collections.abc import Iterable


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "…"?`` for the known word nearest to ``word``, or an empty text when none is near."""
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    folded = {name.casefold().replace("-", "_"): name for name in sorted(known, reverse=True)}
    near = difflib.get_close_matches(word.casefold().replace("-", "_"), sorted(folded), n=1, cutoff=0.6)
    return f'; did you mean "{folded[near[0]]}"?' if near else ""
