import copy
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.approvals import grammar
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import Approval, Hand, Leg, RouteVersion, Seat
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.prepared import Prepared, prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.usecases.changes import remember

FLOWS_KEPT = 256
_flows: dict[int, tuple[dict[str, Any], grammar.Flow]] = {}


def flow_of(version: RouteVersion) -> grammar.Flow:
    """A version made ready for walking; read once a process, and again where a draft says something else by now."""
    spec, flow = _flows.get(version.pk, (None, None))
    if flow is None or spec != version.spec:
        if len(_flows) >= FLOWS_KEPT:
            _flows.clear()
        flow = grammar.Flow(grammar.read(version.spec))
        _flows[version.pk] = copy.deepcopy(version.spec), flow
    return flow


@prepared
def _by_matter(matter_id: int) -> QuerySet[Approval]:
    return Approval.objects.filter(pk=matter_id).select_related("unit", "submitter", "version__route")


@prepared
def _bare(matter_id: int) -> QuerySet[Approval]:
    return Approval.objects.filter(pk=matter_id).select_related("version")


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
    return _found(matters.get(actor, matter_id), _by_matter)


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
    approval.matter = matter
    return approval


def readers(approval: Approval) -> QuerySet[Assignment]:
    """Who was sent a copy (抄送), each with the moment of reading or None."""
    rows = Assignment.objects.filter(matter_id=approval.pk, role=Role.READ, holder_person__isnull=False)
    return rows.select_related("holder_person").order_by("opened_at", "id")


def walk_of(approval: Approval, today: date) -> Walk:
    """The whole walk of a paper so far: three queries."""
    return _walk(approval, today, _seats)


def _walk(approval: Approval, today: date, seats_of: Prepared[[int], Seat]) -> Walk:
    legs, seats = _legs(approval.pk), seats_of(approval.pk)
    for row in (*legs, *seats):
        remember(row)
    flow, hands = flow_of(approval.version), frozenset(_hands(approval.pk))
    return Walk(
        approval=approval,
        flow=flow,
        values=grammar.typed(flow.route.fields, approval.values),
        casting=OrgCasting(approval.unit_id, today, approval.chosen),
        legs=legs,
        seats=seats,
        hands=set(hands),
        hands_kept=hands,
    )
