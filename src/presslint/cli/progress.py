"""A bar on standard error while a long run goes on; nothing where nobody would see it."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from time import monotonic
from typing import TypeVar

T = TypeVar("T")

_PATIENCE = 1.0  # seconds before a bar is worth showing
_STEP = 0.1  # seconds between two pictures of it
_CELLS = 30


class Progress:
    """Shows how many of ``total`` are done, when ``standard error`` is a terminal and it takes longer than a second."""

    def __init__(self, total: int, clock: Callable[[], float] = monotonic) -> None:
        self._total = total
        self._clock = clock
        self._due = clock() + _PATIENCE
        self._shown = False
        self._wanted = sys.stderr is not None and sys.stderr.isatty() and os.environ.get("TERM") != "dumb"

    def over(self, items: Iterable[T]) -> Iterator[T]:
        """Yield the items and count them."""
        for done, item in enumerate(items):
            self._draw(done)
            yield item
        self.hide()

    def at(self, done: int) -> None:
        """Show that so many are done, for what cannot be walked over."""
        self._draw(done)

    def hide(self) -> None:
        """Take the bar away, so that other output can be written to the same terminal."""
        if self._shown:
            self._write("\r\x1b[K")
            self._shown = False

    def _draw(self, done: int) -> None:
        if not self._wanted or (now := self._clock()) < self._due:
            return
        self._due = now + _STEP
        filled = _CELLS * done // self._total
        self._write(f"\r[{'#' * filled}{' ' * (_CELLS - filled)}] {done}/{self._total}")
        self._shown = True

    def _write(self, text: str) -> None:
        try:
            sys.stderr.write(text)
            sys.stderr.flush()
        except OSError:
            self._wanted = False
