"""One's part given to somebody else: handed on for good (转办), or asked about first (委派)."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import HandOn, Pair, Prescription, WhoKind
from zhongshu.approvals.models import Seat, SeatKind, SeatState
from zhongshu.approvals.walking.opening import risen
from zhongshu.approvals.walking.signers import require_colleague, suits, welcome
from zhongshu.approvals.walking.state import By, Walk
from zhongshu.kernel.refusals import Forbidden, Refusal

LED = (WhoKind.IN_CHARGE, WhoKind.PRINCIPAL)
"""Stages that ask a leader for what any of the leadership might be charged with."""


def reassign(walk: Walk, seat: Seat, person_id: int, by: By, opinion: str = "") -> Seat:
    """Hand one's part on to somebody (转办); he decides in one's place and it does not come back.

    To whom is for the stage to say, see :func:`reach`. Who may not decide himself, since he had a part in the paper
    before, may still hand it on where the route would have it; that is no part of his.
    """
    walk.begin_act()
    walk.holds(seat, by)
    barred = stopped(walk, seat, by.seats)
    if barred is None:
        walk.takes(seat, by)
    able = reach(walk, seat, by.seats)
    if person_id not in able:
        require_colleague(walk, seat, person_id)
    welcome(walk, seat, person_id)
    if person_id not in able:
        raise _out_of_reach(walk, seat, barred)
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
    require_colleague(walk, seat, person_id)
    welcome(walk, seat, person_id)
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


def how_far(walk: Walk, seat: Seat, people: Collection[int]) -> HandOn:
    """How far ``people``, who take ``seat`` together, may hand it on: as its stage says, where nothing binds it closer.

    An opinion that was asked for, and who signs beside, decide nothing alone: any colleague can take their part.
    """
    stage = walk.stage(walk.leg(seat.leg))
    if stage is None or stopped(walk, seat, people) or _prescription(walk, seat):
        return HandOn.ENTITLED
    return stage.hand_on if seat.kind == SeatKind.BASE else HandOn.ANYBODY


def reach(walk: Walk, seat: Seat, people: Collection[int]) -> Collection[int]:
    """Those among whom ``people`` may choose somebody to hand ``seat`` on to."""
    far, able = how_far(walk, seat, people), entitled(walk, seat)
    if far == HandOn.ENTITLED:
        return able
    near = walk.casting.beside if far == HandOn.UNIT else walk.casting.staff
    return dict.fromkeys([*able, *near(seat.person_id)])


def takers(walk: Walk, seat: Seat, people: Collection[int]) -> Iterator[int]:
    """To whom ``people`` can hand ``seat`` on now: exactly those with whom :func:`reassign` is not refused."""
    return (one for one in reach(walk, seat, people) if suits(walk, seat, one))


def entitled(walk: Walk, seat: Seat) -> list[int]:
    """To whom a part that is bound can go: whom the stage can ask, and the next above its holder who may decide.

    A leader in charge can be asked for by another leader of the organ; the principal leader by one where nobody is
    above. What a rule prescribes goes to neither, see :func:`_prescription`.
    """
    leg = walk.leg(seat.leg)
    stage = walk.stage(leg)
    asked = walk.casting.able(stage) if stage else []
    up = risen(walk, [seat.person_id], walk.power(leg))
    led = stage is not None and stage.who.kind in ((WhoKind.IN_CHARGE,) if up else LED)
    peers = walk.casting.peers(seat.person_id) if led and not _prescription(walk, seat) else []
    found = dict.fromkeys([*asked, *peers, *up])
    there = {one.person_id for one in walk.undecided(leg)}
    return [one for one in found if one not in there and not walk.barred(one, walk.power(leg))]


def _prescription(walk: Walk, seat: Seat) -> Prescription | None:
    """The rule by which this part stays with who can be asked in its stage, or goes up (M-16).

    Only the part that counts is bound: an opinion that was asked for, and who signs beside, decide nothing.
    """
    if seat.kind != SeatKind.BASE:
        return None
    return walk.flow.prescribed(walk.leg(seat.leg).stage, walk.values)


def _out_of_reach(walk: Walk, seat: Seat, barred: Pair | None) -> Forbidden:
    stage, rule = walk.stage(walk.leg(seat.leg)), _prescription(walk, seat)
    told = {"stage": stage.title if stage else "", "title": rule.title if rule else ""}
    if rule:
        sentence = _("“%(stage)s”是规定必经的环节（%(title)s），只能转给同样有权办理它的人或者上级。")
        hint = _("请另选一人；只想先听意见的，请用“委派”。")
        return Forbidden("prescribed_stage", sentence % told, rule="M-16", hint=hint)
    if barred:
        sentence = _("您不能办理这份单据的“%(stage)s”，只能转给同样有权办理它的人或者上级。")
        hint = _("请另选一人；没有别人可转的，请等本人回来，或者另定代理人。")
        return Forbidden("cannot_choose_who", sentence % told, rule="F-01", hint=hint)
    if stage and stage.hand_on == HandOn.UNIT:
        sentence = _("“%(stage)s”只能转给同样有权办理它的人、上级或者本单位的人。")
    else:
        sentence = _("“%(stage)s”只能转给同样有权办理它的人或者上级。")
    hint = _("请另选一人；只想先听意见的，请用“委派”或者“加签”。")
    return Forbidden("out_of_reach", sentence % told, rule="F-04", hint=hint)
