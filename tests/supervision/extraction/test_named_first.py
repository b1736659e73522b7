"""In a note systems are named by one word: before what is asked, as those who are late, with others, or all by one day."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.supervision.extraction import extract

TOLD = date(2025, 3, 12)  # a Wednesday
NOTES = """
两件事：①住建，危房排查，后天报我；②水务，泵房的闸门这周修好。 | 住建 - 2025-03-14 | 水务 - 2025-03-16
一是环保，烟囱的数据后天给我；二是应急，仓库的账月底前对完。 | 环保 - 2025-03-14 | 应急 - 2025-03-31
欠着没交的有农业、林业、文旅三家，今晚12点前补齐。 | 农业、林业、文旅 - 2025-03-12
没动的还有城管、交通，周五前开工。 | 城管、交通 - 2025-03-14
督查室老周：棚改那几户，明早8点前给书记发个短信。 | 督查室 - 2025-03-13
住建局李局牵头，月底前把账对完。 | 住建局 - 2025-03-31
中考保障：教育牵头，公安、卫健都要上，6月10号前把预案过一遍。 | 教育 公安、卫健 2025-06-10
住建和城管：渣土车的事，20号前理清楚，城管主抓。 | 城管 住建 2025-03-20
水务、农业：灌溉渠清淤，水务牵头，月底前清完。 | 水务 农业 2025-03-31
民政局明天上午去养老院，消防队一起去。 | 民政局 消防队 2025-03-13
月底前，民政把低保的账跟财政、审计对一遍。 | 民政 财政、审计 2025-03-31
信访局牵头，各镇、各局办配合，月底前化解完。 | 信访局 各镇、各局办 2025-03-31
五一前办两桩：一是文旅把车位划出来，二是公安把堵点疏开。 | 文旅 - 2025-04-30 | 公安 - 2025-04-30
月底前三件事：住建把危房台账补齐；水务把泵房修好。 | 住建 - 2025-03-31 | 水务 - 2025-03-31
教育后天前把流程给我，宣传安排一个记者。 | 教育 - 2025-03-14 | 宣传 - -
财政10号前挂网，审计那边抽两家看看。 | 财政 - 2025-04-10 | 审计 - -
商务联系石油公司，每个乡镇留一台加油车，农业给个布点图。 | 商务 - - | 农业 - -
人社把名单核一遍，财政算一算缺口。 | 人社 - - | 财政 - -
雪一下就动：交通、城管全员上路，乡镇管乡道，应急半小时一调度。 | 交通、城管 - - | 乡镇 - - | 应急 - -
还差三家没报：人社、医保、退役军人局，今天下班前报齐。 | 人社、医保、退役军人局 - 2025-03-12
暑期防溺水，教育、团委一起弄，妇联配合；乡镇这周在塘边插一块牌子。 | 教育、团委 妇联 - | 乡镇 - 2025-03-16
护理部这周把表换成新版，各病区周五交回执。 | 护理部 - 2025-03-16 | 各病区 - 2025-03-14
城管今天下午清，街道跟着，交警把标线补了，明天上午书记要去看。 | 城管 街道 2025-03-12 | 交警 - -
招生划片，教育拿方案，发改算账，月底上会。 | 教育 - - | 发改 - 2025-03-31
文旅、市监、交通五月十号前联合查一遍。 | 文旅、市监、交通 - 2025-05-10
城管牵头，还有农业、水利两家没动静，明天上午十点前报我。 | 农业、水利 - 2025-03-13
火点由城管、镇里当天清完。 | 城管、镇里 - same-day
住建今晚把水排干，县长明天要看。 | 住建 - 2025-03-12
""".strip().splitlines()
NOTHING = (
    "书记要心里有数。|县长明天要看。|教育经费要保障。|审计问题整改情况良好。|农业这几年变化大。|"
    "宣传教育工作要加强。|没报的有两家。"
)


@pytest.mark.parametrize("line", NOTES)
def test_who_is_meant_and_by_when(line: str) -> None:
    text, *duties = line.split(" | ")
    assert [
        " ".join(
            one or "-"
            for one in (
                "、".join(m.text for m in duty.lead),
                "、".join(m.text for m in duty.support),
                duty.due.iso or duty.due.rule,
            )
        )
        for duty in extract(text, context_date=TOLD)
    ] == duties


@pytest.mark.parametrize("text", NOTHING.split("|"))
def test_topics_and_wishes_ask_nothing(text: str) -> None:
    assert not extract(text, context_date=TOLD)


@pytest.mark.parametrize(
    ("text", "cycles"),
    [
        ("发改月月报，工信旬旬报，商务季季报。", ["月月", "旬旬", "季季"]),
        ("环保、公安轮着巡夜，三天一轮。", ["三天一轮"]),
        ("应急半小时一调度，水务两小时一报。", ["半小时一调度", "两小时一报"]),
        ("住建天天巡，环保三天一抽查。", ["天天", "三天一抽查"]),
        ("国资每季度看一次报表，审计每年抽三家。", ["每季度", "每年"]),
        ("村里的每周巡一遍，县河长办每月出通报。", ["每周", "每月"]),
    ],
)
def test_paces_of_notes(text: str, cycles: list[str]) -> None:
    told = [duty.cycle.text for duty in extract(text, context_date=TOLD) if duty.cycle]
    assert told == cycles


def test_a_system_in_charge_is_no_person() -> None:
    duties = extract("应急演练放在5月12日，应急牵头，消防参加，方案4月底前给我。", context_date=TOLD)
    assert duties and not any(duty.leaders for duty in duties)
