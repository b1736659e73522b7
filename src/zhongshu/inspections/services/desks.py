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
    held = {one.holder_person_id: one for one in matter_queries.open_assignments(inspection.pk)}
    roles = {one.person_id: Role.LEAD if one.leads else Role.SUPPORT for one in inspection.members.all()}
    moved = {pk: role for pk, role in roles.items() if pk not in held or held[pk].role != role}
    for person_id in moved.keys() & held.keys():
        matters.finish(held[person_id], Outcome.HANDED_OVER, actor=actor, at=at)
    for person_id, role in moved.items():
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
