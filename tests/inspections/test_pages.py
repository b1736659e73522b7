"""Inspections on their pages: planned, approved, worked at, concluded, reviewed by the people whose turn it is."""

import re
from datetime import timedelta
from io import BytesIO
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from openpyxl import load_workbook

from tests.inspections import story
from tests.world import CHEN_LI, HE_WEI, LI_MIN, SHEN_JING, WANG_JIANPING, ZHENG_GUODONG, ZHOU_QIMING, World
from zhongshu.inspections.models import Conclusion, Designation, Finding, Inspection, Settled, Standing
from zhongshu.kernel.clock import local_day, now
from zhongshu.platform.journal import queries as journal
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db


def said(answer: Any) -> str:
    return re.sub(r"\s+", " ", answer.content.decode())


def sent(world: World, by: str, name: str, ref: int, **data: Any) -> Any:
    """What the house answers to a form; a deed done leads on."""
    return world.client(by).post(reverse(f"inspections:{name}", args=[ref]), data)


def done(answer: Any) -> str:
    assert answer.status_code == 303, said(answer)
    return str(answer.url)


def filled(**changes: Any) -> dict[str, Any]:
    """A plan as it is typed, for the two weeks from today, whatever day the test runs on."""
    today = local_day(now())
    given = {
        "title": "重点项目专项督查", "kind": "special", "content": "是否按期开工。", "unit_ids": "市发展改革委",
        "scope": "2026年重点项目", "basis": "市委主要领导批示", "starts_on": today.isoformat(),
        "ends_on": (today + timedelta(days=14)).isoformat(), "member_ids": f"{LI_MIN}、{SHEN_JING}", "leader_id": LI_MIN,
    }  # fmt: skip
    return {**given, **changes}


def planned(world: World, by: str = LI_MIN, **changes: Any) -> Any:
    desk = world.units["SWB-DC"].pk
    approver = world.people[HE_WEI].pk
    data = filled(**{"desk_id": desk, "approver_id": approver, **changes})
    return sent(world, by, "inspection-new", world.units["SWB"].pk, **data)


def test_from_the_plan_to_the_review(world: World) -> None:
    page = done(planned(world))
    one = Inspection.objects.get()
    assert page == reverse("inspections:inspection", args=[one.pk])
    done(sent(world, HE_WEI, "approve", one.pk, leader_id=world.people[LI_MIN].pk))
    today, fgw = local_day(now()).isoformat(), world.units["FGW"].pk
    shot = SimpleUploadedFile("现场.txt", "没有开工".encode())
    step = {
        "method": "visit",
        "on": today,
        "place": "产业园",
        "note": "看了现场。",
        "files": shot,
        "unit_id": fgw,
    }
    done(sent(world, LI_MIN, "record_step", one.pk, person_ids=[world.people[LI_MIN].pk], **step))
    for text in ("厂房项目没有开工。", "台账缺两页。"):
        done(sent(world, LI_MIN, "note_finding", one.pk, unit_id=fgw, text=text))
    shown = said(world.client(LI_MIN).get(page))
    assert "还有 2 个问题没有处理" in shown and "现场.txt" in shown
    assert reverse("inspections:feed_back", args=[one.pk]) not in shown
    first, second = Finding.objects.all()
    opening = {
        "how": "open",
        "title": "厂房项目开工",
        "approver_id": world.people[HE_WEI].pk,
        "basis": "督查",
    }
    done(sent(world, LI_MIN, "finding", first.pk, desk_id=world.units["SWB-DC"].pk, **opening))
    done(sent(world, LI_MIN, "finding", second.pk, how="leave", reason="当场补齐。"))
    directive = Directive.objects.get()
    traced = said(world.client(LI_MIN).get(reverse("supervision:directive", args=[directive.pk])))
    assert page in traced
    assert reverse("inspections:feed_back", args=[one.pk]) in said(world.client(LI_MIN).get(page))
    done(sent(world, LI_MIN, "feed_back", one.pk, **{f"unit_{fgw}": "一个项目没有开工。"}))
    told = Conclusion.objects.get()
    own = reverse("inspections:conclusion", args=[told.pk])
    mine = said(world.client(ZHOU_QIMING).get(own))
    assert "一个项目没有开工。" in mine and "当场补齐。" in mine and page not in mine
    assert own in said(world.client(WANG_JIANPING).get(reverse("portal:home")))
    done(sent(world, ZHOU_QIMING, "ask_review", told.pk, reason="已批准缓建。"))
    asked = said(world.client(HE_WEI).get(reverse("inspections:decide_review", args=[told.pk])))
    assert asked.count("一个项目没有开工。") == 2 and "已批准缓建。" in asked  # to be read, and to be changed
    words = {"outcome": "changed", "opinion": "批准文件属实。", "text": "项目已批准缓建。"}
    done(sent(world, HE_WEI, "decide_review", told.pk, **words))
    assert Conclusion.objects.get().standing == Standing.CHANGED
    assert "项目已批准缓建。" in said(world.client(ZHOU_QIMING).get(own))


