"""In a note a bare time before what is to be done is a deadline, though no 前 follows; elsewhere it is none."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract
from zhongshu.supervision.extraction.dates import find_due
from zhongshu.supervision.extraction.spans import Passage

TOLD = date(2025, 5, 6)
DAYS = [
    ("绿道住建主抓，5.28贯通见效，", "5.28", "2025-05-28"),
    ("各镇5.12中午前报水务，", "5.12中午前", "2025-05-12"),
    ("，6.4区长办公会上议一下，", "6.4", "2025-06-04"),
    ("，10.8准时开闸供水，", "10.8", "2025-10-08"),
    ("预案19号定稿，", "19号", "2025-05-19"),
    ("6月3日先出初稿给我，", "6月3日", "2025-06-03"),
    ("管网9月必须接完，", "9月", "2025-09-30"),
    ("食堂8月先开三家，", "8月", "2025-08-31"),
    ("税收二季度要追回到2%以内，", "二季度", "2025-06-30"),
    ("2026年上半年完成5家，", "2026年上半年", "2026-06-30"),
    ("验收推到6.20。", "6.20", "2025-06-20"),
    ("城管本周把台账补齐，", "本周", "2025-05-11"),
    ("乡镇这周在每个水塘边插一块牌子，", "这周", "2025-05-11"),
    ("住建下周拿出方案，", "下周", "2025-05-18"),
    ("住建这个月把账对完，", "这个月", "2025-05-31"),
    ("住建下个月拿方案，", "下个月", "2025-06-30"),
    ("住建下季度办结，", "下季度", "2025-09-30"),
    ("住建今晚报数，", "今晚", "2025-05-06"),
    ("住建明早报数，", "明早", "2025-05-07"),
    ("督查室晚上去看看灯亮不亮，", "晚上", "2025-05-06"),
    ("住建下午把名单报来，", "下午", "2025-05-06"),
    ("住建下周二上会前定稿，", "下周二上会前", "2025-05-13"),
    ("，15日开栓，", "15日", "2025-05-15"),
    ("，下午三点前报我，", "下午三点前", "2025-05-06"),
    ("交警下礼拜画好，", "下礼拜", "2025-05-18"),
    ("差额6月15日随工资一并打到卡上，", "6月15日", "2025-06-15"),
    ("后天下午带方案到我办公室，", "后天下午", "2025-05-08"),
    ("，明早上班放我桌上，", "明早上班", "2025-05-07"),
]
NONE = (
    "降了1.3个点，|还差6.3。|5.12地震救援，|5.8会议精神，|上月27号定的，|1.2加强巡查，|7.1起执行，|6.18下午五点开始，|"
    "6.5公里通车，|第9号文交办，|16号楼完工，|5.30完工的项目，|v1.4上线，|4.20报市里，|2024年7月3日定稿，|每周五交我|"
    "这周信访量高，|这周来了三拨人，|这个月完成产值3亿，|本月完成投资2亿元，|每天晚上去看看，|昨天下午报来的名单，|下周督查组要来，|上午开了会|周五推进会的材料，|"
    "中秋前后少雨，|端午前后人多"
)


@pytest.mark.parametrize(("text", "raw", "iso"), DAYS)
def test_a_bare_time_before_what_is_to_be_done_is_a_deadline(text: str, raw: str, iso: str) -> None:
    (found,) = find_due(Passage.of(text), TOLD, note=True)
    assert (text[found.start : found.end], found.iso) == (raw, iso)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_figures_events_and_days_gone_by_are_none(text: str) -> None:
    assert not [one for one in find_due(Passage.of(text), TOLD, note=True) if one.iso]


@pytest.mark.parametrize(
    ("text", "raw", "rule"),
    [
        ("自规、环保合计一下，半个月给结果。", "半个月", "P15D"),
        ("住建十天拿出方案。", "十天", "P10D"),
        ("住建一周交稿。", "一周", "P1W"),
    ],
)
def test_a_bare_period_counts_from_the_note(text: str, raw: str, rule: str) -> None:
    (found,) = find_due(Passage.of(text), TOLD, note=True)
    assert (text[found.start : found.end], found.rule) == (raw, rule)
    assert not find_due(Passage.of(text), TOLD)


@pytest.mark.parametrize("text", "近十天拿出了两稿，|每半个月报一次，|住建三天一报，|过了一周交稿".split("|"))
def test_periods_gone_by_and_cycles_are_none(text: str) -> None:
    assert not find_due(Passage.of(text), TOLD, note=True)


@pytest.mark.parametrize(
    ("text", "rule", "day"),
    [
        ("自规、环保先合计，半个月给结果。", "P15D", date(2025, 5, 21)),
        ("住建两周内拿方案，城管跟着。", "P2W", date(2025, 5, 20)),
        ("请技术中心三天内拿出监测分析。", "P3D", date(2025, 5, 9)),
    ],
)
def test_a_period_stays_a_rule_and_its_day_is_proposed(text: str, rule: str, day: date) -> None:
    (due,) = [duty.due for duty in extract(text, context_date=TOLD) if duty.due.raw]
    assert (due.iso, due.rule, due.day(TOLD)) == (None, rule, day)


def test_the_eve_of_a_day_of_the_moon_is_a_rule() -> None:
    (duty,) = extract("人社主办，腊月二十前清零。", context_date=TOLD)
    assert (duty.due.raw, duty.due.rule) == ("腊月二十前", "before 腊月二十")


def test_only_a_note_is_read_so() -> None:
    (duty,) = extract("@住建局 把围挡撤走，5.31完工。", context_date=TOLD)
    assert duty.due.iso == "2025-05-31"
    assert not find_due(Passage.of("工程5.31完工。"), TOLD)


Told = list[tuple[list[str], str | None]]
PARTS: list[tuple[str, Told]] = [
    ("安环部牵头，机电队配合，所列问题限6月20日前销号，其中重大隐患5月25日前必须清零。",
     [(["安环部"], "2025-06-20"), (["安环部"], "2025-05-25")]),
    ("财政局：公用经费压减5%以上，从明年1月起执行，具体办法5月20日前上会。", [(["财政局"], None), (["财政局"], "2025-05-20")]),
    ("周五推进会的材料：住建报老旧小区、民政报养老床位，都在周四中午12点前发我邮箱。",
     [(["住建"], "2025-05-08"), (["民政"], "2025-05-08")]),
    ("元旦前最后一次安全大排查：应急总牵头，12.29前收尾。", [(["应急"], "2025-12-29")]),
    ("请综合处起草回复口径，法规处会签，5月20日前送办公厅。", [(["综合处"], "2025-05-20")]),
    ("各处每周四报下周安排，综合处汇总后周五上午呈司长。", [(["各处"], "weekly Thu"), (["综合处"], "weekly Fri")]),
    ("各科室每周一报计划，办公室周五前拿出模板。", [(["各科室"], "weekly Mon"), (["办公室"], "2025-05-09")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), PARTS)
def test_each_day_belongs_to_what_it_is_told_of(text: str, told: Told) -> None:
    found = extract(text, context_date=TOLD)
    assert [([m.text for m in d.lead], d.due.iso or d.due.rule) for d in found] == told


@pytest.mark.parametrize(
    "text",
    [
        "本人因母亲住院，申请5月9日至11日事假三天。妥否，请批准。",
        "我想请5月12日至16日年休假，请领导批准。",
        "验收由基建处牵头、后勤处配合，12月底前已全部办结，特此说明。",
    ],
)
def test_leave_asked_for_and_what_is_over_ask_nothing_of_anybody(text: str) -> None:
    assert not extract(text, context_date=TOLD)


def test_plans_of_leave_and_what_is_left_are_asked_for() -> None:
    (first,) = extract("请各科室5月20日前报年休假计划。", context_date=TOLD)
    (second,) = extract("小陈：自查表信息科还没交，你今天下班前催回来。", context_date=TOLD)
    assert (first.due.iso, second.due.iso) == ("2025-05-20", "2025-05-06")
    assert "还没交" not in second.action.text


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("周五下午开演练复盘会，请保卫处、后勤处列席，办公室周四前发通知。", "2025-05-09"),
        (
            "县委办来电：明天上午8:30书记到柳河镇调研，请交通局主要负责同志随行，柳河镇周四前备好材料。",
            "2025-05-07",
        ),
    ],
)
def test_whoever_is_asked_to_a_meeting_is_there_on_its_day(text: str, iso: str) -> None:
    assert extract(text, context_date=TOLD)[0].due.iso == iso


def test_what_is_called_off_asks_nothing() -> None:
    assert not extract("来电告知：调研组原定5月16日来院，因故取消，时间另行通知。", context_date=TOLD)


@pytest.mark.parametrize(
    "text",
    [
        "原定5月16日的演练暂停，保卫处5月20日前报新方案。",
        "调研组原定5月16日来院，因故取消，请院办5月20日前把接待用车退掉。",
        "我处申请的休假计划由人事处5月20日前批复。",
        "整改由安监科负责，已完成的销号，未完成的5月20日前完成。",
    ],
)
def test_what_is_asked_beside_it_stays(text: str) -> None:
    assert [duty.due.iso for duty in extract(text, context_date=TOLD)] == ["2025-05-20"]
