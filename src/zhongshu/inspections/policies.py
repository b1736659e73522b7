"""Who may do what to an inspection and its conclusions. The guard, the list and the button ask here."""

from collections.abc import Callable, Mapping

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.inspections import rules
from zhongshu.inspections.models import Conclusion, Designation, Inspection, Outcome
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict, not_yours
from zhongshu.org import queries as org
from zhongshu.supervision.policies import may_approve as approves
from zhongshu.supervision.policies import may_supervise as supervises


def may_designate(actor: Actor, organ_id: int) -> Verdict:
    """Whether ``actor`` designates departments for the organ: who approves supervision there, or leads it."""
    return approves(actor, organ_id)


def may_plan(actor: Actor) -> Verdict:
    """Whether ``actor`` plans inspections at all: who supervises, or whose unit was ever designated (rule D-05)."""
    competent = supervises(actor)
    return competent if competent else rules.D_05_on_paper(designated=designated(actor).exists())


def designated(actor: Actor) -> QuerySet[Designation]:
    """The designations of the units for which ``actor`` acts, as far as they stand."""
    own = sorted(actor.unit_ids | actor.led_unit_ids)
    return Designation.objects.filter(unit_id__in=own, withdrawn_at__isnull=True)


def may_approve(actor: Actor, inspection: Inspection) -> Verdict:
    """Who approves supervision in the organ approves its inspections and fixes the leader; never of his own plan."""
    competent = approves(actor, inspection.matter.organ_id)
    if competent and inspection.matter.drafter_id in actor.seats:
        return not_yours("own_plan", _("不能批准自己拟订的督查方案。"), _("请由其他领导批准。"), rule="D-01")
    return competent


def may_change_team(actor: Actor, inspection: Inspection) -> Verdict:
    """The leader is fixed, and the team changed, by those who approve (rule D-06)."""
    return approves(actor, inspection.matter.organ_id)


def may_work(actor: Actor, inspection: Inspection) -> Verdict:
    """Steps and findings are written down by the team."""
    if inspection.members.filter(person_id__in=sorted(actor.seats)).exists():
        return YES
    return not_yours("not_on_the_team", _("这一步由督查组成员办理。"), rule="D-06")


def may_lead(actor: Actor, inspection: Inspection) -> Verdict:
    """What the team concludes is its leader's to say."""
    if inspection.members.filter(leads=True, person_id__in=sorted(actor.seats)).exists():
        return YES
    return not_yours("not_the_leader", _("这一步由督查组组长办理。"), rule="D-06")


def may_follow(actor: Actor, inspection: Inspection) -> Verdict:
    """What is left to do after the team: the leader does it, or the supervisors of the organ.

    A finding is docketed by these, like every matter, or left by the leader with a reason; either reports anew.
    """
    led = may_lead(actor, inspection)
    return led if led else may_open(actor, inspection)


def may_open(actor: Actor, inspection: Inspection) -> Verdict:
    """Matters are docketed by the supervisors of the organ alone."""
    return supervises(actor, inspection.matter.organ_id)


def may_stop(actor: Actor, inspection: Inspection) -> Verdict:
    """Only those who approve an inspection refuse it or stop it (rule D-29)."""
    return approves(actor, inspection.matter.organ_id)


def may_answer(actor: Actor, conclusion: Conclusion) -> Verdict:
    """A conclusion is accepted, or a review of it asked for, by the unit that it is about."""
    if conclusion.unit_id in actor.unit_ids | actor.led_unit_ids:
        return YES
    told = _("这份结论是给%(unit)s的。") % {"unit": conclusion.unit}
    return not_yours("not_the_unit_inspected", told, rule="D-08")


def may_decide_review(actor: Actor, conclusion: Conclusion) -> Verdict:
    """A review is decided by who approves in the organ, had no part in the conclusion and is not of the unit."""
    competent = approves(actor, conclusion.matter.organ_id)
    if not competent:
        return competent
    if conclusion.unit_id in actor.seat_unit_ids:
        return not_yours("of_the_unit_inspected", _("被督查单位的人不能办理复核。"), rule="D-08")
    return rules.D_08_by_others(seats=actor.seats, took_part=took_part(conclusion), kin=org.kin())


def took_part(conclusion: Conclusion) -> set[int]:
    """Who had a part in a conclusion: the team, whoever did a step or found something for it, and who fed it back."""
    inspection = conclusion.inspection
    hands = {conclusion.fed_back_by_id}
    hands.update(inspection.members.values_list("person_id", flat=True))
    hands.update(inspection.steps.values_list("noted_by_id", flat=True))
    hands.update(inspection.findings.values_list("noted_by_id", flat=True))
    hands.update(inspection.steps.filter(people__isnull=False).values_list("people", flat=True))
    return hands


Asked = Callable[[Actor, Inspection], Verdict]
VERBS: Mapping[str, tuple[str, Asked]] = {
    "approve": ("approve", may_approve),
    "record_step": ("work", may_work),
    "note_finding": ("work", may_work),
    "follow_finding": ("follow", may_follow),
    "feed_back": ("conclude", may_lead),
    "reissue_report": ("report_anew", may_follow),
    "change_team": ("work", may_change_team),
    "stop": ("stop", may_stop),
}
"""Of each verb the event of the life cycle, and who may."""
ANSWERS: Mapping[str, tuple[str, Callable[[Actor, Conclusion], Verdict]]] = {
    "decide_review": (Outcome.UPHELD, may_decide_review),
    "accept_conclusion": ("settle", may_answer),
    "ask_review": ("ask_review", may_answer),
}
"""Likewise of a conclusion; a review that can be upheld can be decided otherwise."""


def require(actor: Actor, verb: str, inspection: Inspection) -> None:
    """Refuse unless ``verb`` is ``actor``'s to do (403) and lawful now (409)."""
    event, may = VERBS[verb]
    may(actor, inspection).require()
    inspection.require(event)


def require_answer(actor: Actor, verb: str, conclusion: Conclusion) -> None:
    """Likewise of a conclusion."""
    event, may = ANSWERS[verb]
    may(actor, conclusion).require()
    conclusion.require(event)


def offered(actor: Actor, inspection: Inspection) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do."""
    return [verb for verb, (event, may) in VERBS.items() if inspection.can(event) and may(actor, inspection)]


def answers(actor: Actor, conclusion: Conclusion) -> list[str]:
    """What ``actor`` may do to a conclusion now."""
    return [
        verb for verb, (event, may) in ANSWERS.items() if conclusion.can(event) and may(actor, conclusion)
    ]
