"""What is no template of steps, and who may keep one."""

from dataclasses import replace

import pytest

from tests.refusing import refused
from tests.supervision.test_chains import keep, steps
from tests.world import AT, CHEN_LI, SUN_YAO, WANG_JIANPING, World
from zhongshu.kernel.refusals import Forbidden, NotFound
from zhongshu.supervision import services
from zhongshu.supervision.models import Chain, StepRole

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("code", "change"),
    [
        ("no_chain_of_steps", {"given": []}),
        ("no_chain_name", {"name": "  "}),
        ("chain_name_taken", {}),
    ],
)
def test_what_is_no_template_is_refused(world: World, code: str, change: dict[str, object]) -> None:
    keep(world)
    with refused(code):
        keep(world, **change)  # type: ignore[arg-type]
    assert Chain.objects.count() == 1


@pytest.mark.parametrize(
    "fault",
    [
        {"title": " "}, {"role": "somebody"}, {"unit_id": None}, {"working_days": 0}, {"working_days": 500},
        {"role": StepRole.POST},
    ],
)  # fmt: skip
def test_D_14_each_step_tells_what_by_whom_and_how_long(world: World, fault: dict[str, object]) -> None:
    given = steps(world)
    given[1] = replace(given[1], **fault)  # type: ignore[arg-type]
    with refused("bad_steps") as caught:
        keep(world, given=given)
    assert list(caught.value.fields) == ["step-2"] and caught.value.rule == "D-14"


@pytest.mark.parametrize("who", [WANG_JIANPING, CHEN_LI, SUN_YAO])
def test_supervisors_keep_them_for_their_own_organ(world: World, who: str) -> None:
    with refused("not_a_supervisor", Forbidden):
        keep(world, who=who)
    chain = keep(world)
    with refused("no_such_chain", NotFound):
        services.retire_chain(actor=world.actor(who), chain_id=chain.pk, at=AT)
