"""Papers in 澄江市: a route of three stages, and one for money."""

from datetime import datetime, timedelta
from typing import Any

import pytest

from tests.world import AT, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.kernel.actors import SYSTEM

LEAVE = {
    "name": "leave",
    "title": "用印审批",
    "fields": [
        {"code": "subject", "label": "用印事由"},
        {"code": "copies", "label": "份数", "kind": "number"},
    ],
    "body": [
        {
            "type": "stage",
            "code": "head",
            "title": "科室负责人",
            "who": {"kind": "unit_head"},
            "on_empty": "named",
            "fallback": ["hewei"],
        },
        {
            "type": "choice",
            "code": "many",
            "branches": [
                {
                    "title": "十份以上",
                    "when": [{"field": "copies", "operator": ">=", "value": 10}],
                    "body": [
                        {
                            "type": "stage",
                            "code": "leader",
                            "title": "秘书长",
                            "who": {"kind": "principal"},
                            "on_empty": "named",
                            "fallback": ["hewei"],
                        }
                    ],
                }
            ],
            "otherwise": [],
        },
    ],
}


@pytest.fixture
def seal_route(db: None) -> str:
    """用印审批, published: the head of the section, from ten copies the secretary-general, too."""
    publish(LEAVE)
    return "leave"


def publish(spec: dict[str, Any], at: datetime = AT) -> None:
    services.draft_route(actor=SYSTEM, spec=spec, at=at)
    services.publish_route(actor=SYSTEM, name=spec["name"], at=at)


def submitted(world: World, copies: str = "12", *, by: str = LI_MIN, **more: Any) -> Approval:
    return services.submit(
        actor=world.actor(by),
        route="leave",
        title="关于印发督查通报的用印申请",
        body="",
        values={"subject": "印发通报", "copies": copies},
        at=AT,
        **more,
    )


def later(hours: int) -> datetime:
    return AT + timedelta(hours=hours)
