from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.archive import services as archive
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Attachment, AttachmentRole, Light
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive, Origin
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.package import packed
from zhongshu.supervision.services.settle import settle
from zhongshu.supervision.services.telling import answered
from zhongshu.supervision.services.times import take_times


@use_case("supervision.answer_leader")
def answer_leader(*, actor: Actor, directive_id: int, answer: str, at: datetime) -> Directive:
    """Answer back (回告) what became of it: to the leader who instructed, of what a meeting decided to who approved it."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "answer_leader", directive)
    directive.move("answer_leader")
    if not answer.strip():
        raise Refusal("no_answer", _("请写明回告内容。"), fields={"answer": _("请写明办理结果。")})
    directive.answer, directive.answered_at = answer.strip(), at
    trail.keep(
        directive,
        "answered",
        actor=actor,
        at=at,
        leader=_to_whom(directive),
        answer=directive.answer,
    )
    for reader in set(answered(directive, at)) - actor.seats:
        told = on_record("回告：%(title)s。%(answer)s") % {
            "title": directive.matter.title,
            "answer": directive.answer,
        }
        matters.tell_person(
            directive.matter,
            reader,
            told[:300],
            url=trail.address(directive),
            at=at,
            weight=Weight.WATCH,
        )
    return directive


def _to_whom(directive: Directive) -> str:
    """The leader who instructed; the meeting; of any other origin who approved it, as it is he who is told."""
    leader = directive.instructed_by or directive.approver
    of_meeting = directive.instructed_by is None and directive.origin == Origin.MEETING
    return on_record("交办会议") if of_meeting or leader is None else leader.name


@use_case("supervision.close_out")
def close_out(*, actor: Actor, directive_id: int, at: datetime) -> Directive:
    """Strike the matter off (销号) and deposit it in the archive in the same breath (D-25, law 9)."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "close_out", directive)
    directive.move("close_out")
    rules.D_18_no_open_parts([part.number for part in queries.open_children(directive.pk)]).require()
    evidence = Attachment.objects.filter(matter=directive.matter, role=AttachmentRole.EVIDENCE).count()
    rules.D_25_close_out(
        verified=directive.verified_at is not None,
        evidence=evidence,
        needs_answer=directive.instructed_by_id is not None,
        answered=directive.answered_at is not None,
    ).require()
    matter = directive.matter
    matter.closed_at, matter.light = at, Light.GREY
    directive.closed_out_by_id = actor.person_id
    matters.finish_all(matter, actor=actor, at=at)
    take_times(directive, workdays.calendar())
    trail.keep(directive, "closed_out", actor=actor, at=at, evidence=evidence)
    settle(directive, on_record("已销号"), actor=actor, at=at)
    _deposit(directive, actor=actor, at=at)
    return directive


def _deposit(directive: Directive, *, actor: Actor, at: datetime) -> None:
    deposit = archive.deposit(package=packed(directive, at=at), actor=actor, at=at)
    directive.move("archive")
    directive.matter.archived_at = at
    trail.keep(directive, "archived", actor=actor, at=at, code=deposit.code)
    before = queries.predecessor(directive.matter)
    if before is not None:
        facts = {"number": directive.matter.number, "code": deposit.code}
        trail.record(before.directive, "succeeded_by", actor=actor, at=at, **facts)
