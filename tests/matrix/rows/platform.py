"""The inbox and the jobs are one's own; how the system runs is for the system administrator."""

from tests.matrix.matrix import Arguments, Row
from tests.world import AT, LI_MIN, LUO_KAI, World

from zhongshu.platform.jobs.models import JobRun
from zhongshu.platform.notify.models import Notice

DONE, UNKNOWN, WRONG_WAY = 303, 404, 405


def notice_of_li_min(world: World) -> Arguments:
    """李敏 has an unread notice."""
    made = Notice.objects.create(
        person_id=world.people[LI_MIN].pk, subject="matter:1", text="请核查", at=AT, deliver_at=AT
    )
    return {"notice_id": made.pk}


def run_of_li_min(world: World) -> Arguments:
    """李敏 waits for a job."""
    run = JobRun.objects.create(
        name="jobs.prune", fingerprint="x", started_by=world.people[LI_MIN].pk, asked_at=AT
    )
    return {"run_id": run.pk}


def sweep(world: World) -> Arguments:
    """A recurring job."""
    return {"name": "jobs.prune"}


OWN = {LI_MIN: 200, LUO_KAI: 200}
ROWS = [
    Row("notify:inbox", 200),
    Row("notify:seen", 200),
    Row("notify:reading-all", DONE, method="post"),
    Row("notify:reading", UNKNOWN, {LI_MIN: DONE}, method="post", prepare=notice_of_li_min),
    Row("notify:reading", WRONG_WAY, prepare=notice_of_li_min),
    Row("jobs:runs", 200),
    Row("jobs:run", UNKNOWN, OWN, prepare=run_of_li_min),
    Row("jobs:run-json", UNKNOWN, OWN, prepare=run_of_li_min),
    Row("jobs:cancellation", UNKNOWN, {LI_MIN: DONE, LUO_KAI: DONE}, method="post", prepare=run_of_li_min),
    Row("jobs:cancellation", WRONG_WAY, prepare=run_of_li_min),
    Row("jobs:system", UNKNOWN, {LUO_KAI: 200}),
    Row("jobs:run-now", UNKNOWN, {LUO_KAI: DONE}, method="post", prepare=sweep),
    Row("jobs:run-now", WRONG_WAY, prepare=sweep),
]
