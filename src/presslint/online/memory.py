"""What was fine lately and is not asked again: never a failure, and never an address in the clear.

It lies in the user's cache folder, which nobody else can read or write. An address is kept as its hash: those of a
release that is not out yet are nobody's business.
"""

from collections.abc import Iterable
from hashlib import sha256

from presslint.config import store

_NAME = "links.json"
_KEY = "1"
_MOST = 50_000


class Memory:
    """The addresses that were fine within the last ``age`` seconds before ``now``, seconds since 1970."""

    def __init__(self, age: float, now: float) -> None:
        self._age = age
        self._now = now
        self._fine = self._recalled()

    def __contains__(self, address: str) -> bool:
        """Tell whether an address was fine lately."""
        return _hash(address) in self._fine

    def keep(self, addresses: Iterable[str]) -> None:
        """Remember that these were fine now, beside what another run may have found in the meantime."""
        fresh = {_hash(address): int(self._now) for address in addresses}
        if not fresh or self._age <= 0:
            return
        known = self._recalled() | fresh
        newest = sorted(known.items(), key=lambda item: item[1], reverse=True)[:_MOST]
        store.remember(_NAME, _KEY, dict(newest))

    def _recalled(self) -> dict[str, int]:
        known = store.recall(_NAME, _KEY) if self._age > 0 else None
        if not isinstance(known, dict):
            return {}
        return {
            address: then
            for address, then in known.items()
            if isinstance(then, int) and 0 <= self._now - then <= self._age
        }


def _hash(address: str) -> str:
    return sha256(address.encode("utf-8", "surrogatepass")).hexdigest()[:32]
