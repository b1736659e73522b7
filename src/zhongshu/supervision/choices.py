"""What forms offer: units by their names, approvers, heads, colleagues. Few queries, whatever the size of the house."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import NamedTuple

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitAlias

Choice = tuple[int, str]
APPROVING = (Duty.APPROVE_SUPERVISION, Duty.LEAD_ORGAN)


class UnitNames:
    """The open units, each under one name that no other has, and found again by any of its names.

    ``book``  what they are, where it has been read; else it is read when asked for.
    """

    def __init__(self, book: "_Book | None" = None) -> None:
        if book is not None:
            self._book = book

    @cached_property
    def _book(self) -> "_Book":
        return _book()

    @property
    def labels(self) -> Mapping[int, str]:
        """The name under which a form shows each unit: short where that suffices."""
        return self._book.labels

    def find(self, name: str) -> Sequence[int]:
        """Units that go by ``name``: none, one, or several where the name is shared."""
        name = name.strip()
        return self._book.labelled.get(name) or self._book.known.get(name, ())

    def label(self, unit_id: int | None) -> str:
        """The name shown for a unit; "" for none or one that is closed."""
        return self.labels.get(unit_id, "") if unit_id else ""


@org.remembered
def unit_names() -> UnitNames:
    """The same for everybody as long as the organisation stays as it is, read already."""
    return UnitNames(_book())


class _Book(NamedTuple):
    """Labels by unit; units by label; units by any of their names."""

    labels: Mapping[int, str]
    labelled: Mapping[str, Sequence[int]]
    known: Mapping[str, Sequence[int]]


@org.remembered
def _book() -> _Book:
    rows = org.open_units().values_list("pk", "name", "short_name", "code", "organ__short_name")
    units = [_Names(*row) for row in rows]
    short = Counter(unit.short_name for unit in units)
    within = Counter(_within(unit) for unit in units)
    labels = {unit.pk: _label(unit, short, within) for unit in units}
    labelled, known = defaultdict[str, list[int]](list), defaultdict[str, set[int]](set)
    for pk, label in labels.items():
        labelled[label].append(pk)
    for unit in units:
        for name in (unit.name, unit.short_name, unit.code, _within(unit), labels[unit.pk]):
            known[name].add(unit.pk)
    aliases = UnitAlias.objects.filter(revoked_at__isnull=True, unit__closed_on__isnull=True)
    for name, unit_id in aliases.values_list("name", "unit_id"):
        known[name].add(unit_id)
    return _Book(labels, dict(labelled), {name: sorted(units) for name, units in known.items()})


class _Names(NamedTuple):
    """What a unit is called, alone and within its organ."""

    pk: int
    name: str
    short_name: str
    code: str
    organ: str | None


def _within(unit: _Names) -> str:
    return f"{unit.organ or ''}{unit.short_name}"


def _label(unit: _Names, short: Counter[str], within: Counter[str]) -> str:
    if short[unit.short_name] == 1:
        return unit.short_name
    if within[_within(unit)] == 1:
        return _within(unit)
    return f"{unit.name}（{unit.code}）"


def _in_organ(organ: Unit, day: date) -> list[Appointment]:
    return org.in_business(organ, day)


def approvers(organ: Unit, day: date) -> list[Choice]:
    """Who may approve docketing for the organ today."""
    return list(_approvers(organ.pk, day))


@org.remembered
def _approvers(organ_id: int, day: date) -> tuple[Choice, ...]:
    held = org.people_with(APPROVING, org.known_unit(organ_id), day)
    return tuple({a.person_id: f"{a.person.name}（{a.post.title}）" for a in held}.items())


def heads(unit_id: int | None, day: date) -> list[Choice]:
    """Who may sign for the unit today."""
    return [(person.pk, person.name) for person in org.heads(unit_id, day)] if unit_id else []


def colleagues(unit: Unit, day: date) -> list[Choice]:
    """People of the unit's organ to whom a matter may be passed on, the unit's own first."""
    held = _in_organ(unit.organ or unit, day)
    held.sort(key=lambda a: a.post.unit_id != unit.pk)
    return list({a.person_id: f"{a.person.name}（{a.post.unit.short_name}）" for a in held}.items())


def posts(organ: Unit, day: date) -> list[Choice]:
    """The posts of the organ that somebody holds today, with who it is."""
    held = _in_organ(organ, day)
    return [(one.post_id, f"{one.post.unit.short_name}{one.post.title}（{one.person.name}）") for one in held]


def desks(actor: Actor, day: date) -> list[Choice]:
    """The units for which ``actor`` supervises today, by the posts that carry the duty."""
    return list(_desks(actor.in_name_of or 0, day))


@org.remembered
def _desks(person_id: int, day: date) -> tuple[Choice, ...]:
    held = org.in_force(day, "appointments__")
    posts = Post.objects.filter(held, appointments__person_id=person_id).select_related("unit")
    return tuple((post.unit_id, post.unit.short_name) for post in posts if Duty.SUPERVISE in post.duties)


def desk_in(actor: Actor, organ_id: int, day: date) -> int:
    """The unit in which ``actor`` supervises for the organ; the organ itself where there is no post."""
    units = [unit_id for unit_id, _name in desks(actor, day)]
    own = Unit.objects.filter(pk__in=units, organ_id=organ_id).order_by("pk").values_list("pk", flat=True)
    return own.first() or organ_id


def people(ids: list[int]) -> dict[int, str]:
    """Names by id."""
    return dict(Person.objects.filter(pk__in=ids).values_list("pk", "name"))
