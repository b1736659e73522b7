"""The heading of a paper and the day it bears, as papers of an office have them."""

from datetime import date

import pytest

from zhongshu.supervision.extraction import date_of, title_of

TODAY = date(2026, 11, 22)
MINUTES = "中共澜州市委办公室会议纪要\n〔2026〕31号\n2026年11月20日，市委秘书长主持召开专题会议。\n一、由市财政局牵头。"
MASTHEAD = "澜州市人民政府专题会议纪要\n〔2026〕41号\n澜州市人民政府办公室        2026年11月20日\n"
NOTICE = """特急
澜政办发〔2026〕12号
澜州市人民政府办公室
关于做好防汛工作的通知
各县人民政府：
请于6月底前完成隐患排查，2026年5月30日前报送方案。
二〇二六年五月二十一日
（此件公开发布）"""


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (MINUTES, "中共澜州市委办公室会议纪要"),
        (NOTICE, "澜州市人民政府办公室关于做好防汛工作的通知"),
        ("\n\n第16次市长办公会议纪要\n（2026年3月5日）\n一、请市教育局落实。", "第16次市长办公会议纪要"),
        ("2026年3月5日\n冬季供暖专题会议记录\n议定：", "冬季供暖专题会议记录"),
        ("澜州市人民政府办公室    2026年11月20日\n专题会议纪要\n一、", "专题会议纪要"),
        ("请市发展改革委牵头研究，月底前报结果。", ""),
        ("", ""),
        ("12345\n----", ""),
    ],
)
def test_the_heading_is_the_first_line_of_words(text: str, title: str) -> None:
    assert title_of(text) == title


@pytest.mark.parametrize(
    ("text", "day"),
    [
        (MINUTES, date(2026, 11, 20)),
        (NOTICE, date(2026, 5, 21)),
        ("会议纪要\n时间：2026年3月5日上午\n地点：三楼", date(2026, 3, 5)),
        ("会议纪要\n（2026-03-05）\n一、", date(2026, 3, 5)),
        ("工作要点\n一、2026年12月31日前完成。", None),
        ("通知\n正文\n2027年1月5日", None),
        ("通知\n正文\n2026年2月30日", None),
        ("通知\n正文\n二〇二五年十二月三十一日", date(2025, 12, 31)),
        ("通知\n正文\n二〇二六年十月十日", date(2026, 10, 10)),
        (f"{MASTHEAD}11月19日下午，听取汇报。\n一、由市财政局牵头。", date(2026, 11, 20)),
        ("会议纪要\n时间：2026年3月5日\n正文\n市委办公室　2026年3月9日印发", date(2026, 3, 5)),
        ("会议纪要\n听取汇报。\n市委办公室　2026年3月9日印发", date(2026, 3, 9)),
        ("陈立同志2026年11月20日在《关于东山大桥的报告》上批示：请市交通局牵头。", date(2026, 11, 20)),
        ("工作要点\n市财政局 2026年10月1日前完成。", None),
    ],
)
def test_the_day_is_the_one_the_paper_bears_and_no_deadline(text: str, day: date | None) -> None:
    assert date_of(text, before=TODAY) == day