class TestForms:
    def test_a_plan_is_told_what_is_wrong_beside_the_field(self, world: World) -> None:
        answer = planned(world, leader_id=CHEN_LI)
        assert answer.status_code == 422 and "有且只有一名组长" in said(answer)
        answer = planned(world, member_ids=f"{LI_MIN}、{WANG_JIANPING}")
        assert "是被督查单位的人" in said(answer)
        assert "没有找到" in said(planned(world, member_ids="张三丰"))
        assert not Inspection.objects.exists()

    def test_a_department_plans_on_its_paper(self, world: World) -> None:
        today = local_day(now())
        paper = SimpleUploadedFile("指定函.txt", "指定".encode())
        given = {
            "unit_id": "市财政局", "matter": "重点项目资金", "unit_ids": "市发展改革委", "scope": "2026年项目",
            "duty": "核实使用", "starts_on": today.isoformat(), "ends_on": (today + timedelta(days=30)).isoformat(),
            "paper": "委办函〔2026〕8号",
        }  # fmt: skip
        answer = sent(world, CHEN_LI, "designation-new", world.units["SWB"].pk, **given)
        assert "请上传书面指定的文件" in said(answer)
        done(sent(world, CHEN_LI, "designation-new", world.units["SWB"].pk, files=paper, **given))
        one = Designation.objects.get()
        listed = said(world.client(ZHENG_GUODONG).get(reverse("inspections:designations")))
        assert "委办函〔2026〕8号" in listed
        start = said(world.client(ZHENG_GUODONG).get(reverse("inspections:inspections")))
        assert reverse("inspections:inspection-new", args=[world.units["SWB"].pk]) in start
        told = {"desk_id": world.units["CZJ"].pk, "designation_id": one.pk}
        team = {"member_ids": ZHENG_GUODONG, "leader_id": ZHENG_GUODONG}
        page = done(planned(world, ZHENG_GUODONG, **told, **team))
        assert "委办函〔2026〕8号" in said(world.client(ZHENG_GUODONG).get(page))

    def test_a_team_is_changed_and_an_inspection_stopped(self, world: World) -> None:
        one = story.running(world)
        done(
            sent(
                world,
                CHEN_LI,
                "change_team",
                one.pk,
                member_ids=SHEN_JING,
                leader_id=SHEN_JING,
                reason="换人。",
            )
        )
        assert [str(member) for member in one.members.all()] == [SHEN_JING]
        done(sent(world, CHEN_LI, "stop", one.pk, reason="并入综合督查。"))
        assert "并入综合督查。" in said(
            world.client(LI_MIN).get(reverse("inspections:inspection", args=[one.pk]))
        )

    def test_the_leader_who_does_not_supervise_leaves_or_joins(self, world: World) -> None:
        finding = story.found(world, story.running(world, leader=SHEN_JING))
        form = said(world.client(SHEN_JING).get(reverse("inspections:finding", args=[finding.pk])))
        assert 'value="leave"' in form and 'value="open"' not in form
        answer = sent(world, SHEN_JING, "finding", finding.pk, how="leave", reason="")
        assert answer.status_code == 422
        done(sent(world, SHEN_JING, "finding", finding.pk, how="leave", reason="当场改正。"))
        finding.refresh_from_db()
        assert finding.settled == Settled.NO_FOLLOW_UP

    def test_what_is_asked_goes_with_the_way_that_is_chosen(self, world: World) -> None:
        finding = story.found(world, story.running(world))
        form = said(world.client(LI_MIN).get(reverse("inspections:finding", args=[finding.pk])))
        shown = dict(re.findall(r'class="fld (way way-\d)[^>]*><label for="id_(\w+)"', form, re.ASCII))
        assert set(shown) == {"way way-1", "way way-2", "way way-3"} and 'class="fld ways' in form
        told = {"how": "leave", "reason": "当场改正。", "due": "不是日期"}
        done(sent(world, LI_MIN, "finding", finding.pk, **told))

    def test_a_unit_accepts_its_conclusion(self, world: World) -> None:
        told = story.fed_back(world)
        done(sent(world, WANG_JIANPING, "accept_conclusion", told.pk))
        assert Conclusion.objects.get().standing == Standing.FINAL


class TestLists:
    def test_they_are_narrowed_by_the_address(self, world: World) -> None:
        story.running(world)
        client, url = world.client(LI_MIN), reverse("inspections:inspections")
        for query, there in (
            ("", True), ("?state=running", True), ("?state=planned", False), ("?kind=special&text=开工", True),
            ("?text=市发展改革委", True), ("?text=市财政局", False), ("?kind=nonsense", True),
        ):  # fmt: skip
            assert ("重点项目开工情况" in said(client.get(url + query))) is there, query

    def test_a_conclusion_is_found_by_its_standing(self, world: World) -> None:
        story.fed_back(world)
        client, url = world.client(ZHOU_QIMING), reverse("inspections:conclusions")
        assert "市委办公室督结〔2026〕1号" in said(client.get(f"{url}?state=fed_back&text=发展"))
        assert "没有符合条件的" in said(client.get(f"{url}?state=upheld"))

    def test_they_go_to_excel_and_into_the_journal(self, world: World) -> None:
        story.fed_back(world)
        for name, by, cell in (("export", LI_MIN, LI_MIN), ("conclusions-export", ZHOU_QIMING, "可申请复核")):
            answer = world.client(by).get(reverse(f"inspections:{name}"))
            sheet = load_workbook(BytesIO(b"".join(answer.streaming_content))).active
            assert sheet is not None
            cells = [str(value) for row in sheet.iter_rows(values_only=True) for value in row]
            assert any(cell in one for one in cells)
            (entry,) = journal.timeline(f"export:{world.people[by].pk}")
            assert entry.verb == "inspections.exported" and entry.facts["rows"] == 1

    def test_a_page_of_the_list_asks_the_same_whatever_it_holds(
        self, world: World, django_assert_max_num_queries: Any
    ) -> None:
        for number in range(3):
            story.planned(world, title=f"第{number}次督查")
        client = world.client(LI_MIN)
        client.get(reverse("inspections:inspections"))
        with django_assert_max_num_queries(14):
            client.get(reverse("inspections:inspections"))
