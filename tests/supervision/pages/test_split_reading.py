"""The split page says what it could not read, and asks an instruction for its leader."""

import re
from datetime import date

import pytest
from django.urls import reverse
from tests.world import AT, CHEN_LI, LI_MIN, World

from zhongshu.supervision import services
from zhongshu.supervision.extraction import extract
from zhongshu.supervision.models import Finding, Intake, Origin
from zhongshu.supervision.presenters.finding import doubts

pytestmark = pytest.mark.django_db


def page_of(world: World, text: str, **given: object) -> str:
    intake = services.bring_in(
        actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, text=text, at=AT, title="材料", **given
    )
    shown = world.client(LI_MIN).get(reverse("supervision:intake", args=[intake.pk]))
    return shown.content.decode()


def test_units_of_no_directory_are_named_on_the_card(world: World) -> None:
    html = page_of(world, f"会议议定：由市财政局牵头，城投集团配合，{AT.year + 1}年3月底前完成资金核查。")
    assert "配合单位“城投集团”不在名录里，没有填入。" in html
    assert "批示领导" not in html


def test_an_instruction_offers_the_leader_it_names(world: World) -> None:
    text = f"陈立同志{AT.year}年1月5日批示：请市财政局牵头，{AT.year + 1}年3月底前完成资金核查。"
    html = page_of(world, text, origin=Origin.INSTRUCTION)
    assert "批示领导" in html and f'value="{AT.year}-01-05"' in html
    offered = html.split('name="instructed_by_id"')[1].split("</select>")[0]
    assert f'<option value="{world.people[CHEN_LI].pk}" selected' in offered


def test_both_halves_of_a_duty_are_offered_without_what_fields_of_their_own_hold(world: World) -> None:
    year = AT.year + 1
    text = (
        f"{year}年3月底前，由市财政局牵头，市教育局配合，编制资金核查方案，{year}年6月底前报市政府审定。\n"
        f"市住建局{year}年4月底前完成摸底，每月至少巡查2次，收到通知后10个工作日内报送名单。"
    )
    tasks = re.findall(r'name="f\d-action"[^>]*>\s*([^<]*)', page_of(world, text))
    assert tasks[:2] == ["编制资金核查方案", "报市政府审定"]
    assert tasks[2:] == ["完成摸底", "每月至少巡查2次", "收到通知后10个工作日内报送名单"]


def test_a_helper_of_no_directory_stays_in_the_words_of_the_task(world: World) -> None:
    html = page_of(world, f"市财政局{AT.year + 1}年3月底前完成资金核查，城投集团配合。")
    assert re.findall(r'name="f\d-action"[^>]*>\s*([^<]*)', html) == ["完成资金核查，城投集团配合"]
    html = page_of(world, f"市财政局{AT.year + 1}年3月底前完成资金核查，市教育局配合。")
    assert re.findall(r'name="f\d-action"[^>]*>\s*([^<]*)', html) == ["完成资金核查"]


def test_a_sentence_asked_of_nobody_is_added_as_its_task(world: World) -> None:
    text = "二、会议要求，要研究解决老旧小区停车难问题。"
    intake = services.bring_in(
        actor=world.actor(LI_MIN), unit_id=world.units["SWB-DC"].pk, text=text, at=AT, title="材料"
    )
    here = reverse("supervision:intake", args=[intake.pk])
    added = world.client(LI_MIN).post(here, {"cards": "0", "add": f"0-{len(text)}"}).content.decode()
    assert re.search(r'name="f1-action"[^>]*>\s*研究解决老旧小区停车难问题<', added)
    assert 'data-cards="1"' in added and "看原句" in added, "its sentence bears its number from now on"


@pytest.mark.parametrize(
    ("words", "written", "told"),
    [
        ("二季度末前", "2026-11-23", "没有写哪一年，读作 2027-06-30，请看一看"),
        ("三季度末前", "2026-11-23", "文中写“三季度末前”，没有推算出哪一天"),
        ("6月底前", "2026-11-23", "没有写哪一年，读作 2027-06-30，请看一看"),
        ("明年6月底前", "2026-11-23", ""),
        ("1月底前", "2026-11-23", ""),
    ],
)
def test_a_day_without_its_year_far_off_in_the_next_is_to_be_looked_at(
    words: str, written: str, told: str
) -> None:
    day = date.fromisoformat(written)
    (duty,) = extract(f"市财政局要{words}完成资金核查。", context_date=day)
    due = duty.due.day(day)
    finding = Finding(lead_id=1, due=due, due_text=duty.due.raw or "", reading={"lead": ["市财政局"]})
    finding.intake = Intake(title="材料")
    said = list(doubts(finding, due, day))
    assert [told in one for one in said] == ([True] if told else [])


@pytest.mark.parametrize(
    ("title", "asked"), [("2027年重点工作任务分解表", True), ("2026年重点工作任务分解表", False)]
)
def test_the_whole_year_of_a_paper_about_the_next_is_to_be_looked_at(title: str, *, asked: bool) -> None:
    due = date(2026, 12, 31)
    finding = Finding(
        lead_id=1, due=due, due_text="全年", reading={"lead": ["市人社局"]}, intake=Intake(title=title)
    )
    assert [("以后年份" in one) for one in doubts(finding, due, date(2026, 11, 20))] == [True] * asked
