"""Who goes on to act, and what only says on what condition: clauses and sentences that lean on each other."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

DAY = date(2026, 3, 20)


def read(text: str) -> list[tuple[str, list[str]]]:
    return [(duty.action.text, [m.text for m in duty.lead]) for duty in extract(text, context_date=DAY)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("不属于本单位职责的，应当在十日内退回市政府办公室。", "应当在十日内退回市政府办公室"),
        ("各组材料汇总后，由秘书科统一印发。", "由秘书科统一印发"),
        ("县教育局拟定招生方案时，要书面征求家长意见。", "书面征求家长意见"),
    ],
)
def test_a_condition_is_not_what_is_to_be_done(text: str, found: str) -> None:
    ((action, _),) = read(text)
    assert found in action or action in found


def test_a_body_that_only_did_something_lends_no_actor_to_what_follows() -> None:
    text = "省交通厅印发了全省农村公路养护办法。要对照办法抓紧制定实施细则，4月底前印发。"
    assert [lead for _, lead in read(text)] == [[]]


def test_a_new_voice_ends_the_reach_of_the_actor_before() -> None:
    text = "市民政局要摸清底数。会议强调，要于4月底前完成普查工作。"
    assert [lead for _, lead in read(text)][-1] == []


def test_a_line_that_goes_on_with_another_day_keeps_its_actor() -> None:
    text = "各街道于5月10日前报送自查方案；\n每月20日前报送进展；\n11月底前报送总结。"
    assert [lead for _, lead in read(text)] == [["各街道"]] * 3


def test_what_was_asked_before_stays_with_its_own_actor() -> None:
    text = "承办科室收件后要逐件登记。不能按期办结的，应当提前三日书面说明理由，由督查室研究提出处理意见。"
    assert [lead for _, lead in read(text)] == [["承办科室"], ["承办科室"], ["督查室"]]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("审议意见由主任会议讨论通过后交市政府办理。", ["主任会议"]),
        ("议题由召集人确定。", ["召集人"]),
        ("各单位春季造林方案于3月底前报县林业局。", ["各单位"]),
        ("具体价格由县国资中心会同县财政局、城投公司洽谈。", ["县国资中心"]),
    ],
)
def test_whoever_stands_before_the_verb_acts(text: str, lead: list[str]) -> None:
    assert [found for _, found in read(text)] == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "由公用事业基金支付相关费用。",
        "会议原则同意县水利局的请示，同意收回渡口地块12亩使用权。",
        "会议由副县长王强主持。",
    ],
)
def test_nobody_in_particular_is_told_anything(text: str) -> None:
    assert read(text) == []


def test_a_second_day_makes_a_second_duty() -> None:
    text = "请各牵头单位于4月20日前将方案报分管领导审定，并于4月底前报县政府督查室备案。"
    duties: list[Duty] = extract(text, context_date=DAY)
    assert [duty.due.iso for duty in duties] == ["2026-04-20", "2026-04-30"]


def test_how_often_goes_with_what_stands_before_it() -> None:
    (duty,) = extract("由县水利局牵头开展联合巡查，每月不少于2次。", context_date=DAY)
    assert duty.cycle is not None and duty.cycle.text == "每月"


def test_a_title_and_its_text_may_share_a_line() -> None:
    text = "（三）强化信息报送 专项行动领导小组办公室要每周编发一期工作简报。各成员单位要于每周四前报送信息。"
    assert [lead for _, lead in read(text)] == [["专项行动领导小组办公室"], ["各成员单位"]]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("抢修公司今晚24时前恢复通水。", ["抢修公司"]),
        ("管网部3日内查明原因并提交书面报告。", ["管网部"]),
        ("各课题组4/10前把废液登记表交到安全办。", ["各课题组"]),
        ("人力部、工程部两个重点部门下周一拿出方案。", ["人力部", "工程部"]),
        ("徐书记最后要求，办公室本周内把问题分到人头并报送清单。", ["办公室"]),
        ("请卫生局会教育局办，5日内报结果。", ["卫生局"]),
        ("常委会审议通过的决议，市政府应当在两个月内报告落实情况。", ["市政府"]),
        ("会议明确，由马娜牵头，区收储办、区资规局负责，及时汇总土地需求。", ["区收储办", "区资规局"]),
    ],
)
def test_who_acts_where_a_day_or_a_word_of_order_stands_beside_the_name(text: str, lead: list[str]) -> None:
    assert [found for _, found in read(text)] == [lead]


@pytest.mark.parametrize(
    "text",
    [
        "部分乡镇对整治认识不够，至今未开展排查。",
        "各村一定要绷紧弦，不能有半点侥幸心理。",
        "请有关乡镇注意防范山洪。",
    ],
)
def test_blame_and_warning_ask_for_nothing(text: str) -> None:
    assert read(text) == []


def test_the_same_as_above_is_who_stands_above() -> None:
    text = (
        "任务1：打通断头路6条\n牵头单位：市住建局\n任务2：新增泊位500个\n牵头单位：同上\n完成时限：10月底前"
    )
    assert [lead for _, lead in read(text)] == [["市住建局"], ["市住建局"]]
