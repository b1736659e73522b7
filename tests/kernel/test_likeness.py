"""Fingerprints of texts and pictures: the same is the same, a little changed is alike, others are not."""

from random import Random

from hypothesis import given
from hypothesis import strategies as st

from zhongshu.kernel import likeness

WORDS = "会议研究老旧小区改造水库除险加固窗口延时服务补贴办法投资计划资金拨付验收整改进度安排情况"
texts = st.text(alphabet=WORDS, min_size=60, max_size=1500)


def jaccard(one: str, other: str) -> float:
    mine = {one[i : i + likeness.RUN] for i in range(len(one) - likeness.RUN + 1)}
    yours = {other[i : i + likeness.RUN] for i in range(len(other) - likeness.RUN + 1)}
    return len(mine & yours) / len(mine | yours)


@given(texts)
def test_a_text_is_wholly_like_itself_however_it_is_set(text: str) -> None:
    spaced = "　" + text.replace("会", "会，\n")
    assert likeness.alike(likeness.sketch(text), likeness.sketch(spaced)) == 1 or not likeness.sketch(text)
    assert likeness.sketch(text) == likeness.sketch(spaced)


@given(st.text(alphabet=WORDS, min_size=40, max_size=130), st.text(alphabet=WORDS, min_size=40, max_size=130))
def test_short_texts_are_compared_exactly(one: str, other: str) -> None:
    mine, yours = likeness.sketch(one), likeness.sketch(other)
    if mine and yours:
        assert abs(likeness.alike(mine, yours) - jaccard(one, other)) < 1e-9


@given(texts, st.integers(0, 2**32))
def test_a_text_with_a_few_words_changed_is_found_and_known(text: str, seed: int) -> None:
    rng = Random(seed)
    at = rng.randrange(len(text))
    changed = text[:at] + "某" + text[at + 1 :]
    one, other = likeness.sketch(text), likeness.sketch(changed)
    if one and other and jaccard(text, changed) > 0.9:
        assert likeness.alike(one, other) > 0.75
        assert set(likeness.text_keys(one)) & set(likeness.text_keys(other))


def test_other_texts_are_not_alike() -> None:
    rng = Random(7)
    one, other = ("".join(rng.choices(WORDS, k=800)) for _ in "ab")
    assert likeness.alike(likeness.sketch(one), likeness.sketch(other)) < 0.05


def test_everyday_words_have_no_fingerprint() -> None:
    assert likeness.sketch("已按要求办结，验收合格。") == b""
    assert likeness.text_keys(b"") == []
    assert likeness.alike(b"", b"") == 0


def test_a_blank_page_has_no_fingerprint() -> None:
    assert likeness.picture([255] * likeness.SIDE * (likeness.SIDE + 1)) == b""
    assert likeness.bits_apart(b"", b"") == 256


@given(st.lists(st.integers(0, 255), min_size=272, max_size=272), st.integers(0, 2**32))
def test_pictures_that_differ_in_fewer_bits_than_rows_share_a_key(grey: list[int], seed: int) -> None:
    one = likeness.picture(grey)
    if not one or len(likeness.picture_keys(one)) < likeness.SIDE:
        return
    flipped = int.from_bytes(one)
    for bit in Random(seed).sample(range(256), 12):
        flipped ^= 1 << bit
    other = flipped.to_bytes(32)
    assert likeness.bits_apart(one, other) == 12
    assert set(likeness.picture_keys(one)) & set(likeness.picture_keys(other))
