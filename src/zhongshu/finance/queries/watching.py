"""What only those may read who watch money: asked here once, for whoever shows it to a program."""

from datetime import date

from django.db.models import QuerySet

from zhongshu.finance import policies
from zhongshu.finance.models import Decision, Outlay, SplitFlag, Threshold
from zhongshu.finance.queries.decisions import decisions
from zhongshu.finance.queries.flags import flags
from zhongshu.finance.queries.large import large_page, outlays_of, thresholds
from zhongshu.kernel.actors import Actor

MOST = 200
"""So many rows are told at once, the newest."""


def large_register(actor: Actor, since: date, kind: str) -> list[Outlay]:
    """Large claims, contracts and projects since a day (or those of one ``kind``), each with its chain."""
    policies.may_watch(actor).require()
    return outlays_of(large_page(actor, since, kind, size=MOST).rows)


def threshold_register(actor: Actor) -> QuerySet[Threshold]:
    """Every threshold ever set."""
    policies.may_watch(actor).require()
    return thresholds(actor)


def decision_register(actor: Actor) -> QuerySet[Decision]:
    """Decisions of meetings that have been recorded."""
    policies.may_watch(actor).require()
    return decisions(actor)[:MOST]


def flag_register(actor: Actor) -> QuerySet[SplitFlag]:
    """Suspicions of splitting, the unanswered first."""
    policies.may_watch(actor).require()
    return flags(actor)[:MOST]
