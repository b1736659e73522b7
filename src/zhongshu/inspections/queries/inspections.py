from django.utils.translation import gettext as _

from zhongshu.inspections.models import (
    CONCLUSION,
    EDITION,
    INSPECTION,
    Conclusion,
    Edition,
    Finding,
    Inspection,
)
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Group, Matter
from zhongshu.supervision.models import KIND

MOST = 200


def inspection(actor: Actor, matter_id: int) -> Inspection:
    """The inspection, if ``actor`` may know of it; else it does not exist (404)."""
    rows = Inspection.objects.select_related("approver", "designation")
    return matters.record(rows, actor, matter_id, kind=INSPECTION)


def inspection_for_update(actor: Actor, matter_id: int) -> Inspection:
    """As ``inspection``, locked until the end of the transaction."""
    return matters.record_for_update(Inspection.objects.all(), actor, matter_id, kind=INSPECTION)


def conclusion(actor: Actor, matter_id: int) -> Conclusion:
    """The conclusion about one unit, if ``actor`` may know of it; else it does not exist (404)."""
    rows = Conclusion.objects.select_related("inspection__matter", "unit", "fed_back_by")
    return matters.record(rows, actor, matter_id, kind=CONCLUSION)


def conclusion_for_update(actor: Actor, matter_id: int) -> Conclusion:
    """As ``conclusion``, locked until the end of the transaction."""
    rows = Conclusion.objects.select_related("inspection__matter", "unit")
    return matters.record_for_update(rows, actor, matter_id, kind=CONCLUSION)


def edition(actor: Actor, matter_id: int) -> Edition:
    """The later edition of a report filed as this matter, if ``actor`` may know of it; else it does not exist (404)."""
    return Edition.objects.get(pk=matters.get(actor, matter_id, kind=EDITION).pk)


def finding(actor: Actor, finding_id: int) -> Finding:
    """One finding of an inspection that ``actor`` may know of; else it does not exist (404)."""
    found = Finding.objects.select_related("unit", "directive__matter").filter(pk=finding_id).first()
    if found is None:
        raise NotFound("no_such_finding", _("没有这个问题，或者它不在您的知悉范围内。"))
    found.inspection = inspection(actor, found.inspection_id)
    return found


def open_matters(actor: Actor, unit_id: int) -> list[tuple[int, str]]:
    """Supervised matters that the unit leads, are open and that ``actor`` may know of: id, and number with title."""
    known = Matter.objects.visible_to(actor).filter(kind=KIND, group=Group.OPEN, lead_unit__pk=unit_id)
    rows = known.order_by("-pk").values_list("pk", "number", "title")[:MOST]
    return [(pk, f"{number} {title}") for pk, number, title in rows]
