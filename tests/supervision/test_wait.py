"""What a matter waits for, as the supervisors found out; what was asked for and is not decided stands on its page."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from tests.supervision import story
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, WU_XIAOFANG, World
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters.models import Waits
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import services
from zhongshu.supervision.models import Blocker, Directive
from zhongshu.supervision.presenters.board import Board

pytestmark = pytest.mark.django_db
LATE = AT + timedelta(days=40)
HEARD = "电话了解：省里资金计划还没有下。"


def noted(world: World, directive: Directive, blocker: str = Blocker.MONEY, reason: str = HEARD) -> Directive:
    told = {"blocker": blocker, "reason": reason}
    return services.note_wait(actor=world.actor(LI_MIN), directive_id=directive.pk, at=LATE, **told)


@pytest.fixture
def late(world: World) -> Directive:
    return story.signed_for(world, story.handed_over(world))


def test_a_late_matter_waits_for_what_the_supervisor_found_out(world: World, late: Directive) -> None:
    directive = noted(world, late)
    assert (directive.matter.waits_for, directive.blocked_since) == (Waits.MONEY, date(2026, 10, 28))
    (shown,) = Board(world.actor(LI_MIN), LATE, "year").late
    assert (shown.why, shown.more) == ("等资金", f"今天起 · {HEARD}")
    page = world.client(WANG_JIANPING).get(reverse("supervision:directive", args=[late.pk])).content.decode()
    assert f"{HEARD}（李敏注明）" in page
    told = Notice.objects.filter(person_id=world.people[WANG_JIANPING].pk, text__contains="注明")
    assert HEARD in told.get().text


def test_it_carries_nothing_on(world: World, late: Directive) -> None:
    before = Directive.objects.get(pk=late.pk).matter.moved_on
    assert noted(world, late).matter.moved_on == before


def test_the_note_stands_until_the_unit_reports_otherwise(world: World, late: Directive) -> None:
    noted(world, late)
    wang, at = world.actor(WANG_JIANPING), LATE + timedelta(days=1)
    services.report(actor=wang, directive_id=late.pk, text="仍在等。", blocker=Blocker.MONEY, at=at)
    late.refresh_from_db()
    assert (late.blocker_note, late.blocked_since) == (HEARD, date(2026, 10, 28))
    services.report(actor=wang, directive_id=late.pk, text="资金到位。", blocker="", at=at)
    late.refresh_from_db()
    assert (late.blocker, late.blocker_note, late.blocker_noted_by, late.blocked_since) == (
        "",
        "",
        None,
        None,
    )


def test_that_it_goes_on_needs_no_words(world: World, late: Directive) -> None:
    noted(world, late)
    after = noted(world, late, Blocker.NONE, "")
    assert (after.matter.waits_for, after.blocker_note, after.blocker_noted_by) == (Waits.UNDER_WAY, "", None)
    assert journal.timeline(late.matter.stream)[0].verb == "supervision.wait_noted"


def test_what_it_waits_for_is_said_in_words_by_a_supervisor_about_work_in_hand(
    world: World, late: Directive
) -> None:
    for blocker, reason, code in ((Blocker.MONEY, " ", "no_reason"), ("weather", "雨。", "no_such_blocker")):
        with pytest.raises(Refusal) as refused:
            noted(world, late, blocker, reason)
        assert refused.value.code == code
    for name in (WANG_JIANPING, WU_XIAOFANG, CHEN_LI):
        with pytest.raises(Forbidden):
            services.note_wait(
                actor=world.actor(name), directive_id=late.pk, blocker="money", reason="等。", at=LATE
            )
    story.completed(world, late)
    with pytest.raises(Conflict):
        noted(world, late)


def test_what_is_asked_for_stands_on_the_page_until_it_is_decided(world: World, late: Directive) -> None:
    wang, at = world.actor(WANG_JIANPING), AT + timedelta(days=1)
    here = reverse("supervision:directive", args=[late.pk])
    services.ask_suspension(
        actor=wang, directive_id=late.pk, reason="待省里批复", review_on=date(2026, 12, 1), at=at
    )
    services.ask_extension(
        actor=wang, directive_id=late.pk, new_due=date(2026, 11, 20), reason="雨季停工", at=at
    )
    for name in (WANG_JIANPING, LI_MIN, HE_WEI):
        page = world.client(name).get(here).content.decode()
        assert "王建平申请中止计时，等领导审批" in page and "待省里批复" in page, name
        assert "王建平申请由 2026-10-15 延至 2026-11-20，等领导审批" in page, name
    decided = {"actor": world.actor(HE_WEI), "directive_id": late.pk, "at": at, "opinion": "再催"}
    services.decide_extension(approve=False, **decided)
    services.decide_suspension(approve=False, **decided)
    assert "等领导审批，已等" not in world.client(LI_MIN).get(here).content.decode()


def test_a_day_agreed_on_stands_and_is_not_called_provisional_in_a_year_without_notice(
    world: World, late: Directive
) -> None:
    at, day = AT + timedelta(days=1), date(2099, 3, 2)
    asked = {"directive_id": late.pk, "at": at}
    services.ask_extension(actor=world.actor(WANG_JIANPING), new_due=day, reason="分期实施。", **asked)
    here = reverse("supervision:directive", args=[late.pk])
    assert "（暂定）" not in world.client(LI_MIN).get(here).content.decode()
    services.decide_extension(actor=world.actor(HE_WEI), approve=True, opinion="同意", **asked)
    late.matter.refresh_from_db()
    assert (late.matter.current_due, late.matter.due_is_provisional) == (day, False)
    for path in (here, reverse("supervision:ledger")):
        assert "（暂定）" not in world.client(LI_MIN).get(path).content.decode(), path


def test_what_was_given_up_is_not_said_to_be_early(world: World, late: Directive) -> None:
    here = reverse("supervision:directive", args=[late.pk])
    told = {"actor": world.actor(HE_WEI), "directive_id": late.pk, "at": AT + timedelta(days=1)}
    services.terminate(reason="上级已调整任务。", **told)
    page = world.client(LI_MIN).get(here).content.decode()
    assert "已终止" in page and "提前" not in page
