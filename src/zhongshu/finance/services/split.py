from datetime import datetime

from zhongshu.finance import queries, rules
from zhongshu.finance.models import Claim, SplitFlag
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal


def watch_splitting(claim: Claim, *, actor: Actor, at: datetime) -> SplitFlag | None:
    """Raise a suspicion when sums below the threshold reach it together within thirty days (M-16 {M}).

    The claim goes on: whoever reviews it sees the suspicion, and it stays on the auditor's page.
    """
    organ_id = claim.matter.organ_id
    threshold = queries.threshold(organ_id, claim.submitted_on)
    if threshold is None or claim.amount >= threshold.amount:
        return None
    together = [
        one for one in queries.paid_to(claim.payee, organ_id, claim.submitted_on) if one.decision_id is None
    ]
    total = rules.M_16_total([(one.submitted_on, one.amount) for one in together], claim.submitted_on)
    if total < threshold.amount or len(together) < 2:
        return None
    others = [one.pk for one in together if one.pk != claim.pk]
    flag, _new = SplitFlag.objects.update_or_create(
        matter=claim.matter,
        defaults={
            "organ_id": organ_id,
            "payee": claim.payee,
            "total": total,
            "threshold": threshold,
            "others": others,
            "raised_at": at,
        },
    )
    facts = {
        "payee": claim.payee,
        "total": f"{total:.2f}",
        "count": len(together),
        "days": rules.split_within().days,
    }
    journal.record(stream=claim.matter.stream, verb="finance.split_suspected", actor=actor, at=at, data=facts)
    return flag
