"""Every refusal to a program has one shape, and tells no more to whom may know less."""

from typing import Any

import pytest

from tests.api.conftest import Programs, ok
from tests.portal.conftest import Open
from tests.world import LI_MIN, NOBODY, SHEN_JING, SUN_YAO, WANG_JIANPING


def told(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem told, which has to be ``code`` with ``status``."""
    assert answer.status_code == status, answer.content.decode()
    assert answer["Content-Type"].startswith("application/problem+json")
    body: dict[str, Any] = answer.json()
    assert {"code", "title", "detail", "rule", "fields", "status"} <= set(body)
    assert (body["code"], body["status"]) == (code, status)
    assert body["title"]
    return body


def test_401_nobody_has_entered(program: Programs) -> None:
    told(program(NOBODY).post("/directives/1/signature"), 401, "not_entered")


def test_403_seen_but_not_for_this_person(program: Programs, hand_over: Open) -> None:
    directive = hand_over()
    body = told(program(LI_MIN).post(f"/directives/{directive.pk}/signature"), 403, "not_the_undertaker")
    assert body["detail"]
    told(program(LI_MIN).get("/journal/verification"), 403, "not_an_auditor")
    assert ok(program(SHEN_JING).get("/journal/verification"))["whole"]


@pytest.mark.parametrize("verb", ["signature", "progress", "closure", "recheck"])
def test_404_what_is_hidden_reads_like_what_is_not_there(
    program: Programs, hand_over: Open, verb: str
) -> None:
    directive, outsider = hand_over(), program(SUN_YAO)
    sent = {"text": "在办", "outcome": "sound", "note": "看过"}
    hidden = outsider.post(f"/directives/{directive.pk}/{verb}", sent)
    missing = outsider.post("/directives/999999/" + verb, sent)
    assert told(hidden, 404, "no_such_matter") == told(missing, 404, "no_such_matter")


def test_409_the_matter_has_moved_on(program: Programs, hand_over: Open) -> None:
    directive, clerk = hand_over(), program(WANG_JIANPING)
    ok(clerk.post(f"/directives/{directive.pk}/signature"))
    told(clerk.post(f"/directives/{directive.pk}/signature"), 409, "not_in_this_state")


def test_409_a_key_used_for_something_else(program: Programs, hand_over: Open) -> None:
    directive, clerk = hand_over(), program(WANG_JIANPING)
    ok(clerk.post(f"/directives/{directive.pk}/signature"))
    first = clerk.post(f"/directives/{directive.pk}/progress", {"text": "已开工"}, key="one")
    again = clerk.post(f"/directives/{directive.pk}/progress", {"text": "已开工"}, key="one")
    assert ok(first) == ok(again)
    told(clerk.post(f"/directives/{directive.pk}/progress", {"text": "已完工"}, key="one"), 409, "key_reused")


def test_422_the_law_and_the_form_each_name_the_field(program: Programs, hand_over: Open) -> None:
    directive, clerk = hand_over(), program(WANG_JIANPING)
    ok(clerk.post(f"/directives/{directive.pk}/signature"))
    blank = {"new_due": "2027-01-05", "reason": " "}
    body = told(clerk.post(f"/directives/{directive.pk}/extension-request", blank), 422, "no_reason")
    assert (list(body["fields"]), body["rule"]) == (["reason"], "D-20")
    earlier = {"new_due": "2020-01-06", "reason": "分期"}
    body = told(
        clerk.post(f"/directives/{directive.pk}/extension-request", earlier), 422, "extension_not_later"
    )
    assert body["rule"] == "D-20"
    answer = clerk.post(f"/directives/{directive.pk}/extension-request", {"new_due": "tomorrow"})
    assert answer.status_code == 422
    assert {"new_due", "reason"} <= set(answer.json()["fields"])


def test_404_an_address_that_leads_nowhere(program: Programs) -> None:
    assert "/api/v1/docs" in told(program(LI_MIN).get("/no/such/place"), 404, "not_found")["detail"]


@pytest.mark.parametrize(
    ("address", "fields"),
    [
        ("/directives?late=perhaps", {"late": "应当是 true 或 false。"}),
        ("/directives/abc", {"directive_id": "应当是整数。"}),
        ("/search", {"q": "缺少这一项，请补上。"}),
        ("/boxes/attic", {"box": "只能是 'todo', 'toread', 'done'。"}),
    ],
)
def test_422_what_is_at_fault_in_an_address_is_named(
    program: Programs, address: str, fields: dict[str, str]
) -> None:
    assert told(program(LI_MIN).get(address), 422, "bad_input")["fields"] == fields


def test_422_what_is_at_fault_in_a_body_is_named(program: Programs) -> None:
    sent = {"unit_id": "x", "title": 1, "requirement": "按时办结", "due": "下周三"}
    fields = told(program(LI_MIN).post("/directives", sent), 422, "bad_input")["fields"]
    assert fields == {
        "unit_id": "应当是整数。", "title": "应当是一段文字。", "lead_id": "缺少这一项，请补上。",
        "due": "应当是日期，如 2026-03-20。",
    }  # fmt: skip
