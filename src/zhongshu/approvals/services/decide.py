from collections.abc import Callable, Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, policies, queries, registry, walking
from zhongshu.approvals.models import Approval, Seat, SeatKind
from zhongshu.approvals.services import trail
from zhongshu.approvals.walking import By, Walk
from zhongshu.approvals.walking.words import power_words
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.platform.usecases.registry import use_case

Step = Callable[[Walk, Seat, By], object]


@use_case("approvals.agree")
def agree(
    *,
    actor: Actor,
    matter_id: int,
    opinion: str = "",
    changes: Mapping[str, str] | None = None,
    asked_as: int | None = None,
    meant: grammar.Power | None = None,
    at: datetime,
) -> Approval:
    """Agree in the stage where ``actor`` is asked, with an opinion or without.

    ``changes`` are corrections of fields that the stage may write. ``asked_as``, here and in the other verbs, is
    the number of the seat one was shown: should one be asked elsewhere by now, it is refused. Refused, too:
    another's seat, powers that never meet in one person (F-01), and whatever the paper's own floor forbids.
    ``meant`` is what is to be done by it, where that must be certain ("pay"): any other stage is a Conflict.
    """

    def step(walk: Walk, seat: Seat, by: By) -> object:
        stage = walk.stage(walk.leg(seat.leg))
        _is_meant(walk, seat, meant)
        facts = _corrected(walk, stage, changes or {})
        registry.subject_of(walk.approval.matter.kind).guard(walk.approval, stage, actor, at)
        walking.agree(walk, seat, by, opinion)
        return facts

    return _in_seat(
        "agreed", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.refuse")
def refuse(
    *, actor: Actor, matter_id: int, opinion: str, asked_as: int | None = None, at: datetime
) -> Approval:
    """Refuse, with the reason; the paper ends, unless it is being voted on."""
    _reason(opinion)
    step: Step = lambda walk, seat, by: walking.refuse(walk, seat, by, opinion)  # noqa: E731
    return _in_seat(
        "refused", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.advise")
def advise(
    *, actor: Actor, matter_id: int, opinion: str, asked_as: int | None = None, at: datetime
) -> Approval:
    """Give the opinion one was asked for; who asked decides."""
    _reason(opinion)
    step: Step = lambda walk, seat, by: walking.advise(walk, seat, by, opinion)  # noqa: E731
    return _in_seat(
        "advised", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.give_back")
def give_back(
    *,
    actor: Actor,
    matter_id: int,
    target: str,
    straight: bool,
    opinion: str,
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Give the paper back to an earlier stage (or "submit", the drafter), to walk again or come straight back."""
    _reason(opinion)

    def step(walk: Walk, seat: Seat, by: By) -> object:
        walking.give_back(walk, seat, target, by, opinion, straight=straight)
        stage = walk.flow.stages.get(target)
        return {"to": stage.title if stage else _("起草人"), "straight": straight}

    return _in_seat(
        "gave_back", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.take_back")
def take_back(*, actor: Actor, matter_id: int, at: datetime) -> Approval:
    """Take back one's own decision while nobody has acted on it."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    seat = policies.last_own(actor, walk)
    if seat is None:
        raise Conflict(
            "too_late_to_take_back",
            _("下一步已经有人办理，不能取回。"),
            hint=_("如需更正，请联系现在的办理人退回。"),
        )
    walking.take_back(walk, seat, trail.by(actor, at))
    trail.keep(walk, "took_back", actor=actor, at=at)
    return approval


@use_case("approvals.add_signer")
def add_signer(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    place: str,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Have somebody sign, too: "before", "beside" or "after" (then one agrees at once)."""
    kind = SeatKind(place)

    def step(walk: Walk, seat: Seat, by: By) -> object:
        made = walking.add_signer(walk, seat, person_id, kind, by, opinion)
        return {"name": made.person.name, "place": place}

    return _in_seat(
        "added_signer", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.remove_signer")
def remove_signer(*, actor: Actor, matter_id: int, seat: int, at: datetime) -> Approval:
    """Take back the asking of a signer whom one has added and who has not signed; ``seat`` is its number."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    found = next((one for one in policies.own_signers(actor, walk) if one.number == seat), None)
    if found is None:
        raise Conflict("cannot_remove", _("只能减去还没有签的加签人。"), hint=_("请刷新页面。"))
    walking.remove_signer(walk, found, trail.by(actor, at))
    trail.keep(walk, "removed_signer", actor=actor, at=at, name=found.person.name)
    return approval


@use_case("approvals.reassign")
def reassign(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Hand one's part on (转办); it does not come back."""

    def step(walk: Walk, seat: Seat, by: By) -> object:
        return {"name": walking.reassign(walk, seat, person_id, by, opinion).person.name}

    return _in_seat(
        "reassigned", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


@use_case("approvals.delegate")
def delegate(
    *,
    actor: Actor,
    matter_id: int,
    person_id: int,
    opinion: str = "",
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Ask somebody's opinion first (委派); the paper comes back and one decides oneself."""

    def step(walk: Walk, seat: Seat, by: By) -> object:
        return {"name": walking.delegate(walk, seat, person_id, by, opinion).person.name}

    return _in_seat(
        "delegated", step, actor=actor, matter_id=matter_id, asked_as=asked_as, at=at, opinion=opinion
    )


def _in_seat(
    verb: str,
    step: Step,
    *,
    actor: Actor,
    matter_id: int,
    asked_as: int | None,
    at: datetime,
    opinion: str,
) -> Approval:
    """One act in the seat where ``actor`` is asked."""
    approval = queries.for_update(actor, matter_id)
    walk = queries.walk_of(approval, local_day(at))
    seat = policies.seat_for(actor, walk)
    if seat is None:
        raise _not_asked(walk)
    if asked_as not in (None, seat.number):
        raise Conflict(
            "already_decided", _("您刚才看到的那一步已经办过了。"), hint=_("请刷新页面，看清现在的环节再办。")
        )
    stage = walk.stage(walk.leg(seat.leg))
    facts = step(walk, seat, trail.by(actor, at))
    more = facts if isinstance(facts, dict) else {}
    title = stage.title if stage else ""
    trail.keep(walk, verb, actor=actor, at=at, stage=title, opinion=opinion.strip(), **more)
    return approval


def _not_asked(walk: Walk) -> Refusal:
    if walk.approval.status == "suspended":
        return Conflict("suspended", _("这份审批已挂起，现在不能办理。"), hint=_("请等恢复后再办。"))
    if not walk.live():
        return Conflict("is_over", _("这份审批已经办结。"), hint=_("请刷新页面看看结果。"))
    return Forbidden("not_your_seat", _("这一步不由您办理，或者已经办过了。"), hint=_("请刷新页面。"))


def _is_meant(walk: Walk, seat: Seat, meant: grammar.Power | None) -> None:
    if meant is not None and walk.power(walk.leg(seat.leg)) != meant:
        raise Conflict(
            "another_step",
            _("现在这一步不是“%(meant)s”，没有办理。") % {"meant": power_words(meant)},
            hint=_("请先看它办到了哪一步。"),
        )


def _reason(opinion: str) -> None:
    if not opinion.strip():
        raise Refusal("no_reason", _("请写明意见。"), fields={"opinion": _("请写明意见。")})


def _corrected(walk: Walk, stage: grammar.Stage | None, changes: Mapping[str, str]) -> dict[str, object]:
    """Write the fields that the stage may write; returns what changed, for the journal."""
    rights = stage.rights if stage else {}
    fields = {one.code: one for one in walk.flow.route.fields}
    changed = {
        code: text.strip()
        for code, text in changes.items()
        if text.strip() != walk.approval.values.get(code, "")
    }
    for code in changed:
        if rights.get(code) != grammar.Right.WRITE or code not in fields:
            raise Forbidden("field_not_yours", _("这一环节不能修改这个栏目。"))
    faults = grammar.faults([fields[code] for code in changed], changed)
    if faults:
        raise Refusal("form_has_faults", _("修改的栏目有误。"), fields=faults)
    if not changed:
        return {}
    told = {
        fields[code].label: f"{walk.approval.values.get(code, '')} → {text}" for code, text in changed.items()
    }
    walk.approval.values = {**walk.approval.values, **changed}
    walk.values = grammar.typed(walk.flow.route.fields, walk.approval.values)
    return {"corrected": told}
