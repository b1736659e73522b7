"""What goes back to be done again, what goes to another authority, and what must be there before the end."""

from collections.abc import Callable

import pytest

from tests.refusing import refused
from tests.supervision import sections, story
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, WU_XIAOFANG, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matters
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
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


def test_D_12_why_and_to_whom_is_not_for_the_units_that_carried_it_out(world: World) -> None:
    """On the page, in its timeline, in the ledger, in the row and on the slip that lay on their desks."""
    directive = story.signed_for(world, story.handed_over(world))
    given = {"to": "市监察委员会", "reason": "发现违纪线索。"}
    services.transfer(actor=world.actor(HE_WEI), directive_id=directive.pk, at=AT, **given)
    here, ledger = f"/supervision/{directive.pk}/", "/supervision/?closed=1"
    for name in (WANG_JIANPING, ZHOU_QIMING, WU_XIAOFANG):
        page = world.client(name).get(here).content.decode()
        assert "移送有权机关" in page
        for address in (here, f"{here}?only=all", ledger):
            shown = world.client(name).get(address).content.decode()
            assert "监察" not in shown and "线索" not in shown, address
    for name in (LI_MIN, HE_WEI, CHEN_LI, SHEN_JING):
        assert "移送市监察委员会：发现违纪线索。" in world.client(name).get(here).content.decode()
    gone = Directive.objects.get(pk=directive.pk)
    assert not gone.ended_reason and not gone.matter.assignments.exclude(opinion="").exists()


def test_D_12_nor_for_a_supervisor_who_had_a_hand_in_it(world: World) -> None:
    desk = world.units["SWB-DC"].pk
    directive = story.signed_for(world, story.handed_over(world, lead_id=desk), by=world.actor(HE_WEI))
    services.transfer(
        actor=world.actor(CHEN_LI), directive_id=directive.pk, to="市监察委员会", reason="发现线索。", at=AT
    )
    directive.refresh_from_db()
    may = [bool(policies.may_read_clues(world.actor(name), directive)) for name in (LI_MIN, HE_WEI, CHEN_LI)]
    assert may == [False, False, True]


def test_D_11_a_part_that_goes_along_tells_of_its_whole_alone(world: World) -> None:
    whole, part = sections.broken_down(world)
    along = services.ForParts(how="follow")
    given = {"to": "市监察委员会", "reason": "发现线索。", "parts": along}
    services.transfer(actor=world.actor(HE_WEI), directive_id=whole.pk, at=AT, **given)  # type: ignore[arg-type]
    (entry,) = journal.told(part.matter.stream, "supervision.transferred")
    assert entry.facts == {"number": whole.matter.number}
    told = f"随上级事项{whole.matter.number}移送有权机关"
    assert told in world.client(WANG_JIANPING).get(f"/supervision/{part.pk}/").content.decode()


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


@pytest.mark.parametrize(
    ("origin", "organ", "noted"),
    [
        ("petition", "省信访局", "给省信访局的答复请另行行文。信访人由承办单位书面答复。"),
        ("proposal", "市人大代表张明", "给市人大代表张明的答复请另行行文。"),
        ("criticism", "省委第三巡视组", "给省委第三巡视组的答复请另行行文。"),
        ("key_work", "市委办公室", ""),
    ],
)
def test_of_any_other_origin_the_answer_goes_to_who_approved_and_who_else_waits_is_told(
    world: World, origin: str, organ: str, noted: str
) -> None:
    told = {"source_organ": organ, "source_number": "第7号", "source_date": AT.date()}
    directive = story.handed_over(world, origin=origin, **told)
    story.completed(world, story.signed_for(world, directive))
    asked = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": AT}
    services.accept(opinion="属实。", **asked)
    form = world.client(LI_MIN).get(f"/supervision/{directive.pk}/answer/").content.decode()
    assert f"{HE_WEI}会收到通知。{noted}" in form and ("另行行文" in form) == bool(noted)
    services.answer_leader(answer="已办结。", **asked)
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert f"向{HE_WEI}回告" in page and "交办会议" not in page


@pytest.mark.parametrize(("given", "who"), [(story.instructed, CHEN_LI), (story.handed_over, HE_WEI)])
def test_the_answer_reaches_who_instructed_or_else_who_approved(
    world: World, given: Callable[[World], Directive], who: str
) -> None:
    directive = story.completed(world, story.signed_for(world, given(world)))
    asked = {"actor": world.actor(LI_MIN), "directive_id": directive.pk, "at": AT}
    services.accept(opinion="属实。", **asked)
    services.answer_leader(answer="已办结。", **asked)
    (told,) = Notice.objects.filter(text__startswith="回告：")
    assert (told.person_id, directive.approver_id) == (world.people[who].pk, world.people[HE_WEI].pk)
    assert world.client(who).get(f"/supervision/{directive.pk}/").status_code == 200
