from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Assignment, Role
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.presence import give


def give_back(
    directive: Directive, handler_id: int | None, instead_ids: tuple[int, ...], *, actor: Actor, at: datetime
) -> Assignment:
    """The matter returns to who handled it; to somebody else of the unit where he is away (part of a use case)."""
    matter = directive.matter
    assert matter.lead_unit_id is not None and matter.current_due is not None
    return give(
        directive,
        Role.LEAD,
        unit_id=matter.lead_unit_id,
        person_id=handler_id,
        due=matter.current_due,
        instead_ids=instead_ids,
        field="reason",
        actor=actor,
        at=at,
    )
