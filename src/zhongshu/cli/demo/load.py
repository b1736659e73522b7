"""Loading the demonstration, all of it through the services."""

import random
import secrets
from collections.abc import Callable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Max

from zhongshu.cli.demo import away, lives, money, papers, reporting, sittings, work
from zhongshu.cli.demo.scenes import SCENES, Scene
from zhongshu.cli.demo.settle import settle
from zhongshu.cli.demo.world import World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services as matters
from zhongshu.org import queries as org
from zhongshu.org.services import put_in_charge
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Notice

MATTERS = 288
SITTINGS = 14
DAYS = 340
SEED = 20261122
IN_CHARGE = {"chenli": ("lz-duc", "lz-msk"), "hewei": ("lz-zhk", "lz-dak", "lz-xzk")}


def load(*, at: datetime, said: Callable[[str], None], password: str = "") -> str:
    """Fill an empty database with the fictional city and a year of its work up to ``at``.

    Returns the password that all its accounts share, made by chance unless given.
    """
    password = password or secrets.token_urlsafe(9)
    rng = random.Random(SEED)  # noqa: S311  believable, not secret
    with transaction.atomic():  # all of it or nothing: half a city would pass for a whole one
        settle(at=at - timedelta(days=DAYS + 10), password=password)
        world = World()
        said("机构和人员已建立。")
        _begin(world, at, rng)
        while world.step(at):
            pass
        sittings.bring_in(world, SITTINGS, at - timedelta(hours=2), rng)
        papers.write(world, at - timedelta(hours=1))
        away.leave(world, at - timedelta(hours=1))
        money.spend(world, at - timedelta(hours=1))
        _put_in_charge(world, at)
        _read_until(at - timedelta(days=4), world, at)
        matters.sweep(actor=SYSTEM, at=at)
        journal.seal(at=at)
    said("一年的督办事项已生成。")
    return password


def _put_in_charge(world: World, at: datetime) -> None:
    """Which leader of the office is in charge of which of its sections, from today on."""
    for login, codes in IN_CHARGE.items():
        held = org.appointments_of(world.person(login).pk)[0]
        put_in_charge(actor=SYSTEM, post_id=held.post_id, unit_ids=list(world.ids(codes)), at=at)


def _read_until(then: datetime, world: World, at: datetime) -> None:
    """Everybody has looked into his inbox until some days ago."""
    last = Notice.objects.filter(at__lt=then).aggregate(Max("id"))["id__max"]
    for login in world.people:
        notify.mark_all_read(actor=world.actor(login, at), at=at, up_to=last)


def _begin(world: World, at: datetime, rng: random.Random) -> None:
    units = list(work.WORK)
    first = at - timedelta(days=DAYS)
    for number in range(SITTINGS):
        day = first + timedelta(days=number * (DAYS - 14) // SITTINGS + rng.randint(0, 5))
        world.start(sittings.sitting(world, number, lives.later(day, 0, rng), rng))
    for _ in range(MATTERS - SITTINGS * 4):
        day = first + timedelta(days=DAYS * rng.random() ** 0.5)
        story = lives.instructed if rng.random() < 0.45 else lives.ordered
        world.start(story(world, rng.choice(units), lives.later(day, 0, rng), rng))
    for scene in SCENES:
        world.start(scene(Scene(world, at)))
    world.start(reporting.nights(world, first, at))
    world.start(reporting.section(world, lives.later(at - timedelta(days=9), 0, rng), random.Random(SEED)))  # noqa: S311
