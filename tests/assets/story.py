"""Assets of the committee's office, carried as far as a test needs, through the services."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.finance.conftest import draft, prepared
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, World
from zhongshu.assets import services
from zhongshu.assets.models import Asset
from zhongshu.finance import services as finance
from zhongshu.finance.models import Claim
from zhongshu.org.models import Appointment, Duty

MANAGER, BOOKKEEPER = LI_MIN, HE_WEI
"""李敏 keeps the ledger of assets, 何伟 keeps the books; 陈立 leads, 沈静 audits."""
OVERSEEING = (LI_MIN, CHEN_LI, SHEN_JING)
SEEING = (*OVERSEEING, HE_WEI)  # and the head of the section that uses it


def staffed(city: World) -> World:
    """The city in which somebody keeps assets."""
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
