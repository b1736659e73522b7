"""Columns that tell something else because of the one beside them, and persons who stand beside their unit."""

from pathlib import Path

import pytest

from tests.supervision.ledgers.paper import Paper
from zhongshu.supervision.ledgers import read_ledger
from zhongshu.supervision.ledgers.marks import progress_withdraws
from zhongshu.supervision.ledgers.people import people_told


def days(folder: Path, limit: str, done: str) -> list[str | None]:
    p = Paper("整改")
    p.put("序号", "整改措施", "责任科室", limit, done, "整改进展")
    p.put(1, "修订护理记录制度", "护理部", "2026年4月30日", "2026年4月2日", "已印发")
    p.put(2, "更换灭菌器", "设备科", "2026年9月30日", None, "询价")
    return [m.due for m in read_ledger(p.save(folder, "days"))]


@pytest.mark.parametrize("done", ["完成日期", "完成时间", "实际完成日期", "办结日期"])
def test_beside_a_limit_a_day_is_when_it_was_done(tmp_path: Path, done: str) -> None:
    assert days(tmp_path, "整改期限", done) == ["2026-04-30", "2026-09-30"]


def test_without_a_limit_the_day_is_the_deadline(tmp_path: Path) -> None:
    assert days(tmp_path, "交办日期", "完成日期") == ["2026-04-02", None]


def test_stages_beside_the_progress_are_the_plan(tmp_path: Path) -> None:
    p = Paper("实事")
    p.put("序号", "实事名称", "责任单位", "一季度", "二季度", "三、四季度", "推进情况")
    p.put(1, "建成口袋公园15个", "区园林中心", "设计", "开工6个", "全部建成", "建成7个")
    p.put(2, "加装电梯120台", "区住建局", "签约", "40台", "120台", None)
    assert [m.progress for m in read_ledger(p.save(tmp_path, "stages"))] == ["建成7个", ""]


def test_sums_are_no_progress_beside_words(tmp_path: Path) -> None:
    p = Paper("项目")
    p.put("序号", "项目名称", "年度投资", "1—5月完成投资", "责任单位", "形象进度")
    p.put("一、产业项目（2个）", None, 90000, 31000)
    p.put(1, "建设冷链物流园", 50000, 21000, "县商务局", "主体封顶")
    p.put(2, "扩建木业加工区", 40000, 10000, "县林业局", "土方开挖")
    p.put("二、民生项目（1个）", None, 6000, 900)
    p.put(3, "改造县中医院门诊楼", 6000, 900, "县卫健局", "招标")
    found = list(read_ledger(p.save(tmp_path, "sums")))
    assert [m.progress for m in found] == ["主体封顶", "土方开挖", "招标"]
    assert [m.category for m in found] == ["产业项目", "产业项目", "民生项目"]


@pytest.mark.parametrize(
    "headings",
    [
        ("一季度", "二季度"),
        ("1—3月", "4月"),
        ("5月进展", "6月进展"),
        ("截至5月底进展情况", "截至6月底进展情况"),
        ("上周进展", "本周进展"),
        ("第1周", "第2周"),
        ("7.1-7.7", "7.8-7.14"),
    ],
)
def test_stages_alone_are_the_progress_and_the_last_one_filled_holds(
    headings: tuple[str, str], tmp_path: Path
) -> None:
    p = Paper("实事")
    p.put("序号", "实事名称", "责任单位", *headings)
    p.put(1, "建成口袋公园15个", "区园林中心", "完成设计并报审", "已开工建设6个")
    p.put(2, "新建停车位200个", "区城管局", "签订合同", None)
    assert [m.progress for m in read_ledger(p.save(tmp_path, "alone"))] == ["已开工建设6个", "签订合同"]


@pytest.mark.parametrize(
    ("former", "now", "told"),
    [
        ("上期进展", "最新进展", ["已开工6个", "签订合同"]),
        ("上次进展情况", "目前进展", ["已开工6个", "签订合同"]),
        ("上期进展（存档）", "最新进展", ["已开工6个", ""]),
        ("历史进展", "进展情况", ["已开工6个", ""]),
    ],
)
def test_how_far_it_was_gives_way_to_how_far_it_is(
    former: str, now: str, told: list[str], tmp_path: Path
) -> None:
    p = Paper("台账")
    p.put("序号", "重点工作", former, "责任单位", "完成时限", now)
    p.put(1, "建成口袋公园15个", "完成设计", "区园林中心", "6月底", "已开工6个")
    p.put(2, "新建停车位200个", "签订合同", "区城管局", "9月底", None)
    assert [m.progress for m in read_ledger(p.save(tmp_path, "former"))] == told


