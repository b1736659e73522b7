"""What a route hides from a reader of a claim or contract is told to him nowhere: page, list, search, export, API, archive."""

import json
from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from tests.finance.conftest import CASHIER, REVIEWER, ROUTES, Office
from tests.platform.typesetting.pages import Pages
from tests.world import AT, HE_WEI, LI_MIN
from zhongshu.api.tellings import money as tellings
from zhongshu.approvals import services as approvals
from zhongshu.finance import queries, services
from zhongshu.finance.models import Claim, SplitFlag
from zhongshu.finance.queries import Narrowed, Register
from zhongshu.finance.services import Draft, Item, Plan, Slip
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now

pytestmark = pytest.mark.django_db
PAYEE, ACCOUNT, SELLER = "澄江文具店", "6222000000001", "沿江纸行"
HIDDEN = {"amount": "hide", "payee": "hide", "category": "hide", "large": "hide"}


def veil(office: Office, name: str, stage: str, rights: dict[str, str]) -> None:
    """Publish a version of a route in which one stage does not see these fields."""
    spec = json.loads((ROUTES / f"{name}.json").read_text("utf-8"))
    for one in spec["body"]:
        if one["who"]["kind"] in ("unit_head", "principal", "in_charge"):
            one |= {"on_empty": "named", "fallback": ["hewei", "cw3"]}
        one["rights"] = rights if one["code"] == stage else {}
    approvals.draft_route(actor=SYSTEM, spec=spec, organ_id=office.organ.pk, at=AT)
    approvals.publish_route(actor=SYSTEM, name=name, at=AT)


@pytest.fixture
def claim(seated: Office) -> Claim:
    """791 元 to 澄江文具店; who heads the section is not to see how much and to whom."""
    veil(seated, "expense-claim", "head", HIDDEN)
    day = date(2026, 9, 10)
    draft = Draft(
        title="购买打印耗材", category="repair", payee=PAYEE, payee_account=ACCOUNT,
        line_id=seated.line().pk, items=(Item("硒鼓", day, Decimal("791.37")),),
        slips=(Slip("26442000000012345678", day, Decimal("791.37"), "", SELLER),),
    )  # fmt: skip
    return services.submit_claim(actor=seated.actor(LI_MIN), draft=draft, at=AT)


SECRETS = ("791.37", PAYEE, ACCOUNT, SELLER, "维修费", "柒佰玖拾壹")


def told(text: str) -> set[str]:
    return {one for one in SECRETS if one in text}


def get(office: Office, name: str, url: str, *args: Any, **asked: Any) -> Any:
    return office.client(name).get(reverse(f"finance:{url}", args=args), asked)


def sheets(answer: Any) -> str:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return " ".join(str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row)


def test_page_and_sheet(seated: Office, claim: Claim) -> None:
    shown = get(seated, HE_WEI, "claim", claim.pk).content.decode()
    assert not told(shown) and "不向您显示" in shown and "硒鼓" in shown
    made = approvals.take_sheet(actor=seated.actor(HE_WEI), matter_id=claim.pk, at=now())
    assert not told(Pages(made).cells())
    own = get(seated, LI_MIN, "claim", claim.pk).content.decode()
    assert told(own) == {"791.37", PAYEE, ACCOUNT, SELLER, "维修费"}


def test_list_and_its_workbook(seated: Office, claim: Claim) -> None:
    shown = get(seated, HE_WEI, "claims", box="waiting").content.decode()
    assert claim.matter.title in shown and told(shown) <= {"维修费"}  # one of the filter's choices
    book = sheets(get(seated, HE_WEI, "export", box="waiting"))
    assert claim.matter.title in book and not told(book)
    assert told(sheets(get(seated, LI_MIN, "export", box="mine"))) >= {"791.37", PAYEE}


@pytest.mark.parametrize("asked", [{"text": "文具"}, {"category": "repair"}])
def test_nothing_is_found_by_what_is_hidden(seated: Office, claim: Claim, asked: dict[str, str]) -> None:
    def found(name: str) -> list[int]:
        rows = queries.listed(seated.actor(name), Narrowed(box="all", **asked))
        return [one.pk for one in rows]

    assert (found(HE_WEI), found(LI_MIN)) == ([], [claim.pk])
    by_title = queries.listed(seated.actor(HE_WEI), Narrowed(box="all", text="耗材"))
    assert [one.pk for one in by_title] == [claim.pk]


def test_the_api(seated: Office, claim: Claim) -> None:
    class Asked:
        actor, at = seated.actor(HE_WEI), now()

    whole = tellings.claim(Asked(), claim.pk)  # type: ignore[arg-type]
    assert not told(whole.model_dump_json())
    assert (whole.amount, whole.payee, whole.items[0].amount, whole.invoices[0].seller) == (
        None,
        "",
        None,
        "",
    )
    page = queries.claims_page(seated.actor(HE_WEI), Narrowed(box="all"))
    assert not told(tellings.lines(Asked(), page).model_dump_json())  # type: ignore[arg-type]


def test_once_somebody_sits_where_it_is_shown_he_sees_it(seated: Office, claim: Claim) -> None:
    """The reviewer's stage hides nothing; who heads the section has passed it on and still does not see."""
    approvals.agree(actor=seated.actor(HE_WEI), matter_id=claim.pk, at=now())
    assert told(get(seated, REVIEWER, "claim", claim.pk).content.decode()) >= {"791.37", PAYEE}
    assert not told(get(seated, HE_WEI, "claim", claim.pk).content.decode())


def test_a_suspicion_of_splitting_and_what_is_told_of_it(seated: Office, claim: Claim) -> None:
    threshold = services.set_threshold(
        actor=SYSTEM, organ_id=seated.organ.pk, kind="claim", amount=Decimal(1000), paper="澄府办〔2026〕1号",
        valid_from=local_day(now()), at=now(),
    )  # fmt: skip
    SplitFlag.objects.create(
        matter=claim.matter, organ_id=seated.organ.pk, payee=PAYEE, total=Decimal("1582.74"), threshold=threshold,
        others=[], raised_at=now(),
    )  # fmt: skip
    assert "1,582.74" in get(seated, LI_MIN, "claim", claim.pk).content.decode()
    shown = get(seated, HE_WEI, "claim", claim.pk).content.decode()
    assert "1,582.74" not in shown and not told(shown)


def test_a_contract(seated: Office) -> None:
    veil(seated, "contract", "head", {"amount": "hide", "party": "hide"})
    plan = Plan(
        kind="contract", title="机房维保", body="一年", party=PAYEE, amount=Decimal("791.37"),
        starts_on=date(2026, 9, 1), ends_on=date(2027, 8, 31),
    )  # fmt: skip
    one = services.submit_undertaking(actor=seated.actor(LI_MIN), plan=plan, at=now())
    shown = get(seated, HE_WEI, "undertaking", one.pk).content.decode()
    assert "机房维保" in shown and not told(shown)
    listed = get(seated, HE_WEI, "undertakings", kind="contract").content.decode()
    assert "机房维保" in listed and not told(listed)
    assert not told(sheets(get(seated, HE_WEI, "undertakings-export", kind="contract")))
    by_party = Register(kind="contract", text="文具")
    assert not queries.registered(seated.actor(HE_WEI), by_party).exists()
    assert queries.registered(seated.actor(LI_MIN), by_party).exists()


def test_who_pays_sees_what_he_pays(seated: Office, claim: Claim) -> None:
    assert queries.sight(seated.actor(CASHIER), claim).hidden == frozenset(HIDDEN)
    assert queries.sight(seated.actor(LI_MIN), claim).hidden == frozenset()
