"""Units: the tree, and what they are called."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from types import MappingProxyType

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.text import fold
from zhongshu.org.models import Unit, UnitAlias
from zhongshu.org.queries.memory import remembered
from zhongshu.org.queries.periods import in_force
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.models import Entry


def open_units() -> QuerySet[Unit]:
    """All units that still exist, in the order of the tree."""
    return Unit.objects.filter(closed_on__isnull=True).order_by("path", "order")


def parents_for(section: Unit) -> QuerySet[Unit]:
    """The units of its organ that a section may be hung under: not itself, not those below it, not the one above."""
    others = open_units().filter(organ_id=section.organ_id).exclude(path__startswith=section.path)
    return others.exclude(pk=section.parent_id) if section.parent_id else others


def unit(unit_id: int) -> Unit:
    """One unit with its organ and the one above; NotFound when there is none. The tree is known to everybody."""
    found = _by_id.first(unit_id)
    if found is None:
        told = _("没有编号是 %(id)s 的单位。") % {"id": unit_id}
        raise NotFound("no_such_unit", told, hint=_("请在机构人员里核对，或重新选择单位。"))
    return found


@prepared
def _by_id(unit_id: int) -> QuerySet[Unit]:
    return Unit.objects.select_related("organ", "parent").filter(pk=unit_id)


def spoken_of(name: str) -> bool:
    """Whether some unit goes by ``name`` already, alone or with others (办公室)."""
    called = Q(name=name) | Q(short_name=name) | Q(aliases__name=name, aliases__revoked_at__isnull=True)
    return open_units().filter(called).exists()


@remembered
def known_unit(unit_id: int) -> Unit:
    """One unit with its organ and the one above from memory, to be read only; NotFound when there is none."""
    return unit(unit_id)


def short_names(unit_ids: Iterable[int]) -> dict[int, str]:
    """Short names by id, also of closed units; with the organ's before it where two of them are alike."""
    found = _shortly(tuple(unit_ids))
    often = Counter(short for _pk, short, _organ in found)
    return {pk: f"{organ or ''}{short}" if often[short] > 1 else short for pk, short, organ in found}


@prepared
def _shortly(unit_ids: tuple[int, ...]) -> QuerySet[Unit, tuple[int, str, str | None]]:
    return Unit.objects.filter(pk__in=unit_ids).values_list("pk", "short_name", "organ__short_name")


def aliases_of(unit: Unit) -> list[UnitAlias]:
    """The names a unit also goes by."""
    return list(unit.aliases.filter(revoked_at__isnull=True).order_by("name"))


def history(subject: str) -> list[Entry]:
    """What was written of a unit ("unit:4") or a person ("person:7"), newest first."""
    return journal.timeline(subject, limit=50)


@dataclass(slots=True)
class Node:
    """A unit in the tree: ``depth`` from 0, ``people`` who hold a post in it today."""

    unit: Unit
    depth: int
    people: int
    children: list["Node"] = field(default_factory=list)

    @property
    def indent(self) -> str:
        """Two ideographic spaces a level."""
        return "\u3000\u3000" * self.depth


def tree(day: date) -> list[Node]:
    """The units that exist on ``day``, as a forest in the order set: one query."""
    held = in_force(day, "posts__appointments__")
    rows = (
        Unit.objects.filter(Q(closed_on__isnull=True) | Q(closed_on__gt=day))
        .annotate(people=Count("posts__appointments__person", filter=held, distinct=True))
        .order_by("order", "id")
    )
    nodes = {row.pk: Node(row, max(row.path.count("/") - 2, 0), row.people) for row in rows}
    roots: list[Node] = []
    for node in nodes.values():
        above = nodes.get(node.unit.parent_id or 0)
        (above.children if above else roots).append(node)
    return roots


def flat(nodes: Iterable[Node]) -> list[Node]:
    """The forest as a list, each node before those under it."""
    return [one for node in nodes for one in [node, *flat(node.children)]]


def directory() -> Mapping[str, int]:
    """Every name by which exactly one unit is known → its id: full names, then short names, then aliases.

    A name that two units share is left out, unless for one of them it is the more proper kind of name.
    Two short queries; the mapping itself is made anew only when a name has changed.
    """
    units = open_units().order_by("id").values_list("id", "name", "short_name")
    aliases = UnitAlias.objects.filter(revoked_at__isnull=True, unit__closed_on__isnull=True)
    return _directory(tuple(units), tuple(aliases.order_by("id").values_list("unit_id", "name")))


@lru_cache(maxsize=4)
def _directory(
    units: tuple[tuple[int, str, str], ...], aliases: tuple[tuple[int, str], ...]
) -> Mapping[str, int]:
    found: dict[str, int] = {}
    ranks = (
        {(name, pk) for pk, name, _short in units},
        {(short, pk) for pk, _name, short in units},
        {(alias, pk) for pk, alias in aliases},
    )
    for rank in ranks:
        times = Counter(name for name, _pk in rank)
        found |= {name: pk for name, pk in rank if times[name] == 1 and name and name not in found}
    return MappingProxyType(found)


def unit_called(name: str) -> int | None:
    """The id of the unit called ``name``, by full name, short name or alias, whatever its width; None if unknown."""
    names = directory()
    wanted = fold(name.strip())
    return names.get(name) or next((pk for known, pk in names.items() if fold(known) == wanted), None)
