"""A claim with faults is not handed in: every fault stands beside its field, and nothing is bound."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.finance.conftest import Office, decided, draft
from tests.refusing import refused, untouched
from tests.world import AT, LI_MIN, TODAY
from zhongshu.finance import rules, services
from zhongshu.finance.models import Claim

pytestmark = pytest.mark.django_db
ITEM, SLIP = services.Item, services.Slip
DAY = date(2026, 9, 10)


def handed_in(office: Office, **words: Any) -> Claim:
    return services.submit_claim(actor=office.actor(LI_MIN), draft=draft(**words), at=AT)


FAULTS: list[tuple[dict[str, Any], str, str]] = [
    ({"title": "\u3000"}, "title", "事由"),
    ({"payee": " "}, "payee", "收款人"),
    ({"payee_code": "91440000MA4X000000"}, "payee_code", "18 位"),
    ({"items": ()}, "items", "至少填写一项"),
    ({"items": (ITEM("硒鼓", DAY, Decimal(801)), ITEM("退货", DAY, Decimal(-1)))}, "items", "第 2 项金额"),
    ({"items": (ITEM("硒鼓", TODAY + timedelta(days=1), Decimal(800)),)}, "items", "第 1 项日期"),
    ({"slips": tuple(SLIP("26442000000012345678", DAY, Decimal(400)) for _ in "12")}, "slips", "填了两次"),
    ({"slips": (SLIP("26442000000012345678", DAY, Decimal(799)),)}, "slips", ""),
    ({"line_id": 0}, "line_id", "预算指标"),
    ({"advance_id": 0}, "advance_id", "尚未结清的借款"),
    ({"decision_id": 0}, "decision_id", "会议决定"),
]


@pytest.mark.parametrize(
    ("words", "field", "said"), FAULTS, ids=[f"{n}-{one[1]}" for n, one in enumerate(FAULTS)]
)
def test_is_told_beside_its_field_and_binds_nothing(
    office: Office, words: dict[str, Any], field: str, said: str
) -> None:
    with untouched(), refused("claim_has_faults") as caught:
        handed_in(office, **words)
    assert said in str(caught.value.fields[field])
    assert office.line().reserved == 0 and not Claim.objects.exists()


def test_all_are_told_at_once(office: Office) -> None:
    with refused("claim_has_faults") as caught:
        handed_in(office, title="", payee="", line_id=0)
    assert {"title", "payee", "line_id"} <= set(caught.value.fields)


def test_a_decision_opens_the_way_for_no_more_than_it_says(office: Office) -> None:
    enough, too_little = decided(office, 800), decided(office, 799)
    with untouched(), refused("claim_has_faults") as caught:
        handed_in(office, decision_id=too_little.pk)
    assert list(caught.value.fields) == ["decision_id"]
    assert handed_in(office, decision_id=enough.pk).decision == enough


def test_a_fault_says_what_to_do_next_and_on_what_article_it_stands(office: Office) -> None:
    """Law 7: beside the field, and on the page of a refusal that belongs to none."""
    with refused("claim_has_faults") as no:
        services.submit_claim(actor=office.actor(LI_MIN), draft=draft("100001"), at=AT)
    assert str(no.value.fields["line_id"]).endswith(
        "请换用其他指标，或先办理预算调剂。（依据：预算法第十三条、第五十七条）"
    )
    with refused("over_budget") as no:
        rules.F_05_balance(Decimal(2), Decimal(1), "办公费").require()
    assert (no.value.source, no.value.rule) == ("预算法第十三条、第五十七条", "F-05")
    assert no.value.told.endswith("（依据：预算法第十三条、第五十七条）")
