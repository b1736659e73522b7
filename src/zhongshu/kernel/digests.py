"""Digests by name, so that an institution may choose its algorithm (SM3 by default, rule G-09)."""

import hashlib

from cryptography.hazmat.primitives import hashes

DEFAULT = "sm3"
_NATIVE = "sm3" in hashlib.algorithms_available


def digest(data: bytes, algorithm: str = DEFAULT) -> bytes:
    """The digest of ``data`` by ``algorithm`` ("sm3", "sha256", …), as raw bytes."""
    if algorithm == "sm3" and not _NATIVE:
        hasher = hashes.Hash(hashes.SM3())  # the system's OpenSSL may lack SM3; the library's does not
        hasher.update(data)
        return hasher.finalize()
    return hashlib.new(algorithm, data).digest()


def merkle_root(leaves: list[bytes], algorithm: str = DEFAULT) -> bytes:
    """Root of the binary hash tree over ``leaves``; an odd node is carried up unchanged.

    Leaves and inner nodes are hashed under different prefixes, so that no inner
    node can pose as a leaf. The root over no leaf is the digest of nothing.
    """
    if not leaves:
        return digest(b"", algorithm)
    level = [digest(b"\x00" + leaf, algorithm) for leaf in leaves]
    while len(level) > 1:
        pairs = zip(level[::2], level[1::2], strict=False)
        above = [digest(b"\x01" + left + right, algorithm) for left, right in pairs]
        level = above + ([level[-1]] if len(level) % 2 else [])
    return level[0]
