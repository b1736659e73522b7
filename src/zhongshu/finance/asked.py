"""What somebody is asked for on a paper of money now."""

from zhongshu.approvals.grammar import Power, Stage
from zhongshu.approvals.models import Leg, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.queries import flow_of
from zhongshu.kernel.actors import Actor


def asked_power(actor: Actor, matter_id: int) -> Power | None:
    """The power in which ``actor`` is asked to decide about a paper now; None where he is not."""
    seat = _seat(actor, matter_id)
    stage = _stage(seat) if seat else None
    return stage.power if stage else None


def _seat(actor: Actor, matter_id: int) -> Seat | None:
    mine = actor.in_name_of or 0
    seats = Seat.objects.filter(approval_id=matter_id, approval__status=Status.RUNNING, state=SeatState.OPEN)
    own = seats.filter(person_id=mine).exclude(kind=SeatKind.ADVICE)
    return own.select_related("approval__version__route").order_by("number").first()


def _stage(seat: Seat) -> Stage | None:
    """Where it stands; None on its drafter's desk."""
    leg = Leg.objects.get(approval_id=seat.approval_id, number=seat.leg)
    return flow_of(seat.approval.version).stages.get(leg.stage)


def on_drafters_desk(actor: Actor, matter_id: int) -> bool:
    """Whether a paper lies with ``actor`` to be handed in."""
    seat = _seat(actor, matter_id)
    return seat is not None and _stage(seat) is None
