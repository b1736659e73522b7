"""What a category of expense asks beside the claim."""

from decimal import Decimal

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
