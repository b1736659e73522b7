"""Reading supervised matters, always for an actor."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import BEIJING
from zhongshu.kernel.paging import Page, decode_cursor, encode_cursor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Assignment, Group, Matter, Role
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.platform.files.models import File
from zhongshu.platform.search import queries as search
from zhongshu.platform.usecases.changes import remember
from zhongshu.platform.workdays.queries import calendar
from zhongshu.supervision import policies
from zhongshu.supervision.extraction import Directory
from zhongshu.supervision.models import Directive, Extension, Finding, Intake, Recheck
from zhongshu.supervision.queries.parts import open_children, open_whole, parts
from zhongshu.supervision.queries.slips import (
    slip_for_this_lateness,
    slips,
    slips_out,
    slips_to_acknowledge,
    step_due,
    to_escalate,
)

__all__ = [
    "open_children",
    "open_whole",
    "parts",
    "slip_for_this_lateness",
    "slips",
    "slips_out",
    "slips_to_acknowledge",
    "step_due",
    "to_escalate",
]

KIND = "directive"


def get(actor: Actor, directive_id: int) -> Directive:
    """The directive, if ``actor`` may know of its matter; else 404."""
    matter = matters.get(actor, directive_id, kind=KIND)
    directive = Directive.objects.select_related(
        "approver", "instructed_by", "feedback_signed_by", "verified_by", "closed_out_by", "intake"
    ).get(pk=directive_id)
    directive.matter = matter
    return directive


def for_update(actor: Actor, directive_id: int) -> Directive:
    """As ``get``, with the rows locked until the end of the transaction."""
    matter = matters.lock(actor, directive_id, kind=KIND)
    directive = Directive.objects.select_for_update().get(pk=directive_id)
    directive.matter = matter
    for row in (matter, directive):
        remember(row)
    return directive


def directory(organ_id: int) -> Directory:
    """The names and aliases under which the house's units are read in a text."""
    return Directory({name: str(unit_id) for name, unit_id in org.directory().items()})


def to_instruct(actor: Actor, directive_id: int) -> Directive:
    """The directive on which ``actor`` is about to write an instruction; 403 unless he leads its organ."""
    directive = get(actor, directive_id)
    policies.may_instruct(actor, directive.matter.organ_id).require()
    return directive


def offered(actor: Actor, directive: Directive) -> list[str]:
    """The verbs that are lawful now and ``actor``'s to do."""
    return policies.offered(actor, directive)


def last_handler(directive: Directive) -> int | None:
    """Who handled the matter for its lead unit last."""
    handled = Assignment.objects.filter(
        matter_id=directive.pk, role=Role.LEAD, holder_person_id__isnull=False
    )
    return handled.order_by("-id").values_list("holder_person_id", flat=True).first()


def open_recheck(directive: Directive) -> Recheck | None:
    """The re-check for which the matter was drawn, as long as its outcome is not written."""
    return Recheck.objects.filter(directive=directive, done_at__isnull=True).first()


def intake_for(actor: Actor, intake_id: int) -> Intake:
    """An intake of an organ for which ``actor`` supervises; else 404."""
    return _intake(Intake.objects.all(), actor, intake_id)


def intake_for_update(actor: Actor, intake_id: int) -> Intake:
    """As ``intake_for``, with the row locked."""
    return _intake(Intake.objects.select_for_update(), actor, intake_id)


def _intake(intakes: QuerySet[Intake], actor: Actor, intake_id: int) -> Intake:
    found = intakes.filter(pk=intake_id, organ_id__in=actor.organs_with("supervise")).first()
    if found is None:
        raise NotFound("no_such_intake", _("没有这份材料，或者它不归您办理。"))
    return found


def organ_of_desk(unit_id: int) -> Unit:
    """The organ for which a supervising unit works."""
    unit = org.unit(unit_id)
    return unit.organ or unit


def opened_from(actor: Actor, intake: Intake) -> list[Matter]:
    """The matters opened from an intake, as far as ``actor`` may know."""
    found = Matter.objects.visible_to(actor).filter(directive__intake=intake)
    return list(found.select_related("lead_unit").order_by("id"))


