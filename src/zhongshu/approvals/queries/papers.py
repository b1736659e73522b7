from collections.abc import Callable, Iterable
from datetime import date, datetime
from functools import cache
from typing import TypeVar, cast

from django.db.models import OneToOneField, QuerySet
from django.utils.translation import gettext as _

from zhongshu.approvals import grammar
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import Approval, Hand, Leg, RouteVersion, Seat
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.prepared import Prepared, prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.usecases.changes import remember
from zhongshu.platform.workdays import queries as workdays

FLOWS_KEPT = 256
Row = TypeVar("Row", Leg, Seat)
Rows = tuple[list[Leg], list[Seat], frozenset[tuple[int, str]]]
_MATTER = cast("OneToOneField[Matter, Matter]", Approval._meta.get_field("matter"))
flows_kept: dict[tuple[int, datetime], grammar.Flow] = {}


def flow_of(version: RouteVersion) -> grammar.Flow:
    """A version made ready for walking; a published one, which says the same for ever, is read once a process."""
    if version.published_at is None:
        return grammar.Flow(grammar.read(version.spec))
    key = (version.pk, version.published_at)
    if key not in flows_kept:
        if len(flows_kept) >= FLOWS_KEPT:
            flows_kept.clear()
        flows_kept[key] = grammar.Flow(grammar.read(version.spec))
    return flows_kept[key]


@prepared
def _by_matter(matter_id: int) -> QuerySet[Approval]:
    return Approval.objects.filter(pk=matter_id).select_related("unit", "submitter", "version__route")


@prepared
def _bare(matter_id: int) -> QuerySet[Approval]:
    return Approval.objects.filter(pk=matter_id).select_related("version").defer("version__spec")


@prepared
def _legs(matter_id: int) -> QuerySet[Leg]:
    return Leg.objects.filter(approval=matter_id).order_by("number")


@prepared
def _seats(matter_id: int) -> QuerySet[Seat]:
    rows = Seat.objects.filter(approval=matter_id).order_by("number")
    return rows.select_related("person", "decided_by", "acting_for", "added_by")


@prepared
def _bare_seats(matter_id: int) -> QuerySet[Seat]:
    return Seat.objects.filter(approval=matter_id).order_by("number")


@prepared
def _hands(matter_id: int) -> QuerySet[Hand, tuple[int, str]]:
    return Hand.objects.filter(approval=matter_id).values_list("person_id", "power")


def get(actor: Actor, matter_id: int) -> Approval:
    """The approval of a matter that ``actor`` may know of; else it does not exist (404)."""
    return paper_of(matters.get(actor, matter_id))


def paper_of(matter: Matter) -> Approval:
    """The approval of a matter that was found for an actor already."""
    return _found(matter, _by_matter)


def for_update(actor: Actor, matter_id: int) -> Approval:
    """As ``get``, with the matter's row locked, so that two people never move one paper at once; its people bare."""
    matter = matters.lock(actor, matter_id)
    approval = _found(matter, _bare)
    remember(matter)
    remember(approval)
    return approval


def walk_for_update(actor: Actor, matter_id: int, at: datetime) -> Walk:
    """The walk of a paper that ``actor`` may know of, with its row locked for one act; its people bare."""
    return _walk(for_update(actor, matter_id), local_day(at), _bare_seats)


def _found(matter: Matter, find: Prepared[[int], Approval]) -> Approval:
    approval = find.first(matter.pk)
    if approval is None:
        raise NotFound("no_such_approval", _("没有这份审批，或者它不在您的知悉范围内。"))
    _MATTER.set_cached_value(approval, matter)
    return approval


def readers(approval: Approval) -> QuerySet[Assignment]:
    """Who was sent a copy (抄送), each with the moment of reading or None."""
    rows = Assignment.objects.filter(matter_id=approval.pk, role=Role.READ, holder_person__isnull=False)
    return rows.select_related("holder_person").order_by("opened_at", "id")


def walk_of(approval: Approval, today: date) -> Walk:
    """The whole walk of a paper so far: three queries."""
    return _walk(approval, today, _seats)


def walks_of(papers: Iterable[Matter], today: date) -> list[Walk]:
    """The walks of many papers, each as ``walk_of`` tells it: four queries for all."""
    known, calendar = {one.pk: one for one in papers}, cache(workdays.calendar)
    approvals = Approval.objects.filter(pk__in=known).select_related("version").order_by("pk")
    legs, seats = _by_paper(Leg, known), _by_paper(Seat, known)
    hands: dict[int, set[tuple[int, str]]] = {}
    for one in Hand.objects.filter(approval__in=known):
        hands.setdefault(one.approval_id, set()).add((one.person_id, one.power))
    found = []
    for approval in approvals:
        pk = approval.pk
        _MATTER.set_cached_value(approval, known[pk])
        rows = legs.get(pk, []), seats.get(pk, []), frozenset(hands.get(pk, ()))
        found.append(_in_memory(approval, today, rows, calendar))
    return found


def _by_paper(model: type[Row], papers: Iterable[int]) -> dict[int, list[Row]]:
    found: dict[int, list[Row]] = {}
    for row in model._default_manager.filter(approval__in=list(papers)).order_by("number"):
        found.setdefault(row.approval_id, []).append(row)
    return found


def _walk(approval: Approval, today: date, seats_of: Prepared[[int], Seat]) -> Walk:
    key = approval.pk
    legs, seats, hands = _legs(key), seats_of(key), frozenset(_hands(key))
    for row in (*legs, *seats):
        remember(row)
    return _in_memory(approval, today, (legs, seats, hands))


def _in_memory(
    approval: Approval, today: date, rows: Rows, calendar: Callable[[], Calendar] = workdays.calendar
) -> Walk:
    flow = flow_of(approval.version)
    legs, seats, hands = rows
    return Walk(
        approval=approval,
        flow=flow,
        values=grammar.typed(flow.route.fields, approval.values),
        casting=OrgCasting(approval.unit_id, today, approval.chosen, calendar),
        legs=legs,
        seats=seats,
        hands=set(hands),
        hands_kept=hands,
    )