@pytest.mark.parametrize(("others", "lead"), [((), ["区住建局"]), (("责任单位",), ["恒基公司"])])
def test_who_leads_the_checking_leads_where_nobody_else_does(
    others: tuple[str, ...], lead: list[str], tmp_path: Path
) -> None:
    p = Paper("隐患")
    p.put("编号", "风险类别", "隐患描述", "治理措施", "牵头督办部门", *others, "整改期限", "当前状态")
    firms = ["恒基公司"] if others else []
    p.put("01", "消防", "水箱缺水", "补水并加装水位计", "区住建局", *firms, "5月底", "已完成")
    p.put("02", "消防", "堆放杂物", "清理并恢复疏散通道", "区住建局", *firms, "6月底", "正在清理")
    found = list(read_ledger(p.save(tmp_path, "checked")))
    assert [(m.category, m.lead) for m in found] == [("消防", lead)] * 2


@pytest.mark.parametrize("wider", ["时间节点", "时间安排", "办理时限"])
def test_of_several_days_below_one_heading_the_last_is_the_deadline(wider: str, tmp_path: Path) -> None:
    p = Paper("提案")
    p.put("提案号", "案由", "主办单位", wider, None)
    p.put(None, None, None, "沟通走访", "正式答复")
    p.merge("D1:E1")
    for column in "ABC":
        p.merge(f"{column}1:{column}2")
    p.put("第12号", "关于优化学校周边交通组织的提案", "交警支队", "4月底", "2026年5月30日")
    p.put("第28号", "关于开展急救教育的提案", "红十字会", "4月底", "2026年6月15日前")
    assert [m.due for m in read_ledger(p.save(tmp_path, "days"))] == ["2026-05-30", "2026-06-15"]


@pytest.mark.parametrize("parts", [("年", "月"), ("年", "月", "日")])
def test_a_deadline_may_stand_in_columns_of_year_month_and_day(
    parts: tuple[str, ...], tmp_path: Path
) -> None:
    p = Paper("改革")
    p.put("序号", "改革任务", "责任部门", "完成时限", *[None] * (len(parts) - 1), "推进情况")
    p.put(None, None, None, *parts)
    last = "DEFG"[len(parts) - 1]
    p.merge(f"D1:{last}1")
    for column in f"ABC{chr(ord(last) + 1)}":
        p.merge(f"{column}1:{column}2")
    p.put(1, "压缩管理层级", "企管部", *(2026, 6, 30)[: len(parts)], "注销子公司4户")
    p.put(2, "剥离非主业资产", "资产部", *(2027, 3, 31)[: len(parts)], "两宗挂牌")
    assert [m.due for m in read_ledger(p.save(tmp_path, "parts"))] == ["2026-06-30", "2027-03-31"]


def test_one_column_names_units_persons_and_roles(tmp_path: Path) -> None:
    p = Paper("交办")
    p.put("序号", "事项", "承办站所（村）及责任人", "办结时间")
    p.put(1, "建成垃圾分拣点", "柳沟村（主） 村书记 梁宝山；村镇办（协）", "5月15日")
    p.put(2, "排查学校周边食品店", "市场监管所 所长 常青（主），中心校（协）", "5月20日")
    p.put(3, "检修机井", "水利站 站长 池万里", "4月5日")
    assert [(m.lead, m.support, m.leader) for m in read_ledger(p.save(tmp_path, "roles"))] == [
        (["柳沟村"], ["村镇办"], "村书记 梁宝山"),
        (["市场监管所"], ["中心校"], "所长 常青"),
        (["水利站"], [], "站长 池万里"),
    ]


