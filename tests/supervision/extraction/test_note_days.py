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
]
NONE = (
    "降了1.3个点，|还差6.3。|5.12地震救援，|5.8会议精神，|上月27号定的，|1.2加强巡查，|7.1起执行，|6.18下午五点开始，|"
    "6.5公里通车，|第9号文交办，|16号楼完工，|5.30完工的项目，|v1.4上线，|4.20报市里，|2024年7月3日定稿，|每周五交我"
)


@pytest.mark.parametrize(("text", "raw", "iso"), DAYS)
def test_a_bare_time_before_what_is_to_be_done_is_a_deadline(text: str, raw: str, iso: str) -> None:
    (found,) = find_due(Passage.of(text), TOLD, note=True)
    assert (text[found.start : found.end], found.iso) == (raw, iso)


@pytest.mark.parametrize("text", NONE.split("|"))
def test_figures_events_and_days_gone_by_are_none(text: str) -> None:
    assert not [one for one in find_due(Passage.of(text), TOLD, note=True) if one.iso]


def test_only_a_note_is_read_so() -> None:
    (duty,) = extract("@住建局 把围挡撤走，5.31完工。", context_date=TOLD)
    assert duty.due.iso == "2025-05-31"
    assert not find_due(Passage.of("工程5.31完工。"), TOLD)
