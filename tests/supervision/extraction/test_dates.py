"""Deadlines as offices write them, read against a document of Friday 20 March 2026."""

from __future__ import annotations

from datetime import date

import pytest

from tests.supervision.extraction.deadlines import read_due
from zhongshu.supervision.extraction import extract

CONTEXT = date(2026, 3, 20)

DAYS = [
    ("12月底前完成", "12月底前", "2026-12-31"),
    ("于6月30日前报送", "6月30日前", "2026-06-30"),
    ("2026年9月15日之前办结", "2026年9月15日之前", "2026-09-15"),
    ("务必于2017年10月底以前整改到位", "2017年10月底以前", "2017-10-31"),
    ("2027年2月底前", "2027年2月底前", "2027-02-28"),
    ("到2028年2月底，", "到2028年2月底", "2028-02-29"),
    ("到2030年，全市", "到2030年", "2030-12-31"),
    ("2026年年底前", "2026年年底前", "2026-12-31"),
    ("力争今年年内推出", "今年年内", "2026-12-31"),
    ("年底前报结果", "年底前", "2026-12-31"),
    ("年内见成效", "年内", "2026-12-31"),
    ("明年6月底前", "明年6月底前", "2027-06-30"),
    ("下周三下班前报市政府", "下周三下班前", "2026-03-25"),
    ("请于下周五前反馈", "下周五前", "2026-03-27"),
    ("本周五前报办公室", "本周五前", "2026-03-20"),
    ("本月底前完成", "本月底前", "2026-03-31"),
    ("月底前报结果", "月底前", "2026-03-31"),
    ("下月10日前", "下月10日前", "2026-04-10"),
    ("下月底前", "下月底前", "2026-04-30"),
    ("三季度末前", "三季度末前", "2026-09-30"),
    ("三季度末完成", "三季度末", "2026-09-30"),
    ("一季度末完成", "一季度末", "2026-03-31"),
    ("上半年完成", "上半年", "2026-06-30"),
    ("2026年上半年开工", "2026年上半年", "2026-06-30"),
    ("本季度末前", "本季度末前", "2026-03-31"),
    ("国庆节前完工", "国庆节前", "2026-09-30"),
    ("春节前发放到位", "春节前", "2027-02-05"),
    ("五一前开园", "五一前", "2026-04-30"),
    ("端午节前", "端午节前", "2026-06-18"),
    ("中秋节前", "中秋节前", "2026-09-24"),
    ("元旦前", "元旦前", "2026-12-31"),
    ("3月至6月，", "3月至6月", "2026-06-30"),
    ("4—9月，", "4—9月", "2026-09-30"),
    ("5月中旬前", "5月中旬前", "2026-05-20"),
    ("5月上旬完成", "5月上旬", "2026-05-10"),
    ("28日前报送", "28日前", "2026-03-28"),
    ("5日前报送", "5日前", "2026-04-05"),
    ("明天下班前报", "明天下班前", "2026-03-21"),
    ("“十五五”期间", "“十五五”期间", "2030-12-31"),
    ("自本意见印发之日起30日内", "本意见印发之日起30日内", "2026-04-19"),
    ("６月３０日前报送", "６月３０日前", "2026-06-30"),
    ("十二月底前", "十二月底前", "2026-12-31"),
    ("（即日起—4月15日）：", "即日起—4月15日", "2026-04-15"),
    ("4月份，要完成全部初验", "4月份", "2026-04-30"),
    ("6月前清空积压", "6月前", "2026-05-31"),
    ("6月份前清空积压", "6月份前", "2026-06-30"),
    ("2027年1月前", "2027年1月前", "2026-12-31"),
    ("4/10前交登记表", "4/10前", "2026-04-10"),
    ("19时前完成转移", "19时前", "2026-03-20"),
    ("迎峰度夏前（7月5日）投运", "迎峰度夏前（7月5日）", "2026-07-05"),
    ("9月1日恢复预约", "9月1日", "2026-09-01"),
    ("定在4月17日", "4月17日", "2026-04-17"),
    ("批示：“请交通局4月20日前销号。”", "4月20日前", "2026-04-20"),
    ("①4月底前完成防水", "4月底前", "2026-04-30"),
    ("务于二十五日前报办公室", "二十五日前", "2026-03-25"),
    ("5月中下旬公布结果", "5月中下旬", "2026-05-31"),
    ("4月8日（含）前提交", "4月8日（含）前", "2026-04-08"),
    ("国庆假期前完成检修", "国庆假期前", "2026-09-30"),
    ("铁路支线上半年建成通车", "上半年", "2026-06-30"),
    ("三季度内完成处置", "三季度内", "2026-09-30"),
    ("于次年1月向人大报告", "次年1月", "2027-01-31"),
]

