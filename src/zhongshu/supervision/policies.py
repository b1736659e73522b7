"""Who may do what to a supervised matter. The guard, the list and the button ask here."""

from collections.abc import Callable
from dataclasses import replace

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Forbidden
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Duty
from zhongshu.supervision import rules
from zhongshu.supervision.models import Directive, Hand, Paper, PaperKind, SlipWeight
from zhongshu.supervision.timely import untimely
from zhongshu.supervision.upwards import laid_before, up_from


def may_supervise(actor: Actor, organ_id: int | None = None) -> Verdict:
    """Whether ``actor`` supervises for the organ (for any, when None)."""
    if actor.is_system or actor.has_duty(Duty.SUPERVISE, organ_id):
        return YES
    return not_yours(
        "not_a_supervisor", _("这一步由督查部门办理。"), _("如需办理，请联系督查科。"), rule="D-18"
    )


def may_oversee_asks(actor: Actor) -> Verdict:
    """Whether ``actor`` sees what units were asked for: who supervises, approves, leads or audits an organ."""
    duties = (Duty.SUPERVISE, Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN, Duty.AUDIT)
    if not actor.admin_role and actor.has_any(duties):
        return YES
    return not_yours(
        "not_overseeing", _("数据索取情况由办公室负责人和督查部门看。"), _("本单位要报的数据在各件事里。")
    )


def may_keep_filters(actor: Actor) -> Verdict:
    """Whether ``actor`` names filters of the ledger: whoever has business here, under his own name."""
    if actor.person_id and not actor.admin_role:
        return YES
    return not_yours("no_business_here", _("三员账号不办业务，不存筛选。"))


