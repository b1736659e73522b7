from datetime import date

from zhongshu.kernel.worktime import Calendar, DayKind, Limit, SpecialDay, Unit, Why, compute
from zhongshu.platform.workdays import wording


def test_every_reason_has_a_sentence() -> None:
    assert set(wording.REASONS) == set(Why)


def test_a_date_is_told_day_by_day() -> None:
    special = {date(2026, 9, 20): SpecialDay(DayKind.MAKE_UP, "国庆节")}
    calendar = Calendar(special, frozenset({2026}))
    steps = compute(date(2026, 9, 18), Limit(2, Unit.WORKING_DAYS), calendar).steps
    assert [wording.reason(step) for step in steps] == [
        "起算当日，不计入",
        "周末休息，不计入",
        "国庆节：调休上班，计入",
        "工作日，计入",
    ]


def test_a_provisional_day_says_so() -> None:
    steps = compute(date(2027, 3, 1), Limit(1, Unit.WORKING_DAYS), Calendar({}, frozenset())).steps
    assert "尚未公布" in wording.reason(steps[-1])