@pytest.mark.parametrize(
    ("said", "withdrawn"),
    [
        ("属区交通局职责，已移交，街道取消本项", True),
        ("已移交，市局不再办理该事项", True),
        ("街道取消本项收费后群众满意", False),
        ("因规划调整，2026年不再实施", True),
        ("市委改革委第九次会议决定终止", True),
        ("与5007号重复，合并办理", True),
        ("县领导批示终止办理", True),
        ("信访人书面撤回诉求", True),
        ("合并至5号一并办理", True),
        ("与3-2合并推进", True),
        ("隐患灭失，终止整改", True),
        ("企业已注销，整改终止", True),
        ("2026年8月区政府第9次常务会议同意不再实施", True),
        ("企业已关停注销", False),
        ("隐患已消除", False),
        ("会议研究同意取消停车收费", False),
        ("与上条合并办理", True),
        ("经研究不再列入年度计划", True),
        ("代表于4月15日书面撤回", True),
        ("（诉求人已撤回）", True),
        ("并入GD2507030457号工单办理", True),
        ("群众撤回投诉后又来电", False),
        ("会议决定取消证明事项12项", False),
        ("2026年不再新增收费项目", False),
        ("已核减，不再支付", False),
        ("并入新院区建设，不再单独整改", True),
        ("已与3号楼业主沟通", False),
    ],
)
def test_who_ended_it_and_when_may_stand_before_the_word(said: str, withdrawn: bool) -> None:
    assert progress_withdraws(said) is withdrawn


def test_what_is_to_be_reached_says_nothing_of_the_matters_end(tmp_path: Path) -> None:
    p = Paper("整改")
    p.put("序号", "整改目标", "整改措施", "责任单位", "整改时限", "整改进展")
    p.put(1, "全部退出", "清退养殖塘六处", "市林业局（联系人：王强，6212345）", "2026年9月30日", "已清退四处")
    p.put(2, "达到标准", "更换老旧阀门", "市水务局", "2026年9月30日", "询价")
    told = list(read_ledger(p.save(tmp_path, "aims")))
    assert [m.withdrawn for m in told] == [False, False]
    assert told[0].lead == ["市林业局"], "whom to ring is no part of the unit"


@pytest.mark.parametrize(
    "said",
    ["双方和解，申请人撤回申请", "不再开行，代表同意撤回", "校长办公会决定本年度不再实施"],
)
def test_who_gives_it_up_and_when_may_be_told_before(said: str) -> None:
    assert progress_withdraws(said)
    assert not progress_withdraws(f"{said}前先征求意见")


@pytest.mark.parametrize(
    "said",
    [
        "并入审计清单，本表撤销",
        "已并入第4项统筹实施",
        "并入综合整治项目",
        "已按程序撤销",
        "原任务撤销，改由工会办理",
        "本项经集团研究撤销",
        "省厅批复撤销",
        "本项经集团研究撤销",
        "省厅批复撤销",
        "并入老旧小区改造统筹推进",
        "并入本表第3项一并修订",
    ],
)
def test_what_goes_on_elsewhere_is_withdrawn_here(said: str) -> None:
    assert progress_withdraws(said)
    assert not progress_withdraws(said.replace("并入", "接入").replace("撤销", "更新"))


def test_part_of_the_task_that_ends_is_the_matter() -> None:
    assert progress_withdraws("经专题会议研究，二期不再实施", "建设区级零工市场二期")
    assert not progress_withdraws("经专题会议研究，二期不再实施", "建设区级零工市场")


@pytest.mark.parametrize(("merged", "told"), [(True, "第1次局长办公会（1月12日）"), (False, "")])
def test_a_meeting_written_once_for_its_matters_is_their_group(
    merged: bool, told: str, tmp_path: Path
) -> None:
    p = Paper("议定")
    p.put("会议", "序号", "议定事项", "承办单位", "办理时限", "办理情况")
    held = "第1次局长办公会\n（1月12日）"
    p.put(held, 1, "制定高标准农田评审计划", "农田科", "1月底", "已印发")
    p.put(None if merged else held, 2, "清理局属企业闲置房产", "财务科", "3月20日", "已清理11处")
    if merged:
        p.merge("A2:A3")
    assert [m.category for m in read_ledger(p.save(tmp_path, "met"))] == [told] * 2


def test_what_was_to_be_cancelled_is_done_when_cancelled() -> None:
    assert not progress_withdraws("已取消", "取消投标保证金")
    assert progress_withdraws("本项已取消", "取消投标保证金")
    assert progress_withdraws("已取消", "建立保证金台账")


def test_a_post_in_brackets_on_the_next_line_is_of_the_person_above() -> None:
    assert people_told("梁秋实\n（党委副书记）") == "梁秋实（党委副书记）"


def test_post_and_name_keep_their_blank() -> None:
    assert people_told("党组成员 葛丽萍") == "党组成员 葛丽萍"
    assert people_told("副区长　祁  岩\n兼站长") == "副区长　祁  岩兼站长"
    assert people_told("村支书 梁宝山") == "村支书 梁宝山"
