"""Windows as agencies publish them are read, and fall on their days (F-15)."""

from datetime import date

import pytest

from zhongshu.kernel.refusals import Refusal
from zhongshu.welfare.rules import Span, read


def spans(text: str, first: date, last: date) -> list[tuple[str, str]]:
    found: list[Span] = [span for window in read(text) for span in window.spans(first, last)]
    return [(str(span.opens), str(span.closes)) for span in sorted(found)]


YEAR = (date(2026, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("每月1—15日", ("2026-01-01", "2026-01-15")),
        ("每月 1 日至 15 日。", ("2026-01-01", "2026-01-15")),
        ("每月20日", ("2026-01-20", "2026-01-20")),
        ("每月25日—月末", ("2026-01-25", "2026-01-31")),
        ("每月25日—次月5日", ("2025-12-25", "2026-01-05")),
        ("每年7月1—31日", ("2026-07-01", "2026-07-31")),
        ("每年7月1日到8月10日", ("2026-07-01", "2026-08-10")),
        ("每年12月15日—次年1月10日", ("2025-12-15", "2026-01-10")),
        ("每年2月1日—2月底", ("2026-02-01", "2026-02-28")),
        ("2026年12月1—20日", ("2026-12-01", "2026-12-20")),
        ("2025年12月1日—2026年1月5日", ("2025-12-01", "2026-01-05")),
    ],
)
def test_what_is_published_is_read(text: str, first: tuple[str, str]) -> None:
    assert spans(text, *YEAR)[0] == first


def test_a_month_comes_twelve_times_and_ends_where_it_ends() -> None:
    ends = [closes for _opens, closes in spans("每月31日", *YEAR)]
    assert len(ends) == 12 and ends[1] == "2026-02-28" and ends[3] == "2026-04-30"


def test_several_windows_stand_on_several_lines() -> None:
    assert spans("每年1月1—15日\n\n每年7月1—15日", *YEAR) == [
        ("2026-01-01", "2026-01-15"),
        ("2026-07-01", "2026-07-15"),
    ]


@pytest.mark.parametrize(
    "text",
    ["", "每月", "每周一", "每月0—15日", "每月1—32日", "每年2月30日", "每年13月1日", "2026年12月20—10日",
     "每月1日—次月15日", "1999年1月1日"],
)  # fmt: skip
def test_what_is_no_window_is_refused_by_name(text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text)
    assert refused.value.rule == "F-15" and "windows" in refused.value.fields
    assert text in str(refused.value) and "每月1—15日" in str(refused.value.hint)
