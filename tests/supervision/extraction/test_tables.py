"""Task tables in plain text: with bars, tabs, box rules, or one cell a line."""

from __future__ import annotations

from datetime import date

from zhongshu.supervision.extraction import Duty, extract

NEW_YEAR = date(2026, 1, 5)


def rows(text: str) -> list[tuple[str, list[str], list[str], str | None]]:
    def row(duty: Duty) -> tuple[str, list[str], list[str], str | None]:
        return duty.action.text, [m.text for m in duty.lead], [m.text for m in duty.support], duty.due.iso

    return [row(duty) for duty in extract(text, context_date=NEW_YEAR)]


def test_tab_separated_rows() -> None:
    text = (
        "序号\t工作任务\t牵头单位\t配合单位\t完成时限\n"
        "1\t编制国土空间总体规划\t自然资源局\t发改局、住建局\t6月底\n"
        "2\t实施雨污分流改造\t住建局\t各街道办事处\t12月底前\n"
    )
    assert rows(text) == [
        ("编制国土空间总体规划", ["自然资源局"], ["发改局", "住建局"], "2026-06-30"),
        ("实施雨污分流改造", ["住建局"], ["各街道办事处"], "2026-12-31"),
    ]


def test_rows_between_bars() -> None:
    text = (
        "|序号|任务|责任单位|时限|\n|1|修订案卷评查标准|市司法局|6月底前|\n|2|开展专项监督|市司法局|全年|\n"
    )
    assert rows(text) == [
        ("修订案卷评查标准", ["市司法局"], [], "2026-06-30"),
        ("开展专项监督", ["市司法局"], [], "2026-12-31"),
    ]


def test_one_cell_a_line() -> None:
    text = "加强宣传\n|\n1\n|\n编制政务公开宣传手册。\n|\n办公室\n|\n年底前\n"
    assert rows(text) == [("编制政务公开宣传手册", ["办公室"], [], "2026-12-31")]


def test_a_name_broken_over_the_lines_of_a_ruled_table_is_whole() -> None:
    text = (
        "┌────────┬───────┬─────┐\n"
        "│完善财税征管│各县（市、│年底前│\n"
        "│协作机制  │区）政府 │   │\n"
        "└────────┴───────┴─────┘\n"
    )
    assert rows(text) == [("完善财税征管协作机制", ["各县（市、区）政府"], [], "2026-12-31")]


def test_a_line_of_units_assigns_the_line_before_it() -> None:
    text = "开发专利保险产品\n围绕专利运用和维权，开发专利保险产品。\n市知识产权局、市银保监分局\n全市\n"
    assert [(lead, support) for _, lead, support, _ in rows(text)] == [(["市知识产权局", "市银保监分局"], [])]


def test_a_signature_is_no_assignment() -> None:
    assert rows("特此通知，请认真贯彻执行。\n市人民政府办公室\n2026年1月5日\n") == []


def test_a_table_pasted_one_cell_a_line_under_its_head() -> None:
    text = (
        "附件\n\n序号\n\n民生实事\n\n责任单位\n\n完成时限\n\n1\n\n启动建设东湖湿地公园。\n\n县水务局\n\n县住建局\n\n"
        "12月底前\n\n2\n\n新建2座人行天桥。\n\n县住建局\n\n9月投入使用\n"
    )
    assert rows(text) == [
        ("启动建设东湖湿地公园", ["县水务局", "县住建局"], [], "2026-12-31"),
        ("新建2座人行天桥", ["县住建局"], [], "2026-09-30"),
    ]


def test_columns_that_only_blanks_part() -> None:
    text = "1 城镇新增就业5000人以上 人社局\n2 新建公交首末站2座 交通局\n3 粮食产量稳定在9亿斤 农业农村局、发改局\n"
    assert rows(text) == [
        ("城镇新增就业5000人以上", ["人社局"], [], None),
        ("新建公交首末站2座", ["交通局"], [], None),
        ("粮食产量稳定在9亿斤", ["农业农村局", "发改局"], [], None),
    ]


