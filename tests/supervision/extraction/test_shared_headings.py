"""What a line above says for all below it: the unit and the day; what is told elsewhere in the same words."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

DAY = date(2022, 2, 18)


def test_the_unit_and_the_day_of_a_heading_hold_for_each_item() -> None:
    text = "一、县水务局（2022年6月底前完成）\n1.补建取水口护栏\n2.修订抗旱应急预案\n二、县教育局\n1.更新校园监控设备"
    told = [([m.text for m in duty.lead], duty.due.iso) for duty in extract(text, context_date=DAY)]
    assert told == [(["县水务局"], "2022-06-30"), (["县水务局"], "2022-06-30"), (["县教育局"], None)]


def test_a_day_said_for_all_items_is_the_day_of_each_that_tells_none() -> None:
    text = "以下事项须在3月20日前办结：\n（1）西门菜市场污水管疏通（城管局）\n（2）4月底前完成配电房改造（供电所）"
    told = [([m.text for m in duty.lead], duty.due.iso) for duty in extract(text, context_date=DAY)]
    assert told == [(["城管局"], "2022-03-20"), (["供电所"], "2022-04-30")]


def test_an_unnumbered_paragraph_ends_what_the_line_above_said() -> None:
    text = "下列问题务必于3月底前整改到位：\n1.消防通道堵塞，由物业公司清理。\n市城管局要组织一次验收。"
    assert [duty.due.iso for duty in extract(text, context_date=DAY)] == ["2022-03-31", None]


def test_another_name_in_brackets_assigns_nothing() -> None:
    assert extract("（一）市应急管理局（应急办）", context_date=DAY) == []


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        (
            "第12号提案由市教育局主办，市财政局会办，主办单位须自交办之日起2个月内答复委员。",
            ["市教育局"],
            ["市财政局"],
        ),
        ("会办单位应在20日内送来意见，主办单位须在3个月内答复委员。", ["主办单位"], []),
    ],
)
def test_the_one_in_charge_is_the_one_just_named(text: str, lead: list[str], support: list[str]) -> None:
    duty = extract(text, context_date=DAY)[-1]
    assert ([m.text for m in duty.lead], [m.text for m in duty.support]) == (lead, support)


@pytest.mark.parametrize(
    ("who", "name"),
    [("周凯副区长", "周凯"), ("李建国主任", "李建国"), ("张局长", "张局长"), ("王副市长", "王副市长")],
)
def test_who_is_named_with_a_post_is_kept_by_name(who: str, name: str) -> None:
    (duty,) = extract(f"由{who}牵头，4月10日前提出化解意见。", context_date=DAY)
    assert [m.text for m in duty.leaders] == [name]


def test_labels_before_a_list_hold_for_each_of_its_items() -> None:
    text = (
        "（一）整修灌溉渠道\n牵头单位：县水利局\n配合单位：柳河镇\n完成时限：3月底前\n1.清除淤泥和杂草；\n2.更换渠首闸门。\n"
        "（二）加强巡护\n各村要每月巡查一次。"
    )
    told = [
        ([m.text for m in d.lead], [m.text for m in d.support], d.due.iso)
        for d in extract(text, context_date=DAY)
    ]
    assert told == [(["县水利局"], ["柳河镇"], "2022-03-31")] * 2 + [(["各村"], [], None)]


def test_labels_behind_an_item_are_its_own() -> None:
    text = "1.补建消防水池\n责任单位：县消防大队\n2.改造老旧电缆\n责任单位：供电公司"
    assert [[m.text for m in d.lead] for d in extract(text, context_date=DAY)] == [
        ["县消防大队"],
        ["供电公司"],
    ]


def test_a_title_with_its_unit_in_brackets_names_no_unit_itself() -> None:
    text = "一、清退违规占用公房（责任单位：机关事务局）\n1.4月10日前登记占用情况；\n2.修订公房管理办法。"
    assert [[m.text for m in d.lead] for d in extract(text, context_date=DAY)] == [["机关事务局"]] * 2


def test_who_heads_a_group_answers_for_its_items() -> None:
    text = "一、后勤组（组长：总务处处长刘志远）\n1.3月5日前检修考场照明\n二、保卫组\n1.安装考场围挡"
    told = [([m.text for m in d.lead], [m.text for m in d.leaders]) for d in extract(text, context_date=DAY)]
    assert told == [(["后勤组"], ["刘志远"]), (["保卫组"], [])]
