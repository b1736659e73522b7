"""Items and sentences that hold several duties, what belongs to all of them, and what asks for nothing."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

DAY = date(2026, 2, 26)


def told(text: str) -> list[Duty]:
    return extract(text, context_date=DAY)


def test_the_sentences_of_an_item_that_have_days_of_their_own_are_duties_of_their_own() -> None:
    duties = told(
        "15.用好衔接资金。对新识别对象3月10日前落实帮扶责任人。5月底前项目开工率达到100%，"
        "9月底前资金支出进度达到80%以上。（牵头单位：县农业农村局；配合单位：县财政局）"
    )
    assert [duty.due.iso for duty in duties] == ["2026-03-10", "2026-05-31", "2026-09-30"]
    assert {(duty.lead[0].text, duty.support[0].text) for duty in duties} == {("县农业农村局", "县财政局")}


def test_numbered_measures_of_a_record_are_duties_of_their_own() -> None:
    duties = told(
        "整改措施：（1）每半年专题研究不少于1次，形成专题纪要；（2）8月底前对新媒体账号逐一清理登记；"
        "（3）讲座论坛报宣传部备案后举办。责任领导：赵丽华；责任科室：宣传科。"
    )
    assert [(duty.cycle is not None, duty.due.iso) for duty in duties] == [
        (True, None),
        (False, "2026-08-31"),
        (False, None),
    ]
    assert {(duty.lead[0].text, duty.leaders[0].text) for duty in duties} == {("宣传科", "赵丽华")}


def test_a_number_to_reach_and_another_thing_by_a_day_are_two() -> None:
    first, second = told("反诈中心要把劝阻成功率提到96%以上，4月底前完成高校宿舍反诈宣讲全覆盖。")
    assert (first.due.iso, second.due.iso) == (None, "2026-04-30")
    assert [(t.value, t.unit) for t in first.targets] == [("96", "%")]


def test_what_is_said_of_all_before_it_may_go_on_with_another_thing() -> None:
    first, second, third = told(
        "建设部门负责深基坑专项检查；商务部门负责用气安全检查。以上工作3月25日前全部完成，各部门汇总表报市安委办。"
    )
    assert (first.due.iso, second.due.iso) == ("2026-03-25", "2026-03-25")
    assert third.lead[0].text == "各部门"


def test_what_is_counted_is_a_number_to_reach() -> None:
    (duty,) = told("县卫生健康局为每个考点安排1名医生、1辆救护车。")
    assert [(t.value, t.unit) for t in duty.targets] == [("1", "名"), ("1", "辆")]
    (often,) = told("村级林长和护林员每周至少巡林3次。")
    assert [(t.value, t.unit) for t in often.targets] == [("3", "次")]
    assert [m.text for m in often.lead] == ["村级林长", "护林员"]


def test_who_does_what_behind_a_label_is_told_in_sentences() -> None:
    duties = told("责任分工：市生态环境局负责核定清单；市市场监管局负责办理锅炉注销登记。")
    assert [duty.lead[0].text for duty in duties] == ["市生态环境局", "市市场监管局"]


@pytest.mark.parametrize(
    ("text", "leads"),
    [
        ("会议强调，各级各部门要加强巡查排查，完善应急预案。", []),
        ("会议指出，各地各部门要健全工作机制。", []),
        ("会议强调，各级各部门要每周开展一次巡查。", ["各级各部门"]),
        ("会议强调，各乡镇要在4月底前完成排查。", ["各乡镇"]),
        ("会议要求，各级各部门要开展自查，并将结果报市政府。", ["各级各部门"]),
        ("过去一年，我们完成棚户区改造2460套，城镇登记失业率控制在3.6%以内。", []),
    ],
)
def test_what_a_meeting_points_out_to_everybody_asks_for_something_only_with_a_day_or_pace(
    text: str, leads: list[str]
) -> None:
    assert [m.text for duty in told(text) for m in duty.lead] == leads


def test_bodies_named_for_a_cause_and_persons_by_their_bare_names_act() -> None:
    (duty,) = told("由迎接国务院督查工作领导小组提出分工方案，4月10日前报县政府。")
    assert [m.text for m in duty.lead] == ["迎接国务院督查工作领导小组"]
    first, second = told("赵志强包联石门镇王坳村，7月底前补齐账目；田淑芬包联大洼乡前进村，领衔化解纠纷。")
    assert [duty.leaders[0].text for duty in (first, second)] == ["赵志强", "田淑芬"]
    (named,) = told("由副主任 王芳负责，5月底前拿出方案。")
    assert [m.text for m in named.leaders] == ["王芳"]
