"""Task tables with a head, out of Word and Excel files: each row a duty, its cells the source."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zhongshu.supervision.extraction import extract

DAY = date(2026, 3, 20)
HEAD = ("序号", "重点任务", "具体措施", "牵头单位", "责任单位", "责任领导", "完成时限")
ROWS = (
    (
        "1",
        "推进老旧小区改造",
        "完成32个老旧小区改造",
        "市住建局",
        "市财政局、各区政府",
        "王明",
        "2026年10月底前",
    ),
    ("2", "", "建立物业考评机制，每季度通报一次", "", "", "", "6月底前"),
    ("3", "提升河道水质", "对龙河、白沙河开展清淤", "市水务局", "", "李强", "长期坚持"),
)


def table(*rows: tuple[str, ...], by: str = "\t") -> str:
    return "\n".join(by.join(row) for row in rows)


def noted(text: str) -> list[tuple[str, list[str], list[str], str | None]]:
    found = extract(text, context_date=DAY)
    return [
        (d.action.text, [m.text for m in d.lead], [m.text for m in d.support], d.due.iso or d.due.rule)
        for d in found
    ]


@pytest.mark.parametrize("by", ["\t", " | "])
def test_rows_become_duties_and_merged_cells_go_on(by: str) -> None:
    assert noted(table(HEAD, *ROWS, by=by)) == [
        ("完成32个老旧小区改造", ["市住建局"], ["市财政局", "各区政府"], "2026-10-31"),
        ("建立物业考评机制，每季度通报一次", ["市住建局"], ["市财政局", "各区政府"], "2026-06-30"),
        ("对龙河、白沙河开展清淤", ["市水务局"], [], "ongoing"),
    ]


def test_text_around_a_table_is_read_too() -> None:
    text = (
        f"请市应急局于4月10日前报送排查情况。\n附件：任务分解表\n{table(HEAD, *ROWS)}\n以上任务纳入考核。\n"
    )
    found = noted(text)
    assert found[0] == ("于4月10日前报送排查情况", ["市应急局"], [], "2026-04-10")
    assert len(found) == 4


def test_a_table_that_goes_on_after_a_section_title() -> None:
    text = table(
        HEAD,
        ("一、城市更新", "", "", "", "", "", ""),
        ROWS[0],
        ("二、水环境", "", "", "", "", "", ""),
        ROWS[2],
    )
    assert [lead for _, lead, _, _ in noted(text)] == [["市住建局"], ["市水务局"]]


def test_responsible_units_alone_lead() -> None:
    text = table(
        ("序号", "事项", "责任单位", "完成时间"),
        ("1", "修订应急预案并组织演练", "市应急局、市消防支队", "5月底"),
    )
    assert noted(text) == [("修订应急预案并组织演练", ["市应急局", "市消防支队"], [], "2026-05-31")]


def test_a_cycle_may_stand_in_the_column_of_dates() -> None:
    (duty,) = extract(table(HEAD, (*ROWS[0][:6], "每月25日前")), context_date=DAY)
    assert duty.due.rule == "monthly 25"
    assert duty.cycle is not None and duty.cycle.text == "每月"


def test_a_table_without_tasks_is_no_task_table() -> None:
    assert (
        noted(table(("姓名", "单位", "电话"), ("王明", "市住建局", "12345"), ("李强", "市水务局", "12346")))
        == []
    )


cells = st.text(alphabet="市住建局财政牵头完成改造方案6月底前、，每 ", max_size=8)


@given(st.lists(st.tuples(*[cells] * 7), max_size=5))
@settings(max_examples=150, deadline=None)
def test_every_field_of_a_row_stands_in_its_row(rows: list[tuple[str, ...]]) -> None:
    text = table(HEAD, *rows)
    for duty in extract(text, context_date=DAY):
        for span in (duty.action, *(m.span for m in (*duty.lead, *duty.support, *duty.leaders))):
            there = iter(text[span.start : span.end])
            assert all(letter in there for letter in span.text if not letter.isspace())


@pytest.mark.parametrize("bar", ["｜", " | "])
def test_a_cell_may_go_on_in_the_next_line(bar: str) -> None:
    rows = (
        ("项目名称", "牵头单位", "配合单位", "完成时限"),
        ("滨江公园改造", "市园林\n局", "市水务局", "2026年9月底"),
        ("南门桥加固", "市交通运输局", "市公安局、\n南门街道", "11月20日"),
    )
    assert [rest for _, *rest in noted(table(*rows, by=bar))] == [
        [["市园林局"], ["市水务局"], "2026-09-30"],
        [["市交通运输局"], ["市公安局", "南门街道"], "2026-11-20"],
    ]


def test_posts_and_what_they_do_are_a_table() -> None:
    rows = (("岗位", "职责"), ("综合股", "每月5日前汇总考勤"), ("信息股", "每周五编发简报一期"))
    assert [lead for _, lead, *_ in noted(table(*rows, by=" | "))] == [["综合股"], ["信息股"]]


@pytest.mark.parametrize(
    ("state", "left"), [("已完成", 1), ("已于3月办结", 1), ("完成60%", 2), ("", 2), ("正在推进", 2)]
)
def test_a_row_that_is_done_asks_for_nothing(state: str, left: int) -> None:
    text = table(
        ("序号", "任务", "责任单位", "完成时限", "进展情况"),
        ("1", "修订应急预案", "县水利局", "6月底", state),
        ("2", "组织防汛演练", "", "7月底", "正在推进"),
    )
    assert [lead for _, lead, _, _ in noted(text)] == [["县水利局"]] * left


def test_a_cell_that_the_width_of_its_column_broke_is_one_between_two_bars() -> None:
    cells = ["序号", "重点任务", "牵头单位", "责任单位", "完成时限", "1", "新建城乡公厕46座", "区城管局"]
    cells += [
        "区文化和旅游\n局、各镇（街道）",
        "2026年10月底",
        "2",
        "建成慢行步道7公里",
        "区住建局",
        "区园林\n绿化中心",
    ]
    text = "\n|\n".join([*cells, "2026年11月底"])
    assert [([m.text for m in d.lead], [m.text for m in d.support], d.due.iso) for d in extract(text)] == [
        (["区城管局"], ["区文化和旅游局", "各镇（街道）"], "2026-10-31"),
        (["区住建局"], ["区园林绿化中心"], "2026-11-30"),
    ]


def test_a_table_of_the_years_key_work_tells_indicators_and_how_often() -> None:
    rows = (
        ("序号", "重点任务", "年度目标（量化指标）", "牵头单位", "责任单位", "完成时限", "报送要求"),
        ("1", "改造小区", "改造老旧小区48个", "市住建局", "市财政局", "2027年10月底前", "每月5日前报送进展"),
        ("2", "空气质量改善", "优良天数比率不低于92.5%", "市生态环境局", "", "2027年12月31日", "每季度"),
    )
    closing = "各牵头单位要于2026年12月15日前制定实施方案。\n澜州市人民政府办公室\n2026年11月20日"
    text = table(rows[0], ("一、民生改善",), rows[1], ("二、安全生态",), rows[2])
    first, second, plans = extract(f"{text}\n{closing}", context_date=DAY)
    assert [t.value for t in (*first.targets, *second.targets)] == ["48", "92.5"]
    assert second.action.text == "优良天数比率不低于92.5%"
    assert [d.cycle.text for d in (first, second) if d.cycle] == ["每月", "每季度"]
    assert [m.text for m in plans.lead] == ["各牵头单位"] and plans.due.iso == "2026-12-15"
