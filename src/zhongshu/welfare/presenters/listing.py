"""Rows of the lists of cases and of services, and what stands above them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.ui import parts
from zhongshu.ui.wording import Due, due_words, provisional
from zhongshu.welfare import policies, queries
from zhongshu.welfare.models import Case, Service, State
from zhongshu.welfare.rules import Slot

SHAPES = {
    State.ASKED: "todo",
    State.RETURNED: "hold",
    State.SUBMITTED: "doing",
    State.ANSWERED: "review",
    State.DONE: "done",
    State.WITHDRAWN: "none",
}


@dataclass(frozen=True, slots=True)
class Row:
    """One case."""

    url: str
    title: str
    sub: str
    state: str
    word: str
    agency: str
    until: date | None
    due: Due


@dataclass(frozen=True, slots=True)
class Offer:
    """One service, with the windows that come next and whether it can be asked for."""

    one: Service
    url: str
    next: Slot | None
    ask: str


def cases(found: Iterable[Case], today: date) -> list[Row]:
    """Cases, each with its date while it is open."""
    return [
        Row(
            url=reverse("welfare:case", args=[one.pk]),
            title=one.matter.title,
            sub=f"{one.matter.number} · {one.service.branch}",
            state=SHAPES[one.state],
            word=str(one.state.label),
            agency=one.service.agency,
            until=one.matter.current_due if one.matter.is_open else None,
            due=due_of(one, today),
        )
        for one in found
    ]


def due_of(one: Case, today: date) -> Due:
    """How far its date is; nothing once it is over."""
    if not one.matter.is_open:
        return Due("")
    return provisional(due_words(one.matter.current_due, today), one.matter.due_is_provisional)


def services(actor: Actor, found: Iterable[Service], today: date) -> list[Offer]:
    """Services with their next window."""
    return [
        Offer(
            one,
            reverse("welfare:service", args=[one.pk]),
            next(iter(queries.slots_ahead(one, today, 1)), None),
            reverse("welfare:ask", args=[one.pk]) if policies.may_ask(actor, one) else "",
        )
        for one in found
    ]


def section_to_keep(actor: Actor) -> int | None:
    """The section for which ``actor`` enters services; None where he undertakes none."""
    kept = queries.kept_organs(actor)
    own = [pk for pk in sorted(actor.unit_ids) if org.known_unit(pk).organ_id in kept]
    return next(iter(own), None)


def tabs(here: str) -> list[parts.Tab]:
    """办件, 服务事项和受理期."""
    named = (("cases", _("办件")), ("services", _("服务事项和受理期")))
    return [parts.Tab(words, reverse(f"welfare:{name}"), current=name == here) for name, words in named]
