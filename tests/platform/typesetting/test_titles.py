"""A title breaks between words, as a trapezium or a lozenge (GB/T 9704, 7.3.1)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.platform.typesetting.title_words import WORDS
from zhongshu.platform.typesetting.titles import MOST, OPENS_NO_LINE, lines

TITLES = [
    "关于加快推进全市老旧小区改造配套/基础设施建设和资金拨付使用情况的督办通知",
    "中共澄江市委办公室关于开展2026年度/重点工作任务分解落实情况专项督查的通知",
    "关于办理市人大代表建议/和政协委员提案工作情况的通报",
    "澄江市人民政府办公室关于做好2026年国庆节/期间安全生产、消防安全、交通安全、/食品安全和应急值班值守等有关工作/并及时报送信息的紧急通知",
    "关于新建改建农村公路80公里的督办通知",
    "关于做好防汛工作的/通知",
]


@pytest.mark.parametrize("told", TITLES)
def test_it_breaks_where_a_clerk_would_break_it(told: str) -> None:
    assert lines(told.replace("/", "\n") if told.endswith("/通知") else told.replace("/", "")) == told.split(
        "/"
    )


@given(
    st.lists(st.sampled_from([*"的、（）2026年", *sorted(WORDS)[:60], "甲", "乙"]), max_size=40).map("".join)
)
def test_nothing_is_lost_and_no_line_begins_with_what_opens_none(told: str) -> None:
    broken = lines(told)
    assert "".join(broken) == told
    if len(broken) > 1:
        assert all(len(line) <= 2 * MOST and line for line in broken)
        assert not any(line.startswith(tuple(OPENS_NO_LINE)) for line in broken[1:])


def test_what_cannot_be_broken_stays_whole() -> None:
    assert lines("A" * 60) == ["A" * 60]
    assert lines("") == [""]