def test_rows_between_bars_without_rules() -> None:
    text = (
        "│ 7 │ 改造农贸市场4处 │ 县商务局 │ 各街道 │ 9月30日 │\n"
        "│ 8 │ 新增公益岗位300个 │ 县人社局 │ 县财政局 │ 6月 │\n"
    )
    assert rows(text) == [
        ("改造农贸市场4处", ["县商务局"], ["各街道"], "2026-09-30"),
        ("新增公益岗位300个", ["县人社局"], ["县财政局"], "2026-06-30"),
    ]


def test_one_cell_a_line_under_a_head_of_its_own_order() -> None:
    head = "测评项目 责任单位 完成标准 时限"
    first = "路灯修复 市住建局（牵头）、各街道 亮灯率不低于98% 5月31日"
    second = "广告更新 市委宣传部 每站2处以上 长期"
    text = "\n|\n".join(f"{head} {first} {second}".split())
    assert rows(text) == [
        ("路灯修复", ["市住建局"], ["各街道"], "2026-05-31"),
        ("广告更新", ["市委宣传部"], [], None),
    ]


def test_names_broken_over_the_lines_of_a_column_are_whole_again() -> None:
    text = (
        "序号\n工作任务\n责任单位\n时限\n1\n规范门店进销台账\n县农业农村\n局、县市场监督管\n理局\n6月底前\n"
        "2\n开展抽检80批次\n县种子站\n5月20日前"
    )
    found = [([m.text for m in duty.lead], duty.due.raw) for duty in extract(text)]
    assert found == [(["县农业农村局", "县市场监督管理局"], "6月底前"), (["县种子站"], "5月20日前")]


def test_each_day_of_a_schedule_behind_an_item_is_a_duty() -> None:
    text = (
        "合作事项：共建检测中心。牵头单位：省能源局；责任单位：省科技厅；"
        "时间安排：7月底前签订协议，2027年一季度开工，2028年底前建成投用。"
    )
    found = [
        (duty.due.iso, [m.text for m in duty.lead]) for duty in extract(text, context_date=date(2026, 3, 20))
    ]
    assert found == [(day, ["省能源局"]) for day in ("2026-07-31", "2027-03-31", "2028-12-31")]


def test_an_item_with_several_days_falls_apart_by_day() -> None:
    text = "大桥工程：上半年开工，三季度完成下部结构施工，年底前完成投资2.3亿元。（责任单位：市交通运输局）"
    found = [duty.due.iso for duty in extract(text, context_date=date(2026, 3, 20))]
    assert found == ["2026-06-30", "2026-09-30", "2026-12-31"]


def test_a_cell_broken_behind_a_word_of_joining_is_one_name() -> None:
    text = (
        "序号\n工作任务\n年度目标\n牵头单位\n责任单位\n时限\n12\n建成环湖骑行道\n完成骑行道铺装\n市文化旅游和\n体育局\n市住建局\n2026年9月底前\n"
        "13\n推出研学线路\n推出3条研学旅行线路\n市文化旅游和\n体育局\n市教育局\n2026年12月底前"
    )
    duties = extract(text, context_date=date(2026, 3, 20))
    assert [[m.text.replace("\n", "") for m in duty.lead] for duty in duties] == [["市文化旅游和体育局"]] * 2


def test_a_name_broken_before_its_field_of_work_is_whole() -> None:
    lines = [
        "序号",
        "工作任务",
        "责任单位",
        "配合单位",
        "完成时限",
        "5",
        "开展自建房再排查",
        "县住房城乡",
        "建设局",
    ]
    text = "\n".join(
        [*lines, "县应急管理局、各乡镇人民政府", "2026年5月底前", "6", "修编消防规划", "县自然资源局"]
    )
    found = extract(text + "\n县消防救援大队\n2026年三季度末")
    assert [m.text for duty in found for m in duty.lead] == ["县住房城乡建设局", "县自然资源局"]
