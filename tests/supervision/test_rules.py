"""Rules of supervision as pure functions: D-10, D-13, D-19, and what a limit may be (T-06)."""

from datetime import date

import pytest
from django.conf import LazySettings

from tests.world import TODAY
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import Limit, Unit
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import rules
from zhongshu.supervision.models import SlipWeight

pytestmark = pytest.mark.django_db


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


def test_T_06_a_limit_is_not_below_nothing() -> None:
    with pytest.raises(Refusal) as refused:
        Limit(-1, Unit.WORKING_DAYS)
    assert (refused.value.code, refused.value.rule) == ("bad_limit", "T-06")
