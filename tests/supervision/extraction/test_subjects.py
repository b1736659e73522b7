"""Who acts: bodies that no ending of a name gives away, persons in a row, units told by a word before them."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

DAY = date(2026, 3, 20)


def leads(text: str) -> list[list[str]]:
    return [[m.text for m in duty.lead] for duty in extract(text, context_date=DAY)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("村“两委”要建立巡查台账。", ["村“两委”"]),
        ("用水大户应当于4月底前完成计量设施安装。", ["用水大户"]),
        ("物业服务人必须在小区显著位置公示收费标准。", ["物业服务人"]),
        ("代建方要倒排工期，确保主体工程8月底前封顶。", ["代建方"]),
        ("楼栋长、网格员要及时上报独居老人情况。", ["楼栋长", "网格员"]),
        ("督查人员要跟踪督办，及时报告进展。", ["督查人员"]),
        ("制定机关、实施机关要定期对实施情况进行评估。", ["制定机关", "实施机关"]),
    ],
)
def test_whoever_stands_before_a_word_of_duty_acts(text: str, lead: list[str]) -> None:
    assert leads(text) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "专项资金要专款专用，任何人不得挪用。",
        "信息报送要及时准确，杜绝迟报漏报。",
        "公文处理要规范高效，文风要简洁朴实。",
        "主要任务是抓好落实，要点是统筹兼顾。",
        "市督导办公室已收到办理回复120个，相关承办单位正在抓紧办理。",
        "市委、市政府高度重视城南地区发展。",
        "会上，市水务局通报了工作情况，各县区负责人参加会议。",
    ],
)
def test_things_do_not_act_and_reports_are_no_duties(text: str) -> None:
    assert leads(text) == []


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("请各乡镇、县直各单位紧扣目标，细化工作任务。", ["各乡镇", "县直各单位"], []),
        ("由国土资源部会同农业部等部门负责落实。", ["国土资源部"], ["农业部"]),
        ("由行业主管部门牵头、属地镇街配合，对自建房逐栋排查。", ["行业主管部门"], ["属地镇街"]),
        ("转市信访局阅处，处理情况4月10日前书面报市委办。", ["市信访局"], []),
        ("请市应急局、市消防支队联合开展一次排查，3月25日前将结果报我。", ["市应急局", "市消防支队"], []),
    ],
)
def test_a_word_before_the_names_says_who(text: str, lead: list[str], support: list[str]) -> None:
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.lead] == lead
    assert [m.text for m in duty.support] == support


def test_heads_act_for_the_unit_just_named() -> None:
    (duty,) = extract("各企业要落实主体责任。主要负责人每月至少带队检查一次。", context_date=DAY)
    assert [m.text for m in duty.lead] == ["各企业"]
    assert [m.text for m in duty.leaders] == ["主要负责人"]


def test_a_list_of_works_is_a_duty_for_each() -> None:
    found = extract("建成养老服务综合体20个；新建城市公园30个。", context_date=DAY)
    assert [d.action.text for d in found] == ["建成养老服务综合体20个", "新建城市公园30个"]


def test_a_bare_predicate_keeps_its_object() -> None:
    (duty,) = extract("窗口延时服务补贴办法由市人社局研究制定。", context_date=DAY)
    assert duty.action.text == "窗口延时服务补贴办法由市人社局研究制定"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("市政府督查室应对各单位落实情况进行督查。", ["市政府督查室"]),
        ("18.市园林绿化局：依据职能做好城市绿地管护方面的工作。", ["市园林绿化局"]),
        ("由河北、江苏两省进行复核，在11月10日前答复。", ["河北", "江苏"]),
        ("电力、教育、城市燃气等其他行业领域要制定工作方案。", ["电力", "教育", "城市燃气"]),
        ("县（市）级河湖长每季度巡查不少于1次。", ["县（市）级河湖长"]),
        ("你省要抓紧制定实施方案。", ["你省"]),
        ("浙江省应急管理厅要制定演练计划。", ["浙江省应急管理厅"]),
        ("要求水务部门牵头，根据本次会议精神修改完善方案。", ["水务部门"]),
        ("请国土会同发改、财政等部门，在半个月之内制定收费标准。", ["国土"]),
        ("下步各有关部门要建立项目台账。", ["各有关部门"]),
        ("兼职档案员需每周汇总收集到的文件材料，并建立清单。", ["兼职档案员"]),
        ("所在单位应在一月内将名单报委员会办公室备案。", ["所在单位"]),
    ],
)
def test_who_acts_is_read_whole(text: str, lead: list[str]) -> None:
    assert leads(text) == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "引导一批高水平工科学校举办职业技术师范教育。",
        "满足部门联合双随机抽查需求。",
        "带动各级政府、企业建设一批资源共享的实训基地。",
        "化学需氧量排放有所减少。",
        "13日上午，卫计局召开创建国家卫生城市专题会。",
        "压缩企业管理层级，规范企业名称。",
        "各相关单位要通力协作，形成齐心干事的浓厚氛围。",
        "各级政府要切实肩负起维护国家粮食安全的政治责任。",
        "集中参加省国土勘测规划院对数据库及文本的审查。",
        "你省请求国家加大对电厂建设的支持力度。",
        "各村要积极配合，共同抓好各项整治工作。",
        "各责任村要落实专人负责，强力推进各项问题的整改落实。",
        "各部门分别负责相应工作。",
    ],
)
def test_a_verb_opens_no_name_and_effort_at_any_work_is_no_duty(text: str) -> None:
    assert leads(text) == []


def test_what_must_be_goes_on_with_the_actor_before() -> None:
    text = "各承办单位应于三个月内办理完毕。个别难度大不能如期答复的，应事先向交办机关说明理由。"
    assert leads(text) == [["各承办单位"], ["各承办单位"]]


def test_an_actor_does_not_go_on_where_a_thing_is_spoken_of() -> None:
    text = "承办单位应及时向市政府督查室说明情况。所有建议、提案须在9月30日前办理完毕。"
    assert leads(text) == [["承办单位"], []]


def test_a_line_that_only_assigns_belongs_to_the_item_above() -> None:
    (duty,) = extract("按月公开全市财政收支情况，解读增减变化原因。\n市财政局牵头落实", context_date=DAY)
    assert duty.action.text.startswith("按月公开全市财政收支情况")
    assert [m.text for m in duty.lead] == ["市财政局"]


def test_a_campaign_is_no_bank_that_joins_in() -> None:
    text = "市人社局会同市住建局、市公安局开展根治欠薪专项行动，12月15日前报送工作总结。"
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.support] == ["市住建局", "市公安局"]
    assert duty.action.text.startswith("开展根治欠薪专项行动")
