"""Notes as leaders and clerks jot them down: called by @, passed on, quoted, one after the other."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

CONTEXT = date(2026, 3, 18)

# What is written, and of each duty who leads, who joins in, and the day or the rule.
NOTES: list[tuple[str, list[tuple[list[str], list[str], str | None]]]] = [
    ("@财政局 @审计局 本周五下班前把使用情况表报到办公室。", [(["财政局", "审计局"], [], "2026-03-20")]),
    ("@李强 落实。", [([], [], None)]),
    ("阅。转市信访局妥处，结果报市委办。", [(["市信访局"], [], None)]),
    ("此件转应急局、气象局，请结合实际抓好贯彻落实，有关情况5月底前报我。", [(["应急局", "气象局"], [], "2026-05-31")]),
    ("拟同意。请财政局核拨经费，审计局跟进监督。", [(["财政局"], [], None), (["审计局"], [], None)]),
    (
        "市长批示：“海洋局认真抓紧整改，市督查室搞好配合。”副市长批示：“已完成20项，请交通局尽快销号。”",
        [(["海洋局"], ["市督查室"], None), (["交通局"], [], "asap")],
    ),
    (
        "杨书记最后要求，办公室本周内把42个问题分到人头，工程部、市场部两个部门下周一拿出方案，到党委会上说明情况。",
        [(["办公室"], [], "2026-03-22"), (["工程部", "市场部"], [], "2026-03-23")],
    ),
    ("县防指要求：各乡镇19时前完成转移；县文旅局关闭涉水景区；县融媒体中心滚动播发预警。",
     [(["各乡镇"], [], "2026-03-18"), (["县文旅局"], [], None), (["县融媒体中心"], [], None)]),
    ("董事会要求经营层在三季度内完成处置。", [(["经营层"], [], "2026-09-30")]),
    ("研究生招生宣传——招生办拿方案，下周五的会上讨论。", [(["招生办"], [], "2026-03-27")]),
    ("★督办事项：滨河路积水点改造  主责：市城管局  协办：市水务局  时限：汛期前  要求：彻底消除",
     [(["市城管局"], ["市水务局"], "before 汛期")]),
    ("【任务】完成窗口人员轮训  【责任单位】行政审批局  【时限】4月30日", [(["行政审批局"], [], "2026-04-30")]),
    ("办好“春风行动”。市人社局要在3月底前办会（牵头：市人社局；配合：市总工会）。",
     [(["市人社局"], ["市总工会"], "2026-03-31")]),
]  # fmt: skip

PERSONS: list[tuple[str, list[str], list[str]]] = [
    ("请教育局张局长牵头拿出意见，下周一报我。", ["教育局"], ["张局长"]),
    ("请昭阳区政府李致远同志牵头，4月30日前解决停水问题。", ["昭阳区政府"], ["李致远"]),
    ("分管副区长刘建平每周调度一次。", [], ["刘建平"]),
    ("由李强同志牵头，4月底前形成方案。", [], ["李强"]),
    ("由副县长王强负责，县水务局具体承办，确保5月底前通水。", ["县水务局"], ["王强"]),
    ("党组书记对巡察整改负总责。", ["党组书记"], ["党组书记"]),
    ("请各单位于4月10日前将方案报分管副县长审定。", ["各单位"], ["分管副县长"]),
    ("张沟村：①4月底前完成防水（责任人：支书张有福，包村干部小杨）；", ["张沟村"], ["张有福", "小杨"]),
    (
        "包案领导：区委常委、副区长沈涛；责任单位：区信访局；事项：化解老旧小区积案；化解时限：4月底前。",
        ["区信访局"],
        ["沈涛"],
    ),
]

# Rules of procedure, minutes of schools, hospitals and enterprises: who leads, who joins in, the day or rule.
HOUSES: list[tuple[str, list[tuple[list[str], list[str], str | None]]]] = [
    ("第九条 单位录用职工的，应当自录用之日起30日内办理缴存登记。", [(["单位"], [], "P30D after event")]),
    ("第六条 企业发生生产安全事故的，应当在2小时内电话报告市国资委。", [(["企业"], [], "PT2H")]),
    ("议题材料由汇报单位在会议召开3个工作日前送办公室。", [(["汇报单位"], [], "P3WD before meeting")]),
    ("民政部门会同消防、市场监管部门逐家检查，4月底前建立清单。",
     [(["民政部门"], ["消防", "市场监管部门"], "2026-04-30")]),
    ("请县商务局牵头，会同县市场监管局、城关镇，月底前拿出意见。",
     [(["县商务局"], ["县市场监管局", "城关镇"], "2026-03-31")]),
    ("信息科为牵头科室，医务科、护理部配合，12月28日零点完成切换。",
     [(["信息科"], ["医务科", "护理部"], "2026-12-28")]),
    ("批示内容：转县水利局。汛期将至，要逐座核查小水库，6月15日前书面反馈。", [(["县水利局"], [], "2026-06-15")]),
    ("县水利局成立技术服务组，每旬通报一次进度。", [(["县水利局"], [], None)]),
    ("各包村干部今晚全部到岗到位。", [(["各包村干部"], [], "2026-03-18")]),
    ("禁烧期间（9月15日至11月10日）各村要每日17时前向镇禁烧办报告情况。", [(["各村"], [], "daily 17:00")]),
    ("推动成片开发，开工建设测试基地，建成投用省实验室，力争3号线年内通车试运行。",
     [([], [], None), ([], [], None), ([], [], "2026-12-31")]),
    ("我局对你单位预算执行进行了审计。请于收到本函之日起60日内整改到位。", [(["你单位"], [], "P60D after receipt")]),
    ("由安环部主办，设备部、运行部会办，4月10日前完成拉网检查。", [(["安环部"], ["设备部", "运行部"], "2026-04-10")]),
    ("县水利局即刻启用预泄方案；沿河各乡镇今夜24时前完成转移。",
     [(["县水利局"], [], "immediate"), (["沿河各乡镇"], [], "2026-03-18")]),
    ("物业科督促物业企业清理地下车库，明早10时前报结果。", [(["物业科"], [], "2026-03-19")]),
    ("请各村会计本周五下班前填好表发到农经站邮箱。", [(["各村会计"], [], "2026-03-20")]),
    ("陈秘书长批示：“请大数据中心会同财政局速研，三天内报我。”", [(["大数据中心"], ["财政局"], "2026-03-21")]),
    ("开展专项整治\n|\n牵头科室：消保科\n|\n配合单位：法规科、各分局\n|\n11月底前",
     [(["消保科"], ["法规科", "各分局"], "2026-11-30")]),
    ("项目\t责任单位\t本月任务\t时限\n东环路\t市交通局\t完成桥梁架设2跨\t5月28日\n物流园\t市商务局\t主体封顶\t5月底",
     [(["市交通局"], [], "2026-05-28"), (["市商务局"], [], "2026-05-31")]),
    ("各网格长每日巡查不少于1次。", [(["各网格长"], [], None)]),
    ("第三季度末前，市属各医院全部接入互认平台。", [(["市属各医院"], [], "2026-09-30")]),
    ("问题四：部分污水处理厂进水浓度偏低。\n责任单位：各县政府\n整改目标：到2026年底，平均负荷率达到60%以上。",
     [(["各县政府"], [], "2026-12-31")]),
]  # fmt: skip


def told(duty: Duty) -> tuple[list[str], list[str], str | None]:
    """Who leads, who joins in, and the day or the rule."""
    due = duty.due.iso or duty.due.rule
    return [m.text for m in duty.lead], [m.text for m in duty.support], due


@pytest.mark.parametrize(("text", "duties"), NOTES, ids=[text[:16] for text, _ in NOTES])
def test_a_note_is_read_as_its_writer_meant(
    text: str, duties: list[tuple[list[str], list[str], str | None]]
) -> None:
    assert [told(duty) for duty in extract(text, context_date=CONTEXT)] == duties


@pytest.mark.parametrize(("text", "duties"), HOUSES, ids=[text[:16] for text, _ in HOUSES])
def test_papers_of_every_kind_of_house(
    text: str, duties: list[tuple[list[str], list[str], str | None]]
) -> None:
    assert [told(duty) for duty in extract(text, context_date=CONTEXT)] == duties


@pytest.mark.parametrize(("text", "lead", "leaders"), PERSONS, ids=[text[:16] for text, *_ in PERSONS])
def test_a_person_answers_and_a_unit_leads(text: str, lead: list[str], leaders: list[str]) -> None:
    (duty,) = extract(text, context_date=CONTEXT)
    assert ([m.text for m in duty.lead], [m.text for m in duty.leaders]) == (lead, leaders)


def test_whom_to_ring_is_no_part_of_what_is_to_be_done() -> None:
    (duty,) = extract("各单位要将名单报市委办公室（联系人：钱晓）。", context_date=CONTEXT)
    assert duty.action.text == "名单报市委办公室"


def test_who_is_called_by_name_answers_in_person() -> None:
    (duty,) = extract("@李强 落实。", context_date=CONTEXT)
    assert [m.text for m in duty.leaders] == ["李强"]


@pytest.mark.parametrize(
    "text",
    [
        "总指挥：陈志远 市委副书记、市长\n副总指挥：吴海涛 副市长\n成员：李斌 市水利局局长\n赵永红 市应急管理局局长",
        "3月17日，代市长对海洋督察整改工作作出批示。",
        "一年来，新签约项目43个，完成高标准农田建设5.6万亩。",
        "因火灾导致基本生活严重困难的，可一次性给予救助。",
        "各地区要结合实际抓好本措施贯彻落实，坚决防止层层加码。",
        "澜州市重点工作任务分解表",
        "3月10日，市政府召开专题会议，研究高铁南站片区开发有关问题。",
        "近期病毒活动水平持续上升，儿科就诊压力较大。",
        "现将审议意见转你单位研究处理。",
        "末端处置能力缺口约每日120吨。",
    ],
)
def test_nobody_is_told_to_do_anything(text: str) -> None:
    assert extract(text, context_date=CONTEXT) == []
