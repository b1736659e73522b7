"""Who leads and who supports, by the cue that says so."""

from __future__ import annotations

import pytest

from zhongshu.supervision.extraction import Duty, extract

ROLES = [
    ("由市发改委牵头，市财政局、市住建局配合，制定实施方案。", ["市发改委"], ["市财政局", "市住建局"]),
    ("市教育局会同市公安局开展校园周边环境整治。", ["市教育局"], ["市公安局"]),
    ("完善应急预案。（市应急局牵头，市水利局、市气象局参与）", ["市应急局"], ["市水利局", "市气象局"]),
    ("完善应急预案。（市应急局、市水利局按职责分工负责）", ["市应急局", "市水利局"], []),
    ("完善应急预案。（牵头单位：市应急局；责任单位：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（责任单位：市应急局、市水利局）", ["市应急局", "市水利局"], []),
    ("完善应急预案。（责任单位：市应急局；配合单位：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（主办：市应急局；会办：市水利局）", ["市应急局"], ["市水利局"]),
    ("完善应急预案。（市应急局指导）", ["市应急局"], []),
    ("请应急局、水利局抓紧修订应急预案。", ["应急局", "水利局"], []),
    ("责成市应急局修订应急预案。", ["市应急局"], []),
    ("市应急局、市水利局等部门要修订应急预案。", ["市应急局", "市水利局"], []),
    ("完善应急预案。（市应急局、市水利局等有关部门负责）", ["市应急局", "市水利局", "有关部门"], []),
    ("市文化和旅游局、市工业和信息化局要制定实施方案。", ["市文化和旅游局", "市工业和信息化局"], []),
    ("各县（市、区）人民政府要制定实施方案。", ["各县（市、区）人民政府"], []),
    ("市委组织部负责制定实施方案。", ["市委组织部"], []),
    ("各有关部门和单位要制定实施方案。", ["各有关部门和单位"], []),
]


def cast(duty: Duty) -> tuple[list[str], list[str]]:
    return [m.text for m in duty.lead], [m.text for m in duty.support]


@pytest.mark.parametrize(("text", "lead", "support"), ROLES)
def test_lead_and_support(text: str, lead: list[str], support: list[str]) -> None:
    (duty,) = extract(text)
    assert cast(duty) == (lead, support)


def test_the_first_named_leads_only_where_the_document_says_so() -> None:
    text = "完善应急预案。（市应急局、市水利局、市气象局负责）"
    (plain,) = extract(text)
    (told,) = extract(text, doc_convention="first_is_lead")
    assert cast(plain) == (["市应急局", "市水利局", "市气象局"], [])
    assert cast(told) == (["市应急局"], ["市水利局", "市气象局"])


def test_a_document_may_state_the_convention_itself() -> None:
    text = (
        "一、完善应急预案。（市应急局、市水利局负责，排在第一位的部门为牵头部门，下同）\n"
        "二、开展应急演练。（市消防支队、市应急局负责）"
    )
    assert [cast(duty) for duty in extract(text)] == [
        (["市应急局"], ["市水利局"]),
        (["市消防支队"], ["市应急局"]),
    ]


def test_every_name_tells_the_cue_that_led_to_it() -> None:
    (duty,) = extract("由市发改委牵头，市财政局配合，制定实施方案。")
    assert [m.span.cue for m in duty.lead] == ["cue.qiantou"]
    assert [m.span.cue for m in duty.support] == ["cue.peihe"]


def test_a_post_leads_and_is_noted_as_leader() -> None:
    (duty,) = extract("分管副市长每月调度一次。")
    assert [m.text for m in duty.lead] == ["分管副市长"]
    assert [m.text for m in duty.leaders] == ["分管副市长"]


def test_a_person_named_in_a_label_is_a_leader() -> None:
    (duty,) = extract("完善应急预案。\n责任领导：王志强\n牵头单位：市应急局\n完成时限：长期坚持")
    assert [m.text for m in duty.leaders] == ["王志强"]
    assert cast(duty) == (["市应急局"], [])
    assert duty.due.rule == "ongoing"
