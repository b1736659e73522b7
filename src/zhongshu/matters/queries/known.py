"""Reading the spine: one matter, who holds it, the threads between matters."""

from collections.abc import Collection

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import (
    Assignment,
    Attachment,
    Grant,
    Group,
    Link,
    Matter,
    Outcome,
    stream_of,
    whole_organs,
)
from zhongshu.org import queries as org


def get(actor: Actor, matter_id: int, *, kind: str = "") -> Matter:
    """The matter, if ``actor`` may know of it; otherwise it does not exist (404)."""
    return _known(_by_id.first(matter_id), actor, kind)


def named(streams: Collection[str]) -> dict[str, tuple[str, str]]:
    """Number and unit of the matters with these journals, by journal: not what they are about."""
    rows = Matter.objects.filter(
        pk__in=[int(one.split(":")[1]) for one in streams if one.startswith("matter:")]
    )
    units = rows.values_list("pk", "number", "lead_unit__short_name", "unit__short_name")
    return {stream_of(pk): (number, lead or own) for pk, number, lead, own in units}


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
    if oversees(actor, matter.organ_id, matter.kind):
        return True
    return not set(actor.principals).isdisjoint(_told(matter.pk))


def oversees(actor: Actor, organ_id: int, kind: str = "") -> bool:
    """Whether ``actor`` may know of every matter (of ``kind``) that the organ owns."""
    return actor.is_system or organ_id in whole_organs(actor, kind)


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


holders = prepared(open_assignments)
"""The same as a list, for pages."""


@prepared
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
