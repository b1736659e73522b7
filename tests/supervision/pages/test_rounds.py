"""Regular reports on the pages: the cycle set, the round asked for and filled in, what is missing counted and listed."""

import re
from datetime import timedelta

from django.urls import reverse
from tests.supervision.pages.steps import open_one, paper, press, see, today
from tests.world import LI_MIN, SUN_YAO, WANG_JIANPING, World

from zhongshu.supervision.models import Cycle, Directive
from zhongshu.supervision.presenters.rounds import pace


def undertaken(world: World) -> Directive:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    return directive


def plan(world: World, directive: Directive, *, days: int = 0) -> str:
    """A milestone some days ahead, as the section writes it; within its window it is asked for at once."""
    line = f"主体封顶，{(today() + timedelta(days=days)).isoformat()}"
    answer = press(world.client(LI_MIN), directive, "cycle", cycle=Cycle.MILESTONE, milestones=line)
    assert answer.status_code == 303
    return line


def form(world: World, directive: Directive, name: str) -> str:
    address = reverse(f"supervision:{name}", args=[directive.pk])
    return world.client(WANG_JIANPING).get(address).content.decode()


def test_the_section_sets_milestones_a_line_each(world: World) -> None:
    directive = undertaken(world)
    limin = world.client(LI_MIN)
    wrong = press(limin, directive, "cycle", cycle=Cycle.MILESTONE, milestones="主体封顶 某一天")
    assert wrong.status_code == 422 and "读不出节点" in wrong.content.decode()
    later = (today() + timedelta(days=400)).isoformat()
    beyond = press(limin, directive, "cycle", cycle=Cycle.MILESTONE, milestones=f"验收 {later}")
    assert "不能晚于办结时限" in beyond.content.decode()
    plan(world, directive, days=20)
    page = see(limin, directive)
    assert "定期回告" in page and "主体封顶" in page and "未到期" in page
    again = limin.get(reverse("supervision:cycle", args=[directive.pk])).content.decode()
    assert f"主体封顶 {(today() + timedelta(days=20)).isoformat()}" in again


def test_D_24_the_page_says_what_a_weekly_cycle_needs(world: World) -> None:
    directive = undertaken(world)
    refused = press(world.client(LI_MIN), directive, "cycle", cycle=Cycle.WEEKLY)
    assert refused.status_code == 422
    assert "每周回告要写明依据" in refused.content.decode()


def test_a_round_is_filled_in_with_what_was_reported_last(world: World) -> None:
    directive = undertaken(world)
    wang = world.client(WANG_JIANPING)
    assert "本期回告" not in form(world, directive, "field-report")
    press(wang, directive, "progress", text="已完成两层。")
    plan(world, directive)
    for name in ("progress", "field-report"):
        html = form(world, directive, name)
        assert "本期回告" in html
        assert re.search(r"<textarea[^>]*>\s*已完成两层。</textarea>", html)
    assert press(wang, directive, "field-report", how="going", text="已完成两层。").status_code == 303
    one = directive.rounds.get()
    assert one.reported_at is not None and one.text == "", "words left as they were are nothing new"
    page = see(wang, directive)
    assert "没有新变化" in page and "本期回告" not in form(world, directive, "field-report")


def test_what_is_not_reported_is_counted_and_listed_and_both_agree(world: World) -> None:
    directive, other = undertaken(world), undertaken(world)
    plan(world, directive)
    limin = world.client(LI_MIN)

    def listed(name: str = LI_MIN) -> list[int]:
        html = world.client(name).get(reverse("supervision:ledger") + "?unreported=1").content.decode()
        return [int(pk) for pk in re.findall(r'class="ttl" href="/supervision/(\d+)/"', html)]

    board = limin.get(reverse("supervision:board")).content.decode()
    number = re.search(r'href="[^"]*\?unreported=1"[^>]*>.*?<b>(\d+)<', board, re.S)
    assert number and int(number[1]) == len(listed()) == 1
    assert listed() == [directive.pk] and other.pk not in listed()
    assert listed(SUN_YAO) == []
    press(world.client(WANG_JIANPING), directive, "progress", text="已封顶。")
    assert listed() == []


def test_the_matter_page_asks_no_more_for_a_matter_without_a_cycle(world: World) -> None:
    assert "定期回告" not in see(world.client(LI_MIN), undertaken(world))


def test_a_phone_does_not_choose_what_a_matter_waits_for(world: World) -> None:
    directive = undertaken(world)
    wang = world.client(WANG_JIANPING)
    refused = press(wang, directive, "field-report", how="stuck", text="石料供应不足。")
    assert refused.status_code == 422
    assert "请选卡在哪里" in refused.content.decode() and "石料供应不足。" in refused.content.decode()
    told = {"how": "stuck", "text": "石料供应不足。", "blocker": "ourselves"}
    assert press(wang, directive, "field-report", **told).status_code == 303
    directive.refresh_from_db()
    assert directive.blocker == "ourselves"


def test_an_empty_file_is_told_with_what_to_do(world: World) -> None:
    told = {"text": "已完成两层。", "files": paper("空.txt", "")}
    refused = press(world.client(WANG_JIANPING), undertaken(world), "progress", **told)
    assert refused.status_code == 422
    assert "这个文件是空的。请检查原文件后重新选择。" in refused.content.decode()


def test_the_basis_of_a_cycle_goes_with_the_cycle(world: World) -> None:
    directive, limin = undertaken(world), world.client(LI_MIN)
    until = today() + timedelta(days=20)
    weekly = {"cycle": Cycle.WEEKLY, "basis": "第16次会议要求", "until": until.isoformat()}
    press(limin, directive, "cycle", **weekly)
    assert "周期依据" in see(limin, directive)
    press(limin, directive, "cycle", **weekly | {"cycle": Cycle.MONTHLY})
    directive.refresh_from_db()
    assert (directive.cycle, directive.cycle_basis, directive.cycle_until) == ("monthly", "", None)
    assert "周期依据" not in see(limin, directive)
    press(limin, directive, "cycle", cycle=Cycle.QUARTERLY, basis="领导改为按季")
    assert "领导改为按季" in see(limin, directive), "what is written for the new one is kept"


def test_a_weekly_cycle_whose_term_is_over_is_told_as_monthly(world: World) -> None:
    directive, until = undertaken(world), today() - timedelta(days=1)
    directive.cycle, directive.cycle_basis, directive.cycle_until = Cycle.WEEKLY, "第16次会议要求", until
    told = dict(pace(directive, today()))
    assert list(told) == ["回告周期"] and told["回告周期"].startswith("每月（每周回告到")
    assert dict(pace(directive, until))["周期依据"] == "第16次会议要求"
