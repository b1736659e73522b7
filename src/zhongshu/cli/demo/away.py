"""Who is on leave in the fictional city today, so that handing something to him offers a stand-in or another date."""

from datetime import datetime, timedelta

from zhongshu.cli.demo.world import World
from zhongshu.kernel.clock import local_day
from zhongshu.org import services as org

AWAY = (("xieyutong", 8), ("jiasiyuan", 3))
"""Log-ins, and for how many days from today: of the first bureau a colleague is there, of the second nobody."""


def leave(world: World, at: datetime) -> None:
    """Each of them says himself that he is away."""
    today = local_day(at)
    for login, days in AWAY:
        org.set_leave(
            actor=world.actor(login, at),
            person_id=world.person(login).pk,
            starts_on=today,
            ends_on=today + timedelta(days=days),
            reason="年休假",
            at=at,
        )
