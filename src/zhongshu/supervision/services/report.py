from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Blocker, Cycle, Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import next_report
from zhongshu.supervision.services.fingerprint import take_fingerprints


@use_case("supervision.report")
def report(
    *,
    actor: Actor,
    directive_id: int,
    text: str,
    at: datetime,
    blocker: str = Blocker.NONE,
    files: tuple[File, ...] = (),
) -> Directive:
    """Report progress and what it waits for; an empty text says "nothing new since last time".

    A repeating duty moves on to its next reporting day.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "report", directive)
    directive.move("report")
    if not text.strip() and directive.last_progress_at is None:
        raise Refusal(
            "nothing_reported",
            _("第一次回告要写明进展。"),
            fields={"text": _("请写一两句：做了什么，下一步做什么。")},
        )
    today = local_day(at)
    if text.strip():
        directive.last_progress = text.strip()[:300]
    directive.last_progress_at = at
    if blocker != directive.blocker:
        directive.blocker, directive.blocked_since = blocker, today if blocker else None
    attached = matters.attach(directive.matter, files, role=AttachmentRole.PROGRESS, at=at)
    take_fingerprints(directive, attached, at=at)
    trail.had_a_hand(directive, actor, at=at)
    _next_round(directive, at=at)
    names = [file.name for file in files]
    trail.keep(directive, "reported", actor=actor, at=at, text=text.strip(), blocker=blocker, files=names)
    return directive


@use_case("supervision.remind")
def remind(*, actor: Actor, directive_id: int, note: str, at: datetime) -> Directive:
    """Remind whoever holds the matter (催办); recorded and counted."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "remind", directive)
    directive.move("remind")
    directive.reminders += 1
    note = note.strip() or on_record("请抓紧办理并回告进展。")
    told = on_record("催办：%(title)s。%(note)s") % {"title": directive.matter.title, "note": note}
    for held in matter_queries.open_assignments(directive.pk):
        if held.holder_person_id:
            matters.tell_person(
                directive.matter, held.holder_person_id, told, url=trail.address(directive), at=at
            )
        elif held.holder_unit_id:
            matters.tell_unit(
                directive.matter, held.holder_unit_id, told, url=trail.address(directive), at=at
            )
    trail.keep(directive, "reminded", actor=actor, at=at, note=note)
    return directive


def _next_round(directive: Directive, *, at: datetime) -> None:
    matter = directive.matter
    if not matter.long_term and directive.cycle == Cycle.ONCE:
        return
    if matter.long_term and matter.current_due is not None:
        after = max(local_day(at), matter.current_due)
        due = next_report(after, directive.cycle, directive.deadline_rule, workdays.calendar())
        matter.current_due = due
        matter.light = matters.light_on(local_day(at), due)
        matters.redate(matter, due)
