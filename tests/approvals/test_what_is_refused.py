"""What approvals refuse, told by code; the paper then lies where it lay."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from tests.approvals.conftest import LEAVE
from tests.approvals.office import FANG_QING, FORM, LIU_QING, QIN_LAN, SU_YANG, Office
from tests.refusing import refused, untouched
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, LUO_KAI, SUN_YAO, World
from zhongshu.approvals import queries, services
from zhongshu.approvals.models import Approval, Route
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(minutes=1)
Deed = Callable[[Office, Approval], Any]


@pytest.fixture
def office(world: World) -> Office:
    return Office(world)


@pytest.fixture
def paper(office: Office) -> Approval:
    """On 何伟's desk, then on 方晴's."""
    return office.paper(office.stage("a", HE_WEI), office.stage("b", FANG_QING))


def gone(office: Office, name: str) -> int:
    """``name`` holds no post any more."""
    office.people[name].appointments.update(ends_on="2026-01-01")
    return office.pk(name)


def asked(verb: str, who: str, **words: Any) -> Deed:
    def deed(office: Office, paper: Approval) -> Any:
        told = {key: value(office) if callable(value) else value for key, value in words.items()}
        return office.act(verb, who, paper, **told)

    return deed


def of(name: str) -> Callable[[Office], int]:
    return lambda office: office.pk(name)


REFUSED: list[tuple[str, type[Refusal], Deed]] = [
    ("no_such_place", Refusal, asked("add_signer", HE_WEI, person_id=of(SU_YANG), place="base")),
    ("signs_anyhow", Refusal, asked("add_signer", HE_WEI, person_id=of(HE_WEI), place="before")),
    ("not_in_service", Refusal, asked("reassign", HE_WEI, person_id=lambda office: gone(office, QIN_LAN))),
    ("not_in_service", Refusal, asked("delegate", HE_WEI, person_id=lambda office: gone(office, SU_YANG))),
    ("not_asked_for_advice", Refusal, asked("advise", HE_WEI, opinion="可行")),
    ("no_reason", Refusal, asked("refuse", HE_WEI, opinion=" ")),
    ("no_reason", Refusal, asked("suspend", LI_MIN, reason="\u3000")),
    ("no_reason", Refusal, asked("void", LI_MIN, reason="")),
    ("nobody_to_read", Refusal, asked("copy", LI_MIN, person_ids=[])),
    ("no_such_person", NotFound, asked("copy", LI_MIN, person_ids=[0])),
    ("not_yours_to_copy", Refusal, asked("copy", CHEN_LI, person_ids=[1])),
    ("no_colleague", Refusal, asked("copy", LI_MIN, person_ids=lambda office: [office.pk(SUN_YAO)])),
]


@pytest.mark.parametrize(
    ("code", "kind", "deed"), REFUSED, ids=[f"{n}-{one[0]}" for n, one in enumerate(REFUSED)]
)
def test_is_refused_and_the_paper_stays(
    office: Office, paper: Approval, code: str, kind: type[Refusal], deed: Deed
) -> None:
    with untouched(), refused(code, kind):
        deed(office, paper)
    assert office.asked(paper) == office.desks(paper) == {HE_WEI}


def test_what_has_left_the_drafter_is_not_handed_in_again(office: Office, paper: Approval) -> None:
    with untouched(), refused("not_with_the_drafter"):
        office.act("hand_in_again", LI_MIN, paper, values=FORM)
    assert office.asked(paper) == {HE_WEI}


@pytest.mark.parametrize(
    ("verb", "name", "more", "hint"),
    [
        ("", "", {}, "可以先取回"),
        ("agree", f"{HE_WEI},{FANG_QING}", {}, "它已经办结"),
        ("refuse", HE_WEI, {"opinion": "不宜"}, "它没有通过"),
        ("void", LI_MIN, {"reason": "重复"}, "它已经作废"),
        ("suspend", LI_MIN, {"reason": "等文件"}, "请等恢复"),
    ],
)
def test_who_cannot_amend_is_told_what_fits_the_state(
    office: Office, paper: Approval, verb: str, name: str, more: dict[str, Any], hint: str
) -> None:
    """Nothing is taken back of what is over; each state has its own way on, on the page and in the service."""
    for one in name.split(",") if verb else ():
        office.act(verb, one, paper, **more)
    with refused("not_in_this_status" if verb else "not_with_the_drafter", match=hint):
        office.act("hand_in_again", LI_MIN, paper, values=FORM)
    answer = office.world.client(LI_MIN).get(reverse("approvals:form", args=[paper.pk]))
    assert answer.status_code == 409 and hint in answer.content.decode()


def test_what_was_given_back_is_handed_in_and_not_decided(office: Office, paper: Approval) -> None:
    office.give_back(paper, HE_WEI, "submit", straight=False)
    for verb, words in (
        ("agree", {}),
        ("refuse", {"opinion": "不办了"}),
        ("reassign", {"person_id": office.pk(SU_YANG)}),
    ):
        with untouched(), refused("hand_it_in"):
            office.act(verb, LI_MIN, paper, **words)
    assert office.asked(paper) == {LI_MIN}


class TestWhoStartsWhat:
    def start(self, office: Office, who: str, route: str) -> Approval:
        return office.hand_in(route, by=who)

    def test_administrators_and_the_unappointed_start_nothing(self, office: Office) -> None:
        route = office.route(office.stage("a", HE_WEI))
        with untouched(), refused("drafts_nothing", Forbidden):
            services.submit(
                actor=office.world.actor(LUO_KAI), route=route, title="请示", body="", values=FORM, at=AT
            )
        gone(office, LIU_QING)
        with untouched(), refused("no_post"):
            self.start(office, LIU_QING, route)

    def test_a_form_tells_every_fault_beside_its_field(self, office: Office) -> None:
        route = office.route(office.stage("a", HE_WEI))
        with untouched(), refused("form_has_faults") as caught:
            office.hand_in(route, values={"subject": " ", "amount": "一百"})
        assert set(caught.value.fields) == {"subject", "amount"}

    def test_nobody_starts_what_is_drafted_or_withdrawn(self, office: Office) -> None:
        route = office.route(office.stage("a", HE_WEI))
        with untouched(), refused("no_reason"):
            services.withdraw_route(actor=SYSTEM, name=route, reason=" ", at=AT)
        services.withdraw_route(actor=SYSTEM, name=route, reason="改用新路线", at=AT)
        services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
        for name in (route, "leave", "no-such"):
            with untouched(), refused("route_not_open"):
                self.start(office, LI_MIN, name)

    def test_another_organ_knows_nothing_of_the_paper(self, office: Office, paper: Approval) -> None:
        with refused("no_such_matter", NotFound):
            office.act("agree", SUN_YAO, paper)


class TestRoutes:
    def test_what_is_no_route_says_where(self) -> None:
        with untouched(), refused("malformed_route") as caught:
            services.draft_route(actor=SYSTEM, spec={**LEAVE, "body": [{"type": "leap"}]}, at=AT)
        assert "spec" in caught.value.fields
        for name in ("用印", "a b", "a/b", "a" * 61):
            with untouched(), refused("malformed_route", match="代号"):
                services.draft_route(actor=SYSTEM, spec={**LEAVE, "name": name}, at=AT)
        assert not Route.objects.exists()

    def test_only_a_draft_is_published_or_thrown_away(self, office: Office) -> None:
        route = office.route(office.stage("a", HE_WEI))
        for deed in (services.publish_route, services.discard_draft):
            with untouched(), refused("nothing_drafted", Conflict):
                deed(actor=SYSTEM, name=route, at=AT)
            with untouched(), refused("no_such_route", NotFound):
                deed(actor=SYSTEM, name="no-such", at=AT)

    def test_nothing_is_in_force_before_it_is_published(self) -> None:
        services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
        with refused("not_published", NotFound):
            queries.current(queries.route_called("leave"))

    def test_a_route_with_faults_is_told_and_not_published(self, world: World) -> None:
        twice = [{**LEAVE["body"][0], "who": {"kind": "named", "people": ["nobody"]}, "on_empty": "refuse"}]
        services.draft_route(actor=SYSTEM, spec={**LEAVE, "body": twice}, at=AT)
        with untouched(), refused("route_has_faults"):
            services.publish_route(actor=SYSTEM, name="leave", at=AT)

    def test_two_who_draft_do_not_overwrite_each_other(self) -> None:
        services.draft_route(actor=SYSTEM, spec=LEAVE, at=AT)
        seen = queries.edition(queries.on_the_bench(queries.route_called("leave")))
        services.draft_route(actor=SYSTEM, spec={**LEAVE, "title": "用章审批"}, edition=seen, at=LATER)
        with untouched(), refused("draft_has_moved", Conflict):
            services.draft_route(actor=SYSTEM, spec=LEAVE, edition=seen, at=AT)
        draft = queries.draft_of(queries.route_called("leave"))
        assert draft is not None and draft.plan.title == "用章审批"
