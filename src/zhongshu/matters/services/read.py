from datetime import datetime

from django.db.models import Q
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters import queries, registry
from zhongshu.matters.models import Assignment, Matter, Outcome, Role
from zhongshu.matters.services.assign import finish
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("matters.mark_read")
def mark_read(*, actor: Actor, matter_id: int, at: datetime) -> Matter:
    """Say that one has read what lay in the to-read box (已阅): it leaves the box of person or unit."""
    matter = queries.lock(actor, matter_id)
    mine = Q(holder_person_id__in=sorted(actor.seats))
    ours = Q(holder_person__isnull=True, holder_unit_id__in=sorted(actor.unit_ids))
    unread = Assignment.objects.filter(mine | ours, matter=matter, role=Role.READ, done_at__isnull=True)
    held = list(unread)
    if not held:
        raise Conflict("nothing_to_read", _("这件已经阅过了。"), hint=_("请刷新待阅箱。"))
    for assignment in held:
        finish(assignment, Outcome.DONE, actor=actor, at=at)
    journal.record(stream=matter.stream, verb="matters.read", actor=actor, at=at, data={})
    registry.kind_called(matter.kind).read(matter, actor, at)
    return matter