RULES = [
    ("收到批示后5个工作日内", "收到批示后5个工作日内", "P5WD after receipt"),
    ("应在收到之日起3个月内办理完毕", "收到之日起3个月内", "P3M after receipt"),
    ("会后7日内上报", "会后7日内", "P7D after meeting"),
    ("于会前3天送市政府办公室", "会前3天", "P3D before meeting"),
    ("在执法决定作出之日起20个工作日内", "执法决定作出之日起20个工作日内", "P20WD after decision"),
    ("并在3个月内再次答复", "3个月内", "P3M"),
    ("应当在半个月内报结果", "半个月内", "P15D"),
    ("凡有投诉，两周内完成答复", "两周内", "P2W"),
    ("收到工单的当日答复", "收到工单的当日", "P0D after receipt"),
    ("接到投诉的次日回访", "接到投诉的次日", "P1D after receipt"),
    ("每学期末上交小结", "每学期末", "termly end"),
    ("接报后24小时内处置", "接报后24小时内", "PT24H after receipt"),
    ("自下达之日起10日内", "下达之日起10日内", "P10D after assignment"),
    ("每月25日前报送", "每月25日前", "monthly 25"),
    ("每月底前报送", "每月底前", "monthly EOM"),
    ("每年1月31日前公开", "每年1月31日前", "yearly 01-31"),
    ("每年2月底前", "每年2月底前", "yearly 02-EOM"),
    ("每周五下午4点前", "每周五下午4点前", "weekly Fri 16:00"),
    ("每周一上午9时30分前", "每周一上午9时30分前", "weekly Mon 09:30"),
    ("每周二12：00前", "每周二12：00前", "weekly Tue 12:00"),
    ("每季度首月20日前", "每季度首月20日前", "quarterly month1 day20"),
    ("每季度末前", "每季度末前", "quarterly month3 dayEOM"),
    ("长期坚持", "长期坚持", "ongoing"),
    ("立即上报", "立即", "immediate"),
    ("尽快拿出方案", "尽快", "asap"),
    ("汛期前完成", "汛期前", "before 汛期"),
    ("2026年春耕前完成清淤", "2026年春耕前", "before 春耕"),
    ("于节前完成自查", "节前", "before 节"),
    ("开学第一周完成巡查", "开学第一周", "term begin"),
    ("本学期末前完成评教", "本学期末前", "term end"),
    ("于第10周组织听课", "第10周", "week of term"),
    ("每季度终了后10日内报送", "每季度终了后10日内", "quarterly P10D after end"),
    ("季后15日内报表", "季后15日内", "quarterly P15D after end"),
    ("每年6月、12月底前报送", "每年6月、12月底前", "yearly 12-EOM"),
    ("每逢周一汇总", "每逢周一", "weekly Mon"),
    ("每周五利用班会课开展教育", "每周五", "weekly Fri"),
    ("2008年9月31日前", "2008年9月31日前", "invalid-date 2008-09-31"),
]

WITHOUT_DATE = [
    ("年底前", "year-end"),
    ("6月20日18：00前", "--06-20T18:00"),
    ("月底前", "month-end"),
    ("三季度末", "--09-EOM"),
    ("国庆节前", "before 国庆"),
    ("下周三下班前", "next-week 3"),
]

NO_DEADLINE = [
    "采暖季结束的标准",
    "环节前后衔接",
    "下周例会通报",
    "2018年7月30日召开的会议",
    "比2015年下降22%以上",
    "审批时间压缩至90个工作日以内",
    "根据2026年工作要点",
    "第3季节性用工",
    "〔2026〕3号",
    "自2026年1月1日起施行",
    "“十四五”期间",
]


