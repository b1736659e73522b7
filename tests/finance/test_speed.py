"""Review, approval and payment against the settings, in working days: a holiday is no delay of the cashier's (F-14)."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.finance.conftest import CASHIER, REVIEWER, Office, decide
from tests.refusing import refused
from tests.world import HE_WEI, LI_MIN, SHEN_JING, ZHENG_GUODONG
from zhongshu.finance import queries
from zhongshu.finance.models import Claim
from zhongshu.kernel.refusals import Forbidden

pytestmark = pytest.mark.django_db
Claimed = Callable[..., Claim]
EVE = datetime(2026, 9, 28, 2, 0, tzinfo=UTC)  # Monday; the National Day holiday is from 1 to 7 October


def agreed(office: Office, claim: Claim, name: str, at: datetime) -> None:
    decide(office.actor(name), claim.pk, at)


def test_a_holiday_does_not_count(office: Office, claimed: Claimed) -> None:
    """Handed in on Monday, reviewed after eleven calendar days of which eight were no working days."""
    claim = claimed(at=EVE)
    agreed(office, claim, HE_WEI, EVE + timedelta(hours=1))
    agreed(office, claim, REVIEWER, EVE + timedelta(days=10))  # Thursday 8 October
    review, approval, payment = queries.speeds(office.actor(SHEN_JING), 2026)
    assert (review.count, review.total_days, review.in_time, review.longest) == (1, 3, 1, 3)
    assert (approval.count, approval.total_days) == (1, 0)
    assert payment.count == 0


def test_what_took_too_long_is_counted_so(office: Office, claimed: Claimed, settings: Any) -> None:
    settings.RULES = {**settings.RULES, "F-14.review_working_days": 2}
    claim = claimed(at=EVE)
    agreed(office, claim, HE_WEI, EVE + timedelta(hours=1))
    agreed(office, claim, REVIEWER, EVE + timedelta(days=10))
    agreed(office, claim, CASHIER, EVE + timedelta(days=11))
    review, _approval, payment = queries.speeds(office.actor(SHEN_JING), 2026)
    assert (review.in_time, review.allowed, payment.total_days, payment.in_time) == (0, 2, 1, 1)
    assert queries.speeds(office.actor(SHEN_JING), 2025)[0].count == 0


def test_the_longest_wait_stands_first_and_says_for_what(office: Office, claimed: Claimed) -> None:
    first = claimed(at=EVE)
    agreed(office, first, HE_WEI, EVE + timedelta(hours=1))
    agreed(office, first, REVIEWER, EVE + timedelta(hours=2))
    second = claimed(number="26442000000099999999", at=EVE + timedelta(days=1))
    ages = queries.ageing(office.actor(SHEN_JING), date(2026, 10, 9))
    assert [(one.claim.pk, one.waits_for, one.days, one.is_late) for one in ages] == [
        (first.pk, "payment", 4, False),
        (second.pk, "review", 3, False),
    ]
    page = office.world.client(SHEN_JING).get(reverse("finance:ageing")).content.decode()
    assert ">审核<" in page and "财务审核" not in page, (
        "before its review it may lie with the head of the section"
    )


def test_figures_are_the_organs_and_names_only_of_what_one_may_know(office: Office, claimed: Claimed) -> None:
    """The cashier counts a claim that has not come to him, and is not told whose it is."""
    claim = claimed(at=EVE)
    agreed(office, claim, HE_WEI, EVE + timedelta(hours=1))
    found = queries.ageing(office.actor(CASHIER), date(2026, 9, 29))
    for name, seen in ((CASHIER, []), (LI_MIN, [claim.pk])):
        assert [one.days for one in found] == [1]
        assert [one.claim.pk for one in queries.known(office.actor(name), found)] == seen


def test_the_figures_are_not_everybodys(office: Office) -> None:
    for read in (queries.ageing, queries.budget_lines, queries.speeds):
        with refused("sees_no_budget", Forbidden):
            read(office.actor(LI_MIN), 2026)  # type: ignore[operator]


def test_another_organs_claims_are_not_counted(office: Office, claimed: Claimed) -> None:
    claimed(at=EVE)
    assert queries.ageing(office.actor(ZHENG_GUODONG), date(2026, 9, 29)) == []
    assert queries.speeds(office.actor(ZHENG_GUODONG), 2026)[0].count == 0
