"""One digest over many: no leaf can be changed, moved, dropped, added or passed off as another."""

import hashlib

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from zhongshu.kernel import digests
from zhongshu.kernel.digests import digest, hasher
from zhongshu.kernel.merkle import merkle_root

LEAVES = st.lists(st.binary(max_size=8), min_size=1, max_size=12)


def sha(data: bytes) -> bytes:
    return hashlib.sha256(data).digest()


def test_known_trees() -> None:
    a, b, c = (sha(b"\x00" + leaf) for leaf in (b"a", b"b", b"c"))
    assert merkle_root([], "sha256") == sha(b"")
    assert merkle_root([b"a"], "sha256") == a
    assert merkle_root([b"a", b"b", b"c"], "sha256") == sha(b"\x01" + sha(b"\x01" + a + b) + c)


@given(LEAVES, st.data())
def test_any_change_changes_the_root(leaves: list[bytes], data: st.DataObject) -> None:
    root = merkle_root(leaves)
    at = data.draw(st.integers(0, len(leaves) - 1))
    changed = [*leaves[:at], leaves[at] + b"!", *leaves[at + 1 :]]
    assert merkle_root(changed) != root
    assert merkle_root([*leaves, b""]) != root
    assert merkle_root(leaves[:-1]) != root


@given(LEAVES)
def test_the_order_counts(leaves: list[bytes]) -> None:
    other = leaves[::-1]
    assume(other != leaves)
    assert merkle_root(other) != merkle_root(leaves)


def test_an_inner_node_does_not_pose_as_a_leaf() -> None:
    inner = b"\x01" + digest(b"\x00a") + digest(b"\x00b")
    for forged in (inner, inner[1:], digest(inner)):
        assert merkle_root([forged]) != merkle_root([b"a", b"b"])


@given(st.lists(st.binary(max_size=40), max_size=6))
def test_the_library_gives_what_the_system_gives(pieces: list[bytes]) -> None:
    """SM3 where the system's OpenSSL lacks it: piece by piece, and asked for more than once."""
    library, whole = digests._LibrarySm3(), b"".join(pieces)
    for piece in pieces:
        library.update(piece)
    assert library.digest() == library.digest() == digest(whole, "sm3")


def test_sm3_of_the_standard() -> None:
    """GB/T 32905-2016, annex A.1."""
    told = "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0"
    assert digest(b"abc").hex() == told


def test_without_the_system_the_library_serves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(digests, "_NATIVE", False)
    assert isinstance(hasher("sm3"), digests._LibrarySm3)
    assert digest(b"abc", "sm3").hex().startswith("66c7f0f4")
    assert digest(b"abc", "sha256") == sha(b"abc")
