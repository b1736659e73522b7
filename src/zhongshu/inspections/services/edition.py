"""A later edition of a report in the spine: the inspection itself is closed and archived, so it is a matter of its own."""

from datetime import datetime

from zhongshu.inspections.models import EDITION, Inspection
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import Group, Light, LinkKind, Matter, Waits
from zhongshu.platform.numbering.models import Issued
from zhongshu.supervision.models import PaperKind, PaperState


def as_matter(
    inspection: Inspection, title: str, because: str, number: Issued, *, actor: Actor, at: datetime
) -> Matter:
    """Something that is done already, known to the office that inspected; part of a use case."""
    whole = inspection.matter
    opening = matters.Opening(
        kind=EDITION, state=PaperState.ISSUED, title=title[:200], body=because, organ_id=whole.organ_id,
        unit=whole.unit, due=local_day(at),
    )  # fmt: skip
    called = f"{PaperKind.REPORT.label}{number.text}"[:40]
    matter = matters.open_matter(opening, number=called, actor=actor, at=at)
    matter.group, matter.closed_at, matter.light, matter.waits_for = Group.CLOSED, at, Light.GREY, Waits.NONE
    matter.save(update_fields=["group", "closed_at", "light", "waits_for"])
    matters.link(matter, LinkKind.ARISES_FROM, whole, at=at)
    return matter
