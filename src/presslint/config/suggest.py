"""The word that was probably meant."""

from collections.abc import Collection, Iterable

from presslint.text.lazy import regex

_ZEROS = regex(r"(?<![0-9])0+(?=[0-9])")
_CODE = regex(r"(?:[\w-]+:)?[A-Za-z]{3}[0-9]{3}")
_SHORTEST = 3  # a beginning that is shorter could mean many words


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return ``; did you mean "…"?`` for the known word nearest to ``word``, or an empty text when none is near."""
    near = nearest(word, known)
    return f'; did you mean "{near}"?' if near else ""


def nearest(word: str, known: Iterable[str]) -> str:
    """Return the known word nearest to ``word``, or an empty text when none is near.

    ``LNK6`` and ``lnk06`` mean ``LNK006``; a beginning means the only word that begins so.
    """
    names = sorted(known, reverse=True)
    same = _same_number(word, names)
    if same or any(_CODE.fullmatch(one) and one[:-3] == word[:-3].upper() for one in names if _CODE.fullmatch(word)):
        return same  # of the right group and with a number of its own: any other would be a guess
    return _near(word, names) or _begun(word, names)


def _same_number(word: str, names: Collection[str]) -> str:
    counted = _ZEROS.sub("", word.casefold())
    if not counted[-1:].isdigit():
        return ""
    return next((name for name in names if _ZEROS.sub("", name.casefold()) == counted), "")


def _near(word: str, names: Collection[str]) -> str:
    import difflib  # noqa: PLC0415 - only a mistake pays for it

    folded = {_folded(name): name for name in names}
    near = difflib.get_close_matches(_folded(word), sorted(folded), n=1, cutoff=0.6)
    return folded[near[0]] if near else ""


def _begun(word: str, names: Collection[str]) -> str:
    begun = [name for name in names if _folded(name).startswith(_folded(word))] if len(word) >= _SHORTEST else []
    return begun[0] if len(begun) == 1 else ""


def _folded(name: str) -> str:
    return name.casefold().replace("-", "_")
