"""Large items with their whole chain, and the map of powers over money."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.approvals.wording import state_words
from zhongshu.finance.models import Claim
from zhongshu.finance.presenters.words import day, figure
from zhongshu.kernel.actors import Actor
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: what, who and when; ``state`` is a shape."""

    title: str
    note: str
    state: str


@dataclass(frozen=True, slots=True)
class Item:
    """A large item."""

    url: str
    title: str
    sub: str
    amount: str
    state: str
    links: list[Link]
    complete: bool


def items(found: Iterable[Claim], today: date) -> list[Item]:
    """Large claims, in the order given."""
    return [_item(one, today) for one in found]


def _item(one: Claim, today: date) -> Item:
    matter = one.matter
    links = [
        Link(_("单据"), f"{one.claimant.name} {short_date(one.submitted_on, today)}", "done"),
        _decision(one, today),
        _reached(_("审核"), day(one.reviewed_at, today), matter.is_open),
        _reached(_("审批"), day(one.approved_at, today), matter.is_open),
        _reached(_("付款"), _by(one.paid_by, day(one.paid_at, today)), matter.is_open),
        _reached(_("记账"), _by(one.booked_by, day(one.booked_at, today)), matter.is_open),
        _reached(_("归档"), day(matter.archived_at, today), matter.is_open),
    ]
    return Item(
        url=reverse("finance:claim", args=[one.pk]),
        title=matter.title,
        sub=f"{matter.number} · {matter.unit.short_name} · {one.payee}",
        amount=figure(one.amount),
        state=state_words(matter.state),
        links=links,
        complete=all(link.state == "done" for link in links),
    )


def _decision(one: Claim, today: date) -> Link:
    if one.decision is None:
        return Link(_("集体决策"), _("没有关联会议决定"), "late")
    return Link(_("集体决策"), f"{one.decision.meeting} {short_date(one.decision.held_on, today)}", "done")


def _reached(title: str, note: str, is_open: bool) -> Link:
    return Link(title, note or (_("还没有") if is_open else _("没有办")), "done" if note else "todo")


def _by(person: object, when: str) -> str:
    return f"{person} {when}" if when and person else when


def first_organ(actor: Actor, *duties: str) -> int | None:
    """The organ in which ``actor`` carries one of ``duties``: where what he enters belongs; None if nowhere."""
    return next((organ for duty in duties for organ in actor.organs_with(duty)), None)
