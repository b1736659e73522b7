"""Verbs of an approval beside agreeing, in a real Chromium: an opinion asked for, a signer added, returned, stopped."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.approvals.conftest import LEAVE, publish
from tests.journeys.steps import PHONE, press, told
from tests.world import CHEN_LI, HE_WEI, LI_MIN, World
from zhongshu.approvals import services
from zhongshu.approvals.models import Approval
from zhongshu.kernel.clock import local_day, now

pytestmark = [pytest.mark.browser, pytest.mark.slow]
Seat = Callable[..., Page]
IN_HAND = {"viewport": PHONE, "has_touch": True, "is_mobile": True}


@pytest.fixture
def paper(world: World) -> Approval:
    publish(LEAVE, at=now())
    values = {"subject": "印发通报", "copies": "2"}
    actor = world.actor(LI_MIN, local_day(now()))
    return services.submit(actor=actor, route="leave", title="用印申请", body="", values=values, at=now())


def test_asked_added_given_back_stopped_and_agreed_to(seat: Seat, world: World, paper: Approval) -> None:
    head, leader = seat(HE_WEI, **IN_HAND), seat(CHEN_LI)

    def do(page: Page, verb: str, button: str, **filled: str) -> None:
        page.goto(f"/approvals/{paper.pk}/{verb}/")
        for name, text in filled.items():
            field = page.locator(f"main form [name={name}]")
            if field.first.get_attribute("type") == "radio":
                page.locator(f"main form [name={name}][value={text}]").check()
            else:
                field.fill(text)
        assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]  # type: ignore[index]
        press(page, button)

    do(head, "delegation", "委派", person_id=CHEN_LI, opinion="附件齐不齐")
    do(leader, "advice", "提交意见", opinion="附件齐全")
    do(head, "signer", "加签", person_id=CHEN_LI, place="before", opinion="请先签")
    do(leader, "agreement", "同意", opinion="先签一步")
    do(head, "return", "退回", target="submit", way="straight", opinion="份数再核")
    drafter = seat(LI_MIN, **IN_HAND)
    drafter.goto(f"/approvals/{paper.pk}/")
    told(drafter, "等退回件")
    drafter.get_by_role("link", name="修改并提交").click()
    drafter.locator("[name=v_copies]").fill("3")
    press(drafter, "提交审批")
    do(drafter, "suspension", "挂起", reason="等印章")
    told(drafter, "已挂起")
    press(drafter, "恢复")
    do(head, "agreement", "同意", opinion="同意用印")
    told(head, "已通过")
    paper.refresh_from_db()
    assert (paper.status, paper.values["copies"]) == ("approved", "3")
    expect(head.locator("#opinions").get_by_text("附件齐全")).to_be_visible()  # on the phone, too


def test_agreed_to_in_hand_exactly_what_was_ticked(seat: Seat, world: World, paper: Approval) -> None:
    """On the phone rows are cards that can be ticked with a thumb; how many stands before and after."""
    actor, values = world.actor(LI_MIN, local_day(now())), {"subject": "印发通报", "copies": "2"}
    others = [
        services.submit(actor=actor, route="leave", title=f"用印申请{n}", body="", values=values, at=now())
        for n in (2, 3)
    ]
    head = seat(HE_WEI, **IN_HAND)
    head.goto("/approvals/")
    for one in (paper, others[1]):
        box = head.locator(f"label:has([name=ref][value='{one.pk}'])")
        size = box.bounding_box()
        assert size and min(size["width"], size["height"]) >= 44
        box.tap()
    bar = head.locator("[data-bulk]")
    expect(bar).to_contain_text("2 份已选")
    bar.get_by_role("button", name="同意…").tap()
    told(head, "同意这 2 份")
    head.get_by_role("button", name="同意 2 份").tap()
    told(head, "勾选 2 份，已同意 2 份")
    assert head.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    ended = dict(Approval.objects.values_list("pk", "status"))
    assert ended == {paper.pk: "approved", others[0].pk: "running", others[1].pk: "approved"}
