"""How often one host is asked, and when it is better not asked again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import NamedTuple

from presslint.model.outside import Pace

_PATIENCE = 3  # requests in a row without an answer after which a host is given up for this run


class Answer(NamedTuple):
    """What one request came to.

    ``failure`` says why there was no answer, as in a Visit; ``location`` is where a redirect leads, as the server
    wrote it; ``retry_after`` how many seconds the server wants to be left alone. ``has_cookie`` says that it wanted
    to set a cookie. ``anchors`` tells which of the places that were asked for the page has, None where it is unknown.
    """

    status: int = 0
    failure: str = ""
    detail: str = ""
    location: str = ""
    retry_after: float | None = None
    has_cookie: bool = False
    anchors: dict[str, bool] | None = None


class Gate:
    """Lets requests to one host through: so many at once, so far apart, and not before the host wants the next."""

    def __init__(self, pace: Pace) -> None:
        self._slots = asyncio.Semaphore(pace.concurrency)
        self._delay = pace.delay
        self._next = 0.0
        self._in_vain = 0
        self.closed: Answer | None = None

    @asynccontextmanager
    async def turn(self) -> AsyncIterator[None]:
        """Wait for a turn and hold it."""
        async with self._slots:
            loop = asyncio.get_running_loop()
            while (wait := self._next - loop.time()) > 0:  # noqa: ASYNC110 - the time may move on while it waits
                await asyncio.sleep(wait)
            self._next = loop.time() + self._delay
            yield

    def hold(self, seconds: float) -> None:
        """Let nothing through for some seconds: the host has asked for it."""
        self._next = max(self._next, asyncio.get_running_loop().time() + seconds)

    def note(self, answer: Answer) -> None:
        """Count what came of a request; a host that gives no answer is not asked for the rest of the run."""
        self._in_vain = self._in_vain + 1 if answer.failure or answer.status == 429 else 0
        if self._in_vain >= _PATIENCE:
            self.closed = answer
