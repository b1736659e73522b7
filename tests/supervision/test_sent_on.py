"""What goes back to be done again, what goes to another authority, and what must be there before the end."""

from collections.abc import Callable

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, HE_WEI, LI_MIN, World
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.supervision import policies, services
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.models.states import TRANSITIONS

pytestmark = pytest.mark.django_db


def test_D_22_what_goes_back_needs_a_reason_and_is_counted(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.handed_over(world)))
    told = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": AT}
    with pytest.raises(Refusal) as caught:
        services.return_for_rework(reason="  ", **told)
    assert (caught.value.code, caught.value.rule) == ("no_reason", "D-22")
    for count in (1, 2):
        back = services.return_for_rework(reason="缺清单。", **told)
        assert (back.state, back.returns) == (State.UNDERTAKING, count)
        story.completed(world, directive)


def test_D_11_clues_go_to_a_named_authority_and_the_matter_is_locked(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    told = {
        "actor": world.actor(HE_WEI),
        "directive_id": directive.pk,
        "at": AT,
        "reason": "发现涉嫌违纪线索。",
    }
    with pytest.raises(Refusal) as caught:
        services.transfer(to=" ", **told)
    assert (caught.value.code, caught.value.rule) == ("no_recipient", "D-11")
    services.transfer(to="市监察委员会", **told)
    locked = Directive.objects.select_related("matter").get(pk=directive.pk)
    assert (locked.state, locked.completed_at, locked.verified_at) == (State.TRANSFERRED, None, None)
    assert not any(locked.can(event) for event in TRANSITIONS)
    assert [policies.offered(world.actor(name), locked) for name in (LI_MIN, HE_WEI)] == [[], []]
    assert not matters.open_assignments(locked.pk).exists()
    with refused("not_in_this_state"):
        services.terminate(actor=world.actor(HE_WEI), directive_id=directive.pk, reason="再终止。", at=AT)


def test_D_14_an_origin_without_a_task_is_no_matter(world: World) -> None:
    with pytest.raises(Refusal) as caught:
        services.enter(actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, tasks=(), at=AT)
    assert (caught.value.code, caught.value.rule) == ("no_tasks", "D-14")


def test_the_page_of_closing_says_what_is_there_and_what_is_not(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    services.accept(actor=world.actor(LI_MIN), directive_id=directive.pk, opinion="属实。", at=AT)
    here = f"/supervision/{directive.pk}/closure/"
    page = world.client(LI_MIN).get(here).content.decode()
    assert all(one in page for one in ("已由李敏审核通过", "佐证材料 1 件", "还没有向批示领导回告，请先回告"))
    services.answer_leader(actor=world.actor(LI_MIN), directive_id=directive.pk, answer="已办结。", at=AT)
    assert "已向批示领导回告" in world.client(LI_MIN).get(here).content.decode()


@pytest.mark.parametrize(
    ("given", "told"), [(story.instructed, "向陈立回告"), (story.handed_over, "向交办会议回告")]
)
def test_the_page_says_to_whom_the_answer_went(
    world: World, given: Callable[[World], Directive], told: str
) -> None:
    directive = story.completed(world, story.signed_for(world, given(world)))
    asked = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": AT}
    services.accept(opinion="属实。", **asked)
    services.answer_leader(answer="已办结。", **asked)
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert told in page and "向批示领导回告" not in page
