"""Who answers in person, by the labels that name them, and the units beside them."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

DAY = date(2024, 3, 1)


def persons(duty: Duty) -> list[str]:
    return [m.text for m in duty.leaders]


@pytest.mark.parametrize(
    "label", ["领办领导", "包案领导", "联系领导", "挂牌领导", "链长", "产业链链长", "牵头责任领导"]
)
def test_a_label_names_the_person(label: str) -> None:
    text = f"任务：改造南街排水管网\n{label}：陈立新\n责任单位：县住建局\n完成时限：5月31日"
    (duty,) = extract(text, context_date=DAY)
    assert persons(duty) == ["陈立新"]
    assert ([m.text for m in duty.lead], duty.due.iso) == (["县住建局"], "2024-05-31")


def test_who_may_be_asked_answers_for_nothing() -> None:
    (duty,) = extract("县农业农村局4月10日前完成种子检测。联系人：陈立新。", context_date=DAY)
    assert persons(duty) == []


@pytest.mark.parametrize("label", ["化解时限", "治理时限", "计划完成时间", "交付时间", "销号时限"])
def test_the_label_of_a_day_ends_the_names_before_it(label: str) -> None:
    text = (
        f"信访事项：北苑小区产权证办理\n主责单位：县自然资源局\n协办单位：县住建局、东关镇\n{label}：8月底前"
    )
    (duty,) = extract(text, context_date=DAY)
    assert duty.action.text == "北苑小区产权证办理"
    assert [m.text for m in duty.support] == ["县住建局", "东关镇"]
    assert duty.due.iso == "2024-08-31"


TABLE = "\n".join(
    "序号 任务 牵头领导 牵头单位 参与单位 责任单位 时限 1 建成便民服务站12个 {} 县政务服务 管理局 "
    "县财政局 各镇（街道） 9月底前".split()
)


@pytest.mark.parametrize("cell", ["副县长 罗建明", "县委常委、副县长 罗建明", "罗建明"])
def test_a_table_one_cell_a_line_names_person_and_units(cell: str) -> None:
    (duty,) = extract(TABLE.format(cell), context_date=DAY)
    assert persons(duty) == ["罗建明"]
    assert [m.text for m in duty.lead] == ["县政务服务管理局"]
    assert [m.text for m in duty.support] == ["县财政局", "各镇（街道）"]


@pytest.mark.parametrize("office", ["整改办", "创建办", "整改专班"])
def test_an_office_named_for_its_work_acts(office: str) -> None:
    (duty,) = extract(f"{office}负责汇总台账，4月10日前报县委。", context_date=DAY)
    assert [m.text for m in duty.lead] == [office]


def test_townships_close_a_list() -> None:
    (duty,) = extract("各林场、乡镇每天16：30前向县森防办报送火情。", context_date=DAY)
    assert [m.text for m in duty.lead] == ["各林场", "乡镇"]
