"""F-15: a service asked for, its queue that names what is missing, the date from the agency's window, the answer."""

import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page, expect
from tests.conftest import Seat
from tests.welfare import story
from tests.welfare.story import LU_YAO
from tests.world import AT, LI_MIN, World

from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.accounts.models import User
from zhongshu.welfare.models import Case, State

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def city(world: World, settings: LazySettings, tmp_path: Path) -> World:
    """陆遥 undertakes services and has a door of his own."""
    settings.FILES_ROOT, settings.ARCHIVE_ROOT = tmp_path / "files", tmp_path / "archive"
    story.undertaker(world)
    person = story.Person.objects.get(name=LU_YAO)
    person.user = User.objects.create(username="luyao", password_changed_at=AT)
    person.save()
    world.people[LU_YAO] = person
    return world


def done(page: Page, words: str, told: str) -> None:
    page.locator("main form").get_by_role("button", name=words, exact=True).click()
    expect(page.get_by_text(told).first).to_be_visible()


def fits(page: Page, width: int) -> None:
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("width", [1440, 390])
def test_asked_sent_back_supplemented_handed_in_answered_and_told(
    city: World, seat: Seat, width: int
) -> None:
    service = story.offered(city, windows="每月1日—月末", lead=0)
    look = {"viewport": {"width": width, "height": 844}}
    mine = seat(LI_MIN, f"/welfare/services/{service.pk}/", **look)
    mine.get_by_role("link", name="申请办理").click()
    mine.get_by_label("申请表").check()
    done(mine, "提交", "还缺 1 样材料：调令复印件。")
    mine.get_by_label("调令复印件").check()
    done(mine, "提交", "已提交，经办人已收到通知。")
    fits(mine, width)
    case = Case.objects.get()
    due = mine.locator("main .head").get_by_text(re.compile(r"报送时限"))
    expect(due).to_contain_text(case.matter.current_due.isoformat())
    mine.get_by_role("link", name="这个日期怎么算的").click()
    expect(mine.locator("main")).to_contain_text("本期受理到")
    fits(mine, width)
    clerk = seat(LU_YAO, "/", **look)
    clerk.get_by_role("link", name="养老保险转入：李敏").first.click()
    clerk.get_by_role("link", name="退回").click()
    clerk.get_by_label("调令复印件").check()
    done(clerk, "退回", "缺什么已一次告诉申请人")
    mine.goto("/")
    mine.get_by_role("link", name="养老保险转入：李敏").first.click()
    expect(mine.get_by_text("请补材料：")).to_be_visible()
    fits(mine, width)
    mine.get_by_role("link", name="补材料").click()
    mine.get_by_label("调令复印件").check()
    done(mine, "补材料", "报送时限重新推算")
    clerk.reload()
    clerk.get_by_role("link", name="报送", exact=True).click()
    clerk.get_by_label("报送日期").fill(local_day(now()).isoformat())
    clerk.get_by_label("受理号或回执号").fill("受理20260001")
    done(clerk, "报送", "申请人已收到通知")
    clerk.get_by_role("link", name="记答复").click()
    clerk.get_by_label("已办成").check()
    clerk.get_by_label("办理结果").fill("已转入，下月起可查。")
    done(clerk, "记答复", "已记下。")
    clerk.get_by_role("link", name="回告").click()
    clerk.get_by_label("回告本人").fill("已转入，下月起可查。")
    done(clerk, "回告", "已回告，办结。")
    fits(clerk, width)
    mine.goto(f"/welfare/{case.pk}/")
    expect(mine.get_by_role("heading", name="机构答复")).to_be_visible()
    assert Case.objects.get().state == State.DONE


def test_nobody_finds_a_button_for_his_own(city: World, seat: Seat) -> None:
    service, actor = story.offered(city, windows="每月1日—月末", lead=0), story.undertaker(city)
    case = story.asked(city, service)
    Case.objects.filter(pk=case.pk).update(person_id=actor.person_id)
    page = seat(LU_YAO, f"/welfare/{case.pk}/")
    expect(page.get_by_role("link", name="撤回")).to_be_visible()
    expect(page.get_by_role("link", name="报送", exact=True)).to_have_count(0)
