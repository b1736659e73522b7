"""Money: claims for whoever may know of them; the registers for those who keep or watch them."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from tests.finance.conftest import Office, decided, prepared, sent
from tests.matrix.matrix import Answer, Arguments, Row
from tests.world import (
    ADMINISTRATORS,
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    SHEN_JING,
    ZHENG_GUODONG,
    ZHOU_QIMING,
    World,
)

from zhongshu.finance import services
from zhongshu.finance.models import Undertaking
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now

LEADERS = (CHEN_LI, ZHOU_QIMING, ZHENG_GUODONG)
WATCHING = (*LEADERS, SHEN_JING)
KNOWING = (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING)
NOT_ADMINISTRATORS: Mapping[str, Answer] = dict.fromkeys(ADMINISTRATORS, 403)


def known(**but: Answer) -> dict[str, Answer]:
    return {**dict.fromkeys(KNOWING, 200), **but}


def office(world: World) -> Office:
    return prepared(world, year=local_day(now()).year)


def published(world: World) -> Arguments:
    office(world)
    return {}


def claimed(world: World) -> Arguments:
    return {"matter_id": sent(office(world)).pk}


def about_a_claim(world: World) -> Arguments:
    return {"ref": sent(office(world)).pk}


def organ(world: World) -> Arguments:
    return {"ref": world.units["SWB"].pk}


def line(world: World) -> Arguments:
    return {"ref": office(world).line().pk}


def flag(world: World) -> Arguments:
    made, day = office(world), local_day(now())
    services.set_threshold(
        actor=SYSTEM, organ_id=made.organ.pk, kind="claim", amount=Decimal(1000), paper="办法", valid_from=day,
        at=now(),
    )  # fmt: skip
    sent(made, number="26442000000000000001")
    sent(made, number="26442000000000000002")
    return {"ref": made.flag().pk}


def fund_page(world: World) -> Arguments:
    return {"fund_id": fund(world)["ref"]}


def fund(world: World) -> Arguments:
    made = office(world)
    found = services.enter_fund(
        actor=made.actor("苏阳"), unit_id=made.organ.pk, project="平台", asked_of="省财政厅", asked=Decimal(5),
        asked_on=date(2026, 3, 1), at=now(),
    )  # fmt: skip
    return {"ref": found.pk}


def undertaken(world: World) -> Undertaking:
    today = local_day(now())
    plan = services.Plan(
        kind="contract",
        title="维护",
        party="澄江蓝图网络",
        amount=Decimal(5000),
        starts_on=today,
        ends_on=today,
    )
    return services.submit_undertaking(actor=office(world).actor(LI_MIN), plan=plan, at=now())


def undertaking(world: World) -> Arguments:
    return {"matter_id": undertaken(world).pk}


def kept(world: World) -> Arguments:
    given: dict[str, Any] = {"kind": "claim", "data": {"title": ["硒鼓"]}, "at": now()}
    return {"draft_id": services.keep_draft(actor=office(world).actor(LI_MIN), **given).pk}


def about_an_undertaking(world: World) -> Arguments:
    return {"ref": undertaken(world).pk}


def decision(world: World) -> Arguments:
    return {"decision_id": decided(office(world), on=local_day(now())).pk}


OURS = (LI_MIN, HE_WEI, CHEN_LI)
ROWS = [
    Row("finance:undertakings", 200, NOT_ADMINISTRATORS),
    Row("finance:undertakings-export", 200, NOT_ADMINISTRATORS),
    Row("finance:undertaking", 404, known(), prepare=undertaking),
    Row("finance:contract-new", 403, dict.fromkeys(OURS, 200), prepare=organ),
    Row("finance:project-new", 403, dict.fromkeys(OURS, 200), prepare=organ),
    Row(
        "finance:undertaking-amend",
        404,
        {**dict.fromkeys(KNOWING, 403), LI_MIN: 409},
        prepare=about_an_undertaking,
    ),
    Row(
        "finance:contract-signing",
        404,
        {**dict.fromkeys(KNOWING, 403), LI_MIN: 200, CHEN_LI: 200},
        prepare=about_an_undertaking,
    ),
    Row(
        "finance:undertaking-acceptance",
        404,
        {SHEN_JING: 403, LI_MIN: 422, HE_WEI: 200, CHEN_LI: 200},
        prepare=about_an_undertaking,
    ),
    Row("finance:budget-export", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:ageing-export", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:funds-export", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:large-export", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:evidence", 404, {LI_MIN: 403, HE_WEI: 403, CHEN_LI: 200, SHEN_JING: 200}, prepare=decision),
    Row("finance:claims", 200),
    Row("finance:export", 200),
    Row("finance:new-claim", 200, NOT_ADMINISTRATORS, prepare=published),
    Row("finance:new-advance", 200, NOT_ADMINISTRATORS, prepare=published),
    Row("finance:claim-draft", 200, NOT_ADMINISTRATORS, method="post"),
    Row("finance:advance-draft", 200, NOT_ADMINISTRATORS, method="post"),
    Row("finance:draft-removal", 404, {LI_MIN: 303}, method="post", prepare=kept),
    Row("finance:budget", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:ageing", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:funds", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:large", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:duties", 403, dict.fromkeys(WATCHING, 200), prepare=published),
    Row("finance:duties-export", 403, dict.fromkeys(WATCHING, 200)),
    Row("finance:claim", 404, known(), prepare=claimed),
    Row("finance:amend", 404, {**dict.fromkeys(KNOWING, 403), LI_MIN: 409}, prepare=claimed),
    Row("finance:budget-line", 403, prepare=organ),
    Row("finance:budget-amount", 404, dict.fromkeys(KNOWING, 403), prepare=line),
    Row("finance:threshold", 403, {CHEN_LI: 200}, prepare=organ),
    Row("finance:standards", 200, NOT_ADMINISTRATORS),
    Row("finance:standard", 403, prepare=organ),
    Row("finance:decision", 403, {CHEN_LI: 200}, prepare=organ),
    Row("finance:link-decision", 404, {**dict.fromkeys(KNOWING, 403), CHEN_LI: 200}, prepare=about_a_claim),
    Row(
        "finance:supervision",
        404,
        {**dict.fromkeys(KNOWING, 403), LI_MIN: 200, HE_WEI: 200},
        prepare=about_a_claim,
    ),
    Row("finance:claim-payment", 404, dict.fromkeys(KNOWING, 403), prepare=about_a_claim),
    Row("finance:claim-booking", 404, dict.fromkeys(KNOWING, 403), prepare=about_a_claim),
    Row("finance:claim-repayment", 404, dict.fromkeys(KNOWING, 403), prepare=about_a_claim),
    Row("finance:flag-explanation", 404, dict.fromkeys(KNOWING, 403), prepare=flag),
    Row("finance:fund-new", 403, prepare=organ),
    Row(
        "finance:fund", 404, {**dict.fromkeys(KNOWING, 403), CHEN_LI: 200, SHEN_JING: 200}, prepare=fund_page
    ),
    Row("finance:fund-movement", 404, dict.fromkeys(KNOWING, 403), prepare=fund),
    Row("finance:fund-link", 404, dict.fromkeys(KNOWING, 403), prepare=fund),
    Row("finance:fund-closure", 404, dict.fromkeys(KNOWING, 403), prepare=fund),
]
