"""督办一张图: totals, what the late ones wait for, stages, loads, weeks; each number with the list it counts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters import services as matters
from zhongshu.matters.models import Waits, whole_organs
from zhongshu.matters.tallies import Standing, UnitCount
from zhongshu.org import queries as org
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import figures, policies, rules
from zhongshu.supervision.models import STAGE_NAMES, STAGE_STATES, State
from zhongshu.supervision.presenters.late import Late, why_late
from zhongshu.supervision.presenters.numbers import (
    Load,
    Numbers,
    Stage,
    Total,
    Waiting,
    Week,
)
from zhongshu.supervision.queries import Filter
from zhongshu.ui.parts import Number

SPANS = (("year", gettext_lazy("今年")), ("quarter", gettext_lazy("本季")), ("month", gettext_lazy("本月")))
WAITING = {
    Waits.MONEY: gettext_lazy("等资金"),
    Waits.SUPERIOR: gettext_lazy("等上级、等领导批复"),
    Waits.OTHER_UNIT: gettext_lazy("等配合单位"),
    Waits.OURSELVES: gettext_lazy("承办单位自身原因"),
    Waits.OFFICE: gettext_lazy("等督查部门审核、销号"),
    Waits.NOBODY: gettext_lazy("无人推进"),
    Waits.UNDER_WAY: gettext_lazy("正在推进"),
}
LATE_SHOWN = 6


class Board:
    """The board for ``actor``; ``span`` is year, quarter or month and bounds what is ended."""

    def __init__(self, actor: Actor, at: datetime, span: str) -> None:
        self.actor, self.at, self.today = actor, at, local_day(at)
        self.span = span if span in dict(SPANS) else "year"
        self.calendar = workdays.calendar()
        edge = matters.yellow_until(self.today, self.calendar)
        self.days = figures.span_of(self.today, edge, self.since)
        self.number = Numbers()
        self.may_remind = bool(policies.may_supervise(actor))

    @cached_property
    def since(self) -> date:
        """The first day of the span."""
        return figures.since(self.today, self.span)

    @property
    def spans(self) -> list[tuple[str, str, bool]]:
        """The spans to choose from."""
        return [(code, str(title), code == self.span) for code, title in SPANS]

    @property
    def span_title(self) -> str:
        """The span in a word."""
        return str(dict(SPANS)[self.span])

    @cached_property
    def standing(self) -> Standing:
        """All counts, read at once."""
        return figures.standing(self.actor, self.days)

    @cached_property
    def totals(self) -> list[Total]:
        """The five numbers at the top."""
        found, ended = self.standing, {"closed": "1", "ended_from": self.since.isoformat()}
        return [
            Total(_("在办"), self.number(found.open, scope="listed")),
            Total(_("逾期"), self.number(found.late, late="1"), "is-late" if found.late else "", "late"),
            Total(_("临期"), self.number(found.soon, soon="1"), "is-soon" if found.soon else "", "soon"),
            Total(
                _("待审核"), self.number(found.states[State.REVIEWING], state=State.REVIEWING), "", "review"
            ),
            Total(_("本期未报"), self.number(self._unreported(), unreported="1"), "", "todo"),
            Total(
                _("%(span)s已结") % {"span": self.span_title},
                self.number(found.ended_since, **ended),
                "",
                "done",
            ),
        ]

    def _unreported(self) -> int:
        return figures.count(self.actor, Filter(unreported=True), self.today)

    @cached_property
    def ours(self) -> Sequence[Number]:
        """What the actor's units carry out for whomever, and how much of it is late; none for who supervises.

        For who leads an organ, the other numbers are of what that organ follows up itself; for all others they
        count what was made known to them, this too.
        """
        if self.may_remind or not whole_organs(self.actor):
            return ()
        asked = (Filter(scope="ours"), Filter(scope="ours", late=True))
        whole, late = (figures.count(self.actor, one, self.today) for one in asked)
        found = (self.number(whole, scope="ours"), self.number(late, scope="ours", late="1"))
        return found if whole else ()

    @cached_property
    def is_empty(self) -> bool:
        """Whether there is nothing to draw: nothing in hand, nothing ended in the span, nothing in twelve weeks."""
        found = self.standing
        return not (found.open or found.ended_since or found.opened or found.ended)

    @property
    def late_number(self) -> int:
        """How many are late."""
        return self.standing.late

    @cached_property
    def waiting(self) -> list[Waiting]:
        """What the late ones wait for; together they are all the late ones."""
        counted = self.standing.waits.copy()
        counted[Waits.SUPERIOR] += counted.pop(Waits.DECISION, 0)
        counted[Waits.UNDER_WAY] += counted.pop(Waits.NONE, 0) + counted.pop(Waits.STOPPED, 0)
        return [
            Waiting(str(title), self.number(counted[code], late="1", waits=code))
            for code, title in WAITING.items()
        ]

    @cached_property
    def late(self) -> list[Late]:
        """Those longest overdue."""
        return [why_late(one, self.today) for one in figures.late(self.actor, self.today, most=LATE_SHOWN)]

    @cached_property
    def loads(self) -> list[Load]:
        """Units by what they have in hand, those with overdue matters first."""
        units = sorted(self.standing.units.items(), key=lambda one: (-one[1].late, -sum(one[1]), one[0]))
        names = self.names(pk for pk, _counts in units)
        return [self._load(pk, names[pk], counts) for pk, counts in units]

    def names(self, unit_ids: Iterable[int]) -> Mapping[int, str]:
        """What lead units are called; nought is that of matters which no unit leads yet."""
        return {0: _("未定牵头单位"), **org.short_names(unit_ids)}

    def _load(self, pk: int, name: str, counts: UnitCount) -> Load:
        listed: dict[str, object] = {"lead": pk, "scope": "listed"}
        return Load(
            name,
            late=self.number(counts.late, late="1", **listed),
            soon=self.number(counts.soon, soon="1", **listed),
            rest=self.number(counts.rest, rest="1", **listed),
            whole=self.number(sum(counts), **listed),
        )

    @cached_property
    def stages(self) -> list[Stage]:
        """Where the time went of what ended in the span, and what is in each stage now."""
        return [self._stage(code) for code in STAGE_STATES]

    def _stage(self, code: str) -> Stage:
        found = self.standing
        took = found.took.get(code)
        now = sum(found.states[state] for state in STAGE_STATES[code])
        average = round(took.days / took.matters, 1) if took and took.matters else None
        query = {"closed": "1", "lingered": code, "ended_from": self.since.isoformat()}
        timed = self.number(took.matters if took else 0, **query)
        return Stage(str(STAGE_NAMES[code]), average, timed, LIMITS[code](), self.number(now, stage=code))

    @property
    def timed(self) -> Number:
        """Over how many matters the stages are averaged."""
        took = self.standing.took.get("closure")
        query = {"closed": "1", "timed": "1", "ended_from": self.since.isoformat()}
        return self.number(took.matters if took else 0, **query)

    @cached_property
    def weeks(self) -> list[Week]:
        """Twelve weeks, the present one last."""
        return [self._week(one) for one in figures.weeks(self.standing, self.days)]

    def _week(self, one: figures.Week) -> Week:
        first, last = one.monday.isoformat(), one.sunday.isoformat()
        return Week(
            one.monday,
            self.number(one.opened, opened_from=first, opened_to=last),
            self.number(one.ended, closed="1", ended_from=first, ended_to=last),
            self.number(one.in_hand, in_hand_on=last),
        )


LIMITS: dict[str, Callable[[], int | None]] = {
    "docketing": lambda: rules.close_out_limit().amount,
    "signing": lambda: None,
    "undertaking": lambda: rules.D_19_default_limit("other", urgent=False).amount,
    "verification": lambda: rules.close_out_limit().amount,
    "closure": lambda: rules.close_out_limit().amount,
}
