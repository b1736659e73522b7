from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import proofs, queries, rules
from zhongshu.supervision.extraction import row_number
from zhongshu.supervision.extraction.titles import heading_of
from zhongshu.supervision.models import Cycle, Decision, Directive, Finding, InstructionClass, Intake, Origin
from zhongshu.supervision.services.aliases import learn_from
from zhongshu.supervision.services.alike import open_decided
from zhongshu.supervision.services.decided import UNDECIDED, Decided
from zhongshu.supervision.services.presence import HolderAway
from zhongshu.supervision.services.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """What a person decided about one finding: open it so, or no follow-up because of ``reason``.

    ``finding_id`` None is a duty added by hand; ``start`` and ``end`` then name the characters of the
    sentence it was added for, or none.
    """

    finding_id: int | None = None
    action: str = ""
    lead_id: int | None = None
    support_ids: tuple[int, ...] = ()
    due: date | None = None
    due_rule: str = ""
    cycle: str = Cycle.ONCE
    owner_name: str = ""
    no_follow_up: bool = False
    reason: str = ""
    start: int = 0
    end: int = 0
    decided: Decided = UNDECIDED
    instead_ids: tuple[int, ...] = ()


class ChoicesRefused(Refusal):
    """Some duties cannot be opened so, each told by its place; ``offers`` are the ways out where a holder is away."""

    def __init__(self, faults: Mapping[str, Refusal]) -> None:
        sentence = _("有 %(count)s 项要改，改好后一并立项。") % {"count": len(faults)}
        super().__init__(
            "some_choices_refused", sentence, fields={name: str(one) for name, one in faults.items()}
        )
        self.offers = {name: one.offers for name, one in faults.items() if isinstance(one, HolderAway)}


@use_case("supervision.confirm")
def confirm(
    *,
    actor: Actor,
    intake_id: int,
    unit_id: int,
    approver_id: int | None,
    basis: str,
    choices: Sequence[Choice],
    at: datetime,
    aside: str = "",
    asides: Mapping[str, str] | None = None,
    origin: str | None = None,
    instructed_by_id: int | None = None,
    instructed_on: date | None = None,
) -> list[Directive]:
    """Open a matter for each duty that is to be followed, all in one go or none at all.

    Every finding must be decided: opened, or "no follow-up" with a reason. What is wrong with
    any of them is told for all of them at once, by its place. The text is read anew: sentences that
    bear signs of a duty and have neither finding nor choice need ``aside``, the reason why they are
    not followed (rule M-12); it is kept beside each of them but those that ``asides`` names ("120-164") with a
    reason of their own. A duty that is like an open matter needs its ``decided`` (D-04); merged, it opens nothing,
    and the matter it was merged into is returned. A unit
    chosen where the reading knew the name not teaches that name (``learn_alias``). ``origin`` puts right what was
    proposed. Out of a leader's instruction the matters bear who gave it and when, and are answered back to him
    (D-27, D-25). Who takes a duty of a unit whose receivers are away (``instead_ids`` of any choice) takes its
    other duties as well, unless told otherwise.
    """
    intake = _unconfirmed(actor, intake_id, origin)
    given = _instructed(intake, instructed_by_id, instructed_on)
    findings = {finding.pk: finding for finding in intake.findings.all()}
    _all_decided(findings, choices)
    left = _left_over(intake, findings, choices, aside, asides or {})
    opened: dict[int, Directive] = {}
    faults: dict[str, Refusal] = {}
    for place, choice in enumerate(_stood_in_for(choices), 1):
        if choice.no_follow_up:
            continue
        try:
            task = _task_of(intake, findings.get(choice.finding_id or 0), choice, approver_id, basis)
            task = (
                replace(task, instruction=task.source_excerpt or task.requirement, **given) if given else task
            )
            who: dict[str, Any] = {"actor": actor, "unit_id": unit_id, "at": at}
            with transaction.atomic():  # what is refused half-way is not there for the next to be like
                opened[place] = open_decided(task, choice.decided, but=list(opened.values()), **who)
        except Refusal as refusal:
            faults[f"choice-{choice.finding_id or f'new{place}'}"] = refusal
    if faults:
        raise ChoicesRefused(faults)
    learn_from(actor, intake, findings, choices, at)
    _decide(intake, findings, choices, opened)
    _set_aside(intake, left)
    intake.confirmed_at = at
    intake.save(update_fields=["confirmed_at", "origin"])
    facts = {"opened": len(opened), "dropped": sum(choice.no_follow_up for choice in choices) + len(left)}
    journal.record(stream=f"intake:{intake.pk}", verb="supervision.confirmed", actor=actor, at=at, data=facts)
    return list(opened.values())


def _stood_in_for(choices: Sequence[Choice]) -> list[Choice]:
    """The choices, each with the stand-ins that the others name behind its own."""
    named = tuple(pk for choice in choices for pk in choice.instead_ids)
    return [replace(choice, instead_ids=(*choice.instead_ids, *named)) for choice in choices]


def _unconfirmed(actor: Actor, intake_id: int, origin: str | None) -> Intake:
    intake = queries.intake_for_update(actor, intake_id)
    if intake.confirmed_at is not None:
        raise Conflict(
            "confirmed_already", _("这份材料已经确认立项。"), hint=_("请在台账中查看各件办理情况。")
        )
    intake.origin = origin or intake.origin
    return intake


