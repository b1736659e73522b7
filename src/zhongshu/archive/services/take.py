from datetime import datetime

from zhongshu.archive.models import Deposit
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal.services import record
from zhongshu.platform.usecases.registry import use_case


@use_case("archive.take_copy")
def take_copy(*, actor: Actor, deposit: Deposit, path: str = "", at: datetime) -> None:
    """Note that somebody takes a copy of a package, or of one file of it (law 4)."""
    record(
        stream=deposit.stream,
        verb="archive.copied",
        actor=actor,
        at=at,
        data={"code": deposit.code, "path": path},
    )


@use_case("archive.export_list")
def export_list(*, actor: Actor, count: int, at: datetime) -> None:
    """Note that somebody takes away the list of ``count`` deposits."""
    record(stream="archive", verb="archive.list_exported", actor=actor, at=at, data={"count": count})
