"""One digest over many, of which each can be proved by few (rule G-09)."""

from zhongshu.kernel.digests import DEFAULT, digest


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
