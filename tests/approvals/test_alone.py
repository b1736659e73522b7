"""Who alone decides in a stage is told beforehand where his own papers would find nobody (the sole cashier)."""

from typing import Any

import pytest

from tests.approvals.routes import route, stage
from tests.approvals.test_checks import facts
from zhongshu.approvals.checks import Fault, notes
from zhongshu.approvals.grammar import Route

CASHIER, CHIEF, HEAD = 1, 2, 3
"""The cashier works in the office; the chief is above him, the head above the chief."""


def told(plan: Route, **more: Any) -> list[Fault]:
    return [note for note in notes(plan, facts(**more)) if note.code == "alone"]


def claim(*approvers: int, how: str = "any", **pay: Any) -> Route:
    return route(
        stage("a", *approvers, how=how),
        stage("pay", CASHIER, **{"power": "pay", "on_empty": "refuse", **pay}),
    )


def test_the_sole_cashier_whose_superior_has_approved() -> None:
    (note,) = told(claim(CHIEF))
    assert (note.code, note.stage, note.rule) == ("alone", "pay", "F-01")
    assert "环节pay" in note.story and "张一" in note.story


def test_where_all_approve_none_of_them_is_free_to_pay() -> None:
    (note,) = told(claim(CHIEF, HEAD, how="all"))
    assert note.stage == "pay"


@pytest.mark.parametrize(
    "plan",
    [
        claim(HEAD),  # his chief has no part yet and can pay instead
        claim(CHIEF, HEAD),  # whoever of the two does not approve
        route(stage("a", CHIEF), stage("pay", CASHIER, 4, power="pay", on_empty="refuse")),
        claim(CHIEF, on_empty="up"),  # then the head
        claim(CHIEF, on_empty="named", fallback=["4"]),
        route(stage("a", CHIEF), stage("note", CASHIER, power="", on_empty="refuse")),
    ],
    ids=["a free superior", "two approvers", "two cashiers", "rises", "somebody named", "decides nothing"],
)
def test_somebody_takes_over(plan: Route) -> None:
    assert told(plan) == []


def test_whoever_hands_no_papers_in_there_stops_nobody() -> None:
    assert told(route(stage("a", CHIEF), stage("pay", 4, power="pay", on_empty="refuse"))) == []


def test_where_nobody_is_above_him() -> None:
    plan = route(stage("a", 4), stage("pay", CASHIER, power="pay", on_empty="up"))
    assert [note.stage for note in told(plan, above=lambda person: [])] == ["pay"]