def _instructed(intake: Intake, leader_id: int | None, day: date | None) -> dict[str, Any]:
    """Who gave the instruction that ``intake`` is, and when, as its matters bear it; nothing for other papers."""
    if intake.origin != Origin.INSTRUCTION:
        return {}
    given = {
        "instructed_by_id": leader_id,
        "instructed_on": day or intake.document_date,
        "instruction_class": InstructionClass.ORDER.value,
    }
    missing = rules.D_27_missing(intake.origin, {"instruction": intake.text, **given})
    if missing:
        raise Refusal(
            "origin_incomplete",
            _("来源是领导批示的，要写明批示领导和批示日期。"),
            fields=missing,
            rule="D-27",
        )
    return given


def _left_over(
    intake: Intake,
    findings: dict[int, Finding],
    choices: Sequence[Choice],
    aside: str,
    asides: Mapping[str, str],
) -> list[tuple[proofs.Sign, str]]:
    """The sentences that are not followed, each with its own reason or that for the rest."""
    places = [(one.start, one.end) for one in findings.values()]
    places += [(one.start, one.end) for one in choices]
    left = [(one, asides.get(one.place, "").strip()) for one in proofs.unresolved(intake, places)]
    verdict = rules.M_12_every_duty_answered(unanswered=sum(not own for _one, own in left), reason=aside)
    if not verdict:
        told = {"aside": f"{verdict.sentence}{verdict.hint}"}
        raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)
    return [(one, own or aside.strip()) for one, own in left]


def _set_aside(intake: Intake, left: Sequence[tuple[proofs.Sign, str]]) -> None:
    """Each sentence left over becomes a finding that is not followed, because of its reason."""
    after = intake.findings.count()
    Finding.objects.bulk_create(
        Finding(
            intake=intake,
            order=after + place,
            start=one.start,
            end=one.end,
            action=one.text[:200],
            decision=Decision.NO_FOLLOW_UP,
            reason=reason[:200],
            reading={"weight": one.weight},
        )
        for place, (one, reason) in enumerate(left, 1)
    )


def _all_decided(findings: dict[int, Finding], choices: Sequence[Choice]) -> None:
    decided = {choice.finding_id for choice in choices if choice.finding_id}
    faults: dict[str, object] = {
        f"choice-{pk}": _("请选择立项，或说明不需督办的理由。") for pk in findings if pk not in decided
    }
    faults |= {
        f"choice-{choice.finding_id}": _("不需督办要写明理由。")
        for choice in choices
        if choice.no_follow_up and not choice.reason.strip()
    }
    if faults:
        raise Refusal("undecided_findings", _("还有任务没有处理。"), fields=faults)
    if not choices:
        raise Refusal(
            "nothing_to_open",
            _("没有要立项的任务。"),
            hint=_("请用“加一条”填写任务；确实不需督办的，也加一条，勾选“不需督办”并写明理由。"),
        )


def _task_of(
    intake: Intake, finding: Finding | None, choice: Choice, approver_id: int | None, basis: str
) -> Task:
    """What ``choice`` asks to be opened; refuses one without a lead or without words."""
    if choice.lead_id is None:
        raise Refusal("no_lead", _("还没有选牵头单位。"), hint=_("请从单位名录中选择。"))
    if not choice.action.strip():
        raise Refusal("no_action", _("还没有写任务内容。"))
    start, end = (finding.start, finding.end) if finding else (choice.start, choice.end)
    excerpt = intake.text[start:end]
    action = choice.action.strip()
    told = [excerpt] if action in excerpt or heading_of(action) == action else [action, excerpt]
    return Task(
        title=heading_of(action),
        requirement="\n".join(filter(None, told)) or action,
        lead_id=choice.lead_id,
        support_ids=choice.support_ids,
        due=choice.due,
        deadline_text=finding.due_text if finding else "",
        deadline_rule=choice.due_rule,
        cycle=choice.cycle,
        cycle_text=finding.cycle_text if finding else "",
        owner_name=choice.owner_name,
        origin=intake.origin,
        source_title=intake.title,
        source_number=rules.D_27_number(intake.origin, row_number(intake.text, start) if end else ""),
        source_date=intake.document_date if intake.origin in rules.DATED else None,
        source_excerpt=excerpt,
        basis=basis,
        approver_id=approver_id,
        intake_id=intake.pk,
        instead_ids=choice.instead_ids,
    )


def _decide(
    intake: Intake, findings: dict[int, Finding], choices: Sequence[Choice], opened: dict[int, Directive]
) -> None:
    """Keep every choice beside its finding; one added by hand becomes a finding of its own."""
    for place, choice in enumerate(choices, 1):
        finding = findings.get(choice.finding_id) if choice.finding_id else None
        if finding is None:
            order = intake.findings.count() + 1
            finding = Finding(intake=intake, order=order, start=choice.start, end=choice.end)
        finding.decision = Decision.NO_FOLLOW_UP if choice.no_follow_up else Decision.OPENED
        finding.directive = opened.get(place)
        finding.reason = choice.reason.strip()
        finding.action, finding.lead_id, finding.due = choice.action[:200], choice.lead_id, choice.due
        finding.cycle, finding.owner_name = choice.cycle, choice.owner_name
        finding.save()
        finding.support.set(choice.support_ids)
