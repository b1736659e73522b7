"""An approval step asks and writes as often in a long history as in a short one, and looks no row up twice."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.approvals.conftest import later, publish
from tests.world import AT, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.org import queries as org

pytestmark = pytest.mark.django_db

STAGES = 6
ROUNDS = {
    "name": "rounds",
    "title": "反复会签",
    "fields": [{"code": "subject", "label": "事由"}],
    "body": [
        {
            "type": "stage",
            "code": f"s{number}",
            "title": f"第{number}轮",
            "who": {"kind": "named", "people": ["hewei", "zhouqiming"]},
            "how": "any",
            "on_empty": "named",
            "fallback": ["hewei"],
        }
        for number in range(STAGES)
    ],
}


def agreed(world: World, paper: Approval, hours: int) -> list[str]:
    """The statements of one agreement."""
    actor = world.actor(HE_WEI)
    with CaptureQueriesContext(connection) as caught, org.one_look():
        services.agree(actor=actor, matter_id=paper.pk, idempotency_key=f"第{hours}次", at=later(hours))
    return [str(one["sql"]) for one in caught.captured_queries]


def test_a_step_takes_as_many_statements_after_many_stages_as_after_few(world: World) -> None:
    publish(ROUNDS)
    paper = services.submit(
        actor=world.actor(LI_MIN),
        route="rounds",
        title="印发通报",
        body="",
        values={"subject": "印发"},
        at=AT,
    )
    steps = [agreed(world, paper, hours) for hours in range(1, STAGES)]
    assert {len(step) for step in steps[1:]} == {len(steps[1])}
    assert len(steps[1]) <= (35 if connection.vendor == "postgresql" else 29)  # its locks are statements, too
    looks = [
        sql for sql in steps[1] if sql.startswith("SELECT") and "edition" not in sql and "pg_adv" not in sql
    ]
    assert len(looks) == len(set(looks))
