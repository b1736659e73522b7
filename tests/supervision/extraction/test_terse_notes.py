"""Terse notes inside a house: a paper passed on, bare names of offices, who does it told last, one day for all."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

WEDNESDAY = date(2025, 9, 10)
Told = tuple[list[str], list[str], str | None]


def told(duty: Duty) -> Told:
    """Who leads, who joins in, and the day or else the rule of ``duty``."""
    return [m.text for m in duty.lead], [m.text for m in duty.support], duty.due.iso or duty.due.rule


def read(text: str) -> list[Duty]:
    """The duties of a note of 10 September 2025, a Wednesday."""
    return extract(text, context_date=WEDNESDAY)


PASSED_ON: list[tuple[str, list[Told]]] = [
    ("来信转西湖镇研处，司法所参加，20日内答复。", [(["西湖镇"], ["司法所"], "P20D")]),
    ("来函转市场监管所核处，食药站协助，本周五前报结果。", [(["市场监管所"], ["食药站"], "2025-09-12")]),
    ("转教务处阅办，研究生院配合。10月15日前把结果送校办。", [(["教务处"], ["研究生院"], "2025-10-15")]),
    ("转人事科：编外人员社保断缴两个月，月底前补上。", [(["人事科"], [], "2025-09-30")]),
    ("请科技处商财务处、国资处提出报废意见，9月底前上会。", [(["科技处"], ["财务处", "国资处"], "2025-09-30")]),
]  # fmt: skip
DOER_LAST: list[tuple[str, list[Told]]] = [
    ("水质检测每月10号前报一次数据，化验室负责。", [(["化验室"], [], "monthly 10")]),
    ("值班表周四前排出来，办公室负责，各科室别换人。", [(["办公室"], [], "2025-09-11")]),
    (
        "消防演练每学期搞一次，保卫科负责，有隐患立即报告。",
        [(["保卫科"], [], None), (["保卫科"], [], "immediate")],
    ),
    ("食堂油烟管道月底前清洗完，总务科牵头、物业公司配合，张副院长盯着。", [(["总务科"], ["物业公司"], "2025-09-30")]),
]  # fmt: skip
BARE_NAMES: list[tuple[str, list[Told]]] = [
    ("停工项目专班本月底前摸清底数，三天报一次。", [(["停工项目专班"], [], "2025-09-30"), (["停工项目专班"], [], None)]),
    ("院长办公会每月听一次医保汇报，医保办准备材料。", [(["院长办公会"], [], None), (["医保办"], [], None)]),
    ("村组两级每天18时报一次墒情。", [(["村组两级"], [], "daily 18:00")]),
    ("以后财务科每季度第一周把欠费名单发各科室。", [(["财务科"], [], None)]),
    ("其余各村每周一报台账。", [(["各村"], [], "weekly Mon")]),
    ("明年预算各科室9月底前报财务科，逾期不再安排。", [(["各科室"], [], "2025-09-30")]),
    ("设备科查线路，后勤科备好电池。", [(["设备科"], [], None), (["后勤科"], [], None)]),
    ("教务处注意，补考名单半月一清。", [(["教务处"], [], None)]),
    ("各科室注意：重要数据周五下班前备份。", [(["各科室"], [], "2025-09-12")]),
    ("这事千万别声张，审计室先摸个底，周五前口头跟我说。", [(["审计室"], [], "2025-09-12")]),
    ("物业科10月20日前换完，安监站、质检所配合，每周三报进度。",
     [(["物业科"], ["安监站", "质检所"], "2025-10-20"), (["物业科"], ["安监站", "质检所"], "weekly Wed")]),
]  # fmt: skip
ONE_DAY_FOR_ALL: list[tuple[str, list[Told]]] = [
    (
        "请基建处抓紧办理规划手续，财务处、审计处同步核清账目，12月20日前办完。",
        [(["基建处"], [], "2025-12-20"), (["财务处", "审计处"], [], "2025-12-20")],
    ),
    (
        "住建报台账、民政报床位，都在周五前发我。",
        [(["住建"], [], "2025-09-12"), (["民政"], [], "2025-09-12")],
    ),
    (
        "办公室写方案，财务科列预算，周五前给我看。",
        [(["办公室"], [], None), (["财务科"], [], "2025-09-12")],
    ),
]


@pytest.mark.parametrize(("text", "duties"), PASSED_ON + DOER_LAST + BARE_NAMES + ONE_DAY_FOR_ALL)
def test_who_is_to_do_it_and_until_when(text: str, duties: list[Told]) -> None:
    assert [told(duty) for duty in read(text)] == duties


@pytest.mark.parametrize(
    "text",
    [
        "党委会提前到明天下午，材料不变。",
        "下周的培训推迟到月底，地点另行通知。",
        "会议改到周四上午9点，参会人员照旧。",
        "此事先别外传。",
    ],
)
def test_a_meeting_moved_and_what_is_not_to_be_done_are_no_duties(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("text", "persons"),
    [
        ("请科技处9月底前写出申报书，孙校长盯着。", ["孙校长"]),
        ("质检科三天内出报告，李副主任把关。", ["李副主任"]),
        ("办公室老李：会场周五前布置好。", ["老李"]),
    ],
)
def test_who_watches_over_it_answers_in_person(text: str, persons: list[str]) -> None:
    (duty,) = read(text)
    assert [m.text for m in duty.leaders] == persons
    assert duty.lead


@pytest.mark.parametrize(("words", "day"), [("10天内", "2025-09-20"), ("两周内", "2025-09-24")])
def test_a_period_in_a_note_is_a_rule_for_which_a_day_is_proposed(words: str, day: str) -> None:
    (duty,) = read(f"督办：请办公室{words}拿出办法。")
    assert duty.due.iso is None
    assert duty.due.day(WEDNESDAY) == date.fromisoformat(day)


def test_a_period_that_begins_with_what_was_found_has_no_day() -> None:
    (duty,) = read("督办：查出的问题由所在学院10日内整改。")
    assert duty.due.day(WEDNESDAY) is None


def test_who_joins_in_is_no_part_of_what_is_to_be_done() -> None:
    (duty,) = read("城投公司12月20日前并网，数据局、交警大队配合。")
    assert duty.action.text == "12月20日前并网"


@pytest.mark.parametrize(
    ("text", "all_told"),
    [
        ("各科室：9月15日前交总结。", [(["各科室"], [], "2025-09-15")]),
        ("各单位：值班表请在9月15日前报办公室。", [(["各单位"], [], "2025-09-15")]),
        ("各车间主任：9月15日前把备件清单报设备科。", [(["各车间主任"], [], "2025-09-15")]),
        (
            "各病区护士长：压疮登记今后每月3日前交护理部；以前漏报的9月15日前补上。",
            [(["各病区护士长"], [], "monthly 03"), (["各病区护士长"], [], "2025-09-15")],
        ),
    ],
)
def test_all_those_a_note_is_written_to_are_told(text: str, all_told: list[Told]) -> None:
    assert [told(duty) for duty in read(text)] == all_told


@pytest.mark.parametrize(
    "text", ["各单位：现将值班表发给你们，9月15日前交换意见。", "责任单位：9月15日前报。"]
)
def test_a_greeting_and_a_label_tell_nobody(text: str) -> None:
    assert not any(duty.lead for duty in read(text))


def test_a_bare_office_asked_to_check_is_told_in_a_note() -> None:
    (duty,) = read("请财务处核实，差额10月15日随工资一并打到卡上。")
    assert told(duty) == (["财务处"], [], "2025-10-15")


@pytest.mark.parametrize(
    ("text", "all_told"),
    [
        ("主办：规资局；会办：住建局。9月20日前答复提案人。", [(["规资局"], ["住建局"], "2025-09-20")]),
        ("牵头单位：教务处；配合单位：财务处。9月20日前把方案报校办。", [(["教务处"], ["财务处"], "2025-09-20")]),
        ("标本馆搬迁：基建办10月底前交房，信息中心把网络布好。", [(["基建办"], [], "2025-10-31"), (["信息中心"], [], None)]),
    ],
)  # fmt: skip
def test_who_acts_may_be_told_by_labels_at_the_head_and_a_head_acts_not(
    text: str, all_told: list[Told]
) -> None:
    assert [told(duty) for duty in read(text)] == all_told
