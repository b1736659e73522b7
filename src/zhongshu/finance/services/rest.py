"""What has no paper of its own in finance rests on a decision, and gives back what it took of it."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from zhongshu.finance import queries, rules
from zhongshu.finance.models import DecisionUse


def require_decided(
    organ_id: int,
    on: date,
    kind: str,
    amount: Decimal,
    decision_id: int | None,
    *,
    subject: str,
    together: Decimal | None = None,
) -> None:
    """Refuse what reaches the threshold of ``kind`` on that day, in yuan, undecided; take the sum of what is decided.

    ``together``  what counts against the threshold where ``amount`` is a part of it.
    ``subject``  the paper that rests on the decision; what it took before is given back first. A decision of another
    organ does not exist (404), and never more rests on one than it passed (M-15). Part of a use case of a floor above.
    """
    limit = queries.threshold(organ_id, on, kind)
    if limit is not None:
        rules.M_15_gate(
            amount, limit.amount, has_decision=decision_id is not None, together=together
        ).require()
    give_back([subject])
    if decision_id is not None:
        decision = queries.decision_for_update(decision_id, organ_id)
        rules.M_15_within(amount, left=queries.left_of(decision)).require()
        DecisionUse.objects.create(decision=decision, subject=subject, amount=amount)


def give_back(subjects: Iterable[str]) -> None:
    """What rested on a decision rests on none any more. Part of a use case of a floor above."""
    DecisionUse.objects.filter(subject__in=list(subjects)).delete()
