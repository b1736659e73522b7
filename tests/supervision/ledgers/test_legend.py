"""What the lines around a table say of its signs."""

import pytest

from zhongshu.supervision.ledgers.legend import legend_of, says_first_leads
from zhongshu.supervision.ledgers.model import Part

LEAD, SUPPORT = Part.LEAD, Part.SUPPORT


@pytest.mark.parametrize(
    ("note", "meant"),
    [
        ("图例：★为牵头单位，○为配合单位。", {"★": LEAD, "○": SUPPORT}),
        ("说明：“●”表示主办，“◎”表示协办", {"●": LEAD, "◎": SUPPORT}),
        ("▲牵头 △配合", {"▲": LEAD, "△": SUPPORT}),
        ("牵头单位用√标注，配合单位用□标注", {"√": LEAD, "□": SUPPORT}),
        ("注：标☆的为责任单位", {"☆": LEAD}),
        ("★为省集中开工项目；牵头单位写在首位并注“*”，其余为配合单位", {"*": LEAD}),
        ("★为市委书记领衔项目。", {}),
        ("●表示该月开展", {}),
        ("灰色为已完成事项", {}),
    ],
)
def test_the_signs_of_who_leads_and_who_supports(note: str, meant: dict[str, Part]) -> None:
    assert legend_of([note]) == meant


def test_the_first_line_that_explains_a_sign_holds() -> None:
    assert legend_of(["★为配合单位", "★为牵头单位"]) == {"★": SUPPORT}


@pytest.mark.parametrize(
    ("note", "leads"),
    [
        ("注：责任科室栏首位为牵头科室", True),
        ("责任单位排在第一位的为牵头单位。", True),
        ("（列第一的是主办单位）", True),
        ("牵头单位列在首位，其余为配合单位", True),
        ("第一季度为牵头抓总阶段", False),
        ("★为牵头单位", False),
    ],
)
def test_a_note_may_say_that_the_first_leads(note: str, leads: bool) -> None:
    assert says_first_leads(note) is leads
