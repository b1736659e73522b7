"""What happens to papers that lie too long, by the strategy of their stage: every night, and told in the journal."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.approvals import queries
from zhongshu.approvals.grammar import Overtime
from zhongshu.approvals.models import Leg, LegState, Status
from zhongshu.approvals.services import trail
from zhongshu.approvals.services.manage import remind_holders
from zhongshu.approvals.walking import SUBMIT, By, Walk, pass_over, refuse_late, return_late
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case

Move = Callable[[Walk, Leg, By], object]
MOVES: Mapping[Overtime, tuple[Move, str]] = {
    Overtime.SKIP: (pass_over, "passed_over_late"),
    Overtime.RETURN: (return_late, "returned_late"),
    Overtime.REFUSE: (refuse_late, "refused_late"),
}


@use_case("approvals.late")
def late(*, actor: Actor, matter_id: int, leg: int, at: datetime) -> None:
    """Do with one late leg what its stage says: remind, pass over (超时自动跳过), return to the drafter or end.

    A Conflict when it has been decided meanwhile; a Refusal when nobody could decide what would come next.
    """
    walk, found, title = _late(matter_id, leg, at)
    move, verb = MOVES.get(walk.flow.stages[found.stage].overtime, (None, ""))
    if move is None:
        _remind(walk, found, title, actor=actor, at=at)
    else:
        move(walk, found, trail.by(actor, at))
        trail.keep(walk, verb, actor=actor, at=at, stage=title)


@use_case("approvals.lay_late")
def lay_late(*, actor: Actor, matter_id: int, leg: int, at: datetime) -> None:
    """Remind the holders of a late leg, whatever its stage says."""
    walk, found, title = _late(matter_id, leg, at)
    _remind(walk, found, title, actor=actor, at=at)


def sweep_late(*, at: datetime) -> int:
    """Go through all legs past their date, once a day each; returns how many. Drafts are only reminded of."""
    today, swept = local_day(at), 0
    rows = (
        Leg.objects.filter(due__lt=today, state=LegState.OPEN, approval__status=Status.RUNNING)
        .exclude(reminded_on=today)
        .exclude(stage=SUBMIT)
        .order_by("id")
    )
    for matter_id, number in list(rows.values_list("approval_id", "number")):
        swept += _swept(matter_id, number, at)
    return swept


def _swept(matter_id: int, number: int, at: datetime) -> bool:
    """One leg; one that cannot be moved on because nobody could decide next is reminded of instead."""
    told: dict[str, Any] = {"actor": SYSTEM, "matter_id": matter_id, "leg": number, "at": at}
    try:
        late(**told)
    except Conflict:  # another leg of the same paper has just closed it
        return False
    except Refusal:
        lay_late(**told)
    return True


def _late(matter_id: int, number: int, at: datetime) -> tuple[Walk, Leg, str]:
    walk = queries.walk_for_update(SYSTEM, matter_id, at)
    found = walk.leg(number)
    if walk.approval.status != Status.RUNNING or found.state != LegState.OPEN:
        raise Conflict("already_decided", _("这一步已经办过了。"))
    return walk, found, walk.flow.stages[found.stage].title


def _remind(walk: Walk, leg: Leg, title: str, *, actor: Actor, at: datetime) -> None:
    names = remind_holders(walk, legs_numbers={leg.number}, at=at)
    leg.reminded_on = local_day(at)
    leg.save(update_fields=["reminded_on"])
    told = {"stage": title, "names": "、".join(names)}
    stream = walk.approval.matter.stream
    journal.record(stream=stream, verb="approvals.lay_late", actor=actor, at=at, data=told)
