"""What a category of expense asks beside the claim."""

from decimal import Decimal

import pytest

from tests.world import AT
from zhongshu.approvals import grammar, queries, registry
from zhongshu.finance import rules
from zhongshu.finance.models import Category


def test_a_meeting_is_approved_first_and_shows_notice_programme_and_attendance() -> None:
    """F-10."""
    needs = rules.needed(Category.MEETING)
    assert needs.basis and [str(one) for one in needs.files] == ["通知", "日程", "签到表"]


def test_no_reception_without_its_letter() -> None:
    """F-11."""
    needs = rules.needed(Category.RECEPTION)
    assert [str(one) for one in needs.files] == ["公函"] and not needs.basis


def test_what_is_bought_is_in_the_ledger_of_goods_before_it_is_paid() -> None:
    """F-12."""
    needs = rules.needed(Category.PURCHASE)
    assert [str(one) for one in needs.files] == ["入库单"] and not needs.basis


def test_office_supplies_need_nothing_more() -> None:
    assert rules.needed(Category.OFFICE) == rules.Needs()


def test_no_more_is_claimed_than_the_invoices_hold() -> None:
    """F-07."""
    assert rules.F_07_covered(Decimal(100), Decimal(100))
    assert not rules.F_07_covered(Decimal("100.01"), Decimal(100))


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("name", "code", "rule"),
    [("trip", "until_day", "F-09"), ("meeting", "level", "F-10"), ("purchase", "", "")],
)
def test_the_check_tells_a_route_of_trips_that_claims_cannot_read(name: str, code: str, rule: str) -> None:
    """What comes with the house can be read; an organ's own form with other codes cannot, and says so beforehand."""
    spec = registry.shipped()[name]
    assert "not_read" not in [one.code for one in queries.notes_of(grammar.read(spec), None, AT.date())]
    fields = [{**one, "code": "another"} if one["code"] == code else one for one in spec["fields"]]
    plan = grammar.read({**spec, "fields": fields, "ties": [], "name": "own"})
    told = [one for one in queries.notes_of(plan, None, AT.date()) if one.code == "not_read"]
    assert [one.rule for one in told] == ([rule] if rule else [])
    assert all(code in one.story and "不能据以报销" in one.story for one in told)
