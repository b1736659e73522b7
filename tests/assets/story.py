"""Assets of the committee's office, carried as far as a test needs, through the services."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from tests.finance.conftest import draft, prepared
from tests.world import AT, CHEN_LI, FOUNDED, HE_WEI, LI_MIN, SHEN_JING, World
from zhongshu.assets import queries, services
from zhongshu.assets.models import Asset, Stocktake
from zhongshu.finance import services as finance
from zhongshu.finance.models import Claim
from zhongshu.org.models import Appointment, Duty, Person, Post

MANAGER, BOOKKEEPER, ZHANG_YI = LI_MIN, HE_WEI, "张毅"
"""李敏 keeps the ledger of assets, 何伟 keeps the books; 陈立 leads, 沈静 audits."""
COUNTERS = (HE_WEI, ZHANG_YI)
OVERSEEING = (LI_MIN, CHEN_LI, SHEN_JING)
SEEING = (*OVERSEEING, HE_WEI)  # and the head of the section that uses it


def staffed(city: World) -> World:
    """The city in which somebody keeps assets, and 张毅 drives for the office and helps to count."""
    driver = Person.objects.create(name=ZHANG_YI, staff_number="zhangyi")
    post = Post.objects.create(unit=city.units["SWB"], title="驾驶员", duties=[])
    Appointment.objects.create(person=driver, post=post, starts_on=FOUNDED)
    city.people[ZHANG_YI] = driver
    return with_duty(city, MANAGER, Duty.KEEP_ASSETS)


def with_books(city: World) -> World:
    """The city in which somebody keeps books, too."""
    return with_duty(city, BOOKKEEPER, Duty.BOOK)


def with_duty(city: World, name: str, duty: Duty) -> World:
    post = post_of(city, name).post
    post.duties = [*post.duties, duty.value]
    post.save(update_fields=["duties"])
    return city


def card(city: World, **changes: Any) -> services.Card:
    """A laptop that 沈静 keeps."""
    given: dict[str, Any] = {
        "name": "便携式计算机",
        "category": "2",
        "value": Decimal("6800.00"),
        "bought_on": date(2026, 3, 12),
        "place": "三楼312室",
        "unit_id": city.units["SWB-DC"].pk,
        "keeper_id": city.people[SHEN_JING].pk,
        "measure": "台",
    }
    return services.Card(**{**given, **changes})


def entered(city: World, **changes: Any) -> list[Asset]:
    return services.enter(
        actor=city.actor(MANAGER), organ_id=city.units["SWB"].pk, card=card(city, **changes), at=AT
    )


def laptop(city: World, **changes: Any) -> Asset:
    (one,) = entered(city, **changes)
    return one


def bought(city: World, yuan: str = "20000") -> Claim:
    """A purchase of 李敏's, approved, paid and booked."""
    prepared(city)
    claim = finance.submit_claim(actor=city.actor(LI_MIN), draft=draft(yuan), at=AT)
    booked = {"approved_at": AT, "paid_at": AT, "booked_at": AT, "pay_way": "transfer"}
    Claim.objects.filter(pk=claim.pk).update(category="purchase", **booked)
    return claim


def post_of(city: World, name: str) -> Appointment:
    return Appointment.objects.get(person=city.people[name])


def counting(
    city: World, *counters: str, approver: str = CHEN_LI, due: date | None = None
) -> services.Counting:
    """何伟 and 张毅 count, 陈立 decides, if nobody else is named."""
    named = counters or COUNTERS
    ids = tuple(city.people[name].pk for name in named)
    return services.Counting(counter_ids=ids, approver_id=city.people[approver].pk, due=due)


def started(city: World, *, at: datetime = AT, **changes: Any) -> Stocktake:
    """A stocktake of all that stands on the books."""
    given = {"counting": counting(city), **changes}
    return services.start_stocktake(actor=city.actor(MANAGER), organ_id=city.units["SWB"].pk, at=at, **given)


def found(city: World, one: Stocktake, name: str, counts: Mapping[int, int], *, at: datetime = AT) -> None:
    """``name`` finds so many of each card, by the ids of cards."""
    lines = {line.asset_id: line.pk for line in one.lines.all()}
    told = {lines[pk]: services.Count(n) for pk, n in counts.items()}
    services.count(actor=city.actor(name), matter_id=one.pk, counts=told, at=at)


def all_found(city: World, one: Stocktake, *, at: datetime = AT, **but: int) -> None:
    """Each counter counts what he does not keep himself, as the book says or as ``but`` does, by names of cards."""
    for line in one.lines.select_related("asset"):
        by = next(name for name in COUNTERS if city.people[name].pk != line.asset.keeper_id)
        found(city, one, by, {line.asset_id: but.get(line.name, line.book)}, at=at)


def finished(city: World, one: Stocktake, *, at: datetime = AT) -> None:
    services.finish_count(actor=city.actor(COUNTERS[0]), matter_id=one.pk, at=at)


def explained(city: World, one: Stocktake, *, at: datetime = AT) -> None:
    """李敏 explains what differs; a surplus gets a card that 何伟 keeps."""
    for line in queries.differences(one):
        surplus = None
        if line.asset_id is None:
            keeper = city.people[HE_WEI].pk
            given = {"category": "2", "unit_id": city.units["SWB-DC"].pk, "keeper_id": keeper}
            surplus = services.Surplus(value=Decimal(500), **given)
        services.explain(
            actor=city.actor(MANAGER), line_id=line.pk, explanation="搬家时遗失。", surplus=surplus, at=at
        )


def agreed(city: World, one: Stocktake, *, at: datetime = AT) -> None:
    for line in queries.differences(one):
        services.agree_difference(actor=city.actor(CHEN_LI), line_id=line.pk, at=at)


def closed(city: World, one: Stocktake, *, at: datetime = AT) -> Stocktake:
    return services.close_stocktake(actor=city.actor(CHEN_LI), matter_id=one.pk, at=at)