def may_approve(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` approves docketing, extensions and terminations for the organ."""
    if actor.has_duty(Duty.APPROVE_SUPERVISION, organ_id) or actor.has_duty(Duty.LEAD_ORGAN, organ_id):
        return YES
    return not_yours("not_an_approver", _("这一步由督办审批领导办理。"), rule="D-01")


def may_instruct(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` may write an instruction (批示): a leader of the organ that owns the matter."""
    if actor.has_duty(Duty.LEAD_ORGAN, organ_id):
        return YES
    return not_yours(
        "not_a_leader", _("批示由本机关领导签署。"), _("可以在事项页面留言或催办。"), rule="D-16"
    )


def holds(actor: Actor, directive: Directive) -> bool:
    """Whether the matter lies with ``actor`` or a unit of his as the one who carries it out."""
    if directive.matter.lead_unit_id in actor.unit_ids | actor.led_unit_ids:
        return True
    return Assignment.objects.filter(
        matter_id=directive.pk,
        role__in=(Role.LEAD, Role.SUPPORT),
        done_at__isnull=True,
        holder_person_id__in=sorted(actor.seats),
    ).exists()


def may_undertake(actor: Actor, directive: Directive) -> Verdict:
    """Whether ``actor`` may sign for, report on and complete the matter."""
    return YES if holds(actor, directive) else _not_the_undertaker(directive)


def _not_the_undertaker(directive: Directive) -> Verdict:
    return not_yours(
        "not_the_undertaker",
        _("这件事由%(unit)s承办。") % {"unit": directive.matter.lead_unit},
        _("如需参与，请与承办单位联系。"),
        rule="D-18",
    )


def may_support(actor: Actor, directive: Directive) -> Verdict:
    """Whether ``actor`` may report progress: the lead unit or a supporting one."""
    if holds(actor, directive):
        return YES
    supports = Assignment.objects.filter(
        matter_id=directive.pk,
        role=Role.SUPPORT,
        done_at__isnull=True,
        holder_unit_id__in=sorted(actor.unit_ids | actor.led_unit_ids),
    )
    return YES if supports.exists() else _not_the_undertaker(directive)


def may_verify(actor: Actor, directive: Directive) -> Verdict:
    """A supervisor of the owning organ who had no hand in it, in his own seat or another's, nor a relative of his."""
    competent = _supervises(actor, directive)
    if not competent and not laid_before(actor, directive):
        return competent
    hands = set(directive.hands.values_list("person_id", flat=True))
    in_lead_unit = directive.matter.lead_unit_id in actor.seat_unit_ids
    verdict = rules.D_25_verifier(seats=actor.seats, hands=hands, in_lead_unit=in_lead_unit)
    if verdict:
        verdict = rules.D_12_recused(seats=actor.seats, hands=hands, kin=org.kin())
    return verdict if verdict else replace(verdict, refusal=Forbidden)


def _supervises(actor: Actor, directive: Directive) -> Verdict:
    """The supervisors of the organ; of a part those at the desk that broke the whole down."""
    matter = directive.matter
    if matter.parent_id and matter.unit_id in actor.unit_ids | actor.led_unit_ids:
        return YES
    return may_supervise(actor, matter.organ_id)


def _approves(actor: Actor, directive: Directive) -> Verdict:
    """The approvers of the organ; of a part the heads of the unit that broke the whole down."""
    matter = directive.matter
    if matter.parent_id and matter.unit_id in actor.led_unit_ids:
        return YES
    return may_approve(actor, matter.organ_id)


def _terminates(actor: Actor, directive: Directive) -> Verdict:
    """Only those who decide stop a matter before its end, whoever carries it out (rule D-29)."""
    competent = _approves(actor, directive)
    return competent if competent else replace(competent, rule="D-29")


def may_read_clues(actor: Actor, directive: Directive) -> Verdict:
    """Whether ``actor`` may read why and to whom a matter was handed over (rules D-11 and D-12).

    Who carried out what it is a part of may not either: parts that went along before kept the words of their whole.
    """
    matter = directive.matter
    oversees = bool(_approves(actor, directive)) or matters.oversees(actor, matter.organ_id, matter.kind)
    carried_out = oversees and any(_carried_out(actor, one) for one in up_from(matter))
    return rules.D_12_clues_read(oversees=oversees, carried_out=carried_out)


def _carried_out(actor: Actor, matter: Matter) -> bool:
    if matter.lead_unit_id in actor.seat_unit_ids | actor.led_unit_ids:
        return True
    return Hand.objects.filter(directive_id=matter.pk, person_id__in=sorted(actor.seats)).exists()


def _leads(actor: Actor, directive: Directive) -> Verdict:
    return may_instruct(actor, directive.matter.organ_id)


def may_issue(actor: Actor, directive: Directive, weight: int) -> Verdict:
    """A supervisor issues slips; criticism (通报) is the approver's alone (rule D-10)."""
    return (_approves if rules.D_10_needs_approver(weight) else _supervises)(actor, directive)


def may_draft_papers(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` writes papers of supervision for the organ: its supervisors, and who approves."""
    competent = may_supervise(actor, organ_id)
    return competent if competent or not may_approve(actor, organ_id) else YES


def may_issue_paper(actor: Actor, paper: Paper) -> Verdict:
    """A supervisor issues papers; a 督办通报, which names who is late, is the approver's alone (rule D-10)."""
    if paper.kind == PaperKind.BULLETIN:
        return may_approve(actor, paper.organ_id)
    return may_draft_papers(actor, paper.organ_id)


def _issues(actor: Actor, directive: Directive) -> Verdict:
    competent = _supervises(actor, directive)
    return competent if competent else _approves(actor, directive)


def _is_addressed(actor: Actor, directive: Directive) -> Verdict:
    waiting = (
        slip
        for slip in directive.slips.all()
        if slip.issued_at and not (slip.acknowledged_at or slip.lapsed_at)
    )
    if any(person.pk in actor.seats for slip in waiting for person in slip.to.all()):
        return YES
    return not_yours("not_addressed", _("没有发给您、等您签收的督办单。"), rule="D-23")


def _begins_chain(actor: Actor, directive: Directive) -> Verdict:
    """Who follows the matter up; and who carries it out, once it is signed for."""
    follows = _supervises(actor, directive)
    return follows if follows or not directive.can("report") else may_undertake(actor, directive)


def _asks_suspension(actor: Actor, directive: Directive) -> Verdict:
    follows = _supervises(actor, directive)
    return follows if follows else may_undertake(actor, directive)


POLICIES: dict[str, Callable[[Actor, Directive], Verdict]] = {
    "docket": _supervises,
    "shelve": _supervises,
    "dispatch": _supervises,
    "remind": _supervises,
    "instruct": _leads,
    "sign_for": may_undertake,
    "object": may_undertake,
    "report": may_support,
    "complete": may_undertake,
    "pass_on": may_undertake,
    "ask_extension": may_undertake,
    "decide_extension": _approves,
    "ask_suspension": _asks_suspension,
    "decide_suspension": _approves,
    "resume": _supervises,
    "accept": may_verify,
    "return_for_rework": may_verify,
    "answer_leader": _supervises,
    "close_out": may_verify,
    "judge_risk": _supervises,
    "note_wait": _supervises,
    "set_cycle": _supervises,
    "ask_figures": _supervises,
    "decompose": may_undertake,
    "begin_chain": _begins_chain,
    "issue_slip": _issues,
    "acknowledge_slips": _is_addressed,
    "recheck": may_verify,
    "reopen": _supervises,
    "take_up_again": _supervises,
    "transfer": _approves,
    "terminate": _terminates,
}
EVENTS = {
    "pass_on": "report",
    "decompose": "report",
    "ask_extension": "extend",
    "decide_extension": "extend",
    "ask_suspension": "suspend",
    "decide_suspension": "suspend",
    "issue_slip": "remind",
    "begin_chain": "remind",
    "set_cycle": "remind",
    "ask_figures": "remind",
    "note_wait": "remind",
    "judge_risk": "instruct",
    "acknowledge_slips": "instruct",
}


def may(actor: Actor, verb: str, directive: Directive) -> Verdict:
    """Whether ``actor`` may do ``verb`` to the matter, its state aside."""
    return POLICIES[verb](actor, directive)


def offered(actor: Actor, directive: Directive) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do: exactly the buttons of the page."""
    if actor.admin_role:
        return []
    lawful = [verb for verb in POLICIES if directive.can(EVENTS.get(verb, verb))]
    asked = {policy: bool(policy(actor, directive)) for policy in {POLICIES[verb] for verb in lawful}}
    mine = [verb for verb in lawful if asked[POLICIES[verb]]]
    slips = (weight for weight in SlipWeight if may_issue(actor, directive, weight))
    out = untimely(actor, directive, mine, slips=slips)
    return [verb for verb in mine if verb not in out]


def require(actor: Actor, verb: str, directive: Directive) -> None:
    """Refuse (403) unless ``actor`` may do ``verb``."""
    may(actor, verb, directive).require()


def require_one(actor: Actor, verbs: tuple[str, ...], directive: Directive) -> None:
    """Refuse (403) unless one of ``verbs`` is ``actor``'s to do."""
    if not any(may(actor, verb, directive) for verb in verbs):
        require(actor, verbs[0], directive)


def require_now(actor: Actor, verbs: tuple[str, ...], directive: Directive) -> None:
    """Refuse unless one of ``verbs`` is ``actor``'s to do (403) and lawful in the present state (409)."""
    require_one(actor, verbs, directive)
    events = [EVENTS.get(verb, verb) for verb in verbs]
    if not any(directive.can(event) for event in events):
        directive.refuse()
    if not set(verbs) & set(offered(actor, directive)):
        hint = _("可能已经办过，请回到事项页看现在能办什么。")
        raise Conflict("nothing_left", _("这一步眼下没有要办的。"), hint=hint)
