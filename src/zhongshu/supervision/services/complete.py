from collections.abc import Mapping, Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import compute
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Outcome, Role
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Blocker, Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.blocked import blocked
from zhongshu.supervision.services.figures import take
from zhongshu.supervision.services.fingerprint import take_fingerprints, take_words
from zhongshu.supervision.services.presence import give
from zhongshu.supervision.services.settle import REQUESTS, settle
from zhongshu.supervision.services.sign import lead_assignment
from zhongshu.supervision.services.verifying import verifying_desk


@use_case("supervision.complete")
def complete(
    *,
    actor: Actor,
    directive_id: int,
    feedback: str,
    signed_by_id: int | None,
    at: datetime,
    files: tuple[File, ...] = (),
    attached_ids: Sequence[int] = (),
    replaced_ids: Sequence[int] = (),
    figures: Mapping[int, str] | None = None,
    instead_ids: tuple[int, ...] = (),
    verify_by: date | None = None,
) -> Directive:
    """The lead unit says it is done: measures, result, evidence, its leader's sign (D-21).

    ``attached_ids`` are papers handed in with reports before, which prove it as well as ``files`` do;
    ``replaced_ids`` evidence handed in before it was sent back, which proves it no more (D-25);
    ``figures`` those still asked for, by the id of the ask.
    The matter leaves the unit's desk for the supervisors', who verify it.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "complete", directive)
    directive.move("complete")
    rules.D_18_no_open_parts([part.number for part in queries.open_children(directive.pk)]).require()
    heads = org.heads(directive.matter.lead_unit_id, local_day(at))
    signer = signed_by_id or actor.in_name_of
    rules.D_21_feedback_signed(signed_by=signer, heads=[head.pk for head in heads]).require(at="signed_by_id")
    if not feedback.strip():
        raise Refusal(
            "no_feedback", _("请写明办理结果。"), fields={"feedback": _("请写明措施、结果和遗留问题。")}
        )
    directive.feedback, directive.feedback_signed_by_id = feedback.strip(), signer
    _give(directive, figures or {}, actor=actor, at=at)
    blocked(directive, Blocker.NONE, at=at)
    files = (*_handed_in(directive, attached_ids), *files)
    replaced = _prove(directive, files, replaced_ids, at=at)
    trail.had_a_hand(directive, actor, at=at)
    _seat_of(directive, signer, at=at)
    _out_of_hand(directive, actor=actor, at=at)
    _to_verify(directive, verify_by, instead_ids, actor=actor, at=at)
    facts = {
        "feedback": directive.feedback,
        "signer": next((head.name for head in heads if head.pk == signer), actor.name),
        "files": [file.name for file in files],
        "replaced": replaced,
    }
    trail.keep(directive, "completed", actor=actor, at=at, **facts)
    settle(directive, on_record("已报办结"), kinds=REQUESTS, actor=actor, at=at)
    return directive


def _give(directive: Directive, figures: Mapping[int, str], *, actor: Actor, at: datetime) -> None:
    told = take(directive, figures, actor=actor, at=at)
    if told:
        trail.record(directive, "figures_given", actor=actor, at=at, figures=told)


def _handed_in(directive: Directive, attached_ids: Sequence[int]) -> list[File]:
    """The files of the matter that go by these ids; refuses one that was not handed in with it."""
    if not attached_ids:
        return []
    there = {one.pk: one.file for one in matter_queries.attachments(directive.matter)}
    if not set(attached_ids) <= set(there):
        raise Refusal("not_handed_in", _("勾选的材料不是随这件事报的。"), hint=_("请刷新页面后重新勾选。"))
    return [there[pk] for pk in dict.fromkeys(attached_ids)]


def _prove(
    directive: Directive, files: Sequence[File], replaced_ids: Sequence[int], *, at: datetime
) -> list[str]:
    """What proves it now, with its fingerprints; the names of what proves it no more."""
    replaced = matters.supersede(directive.matter, replaced_ids) if replaced_ids else []
    attached = matters.attach(directive.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    take_fingerprints(directive, attached, at=at)
    take_words(directive, at=at)
    return [one.file.name for one in replaced]


def _out_of_hand(directive: Directive, *, actor: Actor, at: datetime) -> None:
    """Done, and off the unit's desk; its rounds end."""
    directive.completed_at = at
    matters.finish(lead_assignment(directive), Outcome.DONE, actor=actor, at=at)
    rounds.end(directive, actor=actor, at=at)


def _seat_of(directive: Directive, signer: int | None, *, at: datetime) -> None:
    if signer is not None:
        directive.hands.get_or_create(person_id=signer, defaults={"at": at})


def _to_verify(
    directive: Directive,
    verify_by: date | None,
    instead_ids: tuple[int, ...],
    *,
    actor: Actor,
    at: datetime,
) -> None:
    """To the supervisors, within the time set; later, up to as long again, only where they are away before."""
    today, calendar = local_day(at), workdays.calendar()
    limit = rules.close_out_limit()
    due = compute(today, limit, calendar).due
    latest = calendar.shift(due, 4 * limit.amount)
    matter, desk = directive.matter, verifying_desk(directive, today)
    give(
        directive,
        Role.VERIFY,
        unit_id=desk,
        due=min(max(verify_by or due, due), latest),
        instead_ids=instead_ids,
        date_field="verify_by",
        latest=latest,
        field="feedback",
        actor=actor,
        at=at,
    )
    told = on_record("待审核：%(unit)s报办结“%(title)s”") % {"unit": matter.lead_unit, "title": matter.title}
    matters.tell_unit(matter, desk, told, url=trail.address(directive), at=at)
