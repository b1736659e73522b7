"""One's part given to somebody else: handed on for good (转办), or asked about first (委派)."""

from collections.abc import Collection

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Pair, Prescription
from zhongshu.approvals.models import Seat, SeatKind, SeatState
from zhongshu.approvals.walking.opening import risen
from zhongshu.approvals.walking.signers import welcome
from zhongshu.approvals.walking.state import By, Walk
from zhongshu.kernel.refusals import Forbidden, Refusal


def reassign(walk: Walk, seat: Seat, person_id: int, by: By, opinion: str = "") -> Seat:
    """Hand one's part on to somebody (转办); he decides in one's place and it does not come back.

    Who may not decide himself, since he had a part in the paper before, may still hand it on where the route would
    have it; that is no part of his.
    """
    walk.begin_act()
    leg = walk.holds(seat, by)
    barred = stopped(walk, seat, by.seats)
    if barred is None:
        walk.takes(seat, by)
    welcome(walk, leg, person_id)
    rule = _prescription(walk, seat)
    if (barred or rule) and person_id not in entitled(walk, seat):
        raise _not_entitled(walk, seat, rule)
    if barred:
        seat.opinion = opinion.strip()
        walk.close_seat(seat, SeatState.HANDED_ON, by.at)
    else:
        walk.settle(seat, SeatState.HANDED_ON, by, opinion)
    made = walk.again(seat)
    made.person_id = person_id
    return made


def delegate(walk: Walk, seat: Seat, person_id: int, by: By, opinion: str = "") -> Seat:
    """Ask somebody for his opinion first (委派); the paper comes back, and one decides oneself."""
    walk.begin_act()
    leg = walk.takes(seat, by)
    welcome(walk, leg, person_id)
    if seat.kind == SeatKind.ADVICE:
        raise Refusal("only_advice", _("受委派的意见不能再委派，可以转办。"))
    seat.state = SeatState.WAITING
    asked_by = by.in_name_of
    made = walk.new_seat(
        leg, person_id, kind=SeatKind.ADVICE, order=seat.order, parent=seat.number, added_by=asked_by
    )
    walk.tell("asked", opinion=opinion.strip())
    return made


def stopped(walk: Walk, seat: Seat, people: Collection[int]) -> Pair | None:
    """Why ``people``, who take ``seat`` together, may not decide in it; None when they may."""
    power = walk.power(walk.leg(seat.leg))
    return next((pair for person in people if (pair := walk.barred(person, power))), None)


def free(walk: Walk, seat: Seat, people: Collection[int]) -> bool:
    """Whether ``people`` may hand ``seat`` on to whom they like."""
    return stopped(walk, seat, people) is None and _prescription(walk, seat) is None


def entitled(walk: Walk, seat: Seat) -> list[int]:
    """To whom a part that is bound can go: whom the stage asks anyhow, and the next above its holder who may decide."""
    leg = walk.leg(seat.leg)
    stage = walk.stage(leg)
    asked = walk.casting.people(stage) if stage else []
    found = dict.fromkeys([*asked, *risen(walk, [seat.person_id], walk.power(leg))])
    there = {one.person_id for one in walk.undecided(leg)}
    return [one for one in found if one not in there and not walk.barred(one, walk.power(leg))]


def _prescription(walk: Walk, seat: Seat) -> Prescription | None:
    """The rule by which this part stays with who can be asked in its stage, or goes up (M-16).

    Only the part that counts is bound: an opinion that was asked for, and who signs beside, decide nothing.
    """
    if seat.kind != SeatKind.BASE:
        return None
    return walk.flow.prescribed(walk.leg(seat.leg).stage, walk.values)


def _not_entitled(walk: Walk, seat: Seat, rule: Prescription | None) -> Forbidden:
    stage = walk.stage(walk.leg(seat.leg))
    title = stage.title if stage else ""
    if rule:
        return Forbidden(
            "prescribed_stage",
            _("“%(stage)s”是规定必经的环节（%(title)s），只能转给同样有权办理它的人或者上级。")
            % {"stage": title, "title": rule.title},
            rule="M-16",
            hint=_("请另选一人；只想先听意见的，请用“委派”。"),
        )
    return Forbidden(
        "cannot_choose_who",
        _("您不能办理这份单据的“%(stage)s”，只能转给同样有权办理它的人或者上级。") % {"stage": title},
        rule="F-01",
        hint=_("请另选一人；没有别人可转的，请等本人回来，或者另定代理人。"),
    )
