"""Conditions that no paper answers, and what a sound route should still be looked at for."""

from typing import Any

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.routes import test as condition
from tests.approvals.test_checks import branch, choice, facts, found
from zhongshu.approvals.checks import notes

FORM = [
    {"code": "amount", "label": "金额", "kind": "money"},
    {"code": "category", "label": "类别", "kind": "choice", "choices": [["travel", "差旅"]]},
    {"code": "abroad", "label": "出国", "kind": "yes_no"},
    {"code": "party", "label": "对方"},
    {"code": "day", "label": "日期", "kind": "date"},
]
UNANSWERABLE = [
    (condition("category", "=", "travle"), "“类别”是不是“travle”"),
    (condition("category", "not in", ["travel", "mis"]), "“类别”是不是“mis”"),
    (condition("abroad", "=", "是"), "“出国”是不是“是”"),
    (condition("party", ">", 5), "“对方”比大小"),
    (condition("day", "<", 20261231), "“日期”比大小"),
    (condition("amount", "=", "五万"), "“金额”与“五万”相比"),
]


@pytest.mark.parametrize(("asked", "told"), UNANSWERABLE, ids=[told for _asked, told in UNANSWERABLE])
def test_a_condition_that_never_says_yes_is_a_fault(asked: dict[str, Any], told: str) -> None:
    fault = found(route(stage("a", 2), stage("b", 3, when=[asked]), fields=FORM))["unanswerable"]
    assert told in fault.story


def test_a_rule_that_never_holds_is_no_rule() -> None:
    """The word for large misspelt: without the fault every sum would get around the meeting, and the check be content."""
    rule = {"title": "大额须上会", "when": [condition("category", "=", "large")], "stage": "meeting"}
    assert "unanswerable" in found(route(stage("z", 3), fields=FORM, prescriptions=[rule]))


def test_conditions_that_can_be_answered() -> None:
    said = [
        condition("amount", "in", ["100", "200.50"]),
        condition("category", "=", "travel"),
        condition("abroad", "!=", "no"),
        condition("party", "=", "随便什么"),
    ]
    stages = [stage(f"b{n}", 3, when=[one]) for n, one in enumerate(said)]
    assert found(route(stage("a", 2), *stages, fields=FORM)) == {}


def test_rights_to_a_field_that_the_form_lacks() -> None:
    assert "“colour”" in found(route(stage("a", 2, rights={"colour": "hide"})))["unknown_right"].story


def test_a_duty_that_there_is_not() -> None:
    plan = route({"code": "a", "title": "把关", "who": {"kind": "duty", "duty": "gatekeeper"}})
    assert "没有这种职责" in found(plan)["unknown_duty"].story


class TestNotes:
    """They keep no route from being published."""

    def told(self, *body: dict[str, Any]) -> dict[str, str]:
        plan = route(*body)
        assert found(plan) == {}
        return {one.code: one.story for one in notes(plan, facts())}

    def test_a_stage_that_every_paper_skips(self) -> None:
        assert "环节b" in self.told(stage("a", 2), stage("b", 99, on_empty="skip"))["vacant"]
        assert self.told(stage("a", 2), stage("b", 3, on_empty="skip")) == {}

    def test_a_house_without_people_is_told_that_nobody_was_looked_for(self) -> None:
        (note,) = notes(route(stage("a", 2)), facts(places=[]))
        assert "没有检查" in note.story

    def test_a_stage_that_no_paper_comes_to(self) -> None:
        between = [condition("amount", "<", 10), condition("amount", ">", 20)]
        assert "环节b" in self.told(stage("a", 2), stage("b", 3, when=between))["idle"]

    def test_a_branch_behind_one_that_takes_all(self) -> None:
        ways = choice(branch(">=", 0, stage("a", 2)), branch(">", 100, stage("b", 3)), otherwise=[])
        assert set(self.told(ways)) == {"idle"}
