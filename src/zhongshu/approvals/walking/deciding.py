"""Agreeing, refusing, advising; and what the opinions of one stage add up to."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import How
from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState, Status
from zhongshu.approvals.walking.ending import end
from zhongshu.approvals.walking.opening import leave, pass_leg
from zhongshu.approvals.walking.state import SUBMIT, By, Walk
from zhongshu.kernel.refusals import Refusal

REPLACED = (SeatState.HANDED_ON, SeatState.REMOVED, SeatState.UNDONE, SeatState.RETURNED)
ADDED = (SeatKind.BEFORE, SeatKind.BESIDE, SeatKind.AFTER)


@dataclass(frozen=True, slots=True)
class Votes:
    """How the votes of a stage stand: for it, against it, how many there are, and how many for it carry."""

    in_favour: int
    against: int
    all: int
    carry: int

    @property
    def missing(self) -> int:
        """How many more must be for it."""
        return max(0, self.carry - self.in_favour)


def agree(walk: Walk, seat: Seat, by: By, opinion: str = "") -> None:
    """Agree, with an opinion or without."""
    walk.begin_act()
    leg = walk.takes(seat, by)
    _decides(seat, leg)
    walk.settle(seat, SeatState.AGREED, by, opinion)
    decided(walk, leg, seat, by)


def refuse(walk: Walk, seat: Seat, by: By, opinion: str) -> None:
    """Refuse. Ends the paper, unless the stage is one of votes and the others can still carry it."""
    walk.begin_act()
    leg = walk.takes(seat, by)
    _decides(seat, leg)
    walk.settle(seat, SeatState.REFUSED, by, opinion)
    decided(walk, leg, seat, by)


def advise(walk: Walk, seat: Seat, by: By, opinion: str) -> None:
    """Give the opinion one was asked for (委派); the paper returns to who asked."""
    walk.begin_act()
    walk.takes(seat, by)
    if seat.kind != SeatKind.ADVICE:
        raise Refusal("not_asked_for_advice", _("这一步要写明同意或者不同意。"))
    walk.settle(seat, SeatState.ADVISED, by, opinion)
    wake_parent(walk, seat)


def pass_over(walk: Walk, leg: Leg, by: By) -> None:
    """A late leg is passed over, as its stage says (超时自动跳过)."""
    walk.begin_act()
    leg.cause = "overtime"
    walk.close_leg(leg, LegState.SKIPPED, by.at)
    leave(walk, leg, by)


def refuse_late(walk: Walk, leg: Leg, by: By) -> None:
    """A late leg ends the paper as not approved, as its stage says (超时自动不同意); nobody is named as refusing."""
    walk.begin_act()
    leg.cause = "overtime"
    end(walk, Status.REFUSED, by, refused_in=leg)


def decided(walk: Walk, leg: Leg, seat: Seat, by: By) -> None:
    """Draw the consequence of one opinion: the next is asked, the leg passes, or the paper is refused."""
    if seat.state == SeatState.AGREED:
        wake_parent(walk, seat)
    weigh(walk, leg, by)


def weigh(walk: Walk, leg: Leg, by: By) -> None:
    """Pass the leg or end the paper if its opinions say so; else ask the next in order."""
    verdict = tally(walk, leg)
    if verdict is True:
        pass_leg(walk, leg, by)
    elif verdict is False:
        end(walk, Status.REFUSED, by, refused_in=leg)
    else:
        _ask_next(walk, leg)


def tally(walk: Walk, leg: Leg) -> bool | None:
    """True: carried. False: refused. None: more opinions are needed."""
    seats = _standing(walk, leg)
    added = [seat for seat in seats if seat.kind in ADDED]
    if any(seat.state == SeatState.REFUSED for seat in added):
        return False
    base = _base(walk, leg, [seat for seat in seats if seat.kind == SeatKind.BASE])
    if base is True and any(seat.is_undecided for seat in added):
        return None
    return base


def votes(walk: Walk, leg: Leg) -> Votes | None:
    """How the votes of a stage stand that a share of them carries; None where a stage is decided otherwise."""
    stage = walk.stage(leg)
    if stage is None or stage.how != How.SHARE:
        return None
    return _counted([one for one in _standing(walk, leg) if one.kind == SeatKind.BASE], stage.share)


def _standing(walk: Walk, leg: Leg) -> list[Seat]:
    return [seat for seat in walk.seats_of(leg) if seat.state not in REPLACED]


def _counted(seats: list[Seat], share: int) -> Votes:
    return Votes(
        in_favour=sum(one.state == SeatState.AGREED for one in seats),
        against=sum(one.state == SeatState.REFUSED for one in seats),
        all=len(seats),
        carry=-(-share * len(seats) // 100),
    )


def _base(walk: Walk, leg: Leg, seats: list[Seat]) -> bool | None:
    stage = walk.stage(leg)
    how = stage.how if stage else How.ALL
    told = _counted(seats, stage.share if stage and how == How.SHARE else 100)
    if how == How.SHARE:
        if not told.missing:
            return True
        return False if told.all - told.against < told.carry else None
    if told.against:
        return False
    return True if told.in_favour >= (1 if how == How.ANY else told.all) else None


def wake_parent(walk: Walk, seat: Seat) -> None:
    """Who waited for ``seat`` is asked again once nobody else stands between."""
    if seat.parent is None or seat.kind not in (SeatKind.BEFORE, SeatKind.ADVICE):
        return
    parent = walk.seat(seat.parent)
    others = walk.children(parent, SeatKind.BEFORE, SeatKind.ADVICE)
    if parent.state == SeatState.WAITING and not any(one.is_undecided for one in others):
        parent.state, parent.opened_act = SeatState.OPEN, walk.act


def _ask_next(walk: Walk, leg: Leg) -> None:
    stage = walk.stage(leg)
    undecided = walk.undecided(leg)
    if stage is None or stage.how != How.IN_ORDER or any(one.state == SeatState.OPEN for one in undecided):
        return
    following = next((one for one in undecided if one.kind == SeatKind.BASE), None)
    if following is not None:
        following.state, following.opened_act = SeatState.OPEN, walk.act


def _decides(seat: Seat, leg: Leg) -> None:
    if leg.stage == SUBMIT:
        raise Refusal("hand_it_in", _("这份审批在您手里待提交，请修改后提交。"))
    if seat.kind == SeatKind.ADVICE:
        raise Refusal("only_advice", _("您受委派提出意见，由委派人决定。"), hint=_("请用“提交意见”。"))
