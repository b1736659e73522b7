"""What is wrong with a claim measured by the trip or meeting that was approved beforehand."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from zhongshu.approvals.models import Approval
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.models import Category, ItemKind
from zhongshu.kernel.verdicts import Verdict

Fault = tuple[str, object]
BY_THE_DAY = (ItemKind.LODGING, ItemKind.BOARD, ItemKind.LOCAL_TRANSPORT)


def standard_faults(draft: Draft, but: int) -> Iterator[Fault]:
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
    judged = {Category.TRAVEL: _trip, Category.MEETING: _meeting}.get(Category(draft.category))
    for name, verdict in judged(draft, paper.values, but) if judged else ():
        if not verdict:
            yield name, verdict.sentence


def _trip(draft: Draft, form: dict[str, str], but: int) -> Iterator[tuple[str, Verdict]]:
    first, last = _day(form.get("from_day", "")), _day(form.get("until_day", ""))
    if first is None or last is None:
        return
    days, place = (last - first).days + 1, form.get("place", "")
    for item in BY_THE_DAY:
        own = sum((one.amount for one in draft.items if one.item == item), Decimal(0))
        if own:
            amount = own + queries.claimed_on(draft.basis_id or 0, item, but=but)
            yield "items", rules.F_09_within(item, amount, days, place=place, on=first)


def _meeting(draft: Draft, form: dict[str, str], but: int) -> Iterator[tuple[str, Verdict]]:
    if (people := form.get("people", "")).isdecimal():
        yield "basis_id", rules.F_10_people(form.get("level", ""), int(people))
    if estimate := form.get("estimate", ""):
        wanted = draft.amount + queries.claimed_on(draft.basis_id or 0, but=but)
        yield "basis_id", rules.F_10_budget(wanted, Decimal(estimate))


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
