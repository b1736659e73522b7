"""Regular reports in the fictional city: the nightly job runs, the section sets milestones and asks for figures."""

import random
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from zhongshu.cli.demo.world import World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters.models import Group
from zhongshu.supervision import services as supervision
from zhongshu.supervision.models import Cycle, Directive, State

CYCLES = (Cycle.ONCE, Cycle.ONCE, Cycle.MONTHLY, Cycle.MONTHLY, Cycle.QUARTERLY)
FIGURES = (
    ("完成投资额（万元）", "开工项目数（个）"),
    ("完成投资额（万元）",),
    ("整改完成数（处）",),
    ("开工项目数（个）",),
)
ASKERS = ("limin", "qianxiao")
AGAIN = "汇报材料口径不同，需按片区分列。"


def cycle_of(unit: str, at: datetime) -> str:
    """How often a matter handed to ``unit`` at ``at`` reports; the same in every run."""
    return random.Random(f"{unit} {at.isoformat()}").choice(CYCLES).value  # noqa: S311  believable, not secret


def nights(world: World, first: datetime, last: datetime) -> Iterator[datetime]:
    """Every small hour between ``first`` and ``last`` the rounds are moved on."""
    at = datetime.combine(first.astimezone(BEIJING).date() + timedelta(days=1), time(0, 10), BEIJING)
    while at < last:
        yield at
        supervision.turn_all(actor=SYSTEM, at=at)
        at += timedelta(days=1)


def section(world: World, at: datetime, rng: random.Random) -> Iterator[datetime]:
    """Some days ago the section set milestones and a weekly cycle, and asked for figures, one of them twice."""
    yield at
    actor, today = world.actor("limin", at), at.astimezone(BEIJING).date()
    in_hand = list(
        Directive.objects.filter(
            matter__group=Group.OPEN,
            matter__state=State.UNDERTAKING,
            cycle=Cycle.ONCE,
            matter__long_term=False,
            matter__parent=None,
            matter__current_due__gt=today + timedelta(days=24),
        ).order_by("-matter__current_due")[:3]
    )
    for directive, words in zip(in_hand, _plans(today), strict=False):
        supervision.set_cycle(actor=actor, directive_id=directive.pk, at=at, **words)  # type: ignore[arg-type]
    regular = Directive.objects.filter(matter__state=State.UNDERTAKING, asks=None).exclude(cycle=Cycle.ONCE)
    for number, directive in enumerate(regular.order_by("matter__lead_unit_id", "pk")[:24]):
        _ask(world, directive, number, at + timedelta(minutes=3 * number), rng)


def _plans(today: date) -> list[dict[str, object]]:
    steps = (("完成招标", 4), ("主体完工", 14), ("组织验收", 21))
    milestones = [supervision.Milestone(name, today + timedelta(days=days)) for name, days in steps]
    return [
        {"cycle": Cycle.MILESTONE, "milestones": milestones},
        {"cycle": Cycle.WEEKLY, "basis": "市政府专题会议要求", "until": today + timedelta(days=60)},
        {"cycle": Cycle.MILESTONE, "milestones": milestones[1:]},
    ]


def _ask(world: World, directive: Directive, number: int, at: datetime, rng: random.Random) -> None:
    labels, actor = FIGURES[number % len(FIGURES)], world.actor(ASKERS[number % 2], at)
    asked = {
        "directive_id": directive.pk,
        "labels": labels,
        "period": f"{at:%Y-%m}",
        "standing": number % 3 == 0,
    }
    try:
        supervision.ask_figures(actor=actor, at=at, **asked)
    except Refusal:  # told that the unit was asked already: mostly it is left at that
        if rng.random() < 0.4:
            supervision.ask_figures(actor=actor, at=at, reason=AGAIN, **asked)
        return
    _give(world, directive, at + timedelta(hours=20), rng)


def _give(world: World, directive: Directive, at: datetime, rng: random.Random) -> None:
    figures = {one.pk: str(rng.randint(3, 90) * 100) for one in directive.asks.filter(given_at=None)}
    if rng.random() < 0.7:
        unit = world.codes[directive.matter.lead_unit_id or 0]
        actor = world.actor(world.clerk(unit), at)
        supervision.give_figures(actor=actor, directive_id=directive.pk, figures=figures, at=at)
