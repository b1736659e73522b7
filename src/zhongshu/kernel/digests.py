"""Digests by name, so that an institution may choose its algorithm (SM3 by default, rule G-09)."""

import hashlib
from functools import lru_cache
from typing import Any, Protocol

from cryptography.hazmat.primitives import hashes

DEFAULT = "sm3"
_NATIVE = "sm3" in hashlib.algorithms_available


class Hasher(Protocol):
    """A digest being made, piece by piece."""

    def update(self, data: bytes, /) -> None: ...

    def digest(self) -> bytes: ...


class _LibrarySm3:
    """SM3 by the library: the system's OpenSSL may lack it."""

    def __init__(self) -> None:
        self._hash = hashes.Hash(hashes.SM3())

    def update(self, data: bytes, /) -> None:
        self._hash.update(data)

    def digest(self) -> bytes:
        return self._hash.copy().finalize()


def hasher(algorithm: str = DEFAULT) -> Hasher:
    """A digest by ``algorithm`` to be fed piece by piece."""
    if algorithm == "sm3" and not _NATIVE:
        return _LibrarySm3()
    begun: Hasher = _begun(algorithm).copy()
    return begun


@lru_cache
def _begun(algorithm: str) -> Any:
    """A digest of nothing, to be copied: looking an algorithm up by its name takes longer than a digest of a line."""
    return hashlib.new(algorithm)


def digest(data: bytes, algorithm: str = DEFAULT) -> bytes:
    """The digest of ``data`` by ``algorithm`` ("sm3", "sha256", …), as raw bytes."""
    whole = hasher(algorithm)
    whole.update(data)
    return whole.digest()
