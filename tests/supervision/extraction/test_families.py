"""Whole families of what notes say – how often, by when, who joins in – with whoever stands before: each member is read."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import Duty, extract

MONDAY = date(2026, 11, 23)
UNITS = ("水利站", "检修班", "食堂", "妇联", "抢修一队", "12345热线办")

# How often, with what is done then.
CYCLES = """
每隔三天报一次进度 每礼拜报两次进度 每15分钟报一次水位 每早报一次人数 三天一报库存 一月一审，结果公开 24小时一通报
半月一碰头，议一次难点 一季度盘一次库
一小时报一次负荷 两个月开一次协调会 一天扫两遍大厅 按天报进度 逐周通报进展
双周碰一次头 隔周查一次排口
天天上山转一圈 每个周末组织一次清扫 逢雨必巡，巡完报告
逢周五报一次客流 早晚各报一次水位
""".split()

# By when, and the day that is read (- where a rule tells it).
TIMES = {
    "-": "过完节 会前 下班前 开会前 这两天 开春前 冬至前 考核组来之前 专家到之前 期末考试前".split()
    + "春节上班第一天 月中 节后".split(),
    "2026-11-23": "今儿下午 今晚 收工前 打烊前".split(),
    "2026-11-24": "明儿一早 明天清早 明晚".split(),
    "2026-11-25": "后天早上 明后两天 周三下午3点前".split(),
    "2026-11-27": "周五下班前 周五晚饭前".split(),
    "2026-11-30": "月末 月底 三十号前".split(),
    "2026-12-08": "8号 8号上午 下月8号".split(),
}
_SAME_DAY = {"下班前": "2026-11-23"}

# How somebody joins in, behind whoever does the work.
HELP = """
配合 协助 帮忙 搭把手 搭个手 帮一把 帮个忙 打下手 跟着 陪同
支援 列席 派人参加 派两个人帮忙 出三辆车支援
从旁协助 一同参加 也要参加 全程参与 到场配合 出人协助
给予支持 提供技术支持 帮着清点 密切配合 也配合
""".split()
TAKEN_ALONG = "带着 带上 叫上 拉上 会同".split()


def _names(duty: Duty) -> tuple[list[str], list[str]]:
    return [m.text for m in duty.lead], [m.text for m in duty.support]


@pytest.mark.parametrize("cycle", CYCLES)
def test_however_often_is_told_the_name_before_it_is_read(cycle: str) -> None:
    told = {unit: [(_names(d)[0], bool(d.cycle)) for d in extract(f"{unit}{cycle}。")] for unit in UNITS}
    assert told == {unit: [([unit], True)] for unit in UNITS}


@pytest.mark.parametrize(("day", "time"), [(day, time) for day, times in TIMES.items() for time in times])
def test_by_whatever_time_it_is_told_the_name_before_it_is_read(day: str, time: str) -> None:
    expected = _SAME_DAY.get(time, day)
    for unit in UNITS:
        (duty,) = extract(f"{unit}{time}把清单报给我。", context_date=MONDAY)
        assert (_names(duty)[0], duty.due.iso or "-", bool(duty.due.raw)) == ([unit], expected, True)


@pytest.mark.parametrize("help_", HELP)
@pytest.mark.parametrize("helper", ["财务科", "林业站、派出所"])
def test_whoever_joins_in_supports_in_whatever_words(helper: str, help_: str) -> None:
    (duty,) = extract(f"请水利站牵头查排口，{helper}{help_}，周五前报我。", context_date=MONDAY)
    assert _names(duty) == (["水利站"], helper.split("、")) and duty.due.iso == "2026-11-27"


@pytest.mark.parametrize("word", TAKEN_ALONG)
def test_whoever_is_taken_along_supports(word: str) -> None:
    (duty,) = extract(f"请应急局{word}消防大队把商场查一遍，周五前报我。", context_date=MONDAY)
    assert _names(duty) == (["应急局"], ["消防大队"])


# What is about a thing, before who does it; who comes, what is told: nobody's task.
@pytest.mark.parametrize("thing", "慰问品 值班表 分配表 欠薪台账 报名材料 工程款 会议通知 课表".split())
def test_what_it_is_about_stands_before_who_does_it(thing: str) -> None:
    (duty,) = extract(f"{thing}民政局周五前弄好。", context_date=MONDAY)
    assert (_names(duty)[0], duty.due.iso) == (["民政局"], "2026-11-27")


@pytest.mark.parametrize(
    "text",
    [
        "市委巡察组下周一进驻。",
        "做传感器的那家客商要来考察。",
        "市里文明办周四来暗访。",
        "值班室：接县防办通知，今晚有暴雨。",
        "督察组反馈的黑臭水体问题，群众意见很大。",
        "两所学校食堂留样不足四十八小时。",
    ],
)
def test_who_comes_and_what_was_found_is_no_task(text: str) -> None:
    assert extract(text, context_date=MONDAY) == []


def test_before_who_comes_there_is_a_task() -> None:
    (duty,) = extract("检查组进驻前完成自查。")
    assert duty.due.rule == "before 检查组"


@pytest.mark.parametrize("told", ["防火期到了", "汛期快到了", "春节近了", "把钱结了"])
def test_a_season_that_has_come_makes_nothing_past(told: str) -> None:
    (duty,) = extract(f"{told}，林业局每天抽查两个点。", context_date=MONDAY)
    assert (_names(duty)[0], bool(duty.cycle)) == (["林业局"], True)
