"""Who may be on a team: where people work, and where their relatives do."""

from collections.abc import Collection, Iterable
from datetime import date

from zhongshu.inspections.models import Inspection, Member
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Unit


def team_of(inspection_id: int) -> list[int]:
    """The persons on the team."""
    return list(Member.objects.filter(inspection_id=inspection_id).values_list("person_id", flat=True))


def leader_of(inspection_id: int) -> int | None:
    """Who leads the team, once that is fixed or proposed."""
    led = Member.objects.filter(inspection_id=inspection_id, leads=True)
    return led.values_list("person_id", flat=True).first()


def working_in(person_ids: Collection[int], units: Iterable[Unit], day: date) -> set[int]:
    """Those who on ``day`` hold a post in one of ``units`` or below."""
    paths = tuple(unit.path for unit in units)
    held = org.appointments_on(list(person_ids), day).values_list("person_id", "post__unit__path")
    return {person for person, path in held if path.startswith(paths)}


def with_relatives_in(person_ids: Collection[int], units: Iterable[Unit], day: date) -> set[int]:
    """Those a relative of whom, as declared, works in one of ``units`` or below."""
    kin = org.kin()
    relatives = {other for one in person_ids for other in kin.get(one, ())}
    there = working_in(relatives, units, day)
    return {one for one in person_ids if there & set(kin.get(one, ()))}


def team(inspection: Inspection) -> list[Member]:
    """The team, its leader first."""
    return list(inspection.members.select_related("person"))


def people_called(name: str, day: date) -> list[tuple[int, str]]:
    """Who works here on ``day`` under ``name``, which may have the unit behind it in brackets: id, and name with unit."""
    bare = name.partition("（")[0].strip()
    held = Appointment.objects.filter(org.in_force(day), person__name=bare, person__left_on__isnull=True)
    rows = held.order_by("person_id", "-is_primary").values_list("person_id", "post__unit__short_name")
    known = {pk: f"{bare}（{unit}）" for pk, unit in reversed(rows)}
    return [(pk, shown) for pk, shown in known.items() if name in (bare, shown)]
