"""Digests by name: the same whether the system's OpenSSL knows SM3 or the library has to make it."""

import pytest

from zhongshu.kernel import digests

# GB/T 32905—2016, appendix A: the digests of its two examples.
EXAMPLES = {
    b"abc": "66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0",
    b"abcd" * 16: "debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732",
}


@pytest.fixture(params=[True, False], ids=["native", "library"])
def native(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Whether OpenSSL is asked."""
    if request.param and not digests._NATIVE:
        pytest.skip("this system's OpenSSL has no SM3")
    monkeypatch.setattr(digests, "_NATIVE", request.param)
    return bool(request.param)


@pytest.mark.usefixtures("native")
@pytest.mark.parametrize("words", EXAMPLES)
def test_sm3_is_that_of_the_standard(words: bytes) -> None:
    assert digests.digest(words).hex() == EXAMPLES[words]


def test_an_institution_may_choose_another_and_none_that_is_unknown() -> None:
    assert len(digests.digest(b"abc", "sha512")) == 64
    with pytest.raises(ValueError, match="md99"):
        digests.digest(b"abc", "md99")
