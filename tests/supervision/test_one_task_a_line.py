"""An instruction of several lines is as many matters (D-14)."""

import pytest

from tests.supervision import story
from tests.world import (
    AT,
    CHEN_LI,
    LI_MIN,
    World,
)
from zhongshu.matters import queries as matters
from zhongshu.matters.models import LinkKind, Matter
from zhongshu.supervision import services
from zhongshu.supervision.services import Instruction

pytestmark = pytest.mark.django_db


def test_D_14_an_instruction_of_three_lines_is_three_linked_matters(world: World) -> None:
    source = story.handed_over(world)
    text = "一、请发改委月底前报方案。\n2. 请财政局落实资金。\n\n（三）请教育局核查校舍。"
    words = Instruction(text=text, supervise=True)
    services.instruct(actor=world.actor(CHEN_LI), directive_id=source.pk, instruction=words, at=AT)
    made = Matter.objects.exclude(pk=source.pk).order_by("pk")
    assert [one.title for one in made] == [
        "请发改委报方案",
        "请财政局落实资金",
        "请教育局核查校舍",
    ]
    assert made[0].body == "请发改委月底前报方案。"
    same = [one for one in matters.threads(world.actor(LI_MIN), made[0]) if one[1] != source.matter]
    assert [other.pk for _how, other in same] == [made[1].pk, made[2].pk]
    assert made[0].links_in.filter(kind=LinkKind.SAME_SOURCE).count() == 2
    assert all(one.directive.instruction == text for one in made)
