"""What is archived is not reopened: the work is taken up again as a new matter that succeeds it (law 9)."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Directive, Origin
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import due_for, terms_of
from zhongshu.supervision.services.open import register
from zhongshu.supervision.services.task import Task
from zhongshu.supervision.services.telling import tell_of_new_start


@use_case("supervision.take_up_again")
def take_up_again(*, actor: Actor, directive_id: int, reason: str, at: datetime) -> Directive:
    """Take an archived matter up again because it was not done after all; the new matter is returned.

    The archived one and its package stay as they are. The new one is registered for the supervisors to
    docket, and its own package will name the one it succeeds. Refused while such a one is open.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "take_up_again", directive)
    directive.move("take_up_again")
    why = reasons.given(reason, _("请写明哪里不实、凭什么。"))
    return succeeded(directive, why, actor=actor, at=at)


def succeeded(old: Directive, why: str, *, actor: Actor, at: datetime) -> Directive:
    """Register the successor of an archived matter; part of a use case."""
    matter = old.matter
    if queries.open_successor(matter) is not None:
        raise Conflict(
            "taken_up_already", _("这件事已经重新登记，正在办理。"), hint=_("请在来龙去脉里打开。")
        )
    task = _task(old, why, local_day(at))
    due = due_for(terms_of(task, local_day(at)))
    again = register(task, matter.unit, matter.organ, due, actor=actor, at=at)
    matters.assign(again.matter, Role.HANDLE, unit_id=matter.unit_id, due=due.day, at=at)
    matters.link(again.matter, LinkKind.SUCCEEDS, matter, at=at)
    trail.record(old, "taken_up_again", actor=actor, at=at, number=again.matter.number, reason=why)
    say = on_record("已归档事项要重新办理，请立项：%(title)s") % {"title": matter.title}
    matters.tell_unit(again.matter, matter.unit_id, say, url=trail.address(again), at=at)
    tell_of_new_start(old, why, actor=actor, at=at)
    return again


def _task(old: Directive, why: str, today: date) -> Task:
    """The old matter as a task once more, with what was found as its source."""
    matter = old.matter
    told = {"body": matter.body, "why": why}
    return Task(
        title=matter.title,
        requirement=on_record("%(body)s\n重新办理：%(why)s") % told,
        lead_id=matter.lead_unit_id,
        origin=Origin.CRITICISM,
        source_title=on_record("复查%(number)s") % {"number": matter.number},
        source_number=matter.number,
        source_organ=str(matter.unit.name),
        source_date=today,
        source_excerpt=why,
        owner_name=old.owner_name,
        instruction_class=old.instruction_class,
        instructed_by_id=old.instructed_by_id,
        instruction=old.instruction,
        instructed_on=old.instructed_on,
        urgency=matter.urgency,
        importance=matter.importance,
    )
