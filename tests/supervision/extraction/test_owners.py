"""Whose a task is where the name stands apart from it: behind a title, over items, beside a person, in a record."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

DAY = date(2024, 3, 1)


def names(duty: Duty) -> tuple[list[str], list[str], list[str]]:
    return tuple([m.text for m in told] for told in (duty.lead, duty.support, duty.leaders))  # type: ignore[return-value]


def test_a_bracket_behind_a_bare_title_assigns_the_text_below() -> None:
    text = "8.完善标准体系。（市市场监管局牵头，市商务局配合）制定冷链配送地方标准，2024年9月底前发布实施。"
    (duty,) = extract(text, context_date=DAY)
    assert names(duty) == (["市市场监管局"], ["市商务局"], [])
    assert duty.due.iso == "2024-09-30"


def test_a_bracket_behind_a_task_with_its_day_keeps_it() -> None:
    text = "8.9月底前制定配送标准。（市商务局负责）鼓励行业协会开展评价。"
    (duty,) = extract(text, context_date=DAY)
    assert names(duty)[0] == ["市商务局"]


def test_a_unit_that_titles_items_of_one_line_leads_each() -> None:
    duties = extract("一、县住建局。1.4月底前完成燃气管道排查；2.每月报送一次进展。", context_date=DAY)
    assert [names(duty)[0] for duty in duties] == [["县住建局"], ["县住建局"]]


@pytest.mark.parametrize("cell", ["县教育局 王磊", "县教育局（王磊）", "县教育局：王磊", "县教育局\t王磊"])
def test_one_column_may_name_the_unit_and_its_person(cell: str) -> None:
    head = "序号\t任务\t责任单位及责任人\t" + "\t" * cell.count("\t") + "完成时限"
    (duty,) = extract(f"{head}\n1\t修缮校舍3处\t{cell}\t6月底", context_date=DAY)
    assert names(duty) == (["县教育局"], [], ["王磊"])


def test_a_record_may_name_unit_and_person_together() -> None:
    (duty,) = extract("任务：修缮校舍\n责任单位及责任人：县教育局 王磊\n完成时限：6月底", context_date=DAY)
    assert names(duty) == (["县教育局"], [], ["王磊"])


def test_a_record_of_a_project_with_only_a_person() -> None:
    text = "项目名称：城东学校\n责任人：李明\n建设内容：新建教学楼2栋\n完成时限：2024年12月"
    (duty,) = extract(text, context_date=DAY)
    assert (duty.action.text, names(duty)) == ("新建教学楼2栋", ([], [], ["李明"]))
    assert duty.due.iso == "2024-12-31"


def test_each_step_of_a_project_is_its_own() -> None:
    text = "项目：铜箔厂\n链长：王磊\n责任单位：县工信局\n节点目标：一季度完成土地平整，6月底前主体封顶，11月底前试生产"
    duties = extract(text, context_date=DAY)
    assert [duty.due.iso for duty in duties] == ["2024-03-31", "2024-06-30", "2024-11-30"]
    assert all(names(duty) == (["县工信局"], [], ["王磊"]) for duty in duties)


@pytest.mark.parametrize("before", ["", "各项工作任务的"])
def test_those_mainly_responsible_act(before: str) -> None:
    (duty,) = extract(f"{before}主要责任单位要于4月底前报送方案。", context_date=DAY)
    assert names(duty)[0] == ["主要责任单位"]


def test_two_fields_of_work_without_a_mark_are_two() -> None:
    (duty,) = extract("由县发改局牵头，教育财政配合，4月底前拿出方案。", context_date=DAY)
    assert names(duty) == (["县发改局"], ["教育", "财政"], [])


def test_a_thing_never_acts() -> None:
    duties = extract("一般督办件，承办单位应当在10日内办结；紧急件应当在2日内办结并反馈。")
    assert [names(duty)[0] for duty in duties] == [["承办单位"], ["承办单位"]]


def test_leave_that_follows_does_not_undo_what_must_be_done() -> None:
    text = "承办单位应当在到期前2日书面说明原因，经督查机构负责人同意，可以适当延期。"
    (duty,) = extract(text)
    assert names(duty)[0] == ["承办单位"]


def test_what_an_executive_signs_off() -> None:
    (duty,) = extract("由县财政局提出安排意见，报常务副县长审定。")
    assert names(duty) == (["县财政局"], [], ["常务副县长"])


@pytest.mark.parametrize("number", ["（三）", "3.", "二、"])
def test_a_unit_set_apart_by_a_stop_owns_what_follows(number: str) -> None:
    duties = extract(f"{number}县公安局。负责交通秩序整治，每周报送一次进展。", context_date=DAY)
    assert [names(duty)[0] for duty in duties] == [["县公安局"], ["县公安局"]]


def test_several_units_set_apart_by_a_stop_own_what_follows() -> None:
    (duty,) = extract("（七）市委督查室、市监察局。负责组织对整治行动进行专项督查。")
    assert names(duty)[0] == ["市委督查室", "市监察局"]


@pytest.mark.parametrize("title", ["建设服务中心", "盘活农村闲置宅基地", "建设创新高地"])
def test_a_title_of_a_task_owns_nothing(title: str) -> None:
    (duty,) = extract(f"二、{title}。4月底前完成选址。", context_date=DAY)
    assert names(duty)[0] == []


@pytest.mark.parametrize("actor", ["规范性文件制定机关", "使用单位", "备案机关的法制机构"])
def test_those_told_by_what_they_do_act(actor: str) -> None:
    (duty,) = extract(f"{actor}应当自文件公布之日起15日内，将备案报告报送市政府。")
    assert names(duty)[0] == [actor]
    assert duty.action.text.endswith("备案报告报送市政府")


def test_joining_in_by_ones_duties_is_no_part_of_a_name() -> None:
    (duty,) = extract("完善应急预案。（市应急局牵头，市水利局、市气象局按职责配合）")
    assert names(duty) == (["市应急局"], ["市水利局", "市气象局"], [])


def test_whose_plan_a_meeting_agrees_to_carries_it_out() -> None:
    (duty,) = extract("会议同意县农业农村局拟草的《园区推进方案》，修改完善报县委审定后印发实施。")
    assert names(duty)[0] == ["县农业农村局"]


def test_a_role_before_the_name_of_a_unit_is_no_part_of_it() -> None:
    (duty,) = extract("牵头单位县发改局要于4月10日前制定专项方案。", context_date=DAY)
    assert names(duty)[0] == ["县发改局"]


def test_a_label_may_be_followed_by_a_word_instead_of_a_colon() -> None:
    text = "8.改造农贸市场3家。责任单位为县商务局，责任领导为副县长陈红，完成时限为2024年8月底。"
    (duty,) = extract(text, context_date=DAY)
    assert names(duty) == (["县商务局"], [], ["陈红"])
    assert duty.due.iso == "2024-08-31"


def test_what_a_petition_is_about_names_the_task() -> None:
    text = "包案领导：政法委书记 周华；责任单位：县信访局；化解时限：2024年6月30日前；案由：拖欠工程款。"
    (duty,) = extract(text, context_date=DAY)
    assert (duty.action.text, names(duty)) == ("拖欠工程款", (["县信访局"], [], ["周华"]))
