"""What is wrong with a claim by the trip or meeting that was approved beforehand, and measured by it."""

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.approvals.models import Approval, Status
from zhongshu.finance import queries, rules
from zhongshu.finance.drafts import Draft
from zhongshu.finance.models import Category, Claim, ClaimKind, ItemKind
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import grounds
from zhongshu.kernel.verdicts import Verdict
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org
from zhongshu.org.models import Rank, Unit

Fault = tuple[str, object]
Judged = tuple[str, Verdict]
BY_THE_DAY = (ItemKind.LODGING, ItemKind.BOARD, ItemKind.LOCAL_TRANSPORT)


def beforehand_faults(draft: Draft, actor: Actor, but: Claim | None) -> Iterator[Fault]:
    """What must have been approved before, and the files that must be there.

    What a claim rested on when it was given back may stay, also where a successor does not know of that paper.
    """
    if draft.kind == ClaimKind.ADVANCE:
        return
    needs = rules.needed(draft.category)
    if needs.basis or draft.basis_id:
        approved = Approval.objects.filter(pk=draft.basis_id or 0, status=Status.APPROVED)
        if but is None or draft.basis_id != but.basis_id:
            approved = approved.filter(matter__in=Matter.objects.visible_to(actor))
        claimant = (but.claimant_id, but.claimant.name) if but else _claimant(actor)
        yield from (("basis_id", told) for told in _paper(needs, approved.first(), *claimant))
    missing = [str(name) for name in needs.files if not any(str(name) in file.name for file in draft.files)]
    if missing:
        words = _("请上传：%(names)s（文件名中写明）。") % {"names": "、".join(missing)}
        yield "files", f"{words}{grounds(rules.SOURCES.get(needs.rule, ''))}"


def _claimant(actor: Actor) -> tuple[int | None, str]:
    return actor.in_name_of, actor.acting_for_name or actor.name


def _paper(needs: rules.Needs, paper: Approval | None, claimant: int | None, name: str) -> Iterator[str]:
    """What is wrong with the paper that a claim rests on: another one, approved afterwards, somebody else's trip."""
    if paper is None:
        yield f"{_('请关联事前已经批准的审批件。')}{grounds(rules.SOURCES.get(needs.rule, ''))}"
        return
    if untold := [str(name) for code, name in needs.tells.items() if not paper.values.get(code)]:
        words = _(
            "所选审批件不是这类支出的事前审批：差旅要出差审批，会议要会议审批，其中没有%(names)s。请另选一份；本机关的审批表单缺这些栏目的，请审批路线管理员补上。"
        )
        yield words % {"names": "、".join(untold)}
        return
    form, mine = paper.values, paper.submitter_id == claimant
    passed = local_day(paper.ended_at) if paper.ended_at else None
    verdicts = [
        rules.F_09_beforehand(passed, _day(form.get(needs.begins, "")), queries.why_late(paper), needs.rule)
    ]
    if needs.alone:
        verdicts.append(rules.F_09_traveller(name, mine, form.get("companions", "")))
    yield from (verdict.told for verdict in verdicts if not verdict)


def standard_faults(draft: Draft, actor: Actor, unit: Unit, but: int) -> Iterator[Fault]:
    """Sums beyond the standards of trips (F-09), meetings (F-10), things never paid (F-11).

    Days, place, people and budget are those of the paper approved beforehand: nobody is asked for them twice. What
    other claims took of the same paper counts; ``but`` is the claim being amended.
    """
    if draft.category in (Category.MEETING, Category.RECEPTION):
        verdicts = (rules.F_11_never_paid(one.note) for one in draft.items)
        yield from (("items", verdict.told) for verdict in verdicts if not verdict)
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
    yield from ((name, verdict.told) for name, verdict in judged if not verdict)


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
