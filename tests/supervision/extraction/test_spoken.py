"""Notes as they are spoken: persons by the names they are called, divisions by what they do, one who helps another."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

# What is written, and of each duty who leads, who joins in, who answers in person, and the day.
TOLD: list[tuple[str, list[tuple[str, str, str, str]]]] = [
    ("小李：你把汇报材料再改一稿。老王你跟财务科核一下账，周四前弄完。", [("", "", "小李", ""), ("", "", "老王", "2026-03-19")]),
    ("刘科长你牵头把剩下的8户逐户上门谈一遍。", [("", "", "刘科长", "")]),
    ("另外让后勤把三楼的投影修好。", [("后勤", "", "", "")]),
    ("让档案室把去年的地勘报告调出来，明天下班前放我桌上。", [("档案室", "", "", "2026-03-19")]),
    ("工程部4月5日前把围挡立起来，安全总监老魏每天7点开班前会。", [("工程部", "", "", "2026-04-05"), ("", "", "老魏", "")]),
    ("人力资源科配合安全科做好心理测评，5月底前完成。", [("安全科", "人力资源科", "", "2026-05-31")]),
    ("请城管局商交警大队研究，一周内报我。", [("城管局", "交警大队", "", "2026-03-25")]),
    ("限城管委一个月内解决到位。", [("城管委", "", "", "2026-04-18")]),
    ("通风队今天中班前把探头重新标校。", [("通风队", "", "", "2026-03-18")]),
    ("由安全部汇总后于28日前报集团安监部。", [("安全部", "", "", "2026-03-28")]),
    ("请办公室通知各科室，国庆节前把盘点表交过来，逾期不报的在周例会上点名。", [("办公室", "", "", "2026-09-30")]),
    ("复产须经总工程师签字，签字前任何人不得下达生产指令。", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "duties"), TOLD, ids=[text[:12] for text, _ in TOLD])
def test_whoever_is_spoken_to_is_meant(text: str, duties: list[tuple[str, str, str, str]]) -> None:
    assert [
        (*("、".join(one.text for one in names) for names in (d.lead, d.support, d.leaders)), d.due.iso or "")
        for d in extract(text, context_date=date(2026, 3, 18))
    ] == duties
