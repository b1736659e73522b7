"""Every refusal to a program has one shape, and tells no more to whom may know less."""

from typing import Any

import pytest

from tests.api.conftest import Programs, ok
from tests.portal.conftest import Open
from tests.world import HE_WEI, LI_MIN, NOBODY, SHEN_JING, SUN_YAO, WANG_JIANPING, World
from zhongshu.kernel.paging import encode_cursor
from zhongshu.supervision.models import Directive


def told(answer: Any, status: int, code: str) -> dict[str, Any]:
    """The problem told, which has to be ``code`` with ``status``."""
    assert answer.status_code == status, answer.content.decode()
    assert answer["Content-Type"].startswith("application/problem+json")
    body: dict[str, Any] = answer.json()
    assert {"code", "title", "detail", "rule", "source", "fields", "status"} <= set(body)
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
        ("/approvals?scope=attic", {"scope": "只能是 'waiting', 'mine', 'all'。"}),
    ],
)
def test_422_what_is_at_fault_in_an_address_is_named(
    program: Programs, address: str, fields: dict[str, str]
) -> None:
    assert told(program(LI_MIN).get(address), 422, "bad_input")["fields"] == fields


@pytest.mark.parametrize("list_of", ["directives", "claims", "approvals", "assets", "welfare", "inspections"])
def test_422_a_state_that_there_is_not(program: Programs, list_of: str) -> None:
    fields = told(program(LI_MIN).get(f"/{list_of}?state=attic"), 422, "bad_input")["fields"]
    assert fields["state"].startswith("只能是 ")


def test_422_a_name_or_a_place_that_the_list_does_not_know(program: Programs) -> None:
    body = told(program(LI_MIN).get("/directives?after=zzz"), 422, "unknown_parameter")
    assert list(body["fields"]) == ["after"] and "cursor" in body["detail"]
    assert told(program(LI_MIN).get("/me?late=1"), 422, "unknown_parameter")["detail"] == "这个地址不带参数。"
    for key in (("2026-09-18", 1.5), ("x", 1), (True,)):
        told(program(LI_MIN).get(f"/directives?cursor={encode_cursor(key)}"), 422, "bad_cursor")


def test_422_more_words_than_a_box_takes(program: Programs, world: World) -> None:
    words = "请" * 200_000
    body = told(program(LI_MIN).post("/directives", asked(world, requirement=words)), 422, "bad_input")
    assert body["fields"] == {"requirement": "最多 4000 个字。"}
    assert not Directive.objects.exists()


def test_422_what_is_at_fault_in_a_body_is_named(program: Programs) -> None:
    sent = {"unit_id": "x", "title": 1, "requirement": "按时办结", "due": "下周三"}
    fields = told(program(LI_MIN).post("/directives", sent), 422, "bad_input")["fields"]
    assert fields == {
        "unit_id": "应当是整数。", "title": "应当是一段文字。", "lead_id": "缺少这一项，请补上。",
        "due": "应当是日期，如 2026-03-20。",
    }  # fmt: skip


def test_422_two_leads_are_told_that_there_is_one(program: Programs, world: World) -> None:
    units = [unit.pk for unit in world.units.values()][:2]
    body = told(program(LI_MIN).post("/directives", asked(world, lead_id=units)), 422, "bad_input")
    assert list(body["fields"]) == ["lead_id"] and "只能有一个" in body["fields"]["lead_id"]
    assert "lead_id" in body["detail"]
    assert not Directive.objects.exists()


def asked(world: World, **other: Any) -> dict[str, Any]:
    """A matter to be opened, but for what is ``other``."""
    unit = world.units["SWB-DC"].pk
    told = {
        "unit_id": unit,
        "title": "清点桌牌",
        "requirement": "清点",
        "lead_id": unit,
        "approver_id": world.people[HE_WEI].pk,
    }
    return {
        **told,
        "origin": "key_work",
        "source_title": "工作要点",
        "source_number": "第1项",
        "source_date": "2026-09-01",
        "basis": "工作要点",
        **other,
    }


def test_422_a_refusal_names_the_article_it_stands_on(program: Programs, world: World) -> None:
    twice = asked(world, support_ids=[world.units["SWB-DC"].pk])
    body = told(program(LI_MIN).post("/directives", twice), 422, "lead_supports_itself")
    assert body["rule"] == "D-17" and "第二十四条" in body["source"]


@pytest.mark.parametrize("sent", [{"lead_id": 10**30}, {"lead_id": 2**63}, {"support_ids": [2**70]}])
def test_404_a_number_that_nothing_can_bear(program: Programs, world: World, sent: dict[str, Any]) -> None:
    body = told(program(LI_MIN).post("/directives", asked(world, **sent)), 404, "no_such_number")
    assert body["detail"] and not Directive.objects.exists()
    told(program(LI_MIN).get(f"/directives/{10**24}"), 404, "no_such_number")
    page = world.client(LI_MIN).get(f"/supervision/{10**24}/")
    assert (page.status_code, "没有这个编号" in page.content.decode()) == (404, True)


def test_422_a_character_that_no_database_keeps(program: Programs) -> None:
    told(program(LI_MIN).post("/intakes", {"title": "纪\0要", "text": "请办"}), 422, "unfit_character")


def test_413_too_much_at_once(program: Programs) -> None:
    body = told(program(LI_MIN).post("/intakes", {"title": "纪要", "text": "请" * 900_000}), 413, "too_large")
    assert "/api/v1/files" in body["detail"]


def test_404_a_unit_that_is_not_there_is_told_by_its_number(program: Programs) -> None:
    body = told(
        program(LI_MIN).post("/intakes", {"title": "纪要", "text": "请办", "unit_id": 987654}),
        404,
        "no_such_unit",
    )
    assert "987654" in body["title"] and body["detail"]


def test_answers_bear_chinese_as_it_is(program: Programs) -> None:
    assert LI_MIN in program(LI_MIN).get("/me").content.decode()
