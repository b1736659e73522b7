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


def test_what_is_listed_behind_a_request_is_asked_of_the_same() -> None:
    first, second, third = told(
        "请贵局协助做好以下工作：一是在7月31日前完成控规调整；二是会同县水利局对洪水影响评价进行技术指导；三是反馈指标情况。"
    )
    assert {m.text for duty in (first, second, third) for m in duty.lead} == {"贵局"}
    assert [m.text for m in second.support] == ["县水利局"]


def test_what_stands_under_a_number_of_its_own_takes_nothing_from_those_before() -> None:
    *_, last = told(
        "六、建立通报机制。市法院每半年召开一次联席会议。七、推行指导令。市妇联负责组织指导师跟进服务。"
        "八、完善法治副校长制度，2026年8月底前实现配备率100%。（市检察院、市教育局负责）"
    )
    assert (last.cycle, last.due.iso) == (None, "2026-08-31")


def test_the_measures_below_a_record_are_led_by_those_it_names() -> None:
    duties = told(
        "问题三：污水处理厂超负荷运行。\n责任单位：黛溪镇人民政府\n配合单位：区住建局\n责任人：陆知行\n"
        "整改目标：2026年6月底前完成扩容。\n整改措施：1.2026年4月底前完成可研批复。2.年底前新建管网9.6公里。3.区环保局每周监测一次。"
    )
    assert [duty.lead[0].text for duty in duties] == [*["黛溪镇人民政府"] * 3, "区环保局"]
    assert [m.text for m in duties[1].leaders] == ["陆知行"]


def test_who_is_put_in_charge_answers_for_what_follows() -> None:
    (duty,) = told("（一）专项执行。由执行局负责，分管领导：严牧之。对案件逐案排查，10月20日前建立台账。")
    assert ([m.text for m in duty.lead], [m.text for m in duty.leaders]) == (["执行局"], ["严牧之"])


def test_a_thing_assigned_whole_is_a_duty_whoever_joins_in() -> None:
    (duty,) = told("第27号建议由市住建局主办，市自然资源局、市财政局会办。")
    assert [m.text for m in duty.support] == ["市自然资源局", "市财政局"]
    assert told("由市住建局牵头，市财政局配合。") == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("请县水利局查清原因，周五前报我。类似点位全县有几处，一并摸清楚。", ["县水利局"]),
        ("涉校警情由110指挥中心即派即出，5分钟内到场。", ["110指挥中心"]),
        ("实验室与设备管理处负责安全隐患排查。", ["实验室与设备管理处"]),
        ("各地区、各部门特别是重点地区人民政府，要于4月底前制定应急预案。", ["各地区", "各部门"]),
        ("县住建局分管副局长为第一责任人，9月底前要完成主干管网铺设。", ["县住建局"]),
    ],
)
def test_who_acts_in_the_last_sentence(text: str, lead: list[str]) -> None:
    assert [m.text for m in told(text)[-1].lead] == lead


def test_a_period_goes_on_from_the_day_of_issue_told_before_it() -> None:
    first, second = told("本方案自印发之日起30日内，各乡镇制定细化措施；60日内建立台账。")
    assert (first.due.iso, second.due.iso) == ("2026-03-28", "2026-04-27")
