"""What else can become of a matter, in a real Chromium, from the seats of those whom it concerns."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect

from tests.journeys.steps import PHONE, evidence, press, title, today, told
from tests.supervision.pages.steps import open_one
from tests.supervision.test_parts import investment
from tests.world import (
    CHEN_LI,
    HE_WEI,
    LI_MIN,
    WANG_JIANPING,
    ZHAO_XIAOYAN,
    ZHOU_QIMING,
    World,
)  # fmt: skip
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.matters.models import Light
from zhongshu.org.models import Leave, Person
from zhongshu.platform.accounts.models import User
from zhongshu.supervision import services
from zhongshu.supervision.models import Cycle, Directive, Round, SlipWeight, State

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
IN_HAND = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


@pytest.fixture(autouse=True)
def own_archive(settings: LazySettings, tmp_path: Path) -> None:
    settings.ARCHIVE_ROOT = tmp_path / "archive"


def signed(world: World, *, by: str = WANG_JIANPING, **how: object) -> Directive:
    """One matter handed out and signed for."""
    directive = open_one(world, **how)  # type: ignore[arg-type]
    return services.sign_for(actor=world.actor(by, today()), directive_id=directive.pk, at=now())


def missed_yesterday(world: World, directive: Directive, *, after: str) -> Round:
    """The one milestone of a matter, not reported by yesterday; ``after`` was reported long before.

    A period of a cycle would not do: on some days of the month the next one is open and overtakes it.
    """
    early, yesterday = now() - timedelta(days=30), today() - timedelta(days=1)
    clerk, reporter = world.actor(LI_MIN, today()), world.actor(ZHAO_XIAOYAN, today())
    plan = {"cycle": Cycle.MILESTONE, "milestones": [services.Milestone("下游坝体加固", yesterday)]}
    services.set_cycle(actor=clerk, directive_id=directive.pk, at=early, **plan)  # type: ignore[arg-type]
    services.report(actor=reporter, directive_id=directive.pk, text=after, at=early + timedelta(minutes=5))
    services.turn_rounds(actor=SYSTEM, directive_id=directive.pk, at=now())
    return directive.rounds.get(missed_at__isnull=False)


def sheet(directive: Directive) -> str:
    return f"/supervision/{directive.pk}/"


def more(page: Page, name: str) -> None:
    """A deed that stands in the menu."""
    page.get_by_label("更多操作").click()
    page.locator(".menu__l").get_by_role("link", name=name, exact=True).click()


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]


def test_a_clock_is_asked_to_stop_stops_and_runs_on(seat: Seat, world: World) -> None:
    directive = signed(world)
    wang = seat(WANG_JIANPING, sheet(directive))
    more(wang, "申请中止")
    wang.get_by_label("中止的理由").fill("省里的批复未下达。")
    wang.get_by_label("复核日期").fill((today() + timedelta(days=60)).isoformat())
    press(wang, "申请中止")
    told(wang, "中止申请已提交")
    hewei = seat(HE_WEI, sheet(directive))
    press(hewei, "审批中止")
    told(hewei, "省里的批复未下达。")
    hewei.get_by_label("同意", exact=True).check()
    press(hewei, "审批中止")
    told(hewei, "已中止")
    wang.reload()
    told(wang, "起中止计时，余")
    expect(wang.locator("main")).not_to_contain_text("未定时限")
    limin = seat(LI_MIN, sheet(directive), **IN_HAND)
    press(limin, "恢复计时")
    limin.get_by_label("说明").fill("批复已到。")
    press(limin, "恢复计时")
    told(limin, "已恢复计时")
    fits(limin)
    directive.matter.refresh_from_db()
    assert (directive.matter.state, directive.matter.stopped_on) == (State.UNDERTAKING, None)
    assert directive.matter.light == Light.GREEN


def test_who_is_away_is_told_before_and_somebody_else_is_one_press_away(seat: Seat, world: World) -> None:
    directive = open_one(world)
    wang = world.actor(WANG_JIANPING, today())
    reason = "不归我委牵头。"
    services.object_to(actor=wang, directive_id=directive.pk, reason=reason, at=now())
    away = {"starts_on": today(), "ends_on": today() + timedelta(days=9)}
    Leave.objects.create(person=world.people[WANG_JIANPING], **away)
    limin = seat(LI_MIN, f"/supervision/{directive.pk}/dispatch/", **IN_HAND)
    limin.get_by_label("牵头单位").fill("市发展改革委")
    press(limin, "重新交办")
    told(limin, f"{WANG_JIANPING}请假到")
    fits(limin)
    limin.get_by_role("button", name=f"交{ZHOU_QIMING}代办").click()
    told(limin, "已重新交办")
    zhou = seat(ZHOU_QIMING)
    expect(zhou.get_by_role("link", name=directive.matter.title).first).to_be_visible()


def test_a_round_is_reported_by_phone_as_it_was_and_a_missed_one_says_so(seat: Seat, world: World) -> None:
    directive = signed(world, lead="NHX", by=ZHAO_XIAOYAN, days=60)
    late = missed_yesterday(world, directive, after="已加固一座。")
    phone = seat(ZHAO_XIAOYAN, f"/supervision/{directive.pk}/field-report/", **IN_HAND)
    told(phone, "过期没有报，请补报")
    expect(phone.get_by_label("现场情况").or_(phone.locator("textarea")).first).to_have_value("已加固一座。")
    phone.get_by_role("button", name="和上次一样，没有新变化").tap()
    told(phone, "已报送给督查部门")
    fits(phone)
    late.refresh_from_db()
    assert late.reported_at is not None


def test_a_slip_lies_before_the_head_who_signs_for_it(seat: Seat, world: World) -> None:
    directive = signed(world, days=1)
    limin = seat(LI_MIN, f"/supervision/{directive.pk}/slip/")
    limin.get_by_label("发哪一种").select_option(label="督办函")
    limin.locator("main textarea").first.fill("请即督促办理。")
    press(limin, "发督办单")
    told(limin, "还没有签收")
    phone = seat(ZHOU_QIMING, "/leader/?tab=read", **IN_HAND)
    expect(phone.get_by_role("link", name="批示")).to_have_count(0)
    phone.get_by_role("link", name=directive.matter.title).tap()
    told(phone, "请即督促办理。")
    press(phone, "签收督办单")
    told(phone, "已签收督办单")
    phone.goto("/leader/?tab=read")
    told(phone, "没有待阅的件")
    slip = directive.slips.get(weight=SlipWeight.SUPERVISING)
    assert slip.acknowledged_by == world.people[ZHOU_QIMING]


def test_an_instruction_is_written_by_phone_and_who_is_stuck_is_two_taps_away(
    seat: Seat, world: World
) -> None:
    directive = signed(world, instructed=True)
    told_by = world.actor(WANG_JIANPING, today())
    stuck = {"text": "资金未到位。", "blocker": "money"}
    services.report(actor=told_by, directive_id=directive.pk, at=now(), **stuck)
    type(directive.matter).objects.filter(pk=directive.pk).update(waits_for="money")
    chen = seat(CHEN_LI, "/leader/", **IN_HAND)
    for name in ("督办", "卡住的 1"):
        chen.get_by_role("link", name=name).first.tap()
    told(chen, f"市发展改革委 {WANG_JIANPING}")
    told(chen, "等资金")
    chen.get_by_role("link", name="批示").tap()
    chen.get_by_label("批示内容").fill("请财政局三日内拨付。")
    chen.get_by_role("button", name="批示", exact=True).tap()
    title(chen, "我交办的")
    wang = seat(WANG_JIANPING, sheet(directive))
    told(wang, "请财政局三日内拨付。")


def test_a_part_is_objected_to_handed_out_again_finished_and_then_the_whole(seat: Seat, world: World) -> None:
    whole, section = signed(world), investment(world)
    account = User.objects.create(username="linfang", password_changed_at=now())
    Person.objects.filter(pk=world.people["林芳"].pk).update(user=account)
    world.people["林芳"].user = account
    wang = seat(WANG_JIANPING, f"/supervision/{whole.pk}/part/")
    wang.get_by_label("分解任务").fill("汇总各县项目")
    wang.get_by_label("交给").fill(section.name)
    wang.get_by_label("办结时限").fill((today() + timedelta(days=20)).isoformat())
    press(wang, "分解")
    told(wang, "已分解交办")
    part = Directive.objects.get(matter__parent_id=whole.pk)
    lin = seat("林芳", sheet(part))
    press(lin, "提出异议")
    lin.get_by_label("理由").fill("各县名单未定。")
    press(lin, "提出异议")
    wang.goto(sheet(part))
    told(wang, "各县名单未定。")
    press(wang, "重新交办")
    wang.get_by_label("牵头单位").fill(section.name)
    press(wang, "重新交办")
    lin.goto(sheet(part))
    press(lin, "签收")
    evidence(lin, "已汇总六个县的项目。", signed_by="林芳")
    wang.goto(f"/supervision/{whole.pk}/completion/")
    wang.get_by_label("办理结果").fill("方案已编制完成。")
    wang.get_by_label("签字的单位负责人").select_option(label=ZHOU_QIMING)
    press(wang, "报办结")
    told(wang, part.matter.number)
    wang.goto(sheet(part))
    press(wang, "审核")
    wang.get_by_label("通过，同意办结").check()
    press(wang, "审核")
    press(wang, "销号")
    press(wang, "销号")
    wang.locator("#confirm").get_by_role("button", name="确认").click()
    told(wang, "已销号并归档")
    wang.goto(sheet(whole))
    told(wang, "已汇总六个县的项目。")
    evidence(wang, "方案已编制完成。", signed_by=ZHOU_QIMING)
