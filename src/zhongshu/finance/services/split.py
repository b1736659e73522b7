"""Suspected splitting: raised, raised again when more comes to it, cleared when what it rests on falls away (M-16 {M})."""

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from zhongshu.finance import queries, rules
from zhongshu.finance.models import Claim, Outlay, SplitFlag, Threshold
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal


def watch_splitting(one: Outlay, *, actor: Actor, at: datetime, also: Iterable[Outlay] = ()) -> None:
    """Look at ``one`` and at ``also``: do papers below the threshold reach it together within thirty days?

    What is suspected goes on: whoever reviews it sees the suspicion, and it stays on the auditor's page. ``also`` are
    those handed in after ``one`` whose suspicion rests on it, where it was changed, stopped or decided on.
    """
    for paper in {one.pk: one, **{other.pk: other for other in also}}.values():
        _look(paper, actor, at)


def _look(one: Outlay, actor: Actor, at: datetime) -> None:
    threshold = queries.threshold(one.matter.organ_id, one.submitted_on, one.large_kind)
    order = (one.submitted_on, one.pk)
    before = [other for other in queries.bound_to(one) if (other.submitted_on, other.pk) <= order]
    together = [other for other in before if other.decision_id is None]
    total = rules.M_16_total(_sums(together), one.submitted_on)
    others = [other.pk for other in together if other.pk != one.pk]
    counts = 0 < len(others) < len(together) and threshold is not None and one.amount < threshold.amount
    flag = SplitFlag.objects.select_for_update().filter(matter=one.matter).first()
    if threshold is not None and counts and total >= threshold.amount:
        _suspected(one, flag, threshold, total, others, actor, at)
    elif flag is not None and (flag.cleared_at is None or flag.today != total):
        _cleared(flag, total, actor, at)


def _sums(together: Iterable[Outlay]) -> list[tuple[date, Decimal]]:
    """What each comes to and when; what a claim settles of an advance that is counted, too, counts once."""
    known = {one.pk: one for one in together}
    return [
        (
            one.submitted_on,
            one.payable if isinstance(one, Claim) and one.advance_id in known else one.amount,
        )
        for one in known.values()
    ]


def _suspected(
    one: Outlay,
    flag: SplitFlag | None,
    threshold: Threshold,
    total: Decimal,
    others: list[int],
    actor: Actor,
    at: datetime,
) -> None:
    """Raise it, or raise it anew where more has come to it: what was explained before does not explain that."""
    known = flag is not None and flag.cleared_at is None and set(others) <= set(flag.others)
    if flag is not None and known and total <= flag.today:
        flag.today = total
        flag.save(update_fields=["today"])
        return
    facts = {"organ_id": one.matter.organ_id, "payee": one.other_side, "total": total, "today": total}
    unanswered = {"explanation": "", "explained_by": None, "explained_at": None, "cleared_at": None}
    SplitFlag.objects.update_or_create(
        matter=one.matter,
        defaults={**facts, **unanswered, "threshold": threshold, "others": others, "raised_at": at},
    )
    told = {"payee": one.other_side, "total": f"{total:.2f}", "count": len(others) + 1}
    told |= {"days": rules.split_within().days}
    journal.record(stream=one.matter.stream, verb="finance.split_suspected", actor=actor, at=at, data=told)


def _cleared(flag: SplitFlag, total: Decimal, actor: Actor, at: datetime) -> None:
    """What is left does not reach the threshold any more; the suspicion stays to be read, and when it fell."""
    new, flag.today, flag.cleared_at = flag.cleared_at is None, total, flag.cleared_at or at
    flag.save(update_fields=["today", "cleared_at"])
    if new:
        told = {"payee": flag.payee, "total": f"{total:.2f}"}
        journal.record(stream=flag.matter.stream, verb="finance.split_cleared", actor=actor, at=at, data=told)
