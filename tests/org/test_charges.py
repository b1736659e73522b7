"""Who is in charge of what: from a day on, what was before stays to be read, and only its keeper says so."""

from datetime import datetime, timedelta
from io import BytesIO

import openpyxl
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.refusing import refused
from tests.world import ADMINISTRATORS, AT, CHEN_LI, HE_WEI, LI_MIN, SUN_YAO, TODAY, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import local_day, now
from zhongshu.kernel.refusals import Forbidden
from zhongshu.org import queries, services
from zhongshu.org.models import Appointment, Charge, Duty, Unit, UnitKind
from zhongshu.org.presenters.charges import ChargesPage

pytestmark = pytest.mark.django_db
DAY = timedelta(days=1)


def post_of(world: World, name: str) -> int:
    return Appointment.objects.get(person=world.people[name]).post_id


def put(world: World, name: str, *codes: str, since: int = 0) -> None:
    units = [world.units[code].pk for code in codes]
    services.put_in_charge(
        actor=SYSTEM, post_id=post_of(world, name), unit_ids=units, starts_on=TODAY + since * DAY, at=AT
    )


def in_charge(world: World, code: str, days: int = 0) -> list[str]:
    return [one.name for one in queries.in_charge_of(world.units[code].pk, TODAY + days * DAY)]


def periods() -> list[tuple[int, int | None]]:
    rows = Charge.objects.order_by("starts_on", "id")
    return [
        ((one.starts_on - TODAY).days, (one.ends_on - TODAY).days if one.ends_on else None) for one in rows
    ]


def test_from_its_day_on_and_not_before(world: World) -> None:
    put(world, LI_MIN, "SWB-DC", since=3)
    assert in_charge(world, "SWB-DC", 2) == [CHEN_LI], "until then the principal leader"
    assert in_charge(world, "SWB-DC", 3) == [LI_MIN]


def test_what_was_before_ends_the_day_before_and_stays(world: World) -> None:
    put(world, LI_MIN, "SWB-DC")
    put(world, LI_MIN, since=5)
    assert periods() == [(0, 4)] and in_charge(world, "SWB-DC", 4) == [LI_MIN]
    assert in_charge(world, "SWB-DC", 5) == [CHEN_LI]


def test_what_goes_on_keeps_its_first_day_and_what_was_planned_is_replaced(world: World) -> None:
    put(world, LI_MIN, "SWB-DC")
    put(world, LI_MIN, since=9)
    put(world, LI_MIN, "SWB-DC", "SWB", since=2)
    assert periods() == [(0, None), (2, None)]
    put(world, LI_MIN)
    assert periods() == [], "a period that would not last a day leaves nothing"


def test_not_from_the_past_not_by_anybody_and_not_for_oneself(world: World) -> None:
    with refused("begins_in_the_past", match="过去的日子"):
        put(world, LI_MIN, "SWB-DC", since=-1)
    post = Appointment.objects.get(person=world.people[HE_WEI]).post
    told = {"unit_ids": [world.units["SWB-DC"].pk], "at": AT}
    with refused("not_the_keeper", Forbidden):
        services.put_in_charge(actor=world.actor(HE_WEI), post_id=post_of(world, LI_MIN), **told)  # type: ignore[arg-type]
    post.duties = [*post.duties, Duty.KEEP_ORG]
    post.save()
    services.put_in_charge(actor=world.actor(HE_WEI), post_id=post_of(world, LI_MIN), **told)  # type: ignore[arg-type]
    with refused("not_for_oneself", match="不能给自己"):
        services.put_in_charge(actor=world.actor(HE_WEI), post_id=post.pk, **told)  # type: ignore[arg-type]


def test_the_page_tells_who_and_since_when_and_takes_the_change(world: World) -> None:
    post = Appointment.objects.get(person=world.people[HE_WEI]).post
    post.duties = [*post.duties, Duty.KEEP_ORG]
    post.save()
    url, day = reverse("org:charges", args=[world.units["SWB"].pk]), local_day(now())
    assert "没有指定" in world.client(LI_MIN).get(url).content.decode()
    client, change = world.client(HE_WEI), reverse("org:charge-set", args=[post_of(world, CHEN_LI)])
    assert (
        change in client.get(url).content.decode()
        and change not in world.client(LI_MIN).get(url).content.decode()
    )
    sent = {"unit_ids": [world.units["SWB-DC"].pk], "starts_on": f"{day}"}
    assert client.post(change, sent).status_code == 303
    shown = world.client(SUN_YAO).get(url).content.decode()
    assert "直接分管" in shown and f"{day}" in shown and "历次分管" in shown
    book = world.client(LI_MIN).get(reverse("org:charges-export", args=[world.units["SWB"].pk]))
    rows = list(openpyxl.load_workbook(BytesIO(b"".join(book.streaming_content))).active.values)  # type: ignore[union-attr, arg-type]
    assert rows[2] == ("督查科", "秘书长", datetime(day.year, day.month, day.day), None)


def test_more_units_are_not_more_queries_for_the_list_of_periods(world: World) -> None:
    """The leader of each unit is remembered for the day; the second reading asks no more for ten units than for one."""
    url, client, organ = (
        reverse("org:charges", args=[world.units["SWB"].pk]),
        world.client(LI_MIN),
        world.units["SWB"],
    )
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as few:
        client.get(url)
    for number in range(9):
        unit = Unit.objects.create(
            code=f"SWB-{number}",
            name=f"科室{number}",
            short_name=f"科室{number}",
            kind=UnitKind.SECTION,
            parent=organ,
            organ=organ,
            path="",
        )
        unit.path = f"{organ.path}{unit.pk}/"
        unit.save()
    client.get(url)
    with CaptureQueriesContext(connection) as many:
        client.get(url)
    assert len(many) == len(few)


def test_the_three_administrators_are_no_leaders(world: World) -> None:
    """G-05."""
    page = ChargesPage(world.actor(HE_WEI), world.units["SWB"], TODAY)
    assert [one.holders for one in page.leaders if one.holders], "the organ has leaders"
    assert not any(name in one.holders for one in page.leaders for name in ADMINISTRATORS)