def stored(ids: list[int]) -> dict[int, File]:
    """Files by id, for the form that stored them."""
    return File.objects.in_bulk(ids) if ids else {}


def intakes(actor: Actor, *, cursor: str = "", size: int = 25) -> Page[Intake]:
    """Texts brought in for the organs that ``actor`` supervises, newest first."""
    found = Intake.objects.filter(organ_id__in=actor.organs_with("supervise"))
    if cursor:
        moment, last = decode_cursor(cursor)
        found = found.filter(Q(at__lt=moment) | Q(at=moment, id__lt=last))
    rows = list(found.select_related("brought_by").order_by("-at", "-id").defer("text")[: size + 1])
    more = encode_cursor((rows[size - 1].at.isoformat(), rows[size - 1].pk)) if len(rows) > size else ""
    return Page(rows[:size], next_cursor=more)


def findings(intake: Intake) -> list[Finding]:
    """The duties found in an intake, in the order of the text."""
    return list(intake.findings.select_related("lead").prefetch_related("support").order_by("order"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a ledger is narrowed to; every field lives in the URL.

    ``scope``  "ours" for what the actor's units carry out; "" for all that the actor lists.
    """

    text: str = ""
    scope: str = ""
    state: str = ""
    unit_id: int | None = None
    late: bool = False
    soon: bool = False
    risk: bool = False
    due_from: date | None = None
    due_to: date | None = None
    origin: str = ""
    closed: bool = False
    ended_from: date | None = None


def ledger(actor: Actor, narrowed: Filter, *, today: date, cursor: str = "", size: int = 25) -> Page[Matter]:
    """One page of the ledger: open matters by date, earliest first; closed ones newest first.

    With words to search for, the newest matters that contain them, open or closed.
    """
    rows = _searched if narrowed.text else (_closed if narrowed.closed else _by_due)
    return rows(actor, narrowed, today, cursor, size)


def _by_due(actor: Actor, narrowed: Filter, today: date, cursor: str, size: int) -> Page[Matter]:
    found = narrow(actor, narrowed, today)
    if cursor:
        day, last = decode_cursor(cursor)
        found = found.filter(Q(current_due__gt=day) | Q(current_due=day, id__gt=last))
    rows = list(_columns(found.order_by("current_due", "id"))[: size + 1])
    more = len(rows) > size
    last_row = rows[size - 1] if more else None
    next_cursor = encode_cursor((str(last_row.current_due), last_row.pk)) if last_row else ""
    return Page(rows[:size], next_cursor=next_cursor)


def _closed(actor: Actor, narrowed: Filter, today: date, cursor: str, size: int) -> Page[Matter]:
    found = narrow(actor, narrowed, today)
    if cursor:
        found = found.filter(pk__lt=decode_cursor(cursor)[0])
    rows = list(_columns(found.order_by("-id"))[: size + 1])
    next_cursor = encode_cursor((rows[size - 1].pk,)) if len(rows) > size else ""
    return Page(rows[:size], next_cursor=next_cursor)


def _searched(actor: Actor, narrowed: Filter, today: date, cursor: str, size: int) -> Page[Matter]:
    below = int(str(decode_cursor(cursor)[0])) if cursor else None
    allowed = narrow(actor, narrowed, today, any_group=True)
    rows: list[Matter] = []
    limit = size + 1  # enough for whoever may see all; the others look further, in longer steps
    while len(rows) <= size:
        ids = search.newest(narrowed.text, below=below, limit=limit)
        if not ids:
            break
        limit = size * 4
        seen = {matter.pk: matter for matter in _columns(allowed.filter(pk__in=ids))}
        rows += [seen[one] for one in ids if one in seen]
        below = ids[-1]
    next_cursor = encode_cursor((rows[size - 1].pk,)) if len(rows) > size else ""
    return Page(rows[:size], next_cursor=next_cursor)


def narrow(actor: Actor, narrowed: Filter, today: date, *, any_group: bool = False) -> QuerySet[Matter]:
    """The matters of the ledger that ``actor`` may see, narrowed by everything but words."""
    found = _in_scope(actor, narrowed, any_group=any_group).filter(kind=KIND)
    if not any_group:
        found = found.filter(group=Group.CLOSED if narrowed.closed else Group.OPEN)
    if narrowed.unit_id:
        found = found.filter(lead_unit_id=narrowed.unit_id)
    if narrowed.state:
        found = found.filter(state=narrowed.state)
    if narrowed.origin:
        found = found.filter(directive__origin=narrowed.origin)
    if narrowed.late:
        found = found.filter(group=Group.OPEN, current_due__lt=today)
    if narrowed.soon:
        edge = calendar().shift(today, int(settings.RULES["D-23.yellow_working_days"]))
        found = found.filter(group=Group.OPEN, current_due__gte=today, current_due__lte=edge)
    if narrowed.risk:
        found = found.exclude(directive__risk="")
    if narrowed.ended_from:
        found = found.filter(closed_at__gte=datetime.combine(narrowed.ended_from, time(), BEIJING))
    if narrowed.due_from:
        found = found.filter(current_due__gte=narrowed.due_from)
    if narrowed.due_to:
        found = found.filter(current_due__lte=narrowed.due_to)
    return found


def _in_scope(actor: Actor, narrowed: Filter, *, any_group: bool) -> QuerySet[Matter]:
    if narrowed.scope == "ours":
        units = sorted(actor.unit_ids | actor.led_unit_ids)
        return Matter.objects.visible_to(actor).filter(lead_unit_id__in=units)
    if narrowed.unit_id or any_group:  # the unit, or the words, have already made the list short
        return Matter.objects.visible_to(actor)
    return Matter.objects.listed_for(actor)


def _columns(found: QuerySet[Matter]) -> QuerySet[Matter]:
    return found.select_related("lead_unit", "directive").only(
        "number",
        "title",
        "state",
        "group",
        "urgency",
        "original_due",
        "current_due",
        "closed_at",
        "due_is_provisional",
        "long_term",
        "organ_id",
        "lead_unit__short_name",
        "directive__source_title",
        "directive__last_progress",
        "directive__last_progress_at",
        "directive__blocker",
        "directive__blocked_since",
    )


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """An instructed matter that is not finished, and in whose hands it is now."""

    matter: Matter
    holders: tuple[Assignment, ...]


def instructed(actor: Actor, *, cursor: str = "", size: int = 25) -> Page[Whereabouts]:
    """What ``actor`` instructed and is not finished, earliest date first, each with its present holders."""
    leader = actor.acting_for or actor.person_id
    found = Matter.objects.filter(directive__instructed_by_id=leader, kind=KIND, group=Group.OPEN)
    if cursor:
        day, last = decode_cursor(cursor)
        found = found.filter(Q(current_due__gt=day) | Q(current_due=day, id__gt=last))
    rows = list(found.select_related("directive", "lead_unit").order_by("current_due", "id")[: size + 1])
    more = encode_cursor((str(rows[size - 1].current_due), rows[size - 1].pk)) if len(rows) > size else ""
    held = Assignment.objects.filter(matter__in=rows[:size], done_at__isnull=True).exclude(role=Role.READ)
    holders: dict[int, list[Assignment]] = {}
    for one in held.select_related("holder_unit", "holder_person").order_by("id"):
        holders.setdefault(one.matter_id, []).append(one)
    found_rows = [Whereabouts(matter, _lead_first(holders.get(matter.pk, []))) for matter in rows[:size]]
    return Page(found_rows, next_cursor=more)


def _lead_first(held: list[Assignment]) -> tuple[Assignment, ...]:
    return tuple(sorted(held, key=lambda one: one.role != Role.LEAD))


def asked_extensions(matter_ids: Iterable[int]) -> dict[int, Extension]:
    """The undecided requests for a later date, by matter."""
    asked = Extension.objects.filter(directive_id__in=list(matter_ids), decided_at__isnull=True)
    return {one.directive_id: one for one in asked.select_related("asked_by")}


def last_approver(organ_id: int) -> int | None:
    """Who approved what the organ docketed last: the one most likely to be meant again."""
    docketed = Directive.objects.filter(matter__organ_id=organ_id, approver__isnull=False)
    return docketed.order_by("-pk").values_list("approver_id", flat=True).first()
