"""Checks of what kind of line a number is, against the word in front of it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from presslint.checks import Context, check
from presslint.model.facts import PhoneFact
from presslint.model.finding import Hit
from presslint.model.values import Quoted
from presslint.text.lazy import regex

_SIGN = 3  # letters of a unit that stands for itself only beside a number


class Prices(NamedTuple):
    """``units`` and ``per`` are words of a note on the price of a call: what it costs, and for what."""

    units: tuple[str, ...] = ()
    per: tuple[str, ...] = ()


@check("phone_types.label", needs=(PhoneFact,), says=("number", "label"), params=Prices, when=(PhoneFact,))
def label(ctx: Context, params: Prices) -> Iterator[Hit]:
    """Find numbers of another kind than their label says, and calls that cost more without a word on the price."""
    priced: bool | None = None
    for phone in ctx.facts.of(PhoneFact):
        if not phone.valid or not phone.type:
            continue
        args = {"number": Quoted(phone.text), "label": Quoted(phone.label)}
        if phone.kind == "mobile" and phone.type == "fixed":
            yield Hit(phone.span, args, "mobile")
        elif phone.kind == "fax" and phone.type == "mobile":
            yield Hit(phone.span, args, "fax")
        elif phone.type in ("premium", "shared"):
            priced = _names_price(ctx, params) if priced is None else priced
            if not priced:
                yield Hit(phone.span, args, "price")


def _names_price(ctx: Context, params: Prices) -> bool:
    """Tell whether the release says what a call costs: an amount near the word for a minute, a call or a network."""
    return _pattern(params).search(ctx.release.text) is not None


@lru_cache(maxsize=16)
def _pattern(params: Prices) -> re.Pattern[str]:
    units = "|".join(map(re.escape, params.units)) or r"(?!)"
    per = "|".join(map(re.escape, params.per)) or r"(?!)"
    spelt = "|".join(re.escape(unit) for unit in params.units if len(unit) > _SIGN) or r"(?!)"
    amount = rf"(?:\d\s?(?:{units})|(?:{units})\s?\d|\b(?:{spelt}))"
    return regex(rf"(?:{amount})[^\n]{{0,40}}(?:{per})|(?:{per})[^\n]{{0,30}}(?:{amount})", re.IGNORECASE)
