"""Giving a paper back to an earlier stage, also out of parallel and countersign stages."""

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Power
from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState
from zhongshu.approvals.walking.opening import DRAFT_WITHIN
from zhongshu.approvals.walking.opening import seat as seat_people
from zhongshu.approvals.walking.state import SUBMIT, By, Walk
from zhongshu.kernel.refusals import Refusal


def targets(walk: Walk, seat: Seat) -> list[str]:
    """Stages that a paper can be given back to from ``seat``, the nearest first, the drafter last."""
    here = walk.leg(seat.leg).stage
    if here == SUBMIT:
        return []
    passed = {leg.stage for leg in walk.legs if leg.state == LegState.PASSED and leg.stage != SUBMIT}
    before = [code for code in walk.flow.stages if code in passed and walk.flow.precedes(code, here)]
    return [*reversed(before), SUBMIT]


def give_back(walk: Walk, seat: Seat, target: str, by: By, opinion: str, *, straight: bool) -> Leg:
    """Give the paper back to ``target``; ``straight``: from there it comes straight back here.

    Otherwise it walks the way again. Either way only what lies behind ``target`` is touched: another
    branch that runs beside goes on.
    """
    walk.begin_act()
    walk.takes(seat, by)
    if seat.kind == SeatKind.ADVICE:
        raise Refusal("only_advice", _("您受委派提出意见，由委派人决定。"))
    if target not in targets(walk, seat):
        raise Refusal(
            "not_an_earlier_stage",
            _("只能退回给已经办过的环节。"),
            fields={"target": _("请重新选择。")},
        )
    behind = [one for one in walk.live() if target == SUBMIT or walk.flow.precedes(target, one.stage)]
    walk.settle(seat, SeatState.RETURNED, by, opinion)
    if straight:
        walk.again(seat)
    opened = _reopened(walk, target, by)
    for one in behind:
        if not straight:
            walk.close_leg(one, LegState.RETURNED, by.at)
        elif one.state == LegState.OPEN:
            one.state, one.parked_by, one.parked_at = LegState.PARKED, opened.number, by.at
    return opened


def returned_to(walk: Walk, seat: Seat) -> str:
    """The title of the stage that ``seat`` gave the paper back to; "" where it did not, or to the drafter."""
    opened = (leg for leg in walk.legs if leg.opened_act == seat.closed_act)
    leg = next(opened, None) if seat.state == SeatState.RETURNED else None
    stage = walk.flow.stages.get(leg.stage) if leg else None
    return stage.title if stage else ""


def return_late(walk: Walk, leg: Leg, by: By) -> Leg:
    """A late leg goes back to the drafter, as its stage says."""
    walk.begin_act()
    leg.cause = "overtime"
    for one in walk.live():
        walk.close_leg(one, LegState.RETURNED, by.at)
    return _reopened(walk, SUBMIT, by)


def reachable(walk: Walk, target: str) -> bool:
    """Whether there is somebody to whom the paper would go back in ``target``, a stage it has passed."""
    return bool(_holders(walk, target))


def _reopened(walk: Walk, target: str, by: By) -> Leg:
    """A new leg of ``target``, held by those who decided there last, as far as they still serve."""
    people = _holders(walk, target)
    if target == SUBMIT:
        if not people:
            hint = _("请退回给别的环节，或者直接决定。")
            raise Refusal("drafter_has_left", _("起草人已离任，接手的人不能办这份单据。"), hint=hint)
        leg = walk.new_leg(SUBMIT, at=by.at, within=DRAFT_WITHIN)
        walk.new_seat(leg, people[0])
        walk.hands.add((people[0], Power.APPLY.value))
        return leg
    stage = walk.flow.stages[target]
    if not people:
        raise Refusal(
            "no_approver",
            _("“%(stage)s”现在没有人可以办理，不能退回给它。") % {"stage": stage.title},
            hint=_("请退回给别的环节，或退回起草人。"),
        )
    leg = walk.new_leg(target, at=by.at, within=stage.within)
    seat_people(walk, leg, people)
    return leg


def _holders(walk: Walk, target: str) -> list[int]:
    if target == SUBMIT:
        last = next(one for one in reversed(walk.legs) if one.stage == SUBMIT)
        return _drafter_now(walk, walk.seats_of(last)[-1].person_id)
    stage = walk.flow.stages[target]
    last = next(one for one in reversed(walk.legs) if one.stage == target and one.state == LegState.PASSED)
    seats = [one for one in walk.seats_of(last) if one.kind == SeatKind.BASE]
    before = [one.person_id for one in seats if one.state in (SeatState.AGREED, SeatState.MOOT)]
    people = [one for one in walk.casting.serving(before) if not walk.barred(one, stage.power)]
    return people or [one for one in walk.casting.people(stage) if not walk.barred(one, stage.power)]


def _drafter_now(walk: Walk, drafter: int) -> list[int]:
    """Who holds what goes back to the drafter: he himself, or who is there in his place and has decided nothing on it."""
    there = walk.casting.in_place_of(drafter)
    return [one for one in there if one == drafter or not walk.barred(one, Power.APPLY)]
