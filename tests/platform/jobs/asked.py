"""Who asks for jobs in these tests, and when."""

from datetime import UTC, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.platform.jobs import services

MONDAY = datetime(2026, 6, 15, 1, 30, tzinfo=UTC)
LIN = Actor(person_id=1, name="林督办")
HE = Actor(person_id=2, name="何收文")
KEEPER = Actor(person_id=None, name="系统管理员", admin_role="system")
counted = []


def carried_out(wanted, capture, *, actor=LIN, **args):
    with capture(execute=True):
        run = services.ask(wanted, actor=actor, at=MONDAY, **args)
    run.refresh_from_db()
    return run
