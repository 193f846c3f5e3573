"""Results, closed so that only the file they are about opens them.

A cache must not tell what releases say before they are out, and results quote them. So each is enciphered with a key
that is made of the bytes of its file and kept nowhere: who has the file can open it, who has the cache alone cannot.
"""

import hashlib
import marshal
from typing import Any


def sealed(value: Any, digest: str, key: bytes) -> bytes:
    """Return ``value``, made of what ``marshal`` takes, for the file whose SHA-256 is ``digest``.

    ``key`` tells the same file under other settings apart: no two values may have the same digest and key.
    """
    return _crossed(marshal.dumps(value), digest, key)


def opened(data: bytes, digest: str, key: bytes) -> Any:
    """Return what was sealed. Raises ValueError, EOFError or TypeError for anything else."""
    return marshal.loads(_crossed(data, digest, key))  # noqa: S302 - as trusted as compiled Python: see Cache


def _crossed(data: bytes, digest: str, key: bytes) -> bytes:
    length = len(data)
    stream = hashlib.shake_256(b"presslint seal\0" + key + digest.encode()).digest(length)
    return (int.from_bytes(data, "little") ^ int.from_bytes(stream, "little")).to_bytes(length, "little")
