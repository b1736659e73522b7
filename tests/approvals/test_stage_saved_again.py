"""A stage opened in its form and saved as it stands is the same stage, whatever was written in it by file."""

from dataclasses import replace

import pytest
from django.urls import reverse

from tests.approvals.conftest import LEAVE
from tests.approvals.test_route_editor import Keeper
from tests.world import AT, WANG_JIANPING, World
from zhongshu.approvals import grammar, services
from zhongshu.kernel.actors import SYSTEM

BY_FILE = {
    "higher": {"kind": "unit_head", "level": 4},
    "elsewhere": {"kind": "duty", "duty": "supervise", "unit": "NO-SUCH"},
    "abroad": {"kind": "named", "people": ["hewei", "abroad"]},
    "left": {"kind": "named", "people": ["hewei", "wangjianping", "nobody-has-it"]},
    "post": {"kind": "post", "post": "没有人任的岗位", "unit": "JYJ"},
}


@pytest.mark.parametrize("code", BY_FILE)
def test_nothing_of_it_is_lost(world: World, code: str) -> None:
    keeper = Keeper(world)
    teacher = next(p for p in world.people.values() if p.appointments.get().post.unit.code.startswith("JYJ"))
    teacher.staff_number = "abroad"
    teacher.save()
    left = world.people[WANG_JIANPING]
    left.left_on = AT.date()
    left.save()
    stage = {**LEAVE["body"][0], "code": code, "who": BY_FILE[code], "within": 0}
    office = world.units["SWB"].pk
    services.draft_route(
        actor=SYSTEM, spec={**LEAVE, "name": "again", "body": [stage]}, organ_id=office, at=AT
    )
    keeper.name = "again"
    before = keeper.stage(code)
    form = keeper.client.get(reverse("approvals:route-part", args=["again", "stage", code])).context["form"]
    assert code != "left" or "王建平（已离任）、工号nobody-has-it" in form["people"].value()
    shown = {one.html_name: one.value() for one in form if one.name != "when"}
    keeper.put("stage", code, **{key: value for key, value in shown.items() if value is not None})
    assert keeper.stage(code) == replace(before, when=())
    assert grammar.read(grammar.written(keeper.plan)) == keeper.plan
