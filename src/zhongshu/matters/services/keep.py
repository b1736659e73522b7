from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Group, Light, Moving, Waits
from zhongshu.platform.journal import services as journal
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.changes import save_changes


def keep(one: Moving, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save the record of a matter with it, settle what was asked of the actor, and write ``verb`` into its journal.

    What is not open any more is closed by it. Part of a use case of the floor above.
    """
    matter = one.matter
    matter.moved_on = local_day(at)
    if matter.group != Group.OPEN and matter.closed_at is None:
        matter.closed_at, matter.light, matter.waits_for = at, Light.GREY, Waits.NONE
    save_changes(matter)
    save_changes(one)  # type: ignore[arg-type]
    for seat in actor.seats:
        notify.settle(subject=matter.stream, person_id=seat, at=at)
    journal.record(stream=matter.stream, verb=verb, actor=actor, at=at, data=facts)
