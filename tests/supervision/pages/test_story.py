"""The loop from pasted minutes to the archive, through the pages, with five log-ins."""

from django.urls import reverse
from tests.supervision.pages.steps import (
    another_year,
    bring_in,
    filled,
    minutes,
    open_one,
    paper,
    press,
    see,
    state,
    today,
)
from tests.world import CHEN_LI, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World

from zhongshu.matters.models import Matter
from zhongshu.supervision.models import Directive, Intake


def test_from_minutes_to_the_archive(world: World) -> None:
    limin, wang = world.client(LI_MIN), world.client(WANG_JIANPING)
    directive = _brought_in(world)
    assert "签收" in see(wang, directive)
    press(wang, directive, "signature")
    assert state(directive) == "undertaking"
    press(wang, directive, "progress", text="已完成摸底。", blocker="money")
    assert "卡在“等资金”" in see(limin, directive)
    sent = press(wang, directive, "completion", feedback="方案已印发。", files=paper(),
                 signed_by_id=world.people[ZHOU_QIMING].pk)  # fmt: skip
    assert sent.status_code == 303
    assert state(directive) == "reviewing"
    assert "方案已印发。" in see(limin, directive)
    press(limin, directive, "verification", verdict="accept", opinion="属实。")
    assert state(directive) == "completed"
    press(limin, directive, "closure")
    assert state(directive) == "archived"
    page = see(limin, directive)
    assert "已归档" in page
    assert "验收单.txt" in page
    who = page.partition("谁在办")[2].partition("</section>")[0]
    assert "市财政局" in who and WANG_JIANPING in who, "who supported and who led stays told at the end"
    assert "在谁手里" not in who


def _brought_in(world: World) -> Directive:
    limin = world.client(LI_MIN)
    sent = limin.post(reverse("supervision:intake-new"), {
        "title": "第16次专题会议纪要", "origin": "meeting", "document_date": today().isoformat(),
        "text": minutes(another_year()), "unit_id": world.units["SWB-DC"].pk, "once": "a",
    })  # fmt: skip
    assert sent.status_code == 303
    intake = Intake.objects.get()
    here = reverse("supervision:intake", args=[intake.pk])
    data = filled(limin.get(here).content.decode())
    assert data["f1-lead_id"] == "市发展改革委"
    assert data["f1-support_ids"] == "市财政局"
    data |= {"approver_id": str(world.people[HE_WEI].pk), "aside": "窗口办法另议。"}
    for number in range(1, int(data["cards"]) + 1):
        if not data[f"f{number}-lead_id"]:
            data |= {f"f{number}-no_follow_up": "on", f"f{number}-reason": "属一般性要求。"}
    assert limin.post(here, data).status_code == 303
    assert "2 件已交办" in limin.get(here).content.decode()
    return Directive.objects.get(matter__lead_unit=world.units["FGW"])


def test_the_leader_gets_the_answer_before_the_matter_is_struck_off(world: World) -> None:
    directive = open_one(world, instructed=True)
    limin, wang = world.client(LI_MIN), world.client(WANG_JIANPING)
    press(wang, directive, "signature")
    head = world.people[ZHOU_QIMING].pk
    press(wang, directive, "completion", feedback="已办结。", files=paper(), signed_by_id=head)
    press(limin, directive, "verification", verdict="accept")
    refused = press(limin, directive, "closure")
    assert refused.status_code == 422
    assert "还没有向批示领导回告" in refused.content.decode()
    press(limin, directive, "answer", answer="老旧小区改造方案已印发。")
    assert press(limin, directive, "closure").status_code == 303
    assert "老旧小区改造方案已印发。" in see(world.client(CHEN_LI), directive)


def test_an_extension_keeps_the_original_date_in_sight(world: World) -> None:
    directive = open_one(world)
    wang, hewei = world.client(WANG_JIANPING), world.client(HE_WEI)
    press(wang, directive, "signature")
    later = another_year()
    assert (
        press(wang, directive, "extension", new_due=later.isoformat(), reason="等上级批复。").status_code
        == 303
    )
    assert "审批延期" in see(hewei, directive)
    assert press(hewei, directive, "extension-decision", verdict="grant", opinion="").status_code == 303
    matter = Matter.objects.get(pk=directive.pk)
    assert matter.current_due == later
    page = see(wang, directive)
    assert "原定" in page
    assert f"{later.year} 年" in page


