"""What expenses may come to, as the organ has set it and as the settings begin."""

from django.db.models import QuerySet

from zhongshu.finance import policies, rules
from zhongshu.finance.models import ExpenseStandard
from zhongshu.kernel.actors import Actor


def standards_of(organ_id: int) -> list[rules.Standard]:
    """All that ever held in an organ: its own, and what the settings say."""
    own = [
        rules.Standard(one.measure, one.most, one.valid_from, one.paper, one.place, one.grade, own=True)
        for one in ExpenseStandard.objects.filter(organ_id=organ_id)
    ]
    return own + rules.starting()


def standards(actor: Actor) -> QuerySet[ExpenseStandard]:
    """What ``actor``'s organs have set, the newest of each kind first; for whoever hands claims in."""
    policies.may_claim(actor).require()
    rows = ExpenseStandard.objects.filter(organ_id__in=sorted(actor.organ_ids)).select_related(
        "organ", "set_by"
    )
    return rows.order_by("organ_id", "measure", "place", "grade", "-valid_from")
