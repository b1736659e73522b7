from datetime import datetime

from zhongshu.finance import queries, rules
from zhongshu.finance.models import Outlay, SplitFlag
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal


def watch_splitting(one: Outlay, *, actor: Actor, at: datetime) -> SplitFlag | None:
    """Raise a suspicion when claims and contracts below the threshold reach it together within thirty days (M-16 {M}).

    It goes on: whoever reviews it sees the suspicion, and it stays on the auditor's page.
    """
    organ_id, on = one.matter.organ_id, one.submitted_on
    threshold = queries.threshold(organ_id, on, one.large_kind)
    if threshold is None or one.amount >= threshold.amount:
        return None
    together = [other for other in queries.bound_to(one) if other.decision_id is None]
    total = rules.M_16_total([(other.submitted_on, other.amount) for other in together], on)
    others = [other.pk for other in together if other.pk != one.pk]
    if total < threshold.amount or len(others) == len(together) or not others:
        return None
    flag, _new = SplitFlag.objects.update_or_create(
        matter=one.matter,
        defaults={
            "organ_id": organ_id,
            "payee": one.other_side,
            "total": total,
            "threshold": threshold,
            "others": others,
            "raised_at": at,
        },
    )
    facts = {
        "payee": one.other_side,
        "total": f"{total:.2f}",
        "count": len(together),
        "days": rules.split_within().days,
    }
    journal.record(stream=one.matter.stream, verb="finance.split_suspected", actor=actor, at=at, data=facts)
    return flag
