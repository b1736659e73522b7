"""The chain of a large item, link by link: what of it is there, who did it and when, what is missing."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.finance.models import Claim, Outlay
from zhongshu.finance.presenters.register import stage_of
from zhongshu.finance.presenters.words import day, figure
from zhongshu.finance.queries import Sight, Stage
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the chain: what, who and when; ``state`` is a shape."""

    title: str
    note: str
    state: str


def chain(one: Outlay, seen: Sight, today: date) -> list[Link]:
    """From the day it was handed in to the archive, or to acceptance."""
    return _claim_links(one, today) if isinstance(one, Claim) else _undertaking_links(one, seen, today)


def _claim_links(one: Claim, today: date) -> list[Link]:
    is_open, under = one.matter.is_open, one.contract
    contract = [Link(_("合同"), under.matter.title, "done")] if under else []
    return [
        Link(_("单据"), f"{one.claimant.name} {short_date(one.submitted_on, today)}", "done"),
        *contract,
        _decision(one, today),
        _reached(_("审核"), day(one.reviewed_at, today), is_open),
        _reached(_("审批"), day(one.approved_at, today), is_open),
        _reached(_("付款"), _by(one.paid_by, day(one.paid_at, today)), is_open),
        _reached(_("记账"), _by(one.booked_by, day(one.booked_at, today)), is_open),
        _reached(_("归档"), day(one.matter.archived_at, today), is_open),
    ]


def _undertaking_links(one: Any, seen: Sight, today: date) -> list[Link]:
    """The chain of a contract or project with what has been paid of it (``paid``)."""
    alive, paid = stage_of(one) != Stage.STOPPED, Decimal(one.paid)
    signed = (
        [_reached(_("签订"), _by(one.signed_by, _on(one.signed_on, today)), alive)] if one.is_contract else []
    )
    told = _("%(paid)s 元，占 %(share)s%%") % {"paid": figure(paid), "share": int(paid * 100 / one.amount)}
    told = told if seen.of_sums else _("已有付款")
    return [
        Link(_("登记"), f"{one.handler.name} {short_date(one.submitted_on, today)}", "done"),
        _decision(one, today),
        _reached(_("审批"), day(one.approved_at, today), alive),
        *signed,
        Link(
            _("付款"),
            told if paid else _reached("", "", alive).note,
            "done" if paid == one.amount else "todo",
        ),
        _reached(_("验收"), _by(one.accepted_by, _on(one.accepted_on, today)), alive),
    ]


def _decision(one: Outlay, today: date) -> Link:
    if one.decision is None:
        return Link(_("集体决策"), _("没有关联会议决定"), "late")
    return Link(_("集体决策"), f"{one.decision.meeting} {short_date(one.decision.held_on, today)}", "done")


def _reached(title: str, note: str, is_open: bool) -> Link:
    return Link(title, note or (_("还没有") if is_open else _("没有办")), "done" if note else "todo")


def _on(moment: date | None, today: date) -> str:
    return short_date(moment, today) if moment else ""


def _by(person: object, when: str) -> str:
    return f"{person} {when}" if when and person else when
