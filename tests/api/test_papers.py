"""Slips, papers, risk and what is decided about repeats, through the API."""

from typing import Any

import pytest

from tests.api.conftest import Program, Programs, ok
from tests.api.test_loop import opening
from tests.world import LI_MIN, SUN_YAO, WANG_JIANPING, World
from zhongshu.matters.models import Matter
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.usefixtures("own_folders")


def handed_out(world: World, clerk: Program, **more: Any) -> str:
    return f"/directives/{ok(clerk.post('/directives', opening(world, **more)), 201)['id']}"


def late(world: World, clerk: Program) -> str:
    """A matter that should have been done on 1 September."""
    at = handed_out(world, clerk)
    Matter.objects.update(current_due="2026-09-01", original_due="2026-09-01")
    return at


class TestPapers:
    def test_a_notice_is_drafted_worded_issued_and_taken(self, world: World, program: Programs) -> None:
        clerk = program(LI_MIN)
        at = handed_out(world, clerk)
        draft = ok(clerk.post(f"{at}/papers", {"kind": "notice"}), 201)
        paper = f"/papers/{draft['id']}"
        assert (draft["state"], draft["number"]) == ("draft", "")
        worded = ok(clerk.post(f"{paper}/words", {"words": {"title": "关于改造的督办通知"}}))
        assert worded["title"] == "关于改造的督办通知"
        assert clerk.get(f"{paper}/files/pdf").json()["code"] == "no_such_file"
        issued = ok(clerk.post(f"{paper}/issue"))
        assert issued["state"] == "issued" and issued["number"]
        taken = clerk.get(f"{paper}/files/pdf")
        assert b"".join(taken.streaming_content)[:5] == b"%PDF-"
        assert [one["id"] for one in ok(clerk.get("/papers"))["rows"]] == [draft["id"]]
        assert program(SUN_YAO).get(paper).status_code == 404

    def test_what_is_issued_is_replaced_and_never_changed(self, world: World, program: Programs) -> None:
        clerk = program(LI_MIN)
        first = ok(clerk.post(f"{handed_out(world, clerk)}/papers", {"kind": "notice"}), 201)
        ok(clerk.post(f"/papers/{first['id']}/issue"))
        no = clerk.post(f"/papers/{first['id']}/words", {"words": {}})
        assert (no.status_code, no.json()["rule"]) == (409, "W-20")
        again = ok(clerk.post(f"/papers/{first['id']}/reissue", {"reason": "时限写错"}), 201)
        assert (again["version"], again["replaces_id"]) == (2, first["id"])
        assert ok(clerk.post(f"/papers/{again['id']}/discarding"))["state"] == "discarded"

    def test_an_unknown_kind_is_refused_by_its_field(self, world: World, program: Programs) -> None:
        clerk = program(LI_MIN)
        no = clerk.post(f"{handed_out(world, clerk)}/papers", {"kind": "poem"})
        assert (no.status_code, set(no.json()["fields"])) == (422, {"kind"})


class TestPressing:
    def test_a_slip_is_issued_once_and_receipted(self, world: World, program: Programs) -> None:
        clerk = program(LI_MIN)
        at = late(world, clerk)
        slip = ok(clerk.post(f"{at}/slips", {"weight": 1, "text": "请抓紧办理。"}), 201)
        assert slip["issued_at"] and slip["missed"] == "2026-09-01"
        again = clerk.post(f"{at}/slips", {"weight": 1, "text": ""})
        assert (again.status_code, again.json()["code"]) == (409, "slip_is_out")
        assert [one["id"] for one in ok(program(WANG_JIANPING).get(f"{at}/slips"))] == [slip["id"]]
        assert program(LI_MIN).post(f"{at}/slip-receipt").status_code == 403

    def test_risk_is_judged_with_a_reason(self, world: World, program: Programs) -> None:
        clerk = program(LI_MIN)
        at = handed_out(world, clerk)
        bare = clerk.post(f"{at}/risk", {"risk": "high", "reason": ""})
        assert (bare.status_code, set(bare.json()["fields"])) == (422, {"reason"})
        judged = ok(clerk.post(f"{at}/risk", {"risk": "high", "reason": "资金没有落实"}))
        assert (judged["risk"], judged["risk_reason"]) == ("high", "资金没有落实")
        assert program(WANG_JIANPING).post(f"{at}/risk", {"risk": "", "reason": ""}).status_code == 403


class TestRepeats:
    def test_what_is_like_an_open_matter_must_be_decided(self, world: World, program: Programs) -> None:
        """D-04."""
        clerk = program(LI_MIN)
        first = ok(clerk.post("/directives", opening(world)), 201)
        no = clerk.post("/directives", opening(world))
        assert no.json()["rule"] == "D-04" and Directive.objects.count() == 1
        reason = {"how": "go_on", "reason": "另一批小区"}
        ok(clerk.post("/directives", opening(world, decided=reason)), 201)
        merged = {"how": "merge", "other_id": first["id"]}
        assert ok(clerk.post("/directives", opening(world, decided=merged)), 201)["id"] == first["id"]
        assert Directive.objects.count() == 2
