"""Systems called by their short names in a note (发改, 住建): who of them leads, who joins in, and where the word is a topic."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Directory, extract

MONDAY = date(2025, 11, 3)


@pytest.mark.parametrize(
    ("text", "lead", "support"),
    [
        ("财政把预算调整方案再核一遍，周五前报我。", ["财政"], []),
        ("卫健出个方案，医保、民政会签，20号上会。", ["卫健"], ["医保", "民政"]),
        ("后勤今晚把三号楼水管修好，保卫派人守着。", ["后勤"], ["保卫"]),
        ("由区国资牵头，城投、文投参与，半年内把闲置资产盘一遍。", ["区国资"], ["城投", "文投"]),
        ("烟花那个事，公安牵头，应急、市监配合，除夕前每天报一次。", ["公安"], ["应急", "市监"]),
        ("应急预案还没修订，应急抓紧改，10号前印发。", ["应急"], []),
        ("今晚有雨，水务盯泵站。", ["水务"], []),
        ("工会慰问困难职工，人事提供名单，元旦前走完。", ["工会"], ["人事"]),
        ("管网渗漏问题交水务，住建搭把手，汛期前完工。", ["水务"], ["住建"]),
        ("教育经费别挪用，教育、财政联合查一次，9月底前出报告。", ["教育", "财政"], []),
        ("民政：低保动态核查每月一次，结果报我。", ["民政"], []),
    ],
)
def test_they_act_as_units_do(text: str, lead: list[str], support: list[str]) -> None:
    (duty,) = extract(text, context_date=MONDAY)
    assert ([m.text for m in duty.lead], [m.text for m in duty.support]) == (lead, support)


@pytest.mark.parametrize(
    "text", ["公安系统的比武结果出来了，祝贺。", "医保刚才说系统正常了，不用管了。", "教育经费的事先放一放。"]
)
def test_a_topic_is_nobody(text: str) -> None:
    assert extract(text, context_date=MONDAY) == []


def test_each_of_a_row_of_them_has_its_own() -> None:
    told = extract("设备科报维修预算，财务审，采购询价，11月底签合同。", context_date=MONDAY)
    assert [[m.text for m in duty.lead] for duty in told] == [["设备科"], ["财务"], ["采购"]]


def test_who_of_a_unit_is_called_answers_for_it() -> None:
    (duty,) = extract("@教务处小顾 补考名单今天列出来。", context_date=MONDAY)
    assert [m.text for m in (*duty.lead, *duty.leaders)] == ["教务处", "小顾"]


@pytest.mark.parametrize(
    ("names", "ids"),
    [
        ({"住建": "u-1"}, ["u-1"]),
        ({"市住房城乡建设局": "u-1", "市财政局": "u-2"}, ["u-1"]),
        ({"住建局": "u-1", "市住房和城乡建设局": "u-1", "住建服务中心": "u-2"}, ["u-1"]),
        ({"东县住建局": "u-1", "西县住建局": "u-2"}, [None]),
        ({"市财政局": "u-2"}, [None]),
    ],
)
def test_the_one_unit_of_the_house_is_meant_and_of_two_a_person_tells_which(
    names: dict[str, str], ids: list[str | None]
) -> None:
    (duty,) = extract("住建牵头，周三前报我。", context_date=MONDAY, directory=Directory(names))
    assert [m.unit_id for m in duty.lead] == ids
