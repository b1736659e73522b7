"""Funds sought from above made ready for their pages: what each waits for, and how long."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.finance import deeds, policies, queries
from zhongshu.finance.models import FundMovement
from zhongshu.finance.presenters.words import yuan
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import registry
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts


@dataclass(frozen=True, slots=True)
class Sought:
    """One application in the list: ``since`` says how long it has stood as it does."""

    one: Any
    url: str
    state: str
    word: str
    since: str


def rows(found: Iterable[Any], today: date) -> list[Sought]:
    """A page of applications."""
    return [_row(one, today) for one in found]


def _row(one: Any, today: date) -> Sought:
    state, word = _stands(one)
    days = 0 if one.closed_on else (today - one.since).days
    told = _("已 %(n)s 天") % {"n": days} if days > 0 else ""
    return Sought(one, reverse("finance:fund", args=[one.pk]), state, word, told)


def _stands(one: Any) -> tuple[str, str]:
    """What it waits for, by the sums that have come of it."""
    if one.closed_on:
        return "done", _("已办结")
    if not one.granted:
        return "todo", _("等批复")
    if one.received < one.granted:
        return "todo", _("等到账")
    return ("doing", _("使用中")) if one.used < one.received else ("review", _("已用完，可办结"))


def threads(matter_id: int, actor: Actor) -> list[registry.Thread]:
    """Funds sought for a matter, on the page of that: what for, how it stands, how much."""
    words = _("争取资金 · %(word)s · 申请 %(asked)s，批复 %(granted)s")
    return [
        registry.Thread(
            one.project,
            words % {"word": _stands(one)[1], "asked": yuan(one.asked), "granted": yuan(one.granted)},
            reverse("finance:fund", args=[one.pk]),
        )
        for one in queries.funds_for(actor, matter_id)
    ]


class FundPage:
    """One application as ``actor`` sees it at ``at``."""

    def __init__(self, actor: Actor, one: Any, at: datetime) -> None:
        self.actor, self.one, self.today = actor, one, local_day(at)
        self.row = _row(one, self.today)

    @property
    def offered(self) -> list[deeds.Deed]:
        """What its keeper may do now."""
        keeps = policies.may_seek_funds(self.actor, self.one.organ_id)
        names = ("fund-movement", "fund-link", "fund-closure") if keeps and not self.one.closed_on else ()
        return [deeds.BY_NAME[name] for name in names]

    @property
    def sums(self) -> list[tuple[str, str]]:
        """What was asked, granted, received and used."""
        one = self.one
        return [
            (_("申请"), yuan(one.asked)),
            (_("批复"), yuan(one.granted)),
            (_("到账"), yuan(one.received)),
            (_("使用"), yuan(one.used)),
        ]

    @property
    def facts(self) -> list[tuple[str, str]]:
        """Of whom it was asked, when, with which paper."""
        one = self.one
        pairs = [
            (_("向谁申请"), one.asked_of),
            (_("申请日期"), f"{one.asked_on:%Y-%m-%d}"),
            (_("申请文件"), one.paper),
            (_("责任科室"), one.unit.short_name),
            (_("办结"), f"{one.closed_on:%Y-%m-%d}" if one.closed_on else ""),
            (_("结果"), one.note),
        ]
        return [pair for pair in pairs if pair[1]]

    @cached_property
    def origins(self) -> list[parts.Origin]:
        """The matter it is part of; without its name for who may not know of that."""
        matter = self.one.matter
        if matter is None:
            return []
        here = parts.Origin(self.one.project, _("争取资金"), here=True)
        if matter.pk not in queries.openable(self.actor, [matter.pk]):
            return [parts.Origin(_("有一件您知悉范围之外的事项")), here]
        kind = registry.kind_called(matter.kind)
        told = f"{matter.number} {matter.title}".strip()
        return [parts.Origin(told, kind.title, kind.address(matter.pk)), here]

    @cached_property
    def movements(self) -> list[FundMovement]:
        return queries.movements(self.one)

    @cached_property
    def entries(self) -> list[parts.Event]:
        """What was done; a matter that the reader may not know of is not named."""
        return events(queries.fund_timeline(self.actor, self.one), self.today)
