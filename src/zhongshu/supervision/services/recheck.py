from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Outcome, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive, Origin, Soundness
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import due_for
from zhongshu.supervision.services.open import Task, register


@use_case("supervision.recheck")
def recheck(*, actor: Actor, directive_id: int, outcome: str, note: str, at: datetime) -> Directive:
    """Write what the re-check of a closed matter found: sound, or not sound, with what was seen.

    The closed file stays as it was deposited. Where it is not sound the work is taken up again as a
    new matter that arises from it, registered for the supervisors to docket; it is returned then.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "recheck", directive)
    directive.move("recheck")
    drawn = queries.open_recheck(directive)
    if drawn is None:
        raise Conflict("not_drawn", _("这件事没有待办的复查。"), hint=_("请刷新页面，看看是否已经复查过。"))
    if outcome not in Soundness.values:
        raise Refusal("no_outcome", _("请选择属实或不实。"), fields={"outcome": _("请选一项。")})
    if not note.strip():
        raise Refusal("no_note", _("请写明复查情况。"), fields={"note": _("请写看了什么、结果如何。")})
    drawn.outcome, drawn.note = outcome, note.strip()
    drawn.done_by_id, drawn.done_at = actor.person_id, at
    ended = Outcome.DONE if outcome == Soundness.SOUND else Outcome.RETURNED
    matters.finish_all(
        directive.matter, actor=actor, at=at, roles=(Role.VERIFY,), outcome=ended, opinion=drawn.note
    )
    with in_office_language():
        label = str(Soundness(outcome).label)
    trail.keep(directive, "rechecked", actor=actor, at=at, outcome=label, note=drawn.note)
    again = None if outcome == Soundness.SOUND else _taken_up(directive, drawn.note, actor=actor, at=at)
    drawn.follow_up = again.matter if again else None
    drawn.save()
    return again or directive


def _taken_up(old: Directive, note: str, *, actor: Actor, at: datetime) -> Directive:
    matter = old.matter
    task = Task(
        title=matter.title,
        requirement=on_record("%(body)s\n复查不实：%(note)s") % {"body": matter.body, "note": note},
        lead_id=matter.lead_unit_id,
        origin=Origin.CRITICISM,
        source_title=on_record("复查%(number)s") % {"number": matter.number},
        source_excerpt=note,
        owner_name=old.owner_name,
        instruction_class=old.instruction_class,
        instructed_by_id=old.instructed_by_id,
        instruction=old.instruction,
        instructed_on=old.instructed_on,
        urgency=matter.urgency,
        importance=matter.importance,
    )
    urgent, today = matter.urgency > 0, local_day(at)
    due = due_for(given=None, rule="", cycle=task.cycle, origin=task.origin, urgent=urgent, today=today)
    again = register(task, matter.unit, matter.organ, due, actor=actor, at=at)
    matters.assign(again.matter, Role.HANDLE, unit_id=matter.unit_id, due=due.day, at=at)
    matters.link(again.matter, LinkKind.ARISES_FROM, matter, at=at)
    told = on_record("复查不实，请重新立项：%(title)s") % {"title": matter.title}
    matters.tell_unit(again.matter, matter.unit_id, told, url=trail.address(again), at=at)
    return again
