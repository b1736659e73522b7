from datetime import datetime

from zhongshu.approvals import policies, queries, registry
from zhongshu.approvals.models import FILED, Approval
from zhongshu.approvals.services.package import packed
from zhongshu.archive import services as archive
from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.platform.jobs import services as jobs
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("approvals.deposit")
def deposit(*, actor: Actor, matter_id: int, at: datetime) -> Deposit:
    """Deposit a concluded paper in the archive (A-01, law 9). The archive refuses what is open, void or filed already."""
    approval = queries.for_update(actor, matter_id)
    policies.may_deposit(actor, approval).require()
    made = archive.deposit(package=packed(approval, at=at), actor=actor, at=at)
    told = {"code": made.code}
    journal.record(stream=approval.matter.stream, verb="approvals.archived", actor=actor, at=at, data=told)
    return made


def file_away(*, matter_id: int, at: datetime) -> None:
    """Deposit a paper if it is concluded, all that follows from it is done, and it is not in the archive yet."""
    approval = queries.get(SYSTEM, matter_id)
    if _is_due(approval):
        deposit(actor=SYSTEM, matter_id=matter_id, at=at)


def ask_for_deposits(*, at: datetime) -> int:
    """Have every concluded paper filed that is not, where its organ has a fonds number (A-06); says how many.

    Each is a job of its own, so that one that cannot be filed says why and holds up no other.
    """
    rows = Approval.objects.filter(status__in=FILED, matter__archived_at__isnull=True)
    rows = rows.exclude(matter__organ__fonds_code="").select_related("matter").order_by("pk")
    due = [one.pk for one in rows.iterator() if _is_due(one)]
    for matter_id in due:
        jobs.ask("approvals.deposit", actor=SYSTEM, at=at, matter_id=matter_id)
    return len(due)


def _is_due(approval: Approval) -> bool:
    settled = registry.subject_of(approval.matter.kind).settled
    return approval.status in FILED and approval.matter.archived_at is None and settled(approval)
