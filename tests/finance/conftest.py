"""Money in 澄江市: the finance people of the committee's office, a budget, the routes."""

import json
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

import zhongshu.finance
from tests.world import AT, FOUNDED, LI_MIN, World
from zhongshu.approvals import services as approvals
from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Approval
from zhongshu.finance import queries, services
from zhongshu.finance.models import BudgetLine, Claim, Decision, SplitFlag
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day, now
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post
from zhongshu.platform.accounts.models import User
from zhongshu.platform.files import services as files

ROUTES = Path(zhongshu.finance.__file__).parent / "routes"
REVIEWER, CASHIER, BOOKKEEPER, DEPUTY = "方晴", "柳青", "秦岚", "苏阳"
POSTS = {
    REVIEWER: ("财务审核岗", [Duty.REVIEW_CLAIMS]),
    CASHIER: ("出纳", [Duty.PAY]),
    BOOKKEEPER: ("会计", [Duty.BOOK]),
    DEPUTY: ("副秘书长", [Duty.KEEP_BUDGET]),
}


class Office:
    """The committee's office and who handles its money."""

    def __init__(self, world: World) -> None:
        self.world, self.organ = world, world.units["SWB"]
        self.people: dict[str, Person] = dict(world.people)
        for number, (name, (title, duties)) in enumerate(POSTS.items()):
            person = Person.objects.create(name=name, staff_number=f"cw{number}")
            post = Post.objects.create(unit=self.organ, title=title, duties=[str(duty) for duty in duties])
            Appointment.objects.create(person=person, post=post, starts_on=FOUNDED)
            self.people[name] = person

    def line(self) -> BudgetLine:
        return BudgetLine.objects.get()

    def flag(self) -> SplitFlag:
        return SplitFlag.objects.get()

    def client(self, name: str) -> Client:
        """A browser in which ``name`` has entered."""
        user = self.people[name].user
        assert user is not None
        client = Client()
        client.force_login(user, backend="zhongshu.platform.accounts.backends.AccountBackend")
        return client

    def actor(self, name: str) -> Actor:
        return org.actor_of(self.people[name], AT.date())


def prepared(world: World, *, year: int = 2026) -> Office:
    """The office with a budget of 100,000 yuan and every route published."""
    made = Office(world)
    for path in sorted(ROUTES.glob("*.json")):
        spec = json.loads(path.read_text("utf-8"))
        for one in spec["body"]:
            if one["who"]["kind"] in ("unit_head", "principal", "in_charge"):
                one |= {"on_empty": "named", "fallback": ["hewei", "cw3"]}
        approvals.draft_route(actor=SYSTEM, spec=spec, organ_id=made.organ.pk, at=AT)
        approvals.publish_route(actor=SYSTEM, name=spec["name"], at=AT)
    services.enter_line(
        actor=SYSTEM,
        organ_id=made.organ.pk,
        year=year,
        code="30201",
        title="办公费",
        amount=Decimal(100000),
        at=AT,
    )
    return made


def sent(office: Office, yuan: str = "800", **more: Any) -> Claim:
    """A claim of 李敏's, handed in now."""
    today = local_day(now())
    items = (services.Item("硒鼓", today, Decimal(yuan)),)
    told = draft(yuan, items=items, **more)
    return services.submit_claim(actor=office.actor(LI_MIN), draft=told, at=now())


def decide(actor: Actor, matter_id: int, at: datetime, opinion: str = "") -> Approval:
    """``actor`` agrees; where it is to be paid he pays, where it is to be booked he books."""
    common: dict[str, Any] = {"actor": actor, "matter_id": matter_id, "opinion": opinion, "at": at}
    match queries.asked_power(actor, matter_id):
        case Power.PAY:
            nothing = Claim.objects.get(pk=matter_id).payable == 0
            how = {"way": "offset"} if nothing else {"way": "transfer", "proof": f"回单{matter_id}"}
            return services.pay_claim(**how, **common)
        case Power.BOOK:
            return services.book_claim(voucher=f"记-{matter_id}", **common)
        case _:
            return approvals.agree(**common)


@pytest.fixture
def office(world: World) -> Office:
    return prepared(world)


@pytest.fixture
def seated(office: Office) -> Office:
    """The office whose finance people can enter."""
    for number, name in enumerate(POSTS):
        user = User(username=f"cw{number}", password_changed_at=AT)
        user.set_unusable_password()
        user.save()
        Person.objects.filter(pk=office.people[name].pk).update(user=user)
        office.people[name] = Person.objects.select_related("user").get(pk=office.people[name].pk)
    return office


def draft(yuan: str = "800", **more: Any) -> services.Draft:
    """A claim for office supplies."""
    number = more.pop("number", "26442000000012345678")
    given: dict[str, Any] = {
        "title": "购买打印耗材",
        "category": "office",
        "payee": "澄江文具店",
        "line_id": BudgetLine.objects.get().pk,
        "items": (services.Item("硒鼓", date(2026, 9, 10), Decimal(yuan)),),
        "slips": (services.Slip(number, date(2026, 9, 10), Decimal(yuan)),),
    }
    return services.Draft(**{**given, **more})


@pytest.fixture
def claimed(office: Office) -> Callable[..., Claim]:
    def claim(yuan: str = "800", *, by: str = LI_MIN, at: datetime = AT, **more: Any) -> Claim:
        return services.submit_claim(actor=office.actor(by), draft=draft(yuan, **more), at=at)

    return claim


def later(hours: int) -> datetime:
    return AT + timedelta(hours=hours)


def decided(office: Office, limit: int = 20000, *, on: date = date(2026, 9, 15), **votes: int) -> Decision:
    """What a quorate meeting passed on ``on``, with its signed minutes."""
    minutes = files.store(actor=SYSTEM, stream=BytesIO(b"minutes"), name="会议纪要.txt", at=AT)
    counted = {"entitled": 9, "present": 8, "in_favour": 7} | votes
    return services.record_decision(
        actor=office.actor(REVIEWER), organ_id=office.organ.pk, meeting="党组会", item="信息化项目付款",
        held_on=on, limit=Decimal(limit), evidence=minutes, at=max(AT, now()), **counted,
    )  # fmt: skip
