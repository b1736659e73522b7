"""The work calendar is the system administrator's to bring in (rule T-03)."""

from tests.matrix.matrix import Arguments, Row
from tests.world import AT, LUO_KAI, World

from zhongshu.platform.jobs.models import JobRun, RunState


def tried(world: World) -> Arguments:
    """罗凯 had a table tried behind the scenes."""
    given = {"year": 2027, "notice": "国办发明电〔2026〕99号", "source": ""}
    told = {"given": given, "table": "date,kind,name\n2027-01-01,holiday,元旦", "moves": [], "count": 0}
    run = JobRun.objects.create(
        name="workdays.trial", fingerprint="x", asked_by=world.user(LUO_KAI).pk, asked_at=AT,
        state=RunState.DONE, result=told,
    )  # fmt: skip
    return {"run_id": run.pk}


ROWS = [
    Row("workdays:years", all=403, but={LUO_KAI: 200}),
    Row("workdays:trial", all=403, but={LUO_KAI: 422}, method="post"),
    Row("workdays:tried", all=403, but={LUO_KAI: 200}, prepare=tried),
    Row("workdays:import", all=403, but={LUO_KAI: 422}, method="post"),
]
