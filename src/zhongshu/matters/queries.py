"""Reading the spine: one matter, the four boxes, the threads between matters. Always for an actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import merged, ordered
from zhongshu.kernel.paging import Page, encode_cursor
from zhongshu.kernel.prepared import filled, prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import registry
from zhongshu.matters.models import (
    Assignment,
    Attachment,
    Grant,
    Group,
    Link,
    Matter,
    Outcome,
    Role,
    whole_organs,
)
from zhongshu.org import queries as org

PAGE = 25
MOST = 300
READING = (Role.READ,)
OF_A_ROW = ("kind", "title", "state", "urgency")
"""What a row of a desk tells of its matter, beside its kind's notes."""
Slip = tuple[date, int, str]


def get(actor: Actor, matter_id: int, *, kind: str = "") -> Matter:
    """The matter, if ``actor`` may know of it; otherwise it does not exist (404)."""
    return _known(_by_id.first(matter_id), actor, kind)


def lock(actor: Actor, matter_id: int, *, kind: str = "") -> Matter:
    """As ``get``, with its row locked until the end of the transaction."""
    return _known(_by_id_locked.first(matter_id), actor, kind)


@prepared
def _by_id(matter_id: int) -> QuerySet[Matter]:
    return Matter.objects.filter(pk=matter_id)


@prepared
def _by_id_locked(matter_id: int) -> QuerySet[Matter]:
    return Matter.objects.select_for_update(of=("self",)).filter(pk=matter_id)


@prepared
def _told(matter_id: int) -> QuerySet[Grant, str]:
    return Grant.objects.filter(matter_id=matter_id).values_list("principal", flat=True)


def _known(matter: Matter | None, actor: Actor, kind: str) -> Matter:
    if matter is None or (kind and matter.kind != kind) or not is_known(actor, matter):
        raise NotFound(
            "no_such_matter",
            _("没有这件事，或者它不在您的知悉范围内。"),
            hint=_("请核对编号，或向督查科询问。"),
        )
    org.attach(matter, "organ", "unit", "lead_unit", "drafter")
    return matter


def is_known(actor: Actor, matter: Matter) -> bool:
    """Whether ``actor`` may know of ``matter``: what ``visible_to`` asks of many, asked of one."""
    if oversees(actor, matter.organ_id):
        return True
    return not set(actor.principals).isdisjoint(_told(matter.pk))


def oversees(actor: Actor, organ_id: int) -> bool:
    """Whether ``actor`` may know of every matter that the organ owns."""
    return actor.is_system or organ_id in whole_organs(actor)


def orphans() -> QuerySet[Matter]:
    """Open matters that nobody holds. Law 1: always none; a job looks every night."""
    held = Assignment.objects.filter(done_at__isnull=True).values("matter_id")
    return Matter.objects.filter(group=Group.OPEN).exclude(pk__in=held)


def open_assignments(matter_id: int) -> QuerySet[Assignment]:
    """Who holds the matter now."""
    return (
        Assignment.objects.filter(matter_id=matter_id, done_at__isnull=True)
        .select_related("holder_unit", "holder_person")
        .order_by("id")
    )


def done_parts(matter_id: int) -> QuerySet[Assignment]:
    """Who held the matter and did their part; nobody who handed it on or gave it back."""
    return (
        Assignment.objects.filter(matter_id=matter_id, outcome=Outcome.DONE)
        .select_related("holder_unit", "holder_person")
        .order_by("id")
    )


@prepared
def lying(matter_id: int) -> QuerySet[Assignment]:
    """The same bare, for who takes the matter off desks and puts it on others."""
    return Assignment.objects.filter(matter=matter_id, done_at__isnull=True).order_by("id")


@dataclass(frozen=True, slots=True)
class Counts:
    """How much lies on a desk; counting stops at ``MOST`` for each of the person's and his units' parts.

    ``late`` and ``today`` are those of ``todo`` that are past their date or due today.
    """

    todo: int
    toread: int
    late: int
    today: int


def desk(actor: Actor, *, reading: bool = False) -> tuple[QuerySet[Assignment], QuerySet[Assignment]]:
    """What lies open before ``actor``: held in person, and held by his units with nobody named.

    Two querysets, because each reads one index; both are ordered by date.
    """
    part = Q(role__in=READING) if reading else ~Q(role__in=READING)
    mine, ours = _on_desk(actor)
    return mine.filter(part), ours.filter(part)


def _on_desk(actor: Actor) -> tuple[QuerySet[Assignment], QuerySet[Assignment]]:
    return _held_by(_person(actor)), _held_for(tuple(sorted(actor.unit_ids)))


def _person(actor: Actor) -> int:
    return actor.acting_for or actor.person_id or 0


def _held_by(person_id: int) -> QuerySet[Assignment]:
    return Assignment.objects.filter(done_at__isnull=True, holder_person_id=person_id).order_by("due", "id")


def _held_for(unit_ids: tuple[int, ...]) -> QuerySet[Assignment]:
    unnamed = Assignment.objects.filter(done_at__isnull=True, holder_person__isnull=True)
    return unnamed.filter(holder_unit__pk__in=unit_ids).order_by("due", "id")


