"""Matters that are reported on in rounds, and the nights that turn them."""

from datetime import date, datetime, timedelta

from tests.supervision import story
from tests.world import AT, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import Cycle, Directive, Round


def on(day: date) -> datetime:
    """The small hours of ``day``, when the job runs."""
    return AT + (day - AT.date()) - timedelta(hours=9)


def by_day(day: date) -> datetime:
    return AT + (day - AT.date())


def night(day: date) -> int:
    return services.turn_all(actor=SYSTEM, at=on(day))


def turned(directive: Directive, day: date) -> bool:
    """The night of ``day`` for one matter; whether anything moved."""
    due = directive.pk in queries.to_turn(day, workdays.calendar())
    if due:
        services.turn_rounds(actor=SYSTEM, directive_id=directive.pk, at=on(day))
    return due


def long_term(world: World, cycle: str = Cycle.MONTHLY, **changes: object) -> Directive:
    return story.signed_for(world, story.handed_over(world, due=None, cycle=cycle, **changes))


def dated(world: World, cycle: str = Cycle.MONTHLY, due: date = date(2026, 12, 20)) -> Directive:
    return story.signed_for(world, story.handed_over(world, due=due, cycle=cycle))


def report(
    world: World, directive: Directive, day: date, text: str = "已完成三成。", who: str = WANG_JIANPING
) -> None:
    services.report(actor=world.actor(who), directive_id=directive.pk, text=text, at=by_day(day))


def ends(directive: Directive) -> list[tuple[str, str]]:
    """Each round by its nominal day, and how it stands."""
    return [(one.nominal.isoformat(), standing(one)) for one in directive.rounds.order_by("nominal", "id")]


def standing(one: Round) -> str:
    if one.reported_at:
        return "late" if one.missed_at else "reported"
    if one.ended_at:
        return "missed" if one.missed_at else "cut"
    return "overdue" if one.missed_at else "pending"
