"""On whose desks an inspection lies."""

from collections.abc import Collection
from datetime import datetime

from zhongshu.inspections.models import Inspection
from zhongshu.inspections.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role


def put_to_work(inspection: Inspection, *, actor: Actor, at: datetime) -> None:
    """The inspection lies on the desk of each of its team until its last day; who had no such part before is told."""
    told = on_record("您参加督查：%(title)s") % {"title": inspection.matter.title}
    roles = {one.person_id: Role.LEAD if one.leads else Role.SUPPORT for one in inspection.members.all()}
    settled = set[int]()
    for held in matter_queries.open_assignments(inspection.pk).filter(holder_person_id__in=roles):
        person_id = held.holder_person_id or 0
        if held.role != roles[person_id] or person_id in settled:
            matters.finish(held, Outcome.HANDED_OVER, actor=actor, at=at)
        else:
            settled.add(person_id)
    for person_id in [one for one in roles if one not in settled]:
        role = roles[person_id]
        matters.assign(inspection.matter, role, person_id=person_id, due=inspection.ends_on, at=at)
        matters.tell_person(inspection.matter, person_id, told, url=trail.address(inspection), at=at)


def release(
    inspection: Inspection, person_ids: Collection[int], reason: str, *, actor: Actor, at: datetime
) -> None:
    """Take it off the desks of those who left, and tell them."""
    told = on_record("您不再参加督查：%(title)s。%(reason)s") % {
        "title": inspection.matter.title,
        "reason": reason,
    }
    for held in matter_queries.open_assignments(inspection.pk).filter(holder_person_id__in=person_ids):
        matters.finish(held, Outcome.HANDED_OVER, actor=actor, at=at, opinion=reason)
    for person_id in sorted(person_ids):
        matters.tell_person(inspection.matter, person_id, told, url=trail.address(inspection), at=at)
