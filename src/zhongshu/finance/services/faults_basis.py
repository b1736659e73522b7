"""What is wrong with a claim measured by the trip or meeting that was approved beforehand."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from zhongshu.approvals.models import Approval
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.models import Category, ItemKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import Verdict
from zhongshu.org import queries as org
from zhongshu.org.models import Rank, Unit

Fault = tuple[str, object]
Judged = tuple[str, Verdict]
BY_THE_DAY = (ItemKind.LODGING, ItemKind.BOARD, ItemKind.LOCAL_TRANSPORT)


def standard_faults(draft: Draft, actor: Actor, unit: Unit, but: int) -> Iterator[Fault]:
    """Sums beyond the standards of trips (F-09), meetings (F-10), things never paid (F-11).

    Days, place, people and budget are those of the paper approved beforehand: nobody is asked for them twice. What
    other claims took of the same paper counts; ``but`` is the claim being amended.
    """
    if draft.category in (Category.MEETING, Category.RECEPTION):
        verdicts = (rules.F_11_never_paid(one.note) for one in draft.items)
        yield from (("items", verdict.sentence) for verdict in verdicts if not verdict)
    paper = Approval.objects.filter(pk=draft.basis_id or 0).first()
    if paper is None:
        return
    standards = queries.standards_of(unit.organ_id or unit.pk)
    judged: Iterator[Judged] = iter(())
    if draft.category == Category.TRAVEL:
        ranks = org.ranks_of(actor.in_name_of or 0)
        judged = _trip(draft, _Trip(paper.values, standards, ranks), but)
    elif draft.category == Category.MEETING:
        judged = _meeting(draft, paper.values, standards, but)
    yield from ((name, verdict.sentence) for name, verdict in judged if not verdict)


class _Trip:
    """A trip that was approved: its days, its place, and the standard of each day for who made it."""

    def __init__(self, form: dict[str, str], standards: list[rules.Standard], ranks: list[Rank]) -> None:
        self.first, self.last = _day(form.get("from_day", "")), _day(form.get("until_day", ""))
        self.place, self.standards, self.ranks = form.get("place", ""), standards, ranks

    def standards_for(self, item: str) -> list[rules.Standard] | None:
        """The standard of every day (of every night, for lodging); None where a day has none."""
        if self.first is None or self.last is None:
            return None
        units = (self.last - self.first).days + (item != ItemKind.LODGING)
        days = [self.first + timedelta(days=number) for number in range(max(units, 1))]
        found = [one for day in days if (one := self._of(item, day))]
        return found[:units] if len(found) == len(days) else None

    def _of(self, item: str, day: date) -> rules.Standard | None:
        grade = org.grade_on(self.ranks, day)
        return rules.in_force(self.standards, item, day, grade=grade, place=self.place)


def _trip(draft: Draft, trip: _Trip, but: int) -> Iterator[Judged]:
    for item in BY_THE_DAY:
        own = sum((one.amount for one in draft.items if one.item == item), Decimal(0))
        days = trip.standards_for(item) if own else None
        if days is not None:
            amount = own + queries.claimed_on(draft.basis_id or 0, item, but=but)
            yield "items", rules.F_09_within(item, amount, days)


def _meeting(
    draft: Draft, form: dict[str, str], standards: list[rules.Standard], but: int
) -> Iterator[Judged]:
    day, measure = _day(form.get("day", "")), rules.BY_CLASS.get(form.get("level", ""))
    if (people := form.get("people", "")).isdecimal() and day is not None and measure is not None:
        yield "basis_id", rules.F_10_people(int(people), rules.in_force(standards, measure, day))
    if estimate := form.get("estimate", ""):
        wanted = draft.amount + queries.claimed_on(draft.basis_id or 0, but=but)
        yield "basis_id", rules.F_10_budget(wanted, Decimal(estimate))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
