"""Who else decides: signers added and removed, and the successor of who leaves."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import How, OnEmpty, Pair, Power, Stage, clash
from zhongshu.approvals.models import Leg, LegState, Seat, SeatKind, SeatState
from zhongshu.approvals.walking.deciding import ADDED, REPLACED, decided, wake_parent, weigh
from zhongshu.approvals.walking.opening import risen
from zhongshu.approvals.walking.order import behind, way
from zhongshu.approvals.walking.state import SUBMIT, By, Walk
from zhongshu.approvals.walking.words import power_words
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal


def add_signer(walk: Walk, seat: Seat, person_id: int, kind: SeatKind, by: By, opinion: str = "") -> Seat:
    """Have somebody sign, too: before me, beside me, or after me (then I agree at once)."""
    walk.begin_act()
    leg = walk.takes(seat, by)
    if kind not in ADDED:
        raise Refusal("no_such_place", _("加签只能在我之前、与我并行或在我之后。"))
    if seat.kind == SeatKind.ADVICE:
        raise Refusal("only_advice", _("您受委派提出意见，由委派人决定。"))
    require_colleague(walk, seat, person_id)
    welcome(walk, seat, person_id)
    made = walk.new_seat(
        leg,
        person_id,
        kind=kind,
        order=seat.order,
        parent=seat.number,
        added_by=by.in_name_of,
    )
    if kind == SeatKind.BEFORE:
        seat.state = SeatState.WAITING
    if kind == SeatKind.AFTER:
        walk.settle(seat, SeatState.AGREED, by, opinion)
        decided(walk, leg, seat, by)
    return made


def remove_signer(walk: Walk, seat: Seat, by: By) -> None:
    """Take back the asking of an added signer who has not decided yet; for who added him."""
    walk.begin_act()
    leg = walk.leg(seat.leg)
    if seat.kind == SeatKind.BASE or not seat.is_undecided or leg.state != LegState.OPEN:
        raise Conflict("cannot_remove", _("只能减去还没有签的加签人。"), hint=_("请刷新页面。"))
    if seat.added_by_id not in by.seats:
        raise Forbidden("not_your_signer", _("加签人由谁加的，由谁减。"))
    walk.remove(seat, by.at)
    wake_parent(walk, seat)
    weigh(walk, leg, by)


def replace(walk: Walk, from_id: int, to_id: int, by: By) -> list[Seat]:
    """Whoever leaves hands every undecided part to his successor; refused where powers would meet in him, or where
    a stage ahead would find nobody any more, since it can ask him alone.

    Where the successor decides in the same leg already, his one part counts for both.
    """
    walk.begin_act()
    if from_id == to_id:
        raise Refusal("same_person", _("不能移交给本人。"))
    moved = []
    for seat in [one for one in walk.seats if one.person_id == from_id and one.is_undecided]:
        leg = walk.leg(seat.leg)
        walk.require_apart(to_id, walk.power(leg))
        _require_somebody_ahead(walk, leg, to_id)
        if leg.stage == SUBMIT:
            walk.hands.add((to_id, walk.power(leg).value))
        there = next((one for one in walk.undecided(leg) if one.person_id == to_id), None)
        moved.append(_joined(walk, leg, seat, there, by) if there else _succeeded(walk, seat, to_id, by))
    return moved


def _require_somebody_ahead(walk: Walk, leg: Leg, to_id: int) -> None:
    """Refuse a successor by whose taking over a stage ahead, which asks him, would be left without anybody."""
    for later, pair in _clashing_ahead(walk, leg, to_id):
        others = [one for one in _in_reserve(walk, later) if one != to_id]
        if all(walk.barred(one, later.power) for one in others):
            raise _would_meet(walk.stage(leg), later, pair)


def _in_reserve(walk: Walk, stage: Stage) -> list[int]:
    """Whom a stage asks, and whom it falls back on."""
    found = walk.casting.people(stage)
    if stage.on_empty == OnEmpty.NAMED:
        return [*found, *walk.casting.fallback(stage)]
    return [*found, *risen(walk, found[:1], stage.power)] if stage.on_empty == OnEmpty.UP else found


def _succeeded(walk: Walk, seat: Seat, to_id: int, by: By) -> Seat:
    state = SeatState(seat.state)
    walk.close_seat(seat, SeatState.HANDED_ON, by.at)
    made = walk.again(seat)
    made.person_id, made.state = to_id, state
    return made


def _joined(walk: Walk, leg: Leg, seat: Seat, there: Seat, by: By) -> Seat:
    """One part instead of two: the one that counts in the vote, with whatever hung on either."""
    kept, gone = (seat, there) if seat.kind == SeatKind.BASE else (there, seat)
    was_open, to_id = kept.state == SeatState.OPEN, there.person_id
    for one in (kept, gone):
        walk.close_seat(one, SeatState.HANDED_ON, by.at)
    made = walk.again(kept)
    made.person_id = to_id
    for child in walk.children(gone):
        child.parent = gone.parent if child is made else made.number
    waits = any(one.is_undecided for one in walk.children(made, SeatKind.BEFORE, SeatKind.ADVICE))
    if waits or not (was_open or _is_next(walk, leg, made)):
        made.state = SeatState.WAITING
    wake_parent(walk, gone)
    weigh(walk, leg, by)
    return made


def _is_next(walk: Walk, leg: Leg, seat: Seat) -> bool:
    """Whether nobody is to be asked before ``seat`` in a stage that asks in order."""
    stage = walk.stage(leg)
    before = [one for one in walk.undecided(leg) if one.kind == SeatKind.BASE and one.order < seat.order]
    return stage is None or stage.how != How.IN_ORDER or not before


def askable(walk: Walk, seat: Seat) -> Iterator[int]:
    """Whom the holder of ``seat`` can ask to sign, too, or for an opinion: exactly those with whom it is not refused."""
    return (one for one in walk.casting.staff(seat.person_id) if suits(walk, seat, one))


def suits(walk: Walk, seat: Seat, person_id: int) -> bool:
    """Whether ``person_id`` is welcome beside or in place of the holder of ``seat``."""
    try:
        welcome(walk, seat, person_id)
    except Refusal:
        return False
    return True


def require_colleague(walk: Walk, seat: Seat, person_id: int) -> None:
    """Refuse whom no work may be given to here: who has no post, audits, administers or works in another organ."""
    if walk.leg(seat.leg).stage == SUBMIT or person_id in walk.casting.staff(seat.person_id):
        return
    if not walk.casting.serving([person_id]):
        fields = {"person_id": _("所选的人现在没有任职，请另选一人。")}
        raise Refusal("not_in_service", _("所选的人现在没有任职。"), fields=fields)
    sentence = _("所选的人不办理这里的业务：他只审计监督、管理系统，或者在别的机关任职。")
    fields = {"person_id": _("%(sentence)s请另选一人。") % {"sentence": sentence}}
    raise Refusal("does_no_work_here", sentence, fields=fields)


def welcome(walk: Walk, seat: Seat, person_id: int) -> None:
    """Refuse to ask somebody who decides here anyhow, or in whom powers or duties would meet, now or further on."""
    leg = walk.leg(seat.leg)
    stage = walk.stage(leg)
    if stage is None:
        raise Refusal("hand_it_in", _("这份审批在您手里待提交，请修改后提交。"))
    there = [one for one in walk.seats_of(leg) if one.state not in (*REPLACED, SeatState.ADVISED)]
    if any(one.person_id == person_id for one in there):
        raise Refusal(
            "signs_anyhow",
            _("所选的人已经在这一步办理。"),
            fields={"person_id": _("所选的人已经在这一步办理，请另选一人。")},
        )
    walk.require_apart(person_id, stage.power)
    walk.casting.fits(person_id, stage).require()
    for later, pair in _clashing_ahead(walk, leg, person_id):
        raise _would_meet(stage, later, pair)


def _clashing_ahead(walk: Walk, leg: Leg, person_id: int) -> Iterator[tuple[Stage, Pair]]:
    """The stages, still to be walked, that ask ``person_id`` for what never goes with a part in ``leg``."""
    here, power = walk.stage(leg), walk.power(leg)
    for later in way(walk):
        pair = clash(power, later.power)
        if pair is None or behind(walk, later.code) or (here and walk.flow.precedes(later.code, here.code)):
            continue
        if person_id in walk.casting.people(later):
            yield later, pair


def _would_meet(stage: Stage | None, later: Stage, pair: Pair) -> Forbidden:
    told = {
        "stage": stage.title if stage else _("起草"),
        "later": later.title,
        "one": power_words(stage.power if stage else Power.APPLY),
        "other": power_words(later.power),
        "source": pair.source,
    }
    sentence = _(
        "所选的人后面要办“%(later)s”，现在办了“%(stage)s”就轮不到他了：同一人不能在同一份单据上既%(one)s又%(other)s（%(source)s）。"
    )
    return Forbidden("needed_ahead", sentence % told, rule=pair.rule, hint=_("请另选一人。"))
