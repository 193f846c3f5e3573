"""Why a rule is there: read from its file only when a report wants to say so."""

from collections.abc import Mapping, Sequence

from presslint.model.rule import RulePage


class Background:
    """The pages of all rules, read at the first question. ``folders`` are those of further packs."""

    __slots__ = ("_folders", "_pages")

    def __init__(self, folders: Sequence[str] = ()) -> None:
        self._folders = folders
        self._pages: Mapping[str, RulePage] | None = None

    def page(self, code: str) -> RulePage | None:
        """Return the page of a rule; None for the engine's own findings. Raises PackError for a broken pack."""
        if self._pages is None:
            from presslint.packs import pages  # noqa: PLC0415 - reading the words of all rules takes a while

            self._pages = pages(self._folders)
        return self._pages.get(code)
