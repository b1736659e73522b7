"""Handing in, and opening what comes next: who sits where, and what happens when nobody can."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import (
    DECIDING,
    Condition,
    FieldKind,
    How,
    OnEmpty,
    OnRepeat,
    OnSelf,
    Onward,
    Power,
    Stage,
    Unforeseen,
    Values,
    kin_clash,
)
from zhongshu.approvals.grammar.conditions import tests_of
from zhongshu.approvals.grammar.flow import items_of
from zhongshu.approvals.grammar.route import Choice
from zhongshu.approvals.models import Leg, LegState, SeatState, Status
from zhongshu.approvals.walking.state import SUBMIT, By, Walk
from zhongshu.approvals.walking.words import not_with_the_drafter, power_words
from zhongshu.kernel.refusals import Refusal

DRAFT_WITHIN = 5
HIGHEST = 6


def begin(walk: Walk, by: By) -> None:
    """A new paper lies on its drafter's desk."""
    walk.begin_act()
    leg = walk.new_leg(SUBMIT, at=by.at, within=DRAFT_WITHIN)
    walk.new_seat(leg, walk.approval.submitter_id)


def hand_in(walk: Walk, by: By, values: Values, opinion: str = "", others: Collection[str] = ()) -> None:
    """The drafter hands the paper in, or in again after a return.

    Where it was to come straight back to who returned it, it does, unless the drafter changed something that
    decides the way or an amount, or anything else that was agreed to (``others``, by its name on the form): then
    it walks the whole way again.
    """
    walk.begin_act()
    on_his_desk = [leg for leg in walk.live() if leg.stage == SUBMIT]
    if not on_his_desk:
        not_with_the_drafter(walk.approval.status).require()
    leg = on_his_desk[0]
    seat = walk.undecided(leg)[0]
    walk.takes(seat, by)
    changed = _changed(walk, values)
    walk.values = values
    walk.settle(seat, SeatState.AGREED, by, opinion)
    if changed or others:
        for parked in [one for one in walk.live() if one is not leg]:
            walk.close_leg(parked, LegState.RETURNED, by.at)
            walk.tell("walks_again", fields=sorted(changed), others=sorted(others))
    pass_leg(walk, leg, by)


def pass_leg(walk: Walk, leg: Leg, by: By) -> None:
    """A leg is passed, by the opinions given in it."""
    walk.close_leg(leg, LegState.PASSED, by.at)
    leave(walk, leg, by)


def leave(walk: Walk, leg: Leg, by: By) -> None:
    """From a leg that is done with: back to who returned the paper straight to it, else on along the route."""
    waiting = [one for one in walk.legs if one.state == LegState.PARKED and one.parked_by == leg.number]
    for one in waiting:
        assert one.parked_at is not None
        one.due = walk.casting.later(one.due, one.parked_at)
        one.state, one.resumed_act, one.parked_at = LegState.OPEN, walk.act, None
    if not waiting:
        go_on(walk, leg, by)


def go_on(walk: Walk, leg: Leg, by: By) -> None:
    """Open whatever follows ``leg``; the approval is through when nothing does."""
    active = {one.stage for one in walk.live()}
    try:
        if leg.stage == SUBMIT:
            onward = walk.flow.first(walk.values)
        else:
            onward = walk.flow.after(leg.stage, walk.values, active)
    except Unforeseen as gap:
        raise Refusal(
            "no_branch_applies",
            _("审批路线没有写明这种情况走哪一支（%(choice)s）。") % {"choice": gap.choice.code},
            hint=_("请联系审批路线管理员补上，再办理。"),
        ) from gap
    _open(walk, onward, by)


def _open(walk: Walk, onward: Onward, by: By) -> None:
    """Open all legs first, so that branches know of each other; then ask who sits in them."""
    opened = [(stage, walk.new_leg(stage.code, at=by.at, within=stage.within)) for stage in onward.stages]
    for stage, leg in opened:
        people, cause = _people(walk, stage)
        if cause:
            leg.cause = cause
            walk.tell("passed_over", stage=stage.title, cause=cause)
            walk.close_leg(leg, LegState.SKIPPED, by.at)
            go_on(walk, leg, by)
        else:
            seat(walk, leg, people)
    if onward.ended and not walk.live():
        walk.approval.status, walk.approval.ended_at = Status.APPROVED, by.at


def seat(walk: Walk, leg: Leg, people: Iterable[int]) -> None:
    """Give ``people`` their parts; in order, only the first is asked at once."""
    stage = walk.stage(leg)
    in_order = stage is not None and stage.how == How.IN_ORDER
    for order, person_id in enumerate(dict.fromkeys(people)):
        waits = in_order and order > 0
        state = SeatState.WAITING if waits else SeatState.OPEN
        walk.new_seat(leg, person_id, order=order, state=state)


def _people(walk: Walk, stage: Stage) -> tuple[list[int], str]:
    """Who decides in ``stage``, or why nobody has to ("self", "empty", "repeat")."""
    found = walk.casting.people(stage)
    if walk.approval.submitter_id in found:
        found = _instead_of_submitter(walk, stage, found)
        if not found and stage.on_self == OnSelf.SKIP:
            return [], "self"
    able = _able(walk, stage, found)
    if not able:
        able = _replacements(walk, stage, found)
        if not able:
            if stage.on_empty == OnEmpty.SKIP:
                return [], "empty"
            raise _nobody(walk, stage, found)
    if set(able) <= _agreed_before(walk, stage):
        walk.hands |= {(one, stage.power.value) for one in able}
        return [], "repeat"
    return able, ""