@pytest.mark.parametrize(("text", "raw", "iso"), DAYS)
def test_deadline_becomes_a_day(text: str, raw: str, iso: str) -> None:
    (due,) = read_due(text, CONTEXT)
    assert (due.raw, due.iso, due.rule) == (raw, iso, None)
    assert due.span is not None and text[due.span.start : due.span.end] == raw


@pytest.mark.parametrize(("text", "raw", "rule"), RULES)
def test_deadline_stays_a_rule(text: str, raw: str, rule: str) -> None:
    (due,) = read_due(text, CONTEXT)
    assert (due.raw, due.iso, due.rule) == (raw, None, rule)


@pytest.mark.parametrize(("text", "rule"), WITHOUT_DATE)
def test_without_the_documents_date_no_day_is_guessed(text: str, rule: str) -> None:
    (due,) = read_due(text)
    assert (due.iso, due.rule) == (None, rule)


def test_a_day_after_a_monthly_one_is_of_every_month_too() -> None:
    rules = [due.rule for due in read_due("财务科须于每月3日前完成结账，5日前报送报表。", CONTEXT)]
    assert rules == ["monthly 03", "monthly 05"]


@pytest.mark.parametrize("text", NO_DEADLINE)
def test_a_date_referred_to_is_no_deadline(text: str) -> None:
    assert read_due(text, CONTEXT) == []


@pytest.mark.parametrize(
    "text", ["3月1日前", "2月底前", "1月前", "本周一前", "春节前", "元旦前", "一季度前", "10日前"]
)
def test_a_yearless_deadline_is_never_in_the_past(text: str) -> None:
    for due in read_due(text, CONTEXT):
        assert due.iso is None or due.iso >= CONTEXT.isoformat()


def test_people_moved_out_the_same_day_are_due_that_day() -> None:
    (duty,) = extract("镇政府要对险房住户当日撤离。", context_date=date(2024, 7, 2))
    assert (duty.due.raw, duty.due.rule) == ("当日", "same-day")


@pytest.mark.parametrize(
    ("said", "rule", "day"),
    [
        ("三天内拿出方案", "P3D", date(2026, 3, 21)),
        ("一周内拿出方案", "P1W", date(2026, 3, 25)),
        ("一个月内拿出方案", "P1M", date(2026, 4, 18)),
        ("三个工作日内拿出方案", "P3WD", None),
    ],
)
def test_a_period_with_nothing_it_counts_from_is_a_rule_meant_from_the_day_of_the_note(
    said: str, rule: str, day: date | None
) -> None:
    (due,) = read_due(f"请养护中心{said}。", date(2026, 3, 18))
    assert (due.iso, due.rule, due.day(date(2026, 3, 18))) == (None, rule, day)


@pytest.mark.parametrize(
    ("said", "rule"),
    [("每天早读7:20前", "daily 07:20"), ("每天晚上八点前", "daily 20:00"), ("每晚9点", "daily 21:00")],
)
def test_an_hour_of_every_day_however_it_is_told(said: str, rule: str) -> None:
    assert [due.rule for due in read_due(f"各班{said}把楼道巡一遍。")] == [rule]


@pytest.mark.parametrize(
    ("said", "day"),
    [
        ("4/2到厂验货，照片发回", "2026-04-02"),
        ("样品列表周一给我", "2026-03-23"),
        ("重做一版，3月25日交；", "2026-03-25"),
        ("摄影部周四晚上交稿", "2026-03-26"),
        ("护学岗4月1日到位", "2026-04-01"),
        ("机修组20号前把坏了的泵换掉", "2026-03-20"),
    ],
)
def test_days_of_notes_are_known_by_what_is_to_be_done_then(said: str, day: str) -> None:
    assert [due.iso for due in read_due(said, CONTEXT)] == [day]


@pytest.mark.parametrize("said", ["占1/3到货的批次", "今晚23:30停机升级", "已超过办理时限6天，请抓紧"])
def test_what_looks_like_such_a_day_and_is_none(said: str) -> None:
    assert not [due for due in read_due(said, CONTEXT) if due.iso or (due.rule or "").startswith("P")]


def test_a_limit_without_a_word_of_its_end_is_a_rule() -> None:
    assert [due.rule for due in read_due("由信息科解决，时限两周。", CONTEXT)] == ["P2W"]
