"""督办一张图: totals, why late, loads, weeks, stages."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.conf import settings
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Matter
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import figures, policies
from zhongshu.supervision.models import Blocker, State
from zhongshu.supervision.queries import Filter
from zhongshu.ui.wording import span_words

STAGES = {
    "undertaking": gettext_lazy("办理"),
    "verification": gettext_lazy("审核"),
    "closure": gettext_lazy("销号"),
}
SPANS = (("year", gettext_lazy("今年")), ("quarter", gettext_lazy("本季")), ("month", gettext_lazy("本月")))


@dataclass(frozen=True, slots=True)
class Total:
    """A number that leads to exactly the matters it counts."""

    title: str
    number: int
    url: str
    css: str = ""
    shape: str = ""


@dataclass(frozen=True, slots=True)
class Late:
    """A late matter and why."""

    title: str
    url: str
    unit: str
    days: int
    why: str
    more: str


class Board:
    """The board for ``actor``; ``span`` is year, quarter or month and bounds what is ended."""

    def __init__(self, actor: Actor, at: datetime, span: str) -> None:
        self.actor, self.today = actor, local_day(at)
        self.span = span if span in dict(SPANS) else "year"
        self.calendar = workdays.calendar()
        self.edge = self.calendar.shift(self.today, int(settings.RULES["D-23.yellow_working_days"]))
        self.may_remind = bool(policies.may_supervise(actor))

    @property
    def since(self) -> date:
        month = {"year": 1, "quarter": (self.today.month - 1) // 3 * 3 + 1, "month": self.today.month}[
            self.span
        ]
        return date(self.today.year, month, 1)

    @property
    def spans(self) -> list[tuple[str, str, bool]]:
        return [(code, str(title), code == self.span) for code, title in SPANS]

    @cached_property
    def totals(self) -> list[Total]:
        since = self.since
        return [
            self._total(_("在办"), Filter(), {}),
            self._total(_("逾期"), Filter(late=True), {"late": "1"}, "is-late", "late"),
            self._total(_("临期"), Filter(soon=True), {"soon": "1"}, "is-soon", "soon"),
            self._total(
                _("待审核"), Filter(state=State.REVIEWING), {"state": State.REVIEWING.value}, "", "review"
            ),
            self._total(_("本期未报"), Filter(unreported=True), {"unreported": "1"}, "", "todo"),
            self._total(
                _("%(span)s已结") % {"span": dict(SPANS)[self.span]},
                Filter(closed=True, ended_from=since),
                {"closed": "1", "ended_from": since.isoformat()},
                "",
                "done",
            ),
        ]

    def _total(
        self, title: str, narrowed: Filter, query: dict[str, str], css: str = "", shape: str = ""
    ) -> Total:
        number = figures.count(self.actor, narrowed, self.today)
        return Total(title, number, ledger_url(query), css, shape)

    @property
    def late_number(self) -> int:
        return self.totals[1].number

    @cached_property
    def late(self) -> list[Late]:
        return [why_late(matter, self.today) for matter in figures.late(self.actor, self.today)]

    @cached_property
    def loads(self) -> list[tuple[figures.UnitLoad, str]]:
        found = figures.loads(self.actor, self.today, self.edge)
        return [(load, ledger_url({"unit": load.unit})) for load in found]

    @cached_property
    def weeks(self) -> list[figures.Week]:
        return figures.weeks(self.actor, self.today)

    @cached_property
    def stages(self) -> list[tuple[str, float, int]]:
        return [
            (str(STAGES[code]), days, limit)
            for code, days, limit in figures.stages(self.actor, self.calendar)
        ]


def ledger_url(query: dict[str, str]) -> str:
    """The ledger under a filter."""
    return reverse("supervision:ledger") + (f"?{urlencode(query)}" if query else "")


def why_late(matter: Matter, today: date) -> Late:
    """What a late matter waits for: as reported, or as its state shows."""
    directive = matter.directive
    why, more = _("无进展"), _("没有回告过")
    if directive.blocker:
        why, more = str(Blocker(directive.blocker).label), directive.last_progress
        if directive.blocked_since:
            more = f"{span_words((today - directive.blocked_since).days)} · {more}"
    elif matter.state == State.DISPATCHED:
        why, more = _("未签收"), _("承办单位还没有签收")
    elif matter.state == State.REVIEWING:
        why, more = _("等审核"), _("办结已报，督查部门还没有审核")
    elif matter.state == State.COMPLETED:
        why, more = _("等销号"), _("审核已通过，还没有销号")
    elif directive.last_progress_at:
        days = (today - local_day(directive.last_progress_at)).days
        why = _("%(days)s 天没有回告") % {"days": days} if days > 7 else _("在办")
        more = directive.last_progress
    url = reverse("supervision:directive", args=[matter.pk])
    days = (today - matter.current_due).days if matter.current_due else 0
    return Late(matter.title, url, str(matter.lead_unit or ""), days, why, more)
