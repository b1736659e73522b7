"""What dates the deadlines of a ledger: its title, the day it was written, the meeting it comes from, its own days."""

from datetime import date

import pytest

from zhongshu.supervision.ledgers.dating import dating_of

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("lines", "cell", "day"),
    [
        (["第三中学2025—2026学年工作要点"], "11月底", "2025-11-30"),
        (["第三中学2025—2026学年工作要点"], "3月底", "2026-03-31"),
        (["第三中学2025-2026学年第二学期计划"], "6月底", "2026-06-30"),
        (["2025年秋季学期安排"], "1月中旬", "2026-01-20"),
        (["县政府第58次常务会议（2025年12月18日）议定事项"], "1月10日前", "2026-01-10"),
        (["2025年重点工作台账", "2025年12月5日"], "3月底", "2025-03-31"),
        (["2026年3月重点工作清单"], "月底前", "2026-03-31"),
        (["2026年重点工作清单"], "月底前", None),
        (["局长办公会议定事项（6月8日—6月12日）"], "周五前", "2026-06-12"),
        (["局务会跟踪 2026年6月8日"], "下周三", "2026-06-17"),
        (["重点工作清单"], "6月底", "2026-06-30"),
    ],
)
def test_a_cell_is_dated_by_what_stands_around(lines: list[str], cell: str, day: str | None) -> None:
    assert dating_of(lines, lines, [], TODAY).day(cell) == day


@pytest.mark.parametrize(
    "note",
    [
        "注：整改期限栏未写年份的均为2025年。",
        "说明：完成时间均指2025年。",
        "备注：未注明年份的时限均为2025年",
        "（时限未标注年份的，均为2025年）",
    ],
)
def test_the_year_that_a_note_states_holds_against_the_title(note: str) -> None:
    assert dating_of(["2024年度预算执行审计整改台账"], [note], [], TODAY).day("九月底") == "2025-09-30"


def test_without_a_title_most_of_its_own_days_tell_the_year() -> None:
    assert dating_of([], [], ["2024年3月1日", "2024.5.6", "2025-01-01", "长期"], TODAY).year == 2024


@pytest.mark.parametrize(
    "note",
    [
        "注：未注明完成时限的，均为11月底前完成。",
        "说明：1.各单位按月报送。2.时限未填写的事项，一律于11月底前办结",
        "未明确办结时限的任务统一为2026年11月30日前",
    ],
)
def test_a_note_says_until_when_where_the_cell_is_blank(note: str) -> None:
    dating = dating_of(["2026年重点任务分解表"], [note], [], TODAY)
    assert [dating.day(cell) for cell in (None, "", "6月底", "长期坚持")] == [
        "2026-11-30", "2026-11-30", "2026-06-30", None,
    ]  # fmt: skip