def todo(
    actor: Actor, *, reading: bool = False, cursor: str = "", before: str = "", size: int = PAGE
) -> Page[Assignment]:
    """One page of the to-do box (or of the to-read box), earliest date first."""
    mine, ours = (
        ordered(part.select_related("holder_unit", *_matter()), due=date.fromisoformat, id=int)
        for part in desk(actor, reading=reading)
    )
    return merged(mine, ours).page(after=cursor, before=before, size=size)


def done(actor: Actor, *, cursor: str = "", before: str = "", size: int = PAGE) -> Page[Assignment]:
    """What ``actor`` has finished, newest first."""
    found = Assignment.objects.filter(done_by_id=actor.person_id, done_at__isnull=False)
    rows = found.select_related(*_matter())
    newest = ordered(rows, newest_first=True, done_at=datetime.fromisoformat, id=int)
    return newest.page(after=cursor, before=before, size=size)


def started(actor: Actor, *, cursor: str = "", before: str = "", size: int = PAGE) -> Page[Matter]:
    """What ``actor`` has opened, newest first."""
    found = Matter.objects.filter(drafter_id=actor.acting_for or actor.person_id)
    newest = ordered(found.select_related("lead_unit", *registry.related()), newest_first=True, id=int)
    return newest.page(after=cursor, before=before, size=size)


def counts(actor: Actor, today: date) -> Counts:
    """Sizes of the boxes that say what is still to do, earliest dates counted first."""
    return _counted(_slips(actor), today)


def top_of_desk(actor: Actor, today: date, *, reading: bool = False) -> tuple[Counts, Page[Assignment]]:
    """The counts together with the first page of the to-do (or to-read) box: one look at the desk for both.

    The rows hold what a desk tells, nothing else of their matters.
    """
    slips = _slips(actor)
    wanted = _first(slips, reading=reading)
    if wanted is None:
        return _counted(slips, today), todo(actor, reading=reading)
    found = {held.pk: held for held in _with_matters(filled([pk for _due, pk, _role in wanted], PAGE + 1))}
    rows = [found[pk] for _due, pk, _role in wanted if pk in found]
    shown = rows[:PAGE]
    more = encode_cursor((shown[-1].due.isoformat(), shown[-1].pk)) if len(rows) > PAGE else ""
    return _counted(slips, today), Page(shown, more)


def _first(slips: list[list[Slip]], *, reading: bool) -> list[Slip] | None:
    """The slips of the first page and one more; None where parts are cut off too early to tell."""
    cut = min((part[-1] for part in slips if len(part) == MOST), default=None)
    found = sorted(slip for part in slips for slip in part if (slip[2] in READING) == reading)[: PAGE + 1]
    if cut is None or (len(found) > PAGE and found[-1] <= cut):
        return found
    return None


@prepared
def _with_matters(ids: tuple[int, ...]) -> QuerySet[Assignment]:
    told = [f"matter__{name}" for name in (*OF_A_ROW, *registry.read_for_notes())]
    return Assignment.objects.filter(pk__in=ids).select_related(*_matter()).only("due", "role", *told)


def _slips(actor: Actor) -> list[list[Slip]]:
    """Date, id and role of what lies on the desk, no more than ``MOST`` of each part."""
    return [_slips_of(_person(actor)), _slips_for(tuple(sorted(actor.unit_ids)))]


@prepared
def _slips_of(person_id: int) -> QuerySet[Assignment, Slip]:
    return _held_by(person_id).values_list("due", "pk", "role")[:MOST]


@prepared
def _slips_for(unit_ids: tuple[int, ...]) -> QuerySet[Assignment, Slip]:
    return _held_for(unit_ids).values_list("due", "pk", "role")[:MOST]


def _counted(slips: Iterable[Iterable[Slip]], today: date) -> Counts:
    acting, reading = list[date](), 0
    for due, _pk, role in chain.from_iterable(slips):
        if role in READING:
            reading += 1
        else:
            acting.append(due)
    late, due_today = sum(due < today for due in acting), acting.count(today)
    return Counts(todo=len(acting), toread=reading, late=late, today=due_today)


def threads(actor: Actor, matter: Matter) -> list[tuple[str, Matter]]:
    """Where ``matter`` comes from and what became of it, as far as ``actor`` may know."""
    links = _links(matter.pk)
    if not links:
        return []
    others = {link.target_id if link.source_id == matter.pk else link.source_id for link in links}
    seen = Matter.objects.visible_to(actor).in_bulk(others)
    return [
        (link.get_kind_display() if link.source_id == matter.pk else "", seen[other])
        for link in links
        for other in [link.target_id if link.source_id == matter.pk else link.source_id]
        if other in seen
    ]


@prepared
def _links(matter_id: int) -> QuerySet[Link]:
    return Link.objects.filter(Q(source_id=matter_id) | Q(target_id=matter_id)).order_by("id")


def attachments(matter: Matter) -> list[Attachment]:
    """Files of a matter that the caller has already been allowed to see."""
    return _attached(matter.pk)


@prepared
def _attached(matter_id: int) -> QuerySet[Attachment]:
    return Attachment.objects.filter(matter_id=matter_id).select_related("file__blob").order_by("id")


def _matter() -> list[str]:
    return ["matter", *(f"matter__{name}" for name in registry.related())]
