"""Who leads and who supports, by the cue that says so."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

ROLES = [
    ("由市发改委牵头，市财政局、市住建局配合，制定实施方案。", ["市发改委"], ["市财政局", "市住建局"]),
    ("市教育局会同市公安局开展校园周边环境整治。", ["市教育局"], ["市公安局"]),
    ("完善应急预案。（市应急局牵头，市水利局、市气象局参与）", ["市应急局"], ["市水利局", "市气象局"]),
    ("完善应急预案。（市应急局、市水利局按职责分工负责）", ["市应急局", "市水利局"], []),
    ("完善应急预案。（牵头单位：市应急局；责任单位：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（责任单位：市应急局、市水利局）", ["市应急局", "市水利局"], []),
    ("完善应急预案。（责任单位：市应急局；配合单位：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（主办：市应急局；会办：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（市应急局指导）", ["市应急局"], []),
    ("请应急局、水利局抓紧修订应急预案。", ["应急局", "水利局"], []),
    ("责成市应急局修订应急预案。", ["市应急局"], []),
    ("市应急局、市水利局等部门要修订应急预案。", ["市应急局", "市水利局"], []),
    ("完善应急预案。（市应急局、市水利局等有关部门负责）", ["市应急局", "市水利局", "有关部门"], []),
    ("市文化和旅游局、市工业和信息化局要制定实施方案。", ["市文化和旅游局", "市工业和信息化局"], []),
    ("各县（市、区）人民政府要制定实施方案。", ["各县（市、区）人民政府"], []),
    ("市委组织部负责制定实施方案。", ["市委组织部"], []),
    ("各有关部门和单位要制定实施方案。", ["各有关部门和单位"], []),
    ("完善应急预案。牵头单位为市应急局，配合单位为市水利局。", ["市应急局"], ["市水利局"]),
    ("市应急局为牵头单位，市水利局为配合单位，制定应急预案。", ["市应急局"], ["市水利局"]),
    ("以市应急局为主，市水利局配合，制定应急预案。", ["市应急局"], ["市水利局"]),
    ("请应急局领衔，水利局协同，制定应急预案。", ["应急局"], ["水利局"]),
    ("完善应急预案（市应急局，各区县）", ["市应急局", "各区县"], []),
    ("松岭镇会同县公安局制定巡逻方案。", ["松岭镇"], ["县公安局"]),
    ("市民政局要会同南湖县、东山县开展一次拉网式走访。", ["市民政局"], ["南湖县", "东山县"]),
    ("“护林”专班每天17时前报告进展。", ["“护林”专班"], []),
    ("驻村工作队和村“两委”要完成入户走访。", ["驻村工作队", "村“两委”"], []),
    ("县政府办综合一股会前1天将材料送参会领导。", ["县政府办综合一股"], []),
    ("区、乡森林消防队伍要制定巡护方案。", ["区、乡森林消防队伍"], []),
    ("各乡（镇、街道）、国有林场接到预警后2小时内要报告处置情况。", ["各乡（镇、街道）", "国有林场"], []),
    ("责成青石乡6月底前拆除违建。", ["青石乡"], []),
    ("青石乡6月底前完成拆除。", ["青石乡"], []),
    ("要求县工业联社、青石林场三家单位自行拆除围墙。", ["县工业联社", "青石林场"], []),
    ("“一河两岸”提升指挥部统筹步道施工，元旦前贯通。", ["“一河两岸”提升指挥部"], []),
    ("安监部在检修期间每班开展反违章检查不少于1次。", ["安监部"], []),
    ("汛期（4月1日至9月30日）各乡镇、县防指成员单位实行24小时值班。", ["各乡镇", "县防指成员单位"], []),
    (
        "由市文旅局牵头，市公安局、蓝天救援队参与，开赛前10日完成演练。",
        ["市文旅局"],
        ["市公安局", "蓝天救援队"],
    ),
    ("县市场监管局：\n请你局于收到本通知后7日内报送办理结果。", ["县市场监管局"], []),
]


def cast(duty: Duty) -> tuple[list[str], list[str]]:
    return [m.text for m in duty.lead], [m.text for m in duty.support]


@pytest.mark.parametrize(("text", "lead", "support"), ROLES)
def test_lead_and_support(text: str, lead: list[str], support: list[str]) -> None:
    (duty,) = extract(text)
    assert cast(duty) == (lead, support)


def test_the_first_named_leads_only_where_the_document_says_so() -> None:
    text = "完善应急预案。（市应急局、市水利局、市气象局负责）"
    (plain,) = extract(text)
    (told,) = extract(text, doc_convention="first_is_lead")
    assert cast(plain) == (["市应急局", "市水利局", "市气象局"], [])
    assert cast(told) == (["市应急局"], ["市水利局", "市气象局"])


def test_a_document_may_state_the_convention_itself() -> None:
    text = (
        "一、完善应急预案。（市应急局、市水利局负责，排在第一位的部门为牵头部门，下同）\n"
        "二、开展应急演练。（市消防支队、市应急局负责）"
    )
    assert [cast(duty) for duty in extract(text)] == [
        (["市应急局"], ["市水利局"]),
        (["市消防支队"], ["市应急局"]),
    ]


def test_every_name_tells_the_cue_that_led_to_it() -> None:
    (duty,) = extract("由市发改委牵头，市财政局配合，制定实施方案。")
    assert [m.span.cue for m in duty.lead] == ["cue.qiantou"]
    assert [m.span.cue for m in duty.support] == ["cue.peihe"]


def test_a_post_is_no_unit_and_answers_in_person() -> None:
    (duty,) = extract("分管副市长每月调度一次。")
    assert duty.lead == ()
    assert [m.text for m in duty.leaders] == ["分管副市长"]


def test_a_person_named_in_a_label_is_a_leader() -> None:
    (duty,) = extract("完善应急预案。\n责任领导：王志强\n牵头单位：市应急局\n完成时限：长期坚持")
    assert [m.text for m in duty.leaders] == ["王志强"]
    assert cast(duty) == (["市应急局"], [])
    assert duty.due.rule == "ongoing"


@pytest.mark.parametrize(
    ("text", "leader", "lead"),
    [
        ("由王副市长牵头，信访局具体负责，两个月内化解到位。", "王副市长", ["信访局"]),
        ("请刘秘书长牵头，市司法局、市住建局研究提出处理意见。", "刘秘书长", ["市司法局", "市住建局"]),
        ("请国强同志牵头，住建局、城管局拿出处置意见，三日内报我。", "国强同志", ["住建局", "城管局"]),
    ],
)
def test_where_a_person_leads_the_unit_does_the_work(text: str, leader: str, lead: list[str]) -> None:
    (duty,) = extract(text)
    assert [m.text for m in duty.leaders] == [leader]
    assert cast(duty) == (lead, [])


def test_a_person_may_lead_units_that_only_join_in() -> None:
    (duty,) = extract("由分管副市长牵头，市教育局、市财政局配合，制定实施方案。")
    assert cast(duty) == ([], ["市教育局", "市财政局"])
    assert [m.text for m in duty.leaders] == ["分管副市长"]


def test_what_a_sum_is_for_belongs_to_the_action() -> None:
    (duty,) = extract("市财政局落实资金2000万元，确保6月底前拨付到位。")
    assert duty.action.text == "落实资金2000万元，确保6月底前拨付到位"
    assert [(t.value, t.unit) for t in duty.targets] == [("2000", "万元")]


def test_the_result_to_report_belongs_to_the_action() -> None:
    (duty,) = extract("请发改委牵头研究，月底前报结果。")
    assert duty.action.text.endswith("月底前报结果")


def test_labels_may_stand_in_one_line_in_any_order() -> None:
    (duty,) = extract(
        "责任单位：市城管局  完成时限：2026年12月31日前  事项：新建公厕20座、改造15座。责任人：张三"
    )
    assert duty.action.text == "新建公厕20座、改造15座"
    assert cast(duty) == (["市城管局"], [])
    assert [m.text for m in duty.leaders] == ["张三"]
    assert duty.due.iso == "2026-12-31"
    assert [(t.value, t.unit) for t in duty.targets] == [("20", "座"), ("15", "座")]


def test_the_time_inside_a_label_is_no_unit() -> None:
    text = "推进相对集中行政许可权改革试点。（牵头单位：州行政审批服务局；责任单位：州司法局、州委编办，6月底完成）"
    (duty,) = extract(text, context_date=date(2026, 2, 22))
    assert [m.text for m in duty.support] == ["州司法局", "州委编办"]


def test_the_first_unit_of_a_label_leads_where_the_document_says_so() -> None:
    text = "力争减轻企业负担200亿元。\n责任单位：市经信局、市财政局、市税务局（列第一位者为牵头单位）"
    (duty,) = extract(text, context_date=date(2020, 5, 22))
    assert [m.text for m in duty.lead] == ["市经信局"]
    assert [m.text for m in duty.support] == ["市财政局", "市税务局"]


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("修复破损路面。（市城管局（牵头）、市住建局）", ["市城管局"], ["市住建局"]),
        (
            "信访事项：供暖不达标。责任单位：市住建局（主责）、东山街道；化解时限：4月30日",
            ["市住建局"],
            ["东山街道"],
        ),
        ("完善应急预案。（市应急局、市水利局（配合））", ["市应急局"], ["市水利局"]),
    ],
)
def test_the_role_may_stand_behind_the_name(text: str, lead: list[str], support: list[str]) -> None:
    (duty,) = extract(text, context_date=date(2026, 3, 20))
    assert cast(duty) == (lead, support)


def test_who_only_joins_in_does_not_lead() -> None:
    duties = extract("技术室配合做好查控系统升级，4月底前完成。", context_date=date(2026, 3, 20))
    assert [cast(duty) for duty in duties] == [([], ["技术室"])]


@pytest.mark.parametrize(
    "text",
    [
        "执行科：逐案建立台账，每周一上午向分管院长报进度。",
        "二、执行科：①4月底前清空积压案件；②每周报送进度。",
        "执行科：1.4月底前清空积压案件；2.每周报送进度。",
    ],
)
def test_who_stands_before_a_colon_owns_what_follows(text: str) -> None:
    duties = extract(text, context_date=date(2026, 3, 20))
    assert duties and {tuple(m.text for m in duty.lead) for duty in duties} == {("执行科",)}


def test_measures_with_days_of_their_own_are_duties_of_their_own() -> None:
    text = "整改措施：（1）修订考勤办法，4月底前完成；（2）清退超发补贴，5月15日前到位。\n责任领导：周建平\n责任科室：人事科"
    duties = extract(text, context_date=date(2026, 3, 20))
    assert [(duty.due.iso, cast(duty)) for duty in duties] == [
        ("2026-04-30", (["人事科"], [])),
        ("2026-05-15", (["人事科"], [])),
    ]


def test_what_is_asked_follows_the_topic_and_the_units() -> None:
    text = "督办事项：码头岸电改造\n主办部门：装备部  协办部门：财务部\n办理要求：5月15日前提出方案。"
    (duty,) = extract(text, context_date=date(2026, 3, 20))
    assert (cast(duty), duty.due.iso) == ((["装备部"], ["财务部"]), "2026-05-15")


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("各乡镇要在12月底前完成渠道清淤不少于40公里。", [("40", "公里")]),
        ("区教育局要确保6月底前入学率不低于98%。", [("98", "%")]),
        ("市住建局年内改造燃气管网180公里、供水管网95公里。", [("180", "公里"), ("95", "公里")]),
        ("民政所要组织不少于2次实战演练。", [("2", "次")]),
        ("市农业农村局要确保粮食总产稳定在9.6亿斤以上。", [("9.6", "亿斤")]),
        ("市住建局6月底前加装电梯120部、惠及居民3400户。", [("120", "部"), ("3400", "户")]),
        ("市住建局要会同12部门6月底前完成整治任务。", []),
    ],
)
def test_numbers_to_reach(text: str, numbers: list[tuple[str, str]]) -> None:
    (duty,) = extract(text, context_date=date(2026, 3, 18))
    assert [(t.value, t.unit) for t in duty.targets] == numbers
