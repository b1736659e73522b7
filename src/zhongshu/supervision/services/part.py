"""A part of a matter from its task to the desk that takes it: as broken down by hand, or as a step of a chain."""

from collections.abc import Iterable
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.supervision import queries
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import Due
from zhongshu.supervision.services.open import hand_out, put_on_docket, register
from zhongshu.supervision.services.task import Task


def below(whole: Directive, unit_id: int) -> None:
    """Refuse a unit that is not under the lead unit's organ: it cannot be given work by it."""
    lead, unit = whole.matter.lead_unit, org.unit(unit_id)
    assert lead is not None
    if unit.path.startswith(org.unit(lead.organ_id or lead.pk).path) and unit.pk != lead.pk:
        return
    told = _("“%(unit)s”不在本单位之下，请另选；需要它配合的，请在进展中说明。") % {"unit": unit}
    raise Refusal(
        "not_below_us", _("只能分解给本单位的内设机构或下级单位。"), fields={"lead_id": told}, rule="D-18"
    )


def registered_part(
    whole: Directive, desk: Unit, *, title: str, requirement: str, lead_id: int, due: date, actor: Actor,
    at: datetime,
) -> Directive:  # fmt: skip
    """A part of ``whole``, which ``desk`` follows up and verifies, with its number; handed down next."""
    task = Task(
        title=title[:200],
        requirement=requirement,
        lead_id=lead_id,
        due=due,
        origin=whole.origin,
        source_title=whole.matter.title[:200],
        basis=on_record("分解自%(number)s") % {"number": whole.matter.number},
        approver_id=_approver(whole, desk, actor, local_day(at)),
        urgency=whole.matter.urgency,
        importance=whole.matter.importance,
        parent_id=whole.pk,
    )
    given = Due(due, provisional=False, given=True)
    return register(task, desk, desk.organ or desk, given, actor=actor, at=at)


def hand_down(
    part: Directive,
    whole: Directive,
    lead_id: int,
    *,
    person_id: int | None = None,
    instead_ids: Iterable[int] = (),
    actor: Actor,
    at: datetime,
) -> None:
    """Known to those above, linked to its whole, docketed, and put on the desk of who takes it."""
    matter = part.matter
    matters.make_known(matter.pk, _those_above(whole), origin="decomposed", at=at)
    matters.link(matter, LinkKind.DECOMPOSES, whole.matter, at=at)
    put_on_docket(part, actor=actor, at=at)
    hand_out(part, lead_id, (), person_id=person_id, instead_ids=tuple(instead_ids), actor=actor, at=at)
    if person_id:
        told = on_record("请您办理：%(title)s") % {"title": matter.title}
        matters.tell_person(matter, person_id, told, url=trail.address(part), at=at)


def _approver(whole: Directive, desk: Unit, actor: Actor, day: date) -> int | None:
    """Who stands for its docketing: the head of the desk that broke it down; of the supervisors' that of the whole."""
    if desk.pk == whole.matter.unit_id:
        return whole.approver_id
    heads = [head.pk for head in org.heads(desk.pk, day)]
    return next((pk for pk in heads if pk in actor.seats), None) or next(iter(heads), whole.approver_id)


def _those_above(whole: Directive) -> list[str]:
    """Whose the whole is, and what that is a part of: from here to the top."""
    found = dict.fromkeys(one for each in queries.line_above(whole) for one in each)
    return [f"{kind}:{pk}" for kind, pk in found if pk]
