"""The sheet of a claim (经费报销单): items, invoices, sums in figures and in words; the capitals themselves."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.finance.conftest import BOOKKEEPER, CASHIER, REVIEWER, Office, decide, later
from tests.platform.typesetting.pages import Pages
from tests.world import HE_WEI, LI_MIN
from zhongshu.approvals import services as approvals
from zhongshu.approvals.models import Approval
from zhongshu.finance import services
from zhongshu.finance.models import Claim
from zhongshu.finance.papers import capitals, printed
from zhongshu.platform.typesetting.elements import Grid

VALUES = {one: n for n, one in enumerate("零壹贰叁肆伍陆柒捌玖")}
PLACES = {"拾": 10, "佰": 100, "仟": 1000}
GROUPS = {"万": 10**4, "亿": 10**8}


@pytest.mark.django_db
def test_items_invoices_and_the_sum_in_words(office: Office, claimed: Callable[..., Claim]) -> None:
    day = date(2026, 9, 10)
    items = (
        services.Item("硒鼓", day, Decimal("1409.50")),
        services.Item("打印纸", day, Decimal("160")),
    )
    slips = (services.Slip("26442000000012345678", day, Decimal("1569.50"), "", "澄江文具店"),)
    claim = claimed(items=items, slips=slips, payee_account="6222000000001")
    approvals.agree(actor=office.actor(HE_WEI), matter_id=claim.pk, opinion="属实", at=later(1))
    made = approvals.take_sheet(actor=office.actor(LI_MIN), matter_id=claim.pk, at=later(2))
    told = Pages(made).cells()
    for words in (
        "经费报销单", "报销人李敏", "收款人澄江文具店", "收款账号6222000000001", "30201办公费",
        "硒鼓费用2026-09-101,409.50", "打印纸费用2026-09-10160.00",
        "人民币（大写）壹仟伍佰陆拾玖元伍角1,569.50", "26442000000012345678澄江文具店",
        "部门负责人审核同意：属实何伟", "费用报销（第1版）",
    ):  # fmt: skip
        assert words in told


@pytest.mark.django_db
def test_amounts_and_payees_hidden_by_the_route_are_on_no_row(claimed: Callable[..., Claim]) -> None:
    approval = Approval.objects.get(pk=claimed("800").pk)
    grids = [one for one in printed(approval, frozenset({"amount", "payee"})) if isinstance(one, Grid)]
    told = "".join(cell.text for grid in grids for row in grid.rows for cell in row)
    assert "800" not in told and "捌佰" not in told and "澄江文具店" not in told


@pytest.mark.parametrize(
    ("amount", "told"),
    [
        ("0", "零元整"),
        ("0.56", "伍角陆分"),
        ("0.05", "伍分"),
        ("1.06", "壹元零陆分"),
        ("10", "壹拾元整"),
        ("107000.53", "壹拾万柒仟元伍角叁分"),
        ("1409.50", "壹仟肆佰零玖元伍角"),
        ("6007.14", "陆仟零柒元壹角肆分"),
        ("100010000", "壹亿零壹万元整"),
        ("16409.02", "壹万陆仟肆佰零玖元零贰分"),
    ],
)
def test_capitals_as_the_regulation_writes_them(amount: str, told: str) -> None:
    assert capitals(Decimal(amount)) == told


@given(st.integers(0, 10**12 - 1))
def test_capitals_read_back_are_the_amount(cents: int) -> None:
    told = capitals(Decimal(cents) / 100)
    assert _read(told) == cents and "零零" not in told


def _read(told: str) -> int:
    whole, _yuan, rest = told.rpartition("元")
    cents = sum(
        VALUES[rest[at - 1]] * worth for unit, worth in (("角", 10), ("分", 1)) if (at := rest.find(unit)) > 0
    )
    total = group = digit = 0
    for one in whole:
        if one in VALUES:
            digit = VALUES[one]
        elif one in PLACES:
            group, digit = group + digit * PLACES[one], 0
        else:
            total, group, digit = total + (group + digit) * GROUPS[one], 0, 0
    return (total + group + digit) * 100 + cents


@pytest.mark.django_db
def test_a_claim_gone_all_its_way_is_one_page(office: Office, claimed: Callable[..., Claim]) -> None:
    claim = claimed()
    for hour, name in enumerate((HE_WEI, REVIEWER, CASHIER, BOOKKEEPER), start=1):
        decide(office.actor(name), claim.pk, later(hour), "情况属实")
    made = approvals.take_sheet(actor=office.actor(LI_MIN), matter_id=claim.pk, at=later(9))
    assert len(Pages(made)) == 1
