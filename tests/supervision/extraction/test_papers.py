"""Habits of real papers: labels and brackets that share out the work, outcomes told along, notices to everybody."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

CONTEXT = date(2026, 3, 20)
Told = tuple[list[str], list[str], str | None]

# What is written, and of each duty who leads, who joins in, and the day or the rule.
SHARED_OUT: list[tuple[str, list[Told]]] = [
    ("完善粮食储备。（市粮储局牵头，市安委会各成员单位分工负责）", [(["市粮储局"], ["市安委会各成员单位"], None)]),
    ("编制防洪预案。（责任单位：市水务局、市应急局按职责分工负责）", [(["市水务局", "市应急局"], [], None)]),
    ("改造渠道12公里。\n责任单位：县水利局牵头，各镇配合", [(["县水利局"], ["各镇"], None)]),
    (
        "1.粮食产量达到60万吨以上。\n分管省领导：周立群\n部门分工：省农业农村厅牵头，省水利厅、各地配合。",
        [(["省农业农村厅"], ["省水利厅", "各地"], None)],
    ),
    ("推进分级诊疗，建立转诊平台。（市卫健委牵头，市医保局参与，持续推进）", [(["市卫健委"], ["市医保局"], "ongoing")]),
    (
        "序号 | 主要任务 | 细化措施 | 牵头单位 | 参与单位 | 责任单位\n"
        "1 | 节水 | 实施节水改造，建成示范区3个。 | 市水利局 | 市发改委 | 各县政府\n"
        "2 | 治污 | 关闭排污口12处。 | 市环保局 | 市住建局 | 各县政府",
        [(["市水利局"], ["市发改委", "各县政府"], None), (["市环保局"], ["市住建局", "各县政府"], None)],
    ),
    (
        "工作任务 | 具体要求 | 责任部门 |\n一、财务公开 | 1.公布预算。 | 财务科 |\n二、网站维护 | 2.更新栏目。 | 办公室 |\n"
        "3.更新公众号。 | 办公室牵头，各科室配合 |",
        [(["财务科"], [], None), (["办公室"], [], None), (["办公室"], ["各科室"], None)],
    ),
]  # fmt: skip

ACTORS: list[tuple[str, list[Told]]] = [
    ("负责组织调查的人民政府应当于收到报告之日起15日内批复。", [(["负责组织调查的人民政府"], [], "P15D after receipt")]),
    ("负责处置的地方和部门要在24小时内举行新闻发布会。", [(["负责处置的地方和部门"], [], "PT24H")]),
    ("护林员发现火情要立即报告镇政府。", [(["护林员"], [], None)]),
    ("县政府值班人员接到报告后，要立即向县领导报告。", [(["县政府值班人员"], [], "immediate")]),
    ("党总支负责组织检查考核学院安全工作。", [(["党总支"], [], None)]),
    ("每月由院感科统计核准后，交信息科统一上报。", [(["院感科"], [], None), (["信息科"], [], None)]),
    ("保洁部门要在窗口部位添加提示标识。", [(["保洁部门"], [], None)]),
    ("现请各部门将已上报的物资进行清理。此项工作于4月9日前完成。", [(["各部门"], [], "2026-04-09")]),
    (
        "建设部门负责在建工程检查；商务部门负责用气安全检查。以上工作9月25日前全部完成。",
        [(["建设部门"], [], "2026-09-25"), (["商务部门"], [], "2026-09-25")],
    ),
    ("各二级学院：\n考试结束一周内完成阅卷和成绩报送。", [(["各二级学院"], [], "P1W after completion")]),
    ("各县（市、区）党委和人民政府要每年制定计划。", [(["各县（市、区）党委和人民政府"], [], None)]),
]  # fmt: skip

SET_BY_HABIT: list[tuple[str, list[Told]]] = [
    ("县住建局为第一责任单位，县城管局为配合单位，6月底前完成改造。", [(["县住建局"], ["县城管局"], "2026-06-30")]),
    ("由县住建局归口管理，各镇具体实施，年底前完成改造。", [(["县住建局"], ["各镇"], "2026-12-31")]),
    ("完成改厕2000户。（县农业农村局，各镇，2026年10月底前）", [(["县农业农村局", "各镇"], [], "2026-10-31")]),
    ("主办科室：综合科 协办科室：财务科 办结时限：5月20日 事项：修订制度", [(["综合科"], ["财务科"], "2026-05-20")]),
    ("请参会单位会后一周内反馈修改意见。", [(["参会单位"], [], "P1W after meeting")]),
    ("办公室于例会召开2日前通知参会人员。", [(["办公室"], [], "P2D before meeting")]),
    ("项目组应在每月第一周提交进度报告。", [(["项目组"], [], "monthly 07")]),
    ("8月10日前所有建议提案全部办结。", [([], [], "2026-08-10")]),
    (
        "各乡镇要每日17时前向县防办报送数据，遇有突发情况立即上报。",
        [(["各乡镇"], [], "daily 17:00"), (["各乡镇"], [], "immediate")],
    ),
    ("（一）动员部署（2026年4月）。各市安委会制定实施方案。", [(["各市安委会"], [], "2026-04-30")]),
    ("各区要于5月底前提交方案，登录系统填报。", [(["各区"], [], "2026-05-31")]),
    ("各中心每季度要进行统计并上报。上报时间分别为4月、7月及次年1月8日前，上报上季度数据。",
     [(["各中心"], [], "2027-01-08")]),
    (
        "工作指标 | 任务清单 | 责任清单 | 时限清单\n1.组织 | 明确防汛责任人 | 党政办 应急站 | 4月底\n"
        " | 明确联络员 | 应急站 | 4月底\n2.机制 | 制定指挥机制 | 应急站 | 5月底",
        [
            (["党政办", "应急站"], [], "2026-04-30"),
            (["应急站"], [], "2026-04-30"),
            (["应急站"], [], "2026-05-31"),
        ],
    ),
]  # fmt: skip

NOTHING_ASKED = (
    "1.环城路贯通。牵头领导：沈国良 责任单位：市交通局 实际完成情况：已于2月29日通车。",
    "交办的2个问题由我单位牵头整改落实。现已完成整改工作，予以公示。",
    "根据评价结果，决定对70家及时企业、63家优秀企业予以通报表彰。",
    "各牵头单位要主动作为，奋发有为，协同配合，形成合力。",
    "各级各部门要坚定不移、不折不扣地推进各项工作。",
    "各地区要尊重发展规律和群众需求，强化系统思维，力戒形式主义。",
    "干部队伍建设总体向好。",
    "第二阶段：社会单位自查和县级政府排查阶段（3个月）",
    "同一单位在24个月内发生的第2起事故，省政府可以提级调查。",
)


ALL = SHARED_OUT + ACTORS + SET_BY_HABIT


def told(duty: Duty) -> Told:
    """Who leads, who joins in, and the day or the rule."""
    due = duty.due.iso or duty.due.rule
    return [m.text for m in duty.lead], [m.text for m in duty.support], due


@pytest.mark.parametrize(("text", "duties"), ALL, ids=[t[:18] for t, _ in ALL])
def test_who_is_told_to_act(text: str, duties: list[Told]) -> None:
    assert [told(duty) for duty in extract(text, context_date=CONTEXT)] == duties


@pytest.mark.parametrize("text", NOTHING_ASKED)
def test_what_is_done_praised_or_exhorted_asks_for_nothing(text: str) -> None:
    assert extract(text, context_date=CONTEXT) == []


def test_a_goal_to_come_that_counts_what_is_built_by_then_is_no_report() -> None:
    (duty,) = extract("到2028年，全市累计建成基站1.2万个，累计新建平台60个以上。", context_date=CONTEXT)
    assert duty.due.iso == "2028-12-31"
    assert [(t.value, t.unit) for t in duty.targets] == [("1.2", "万个"), ("60", "个")]


def test_persons_by_their_bare_names_answer_for_it() -> None:
    (duty,) = extract(
        "经研究，原则通过，由张磊和刘远航根据会议精神修改完善后按时上报。", context_date=CONTEXT
    )
    assert [m.text for m in duty.leaders] == ["张磊", "刘远航"]
    assert duty.lead == ()
