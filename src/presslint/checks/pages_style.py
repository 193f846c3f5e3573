"""Checks of the form of page markers: one form for all, and the signs that a form asks for."""

import re
from collections import defaultdict
from collections.abc import Iterator

from presslint.checks import Context, NoParams, check
from presslint.checks.pages import place_of, runs
from presslint.model.facts import PageFact
from presslint.model.finding import Hit, Related
from presslint.model.release import Release
from presslint.model.values import Args, Quoted
from presslint.text.lazy import regex

_GOES_ON = regex(r"(?:…|\.\.\.|[-–—(\[]{1,2}[ ]?(?:more|mehr|weiter)[ ]?[-–—)\]]{1,2})$", re.IGNORECASE)


@check("pages_style.form", needs=(PageFact,), says=("marker", "other"), when=(PageFact,))
def form(ctx: Context, _: NoParams) -> Iterator[Hit]:
    """Report a marker in another form than the first (``mixed``), and a page that says „…“ or "-more-" unlike others.

    Head and foot of the pages may each have their own form. Whether pages have to say that the text goes on is a matter
    of the house; that some do and one does not (``silent``) is none.
    """
    for run in runs(ctx.release, ctx.facts.of(PageFact)):
        first = run[0]
        pages: defaultdict[str, set[int]] = defaultdict(set)
        for fact in run:
            pages[fact.form].add(fact.number)
        for fact in run[1:]:
            if fact.form != first.form and not pages[fact.form] & pages[first.form]:
                args: Args = {"marker": Quoted(fact.text), "other": Quoted(first.text)}
                yield Hit(place_of(fact), args, "mixed", (Related(place_of(first), "first"),))
                break
        yield from _silent(ctx.release, run)


def _silent(release: Release, run: list[PageFact]) -> Iterator[Hit]:
    signs = {fact: _sign(release, fact) for fact in run if fact.number > 1}
    used = next(filter(None, signs.values()), "")
    for fact, sign in signs.items():
        if used and not sign:
            yield Hit(place_of(fact), {"marker": Quoted(fact.text), "other": Quoted(used)}, "silent")


def _sign(release: Release, fact: PageFact) -> str:
    """Return the sign before a marker that says that the text goes on, or nothing."""
    before = release.text[: fact.span.start].rstrip()
    found = _GOES_ON.search(before, before.rfind("\n") + 1)
    return found[0].strip() if found is not None else ""
