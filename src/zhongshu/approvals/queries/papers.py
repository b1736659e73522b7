import json
from datetime import date, datetime
from functools import lru_cache

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.approvals import grammar
from zhongshu.approvals.casting import OrgCasting
from zhongshu.approvals.models import Approval, Hand, Leg, RouteVersion, Seat
from zhongshu.approvals.walking import Walk
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.usecases.changes import remember


def flow_of(version: RouteVersion) -> grammar.Flow:
    """A version made ready for walking; what it says is read once a process."""
    return _flow(json.dumps(version.spec, ensure_ascii=False))


@lru_cache(maxsize=256)
def _flow(spec: str) -> grammar.Flow:
    return grammar.Flow(grammar.read(json.loads(spec)))


@prepared
def _by_matter(matter_id: int) -> QuerySet[Approval]:
    return Approval.objects.filter(pk=matter_id).select_related("unit", "submitter", "version__route")


@prepared
def _legs(matter_id: int) -> QuerySet[Leg]:
    return Leg.objects.filter(approval=matter_id).order_by("number")


@prepared
def _seats(matter_id: int) -> QuerySet[Seat]:
    rows = Seat.objects.filter(approval=matter_id).order_by("number")
    return rows.select_related("person", "decided_by", "acting_for", "added_by")


@prepared
def _hands(matter_id: int) -> QuerySet[Hand, tuple[int, str]]:
    return Hand.objects.filter(approval=matter_id).values_list("person_id", "power")


def get(actor: Actor, matter_id: int) -> Approval:
    """The approval of a matter that ``actor`` may know of; else it does not exist (404)."""
    return _found(matters.get(actor, matter_id))


def for_update(actor: Actor, matter_id: int) -> Approval:
    """As ``get``, with the matter's row locked, so that two people never move one paper at once."""
    matter = matters.lock(actor, matter_id)
    approval = _found(matter)
    remember(matter)
    remember(approval)
    return approval


def walk_for_update(actor: Actor, matter_id: int, at: datetime) -> Walk:
    """The walk of a paper that ``actor`` may know of, with its row locked for one act."""
    return walk_of(for_update(actor, matter_id), local_day(at))


def _found(matter: Matter) -> Approval:
    approval = _by_matter.first(matter.pk)
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
    legs, seats = _legs(approval.pk), _seats(approval.pk)
    for row in (*legs, *seats):
        remember(row)
    flow, hands = flow_of(approval.version), frozenset(_hands(approval.pk))
    return Walk(
        approval=approval,
        flow=flow,
        values=grammar.typed(flow.route.fields, approval.values),
        casting=OrgCasting(approval.unit, today, approval.chosen),
        legs=legs,
        seats=seats,
        hands=set(hands),
        hands_kept=hands,
    )
