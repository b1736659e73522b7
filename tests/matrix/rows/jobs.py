"""A run of a job is shown to whoever asked for it, and to the system administrator."""

from tests.matrix.matrix import Arguments, Row
from tests.world import AT, LI_MIN, LUO_KAI, World

from zhongshu.platform.jobs import ways
from zhongshu.platform.jobs.models import JobRun, RunState


def run_of_li_min(world: World) -> Arguments:
    run = JobRun.objects.create(
        name="supervision.export", fingerprint="x", started_by=world.people[LI_MIN].pk, asked_at=AT,
        state=RunState.RUNNING, total=10, done=3,
    )  # fmt: skip
    return {"run_id": run.pk}


def product_of_li_min(world: World) -> Arguments:
    told = run_of_li_min(world)
    ways.place(told["run_id"]).write_text("编号")
    JobRun.objects.filter(pk=told["run_id"]).update(
        name="org.import", product="台账.csv", state=RunState.DONE
    )
    return told


ROWS = [
    Row("jobs:runs", all=200),
    Row("jobs:run", all=404, but={LI_MIN: 200, LUO_KAI: 200}, prepare=run_of_li_min),
    Row("jobs:run-json", all=404, but={LI_MIN: 200, LUO_KAI: 200}, prepare=run_of_li_min),
    Row("jobs:product", all=404, but={LI_MIN: 200}, prepare=product_of_li_min),
    Row("jobs:cancellation", all=404, but={LI_MIN: 303, LUO_KAI: 303}, method="post", prepare=run_of_li_min),
]
