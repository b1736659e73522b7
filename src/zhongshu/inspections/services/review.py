from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries, rules
from zhongshu.inspections.models import Conclusion, Outcome, Review
from zhongshu.inspections.services import trail
from zhongshu.inspections.services.settle import archived
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@use_case("inspections.ask_review")
def ask_review(*, actor: Actor, matter_id: int, reason: str, at: datetime) -> Review:
    """The unit asks for its conclusion to be looked at again, once, within thirty days (rule D-08).

    It goes to somebody who approves in the organ and had no part in the conclusion, for thirty days.
    """
    conclusion = queries.conclusion_for_update(actor, matter_id)
    policies.may_answer(actor, conclusion).require()
    conclusion.move("ask_review")
    rules.D_08_in_time(ask_until=conclusion.ask_until, today=local_day(at)).require()
    words = reasons.given(reason, _("请写明对哪些结论有异议、依据是什么。"), rule="D-08")
    due = compute(local_day(at), rules.THIRTY_DAYS, workdays.calendar())
    review = Review.objects.create(
        conclusion=conclusion, reason=words, asked_at=at, decide_by=due.due,
        asked_by_id=actor.in_name_of or 0,
    )  # fmt: skip
    matter = conclusion.matter
    matter.current_due, matter.due_is_provisional = due.due, due.provisional
    matter.light = matters.light_on(local_day(at), due.due)
    matters.finish_all(matter, actor=actor, at=at)
    _to_decide(conclusion, review, at=at)
    facts = {"unit": conclusion.unit.short_name, "reason": words, "until": due.due.isoformat()}
    trail.keep(conclusion, "review_asked", actor=actor, at=at, **facts)
    return review


@use_case("inspections.decide_review")
def decide_review(
    *, actor: Actor, matter_id: int, outcome: str, opinion: str, text: str = "", at: datetime
) -> Review:
    """Uphold, change or withdraw a conclusion; by nobody who had a part in it (rule D-08). It is final then.

    ``text`` is the conclusion in its changed words. Matters that arose from what is withdrawn are named to who
    supervises, for only lawful procedure ends them (D-29).
    """
    conclusion = queries.conclusion_for_update(actor, matter_id)
    policies.may_decide_review(actor, conclusion).require()
    faults: dict[str, object] = {} if opinion.strip() else {"opinion": _("请写明复核意见。")}
    if outcome not in Outcome.values:
        faults["outcome"] = _("请选复核结果。")
    if outcome == Outcome.CHANGED and not text.strip():
        faults["text"] = _("变更结论的，请写明变更后的结论。")
    elif outcome == Outcome.CHANGED and text.split() == conclusion.text.split():
        faults["text"] = _("和原结论一样。请改写，或选“维持原结论”。")
    refuse_faults(faults, "decision_has_faults", _("还有 %(count)s 处要改。"), rule="D-08")
    conclusion.move(outcome)
    review = conclusion.review
    review.outcome, review.opinion = outcome, opinion.strip()
    review.text = text.strip() if outcome == Outcome.CHANGED else ""
    review.decided_by_id, review.decided_at = actor.in_name_of, at
    review.save()
    matters.finish_all(conclusion.matter, actor=actor, at=at, opinion=review.opinion)
    facts = {"outcome": outcome, "opinion": review.opinion, "text": review.text}
    trail.keep(conclusion, "review_decided", actor=actor, at=at, **facts)
    _tell(conclusion, review, at=at)
    archived(conclusion, actor=actor, at=at)
    return review


def _to_decide(conclusion: Conclusion, review: Review, *, at: datetime) -> None:
    """On the desk of the first who may decide; of the organ where today nobody is free to."""
    matter, free = conclusion.matter, queries.reviewers(conclusion, local_day(at), review.decide_by)
    told = on_record("%(unit)s申请复核督查结论：%(title)s") % {
        "unit": conclusion.unit.short_name,
        "title": conclusion.inspection.matter.title,
    }
    holder = {"person_id": free[0]} if free else {"unit_id": matter.organ_id}
    matters.assign(matter, Role.VERIFY, due=review.decide_by, at=at, **holder)
    for person_id in free[:1]:
        matters.tell_person(matter, person_id, told, url=trail.conclusion_address(conclusion), at=at)


def _tell(conclusion: Conclusion, review: Review, *, at: datetime) -> None:
    """The unit and the office that inspected hear what was decided; the organ's leaders where their report no longer holds."""
    facts = {"title": conclusion.inspection.matter.title, "word": review.get_outcome_display()}
    told = on_record("督查结论复核：%(title)s，%(word)s") % facts
    url = trail.conclusion_address(conclusion)
    matters.tell_unit(conclusion.matter, conclusion.unit_id, told, url=url, at=at)
    if review.outcome != Outcome.UPHELD:
        for leader in org.leaders_of(conclusion.matter.organ_id, local_day(at)):
            matters.tell_person(conclusion.matter, leader.pk, told, url=url, at=at)
        told += on_record("；请重报督查专报")
    if review.outcome == Outcome.WITHDRAWN:
        open_ones = conclusion.inspection.findings.filter(
            unit=conclusion.unit_id, directive__matter__closed_at__isnull=True, directive__isnull=False
        )
        numbers = "、".join(open_ones.values_list("directive__matter__number", flat=True).distinct())
        told += on_record("；由它立的督办请按程序研究：%(numbers)s") % {"numbers": numbers} if numbers else ""
    matters.tell_unit(conclusion.matter, conclusion.matter.unit_id, told, url=url, at=at)
