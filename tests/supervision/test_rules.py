"""Rules of supervision as pure functions: D-01, D-10, D-13, D-17, D-19, D-25, and what a limit may be (T-06)."""

from datetime import date
from typing import Any

import pytest
from django.conf import LazySettings

from tests.world import TODAY
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import Limit, Unit
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.supervision.models import SlipWeight

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(("approver_id", "basis"), [(None, "第3次会议纪要"), (7, ""), (7, " "), (None, "")])
def test_D_01_neither_approver_nor_basis_can_be_left_out(approver_id: int | None, basis: str) -> None:
    assert rules.D_01_docketing(approver_id=7, basis="第3次会议纪要")
    told = rules.D_01_docketing(approver_id=approver_id, basis=basis)
    assert (told.met, told.code, told.rule) == (False, "no_approver", "D-01")


@pytest.mark.parametrize(
    ("leads", "supports", "code"),
    [([], [], "not_one_lead"), ([1, 2], [], "not_one_lead"), ([1], [3, 1], "lead_supports_itself")],
)
def test_D_17_one_unit_leads_and_supports_no_one_but_others(
    leads: list[int], supports: list[int], code: str
) -> None:
    assert rules.D_17_one_lead([1, 1], [2, 3])
    told = rules.D_17_one_lead(leads, supports)
    assert (told.met, told.code, told.rule) == (False, code, "D-17")


def test_D_10_only_a_circular_needs_the_head() -> None:
    assert [weight for weight in SlipWeight if rules.D_10_needs_approver(weight)] == [SlipWeight.CIRCULAR]


def test_D_13_an_objection_has_its_working_days_and_no_more() -> None:
    calendar = workdays.calendar()
    last = calendar.shift(TODAY, 5)
    told = {"handed_out": TODAY, "calendar": calendar}
    assert rules.D_13_objection(today=last, **told)
    late = rules.D_13_objection(today=date.fromordinal(last.toordinal() + 1), **told)
    assert (late.met, late.rule) == (False, "D-13")


def test_D_19_the_limit_follows_the_origin_and_the_settings(settings: LazySettings) -> None:
    days = settings.RULES["D-19.default_working_days"]
    assert rules.D_19_default_limit("meeting", urgent=False).amount == days["meeting"]
    assert rules.D_19_default_limit("elsewhere", urgent=False).amount == days["other"]
    assert rules.D_19_default_limit("petition", urgent=False) == Limit(60, Unit.CALENDAR_DAYS)
    settings.RULES = {**settings.RULES, "D-19.urgent_working_days": 2}
    assert rules.D_19_default_limit("meeting", urgent=True) == Limit(2, Unit.WORKING_DAYS)


@pytest.mark.parametrize(
    ("seats", "hands", "in_lead_unit", "met"),
    [
        ([1], [2, 3], False, True),
        ([1], [1, 3], False, False),
        ([4, 3], [3], False, False),
        ([1], [], True, False),
    ],
)
def test_D_25_who_had_a_hand_in_it_in_whatever_seat_does_not_verify_it(
    seats: list[int], hands: list[int], in_lead_unit: bool, met: bool
) -> None:
    told = rules.D_25_verifier(seats=seats, hands=hands, in_lead_unit=in_lead_unit)
    assert (told.met, told.rule) == (met, "" if met else "D-25")


@pytest.mark.parametrize(
    ("lacking", "code", "rule"),
    [
        ({}, "", ""),
        ({"verified": False}, "not_verified", "D-09"),
        ({"evidence": 0}, "no_evidence", "D-25"),
        ({"answered": False}, "not_answered", "D-25"),
        ({"answered": False, "needs_answer": False}, "", ""),
    ],
)
def test_D_25_closing_needs_verification_evidence_and_the_answer(
    lacking: dict[str, int], code: str, rule: str
) -> None:
    given: dict[str, Any] = {"verified": True, "evidence": 1, "needs_answer": True, "answered": True}
    told = rules.D_25_close_out(**{**given, **lacking})
    assert (told.code, told.rule) == (code, rule)


def test_T_06_a_limit_is_not_below_nothing() -> None:
    with pytest.raises(Refusal) as refused:
        Limit(-1, Unit.WORKING_DAYS)
    assert (refused.value.code, refused.value.rule) == ("bad_limit", "T-06")
