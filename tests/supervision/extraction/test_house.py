"""The demonstration's own directory: what it adds to reading the demonstration's papers."""

from __future__ import annotations

from datetime import date

import pytest

from zhongshu.cli.demo.places import PLACES
from zhongshu.supervision.extraction import Directory, extract

CONTEXT = date(2026, 3, 18)
HOUSE = Directory.of((place.code, (place.name, place.short, *place.aliases)) for place in PLACES)

# What is written, and of each duty the codes of those who lead and those who join in.
PAPERS: list[tuple[str, list[tuple[list[str], list[str]]]]] = [
    ("公安指挥中心牵头做好节日安保值守，4月3日前报方案。", [(["gaj-zhk"], [])]),
    (
        "请督查科跟踪督办，清溪镇、石桥镇3月底前报送春灌进展。",
        [(["lz-duc"], []), (["nh-qx", "nh-sq"], [])],
    ),
    (
        "南湖县抓紧核实受灾面积，北山县同步开展自查，下周五前报市应急局。",
        [(["nh"], []), (["bs"], [])],
    ),
    ("南湖督查室会同石桥镇水利站核查渠道清淤，4月10日前反馈。", [(["nh-dcs"], ["nh-sq-slz"])]),
    ("由交通局、住建局、公安机关联合开展工地整治，上半年完成。", [(["jtj", "zjj", "gaj"], [])]),
    ("请发改委牵头，财政部门、环保局配合，4月底前拿出项目清单。", [(["fgw"], ["czj", "hbj"])]),
    ("清溪镇党政办4月8日前完成档案移交。", [(["nh-qx-dzb"], [])]),
    ("北山督查室、南湖督查室各报一份典型案例，4月15日前送督查科。", [(["bs-dcs", "nh-dcs"], [])]),
    ("完善工单分办机制。（公安指挥中心牵头，督查科配合）", [(["gaj-zhk"], ["lz-duc"])]),
]


@pytest.mark.parametrize(("text", "duties"), PAPERS, ids=[text[:16] for text, _ in PAPERS])
def test_every_unit_of_the_house_is_known(text: str, duties: list[tuple[list[str], list[str]]]) -> None:
    found = [
        ([m.unit_id for m in duty.lead], [m.unit_id for m in duty.support])
        for duty in extract(text, context_date=CONTEXT, directory=HOUSE)
    ]
    assert found == duties


def test_the_directory_finds_units_that_no_ending_gives_away() -> None:
    told = sum(len(lead) + len(support) for _, duties in PAPERS for lead, support in duties)
    assert named(None) < named(HOUSE) == told


def named(directory: Directory | None) -> int:
    """How many units the papers are found to charge."""
    found = [duty for text, _ in PAPERS for duty in extract(text, context_date=CONTEXT, directory=directory)]
    return sum(len(duty.lead) + len(duty.support) for duty in found)
