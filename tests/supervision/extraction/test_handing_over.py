"""Who answers where a thing changes hands, where a sentence behind the task names them, where a unit only tells whose it is."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

DAY = date(2022, 2, 18)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("园区污水管网管护职责由市水务局调整为市城管局承担。", "市城管局"),
        ("公租房运营由区房管中心移交区城投公司管理。", "区城投公司"),
        ("道路保洁由各街道划归区环卫中心负责。", "区环卫中心"),
    ],
)
def test_a_thing_handed_over_is_the_next_ones(text: str, lead: str) -> None:
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.lead] == [lead]


def test_a_sentence_that_only_assigns_belongs_to_the_task_before() -> None:
    text = "二、推进村级物流点建设。到2022年底，实现行政村全覆盖。由县商务局牵头，县邮政公司、各镇政府配合。"
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.lead] == ["县商务局"]
    assert [m.text for m in duty.support] == ["县邮政公司", "各镇政府"]
    assert duty.due.iso == "2022-12-31"


def test_whose_project_it_is_does_not_say_who_acts() -> None:
    text = "县妇幼保健院迁建项目要加快进度，确保9月底前封顶。（县卫健局负责）"
    (duty,) = extract(text, context_date=DAY)
    assert [m.text for m in duty.lead] == ["县卫健局"]


def test_pilot_provinces_act() -> None:
    (duty,) = extract("试点省份负责组织自查，2023年上半年报送总结。", context_date=DAY)
    assert [m.text for m in duty.lead] == ["试点省份"]


def test_picking_some_firms_is_no_name() -> None:
    assert extract("并选取部分企业开展业务抽查。", context_date=DAY) == []


def test_a_day_from_which_on_is_a_sign_but_no_deadline() -> None:
    text = "从2022年5月1日起，区政务大厅推行午间不打烊服务，区数据局要在清明前公布事项清单。"
    first, second = extract(text, context_date=DAY)
    assert [m.text for m in first.lead] == ["区政务大厅"]
    assert first.due.raw is None
    assert second.due.raw == "清明前"


def test_a_report_to_another_is_a_duty_besides_what_is_set_up() -> None:
    text = "市住建局要会同市税务局建立信息共享机制，每季度向市政府办公室报告一次情况。"
    first, second = extract(text, context_date=DAY)
    assert (first.cycle, second.cycle and second.cycle.text) == (None, "每季度")


def test_a_bracket_behind_named_measures_assigns_them() -> None:
    text = "整改措施：开展集中检查，逐支部点评反馈。（责任单位：各党总支；完成时限：立行立改并长期坚持）"
    (duty,) = extract(text, context_date=DAY)
    assert duty.action.text == "开展集中检查，逐支部点评反馈"
    assert [m.text for m in duty.lead] == ["各党总支"]


@pytest.mark.parametrize("before", ["每年安排一笔经费；", ""])
def test_the_year_after_is_one_year_only_where_nothing_comes_each_year(before: str) -> None:
    text = (
        f"各社区{before}各社区要于次年2月10日前公示使用情况。"
        if before
        else "各社区要于次年2月10日前公示使用情况。"
    )
    duty = extract(text, context_date=DAY)[-1]
    assert (duty.due.iso, duty.due.rule) == ((None, "next-year 02-10") if before else ("2023-02-10", None))


def test_a_number_to_reach_in_a_quarter_is_due_at_its_end() -> None:
    duty, _ = extract("招引专班二季度落地项目不少于4个；商务局按月报告进度。", context_date=DAY)
    assert duty.due.iso == "2022-06-30"