def _instead_of_submitter(walk: Walk, stage: Stage, found: list[int]) -> list[int]:
    submitter = walk.approval.submitter_id
    if stage.on_self == OnSelf.ALLOW:
        return found
    others = [one for one in found if one != submitter]
    if stage.on_self == OnSelf.REFUSE:
        raise Refusal(
            "approver_is_submitter",
            _("“%(stage)s”的审批人是提交人本人，不能提交。") % {"stage": stage.title},
            hint=_("请由他人提交，或联系审批路线管理员。"),
        )
    if stage.on_self == OnSelf.UP:
        above = [one for one in walk.casting.above(submitter) if one not in others]
        walk.tell("self_went_up", stage=stage.title)
        return others + above
    walk.tell("self_left_out", stage=stage.title)
    return others


def _able(walk: Walk, stage: Stage, found: list[int]) -> list[int]:
    """Those of ``found`` who may exercise the stage's power on this paper; the others are named in the journal."""
    barred = {one: pair for one in found if (pair := walk.barred(one, stage.power))}
    for rule in sorted({pair.rule for pair in barred.values()}):
        left_out = [one for one, pair in barred.items() if pair.rule == rule]
        walk.tell("avoids" if rule == "F-06" else "left_out", stage=stage.title, people=left_out, rule=rule)
    return [one for one in found if one not in barred]


def _replacements(walk: Walk, stage: Stage, found: list[int]) -> list[int]:
    if stage.on_empty == OnEmpty.NAMED:
        walk.tell("fallback_asked", stage=stage.title)
        return _able(walk, stage, walk.casting.fallback(stage))
    if stage.on_empty != OnEmpty.UP:
        return []
    able = risen(walk, found[:1] or [walk.approval.submitter_id], stage.power)
    if able:
        walk.tell("went_up", stage=stage.title)
    return able


def risen(walk: Walk, below: list[int], power: Power) -> list[int]:
    """The next above ``below`` who may exercise ``power`` on this paper; empty when nobody up to the top may."""
    for _level in range(HIGHEST):
        below = [one for person in below for one in walk.casting.above(person)]
        able = [one for one in below if not walk.barred(one, power)]
        if able:
            return list(dict.fromkeys(able))
    return []


def _agreed_before(walk: Walk, stage: Stage) -> set[int]:
    """Who agreed, in his own name, in the stages whose agreement counts here, too; nobody where all are asked.

    For ``SKIP`` these are the stages that the act under way has just passed; for ``ONCE`` all that lead here and
    were passed since the paper was last handed in. Agreement stands for a decision only where it was one, and for
    nothing that is to be done (to pay, to keep the books) but the same.
    """
    if stage.on_repeat == OnRepeat.ASK:
        return set()
    passed = [leg for leg in walk.legs if leg.state == LegState.PASSED and leg.stage != SUBMIT]
    if stage.on_repeat == OnRepeat.SKIP:
        numbers = {leg.number for leg in passed if leg.closed_act == walk.act}
    else:
        since = max(leg.number for leg in walk.legs if leg.stage == SUBMIT)
        numbers = {
            leg.number for leg in passed if leg.number > since and walk.flow.precedes(leg.stage, stage.code)
        }
    numbers = {one for one in numbers if _stands_for(walk.power(walk.leg(one)), stage.power)}
    seats = [one for one in walk.seats if one.leg in numbers and one.state == SeatState.AGREED]
    return {one.person_id for one in seats if one.decided_by_id == one.person_id}


def _stands_for(given: Power, asked: Power) -> bool:
    return asked in (Power.NONE, given) or (given in DECIDING and asked in DECIDING)


def _nobody(walk: Walk, stage: Stage, found: list[int]) -> Refusal:
    """Why a stage finds nobody: those whom it asks had a part in the paper, or there is none at all."""
    asked = [*walk.casting.people(stage), *found]
    pair = next((pair for one in asked if (pair := walk.barred(one, stage.power))), None)
    told = {"stage": stage.title}
    if pair is None:
        hint = _("请联系机构人员管理员为这个环节的岗位任命人员，再办理。")
        return Refusal("no_approver", _("“%(stage)s”现在没有人可以办理。") % told, hint=hint)
    if pair == kin_clash(stage.power):
        sentence = _("下一步“%(stage)s”没有人可以办理：能办的人是提交人的亲属，应当回避。")
        hint = _("请联系机构人员管理员为这个环节再安排一人，再办理。")
        return Refusal("no_approver", sentence % told, rule=pair.rule, hint=hint)
    done = pair.one if pair.other == stage.power else pair.other
    told |= {"one": power_words(done), "other": power_words(stage.power), "source": pair.source}
    sentence = _(
        "下一步“%(stage)s”没有人可以办理：能办的人已经在这份单据上“%(one)s”过，同一人不能既%(one)s又%(other)s（%(source)s）。"
    )
    hint = _("请联系机构人员管理员为这个环节再安排一人，再办理；来不及的，请作废后重新提交。")
    return Refusal("no_approver", sentence % told, rule=pair.rule, hint=hint)


def _changed(walk: Walk, values: Values) -> set[str]:
    """Fields that decide the way, or amounts, whose values differ from what was handed in before."""
    weighty = {test.field for condition in _conditions(walk) for test in tests_of(condition)}
    weighty |= {one.code for one in walk.flow.route.fields if one.kind == FieldKind.MONEY}
    return {code for code in weighty if walk.values.get(code) != values.get(code)}


def _conditions(walk: Walk) -> Iterable[Condition]:
    for item in items_of(walk.flow.route.body):
        if isinstance(item, Stage):
            yield item.when
        elif isinstance(item, Choice):
            yield from (branch.when for branch in item.branches)
