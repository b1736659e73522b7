"""A case begins: asked for by somebody, or a duty of the office that comes up."""

from dataclasses import dataclass
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.welfare import queries
from zhongshu.welfare.models import KIND, Case, Service, State
from zhongshu.welfare.rules import Slot
from zhongshu.welfare.services.number import next_number


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """For whom, or for which period, with what."""

    title: str
    body: str = ""
    person_id: int | None = None
    since: date | None = None
    period: str = ""
    handed: tuple[str, ...] = ()


def open_case(service: Service, asked: Asked, slot: Slot, *, actor: Actor, at: datetime) -> Case:
    """Store it under a number with the date of its window; known to who asked and for whom, to its undertakers and
    to who leads their section. Part of a use case, which puts it on a desk.
    """
    opening = matters.Opening(
        kind=KIND, state=State.ASKED, title=asked.title[:200], body=asked.body, organ_id=service.organ_id,
        unit=service.unit, due=slot.due, due_is_provisional=slot.provisional, known_to_unit=False,
    )  # fmt: skip
    number = next_number(service.organ, actor=actor, at=at)
    matter = matters.open_matter(opening, number=number, actor=actor, at=at)
    own = [f"p:{asked.person_id}"] if asked.person_id else []
    matters.make_known(matter.pk, [*own, *queries.head_posts(service)], origin="concerned", at=at)
    return Case.objects.create(
        matter=matter, service=service, person_id=asked.person_id, since=asked.since, period=asked.period,
        asked_on=local_day(at), opens_on=slot.opens, closes_on=slot.closes, handed=list(asked.handed),
    )  # fmt: skip