def test_returned_with_a_reason_and_done_again(world: World) -> None:
    directive = open_one(world)
    wang, limin = world.client(WANG_JIANPING), world.client(LI_MIN)
    press(wang, directive, "signature")
    head = world.people[ZHOU_QIMING].pk
    press(wang, directive, "completion", feedback="已办结。", files=paper(), signed_by_id=head)
    silent = press(limin, directive, "verification", verdict="return", opinion="")
    assert silent.status_code == 422
    press(limin, directive, "verification", verdict="return", opinion="缺验收照片。")
    assert state(directive) == "undertaking"
    assert "缺验收照片。" in see(wang, directive)


def test_the_ticked_rows_are_reminded_and_no_others(world: World) -> None:
    first, second = open_one(world), open_one(world, lead="JYJ")
    limin = world.client(LI_MIN)
    limin.post(reverse("supervision:reminders"), {"ref": [first.pk], "once": "k", "back": "?late=1"})
    reminded = dict(Directive.objects.values_list("pk", "reminders"))
    assert reminded == {first.pk: 1, second.pk: 0}


def test_what_could_not_be_reminded_stays_ticked_and_says_why(world: World) -> None:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    press(world.client(WANG_JIANPING), directive, "completion", feedback="已办结。", files=paper(),
          signed_by_id=world.people[ZHOU_QIMING].pk)  # fmt: skip
    sent = world.client(LI_MIN).post(reverse("supervision:reminders"), {"ref": [directive.pk]}, follow=True)
    assert "1 件没有催办" in sent.content.decode()
    assert f"ticked={directive.pk}" in sent.redirect_chain[0][0]


def test_an_intake_without_a_duty_is_kept_and_takes_one_by_hand(world: World) -> None:
    intake = bring_in(world, "会议认为，前一阶段工作取得积极成效，予以肯定。")
    here = reverse("supervision:intake", args=[intake.pk])
    limin = world.client(LI_MIN)
    html = limin.get(here).content.decode()
    assert "没有认出任务" in html
    html = limin.post(here, filled(html) | {"add": "1"}).content.decode()
    data = filled(html) | {
        "f1-action": "报送总结", "f1-lead_id": "市教育局", "approver_id": str(world.people[HE_WEI].pk),
    }  # fmt: skip
    data.pop("add", None)
    assert limin.post(here, data).status_code == 303
    assert Matter.objects.get().lead_unit == world.units["JYJ"]


def test_one_matter_opened_by_hand_from_an_instruction(world: World) -> None:
    data = {
        "t1-title": "核查校舍安全", "t1-requirement": "请教育局牵头核查。", "t1-lead_id": "教育局",
        "t1-support_ids": "市财政局、南湖县", "t1-cycle": "once", "tasks": "1", "handling": "docket",
        "urgency": "1", "importance": "0", "origin": "instruction", "source_title": "陈立秘书长批示",
        "basis": "领导批示", "approver_id": world.people[HE_WEI].pk, "instructed_by_id": world.people[CHEN_LI].pk,
        "instruction_class": "order", "instruction": "请教育局牵头核查。", "instructed_on": today().isoformat(),
        "unit_id": world.units["SWB-DC"].pk, "once": "a",
    }  # fmt: skip
    limin = world.client(LI_MIN)
    for _ in range(2):
        assert limin.post(reverse("supervision:register"), data).status_code == 303
    matter = Matter.objects.get()
    assert matter.lead_unit == world.units["JYJ"]
    assert matter.current_due is not None
    assert "请教育局牵头核查。" in see(world.client(CHEN_LI), matter.directive)
    reading = limin.post(
        reverse("supervision:register"), data | {"instruction_class": "reference", "once": "b"}
    )
    assert reading.status_code == 422
    assert "不立项" in reading.content.decode()
    silent = limin.post(
        reverse("supervision:register"), data | {"instruction": "", "instructed_by_id": "", "once": "c"}
    )
    assert "请选批示领导" in silent.content.decode()
    assert Matter.objects.count() == 1
