from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.platform.accounts import policies
from zhongshu.platform.journal import services as journal
from zhongshu.platform.journal.queries import Break
from zhongshu.platform.usecases.registry import use_case

STREAM = "journal"


@use_case("accounts.verify_journal")
def verify_journal(*, actor: Actor, count: int, broken: Break | None, at: datetime) -> None:
    """Journal that ``count`` entries were checked with every seal, and the first that does not hold, if any.

    The checking itself is ``journal.queries.first_break``: it reads for minutes and holds nothing up.
    """
    policies.require_page(policies.reads_journal(actor))
    told = {"count": count, "where": f"{broken.where}: {broken.why}" if broken else ""}
    journal.record(stream=STREAM, verb="accounts.journal_verified", actor=actor, at=at, data=told)


@use_case("accounts.export_journal")
def export_journal(*, actor: Actor, count: int, wanted: str, at: datetime) -> None:
    """Journal that ``count`` entries were carried away, and of what kind."""
    policies.require_page(policies.reads_journal(actor))
    told = {"count": count, "wanted": wanted}
    journal.record(stream=STREAM, verb="accounts.journal_exported", actor=actor, at=at, data=told)
