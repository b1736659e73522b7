"""Who may ask: tokens, sessions with their CSRF token, nobody else."""

from datetime import timedelta

from django.test import Client

from tests.api.conftest import Programs
from tests.world import AT, CHEN_LI, HAN_BING, LI_MIN, NOBODY, SHEN_JING, SUN_YAO, WANG_JIANPING, World
from zhongshu.org.models import StandIn
from zhongshu.platform.accounts.models import ApiToken


def test_nobody_is_told_how_to_enter(program: Programs) -> None:
    answer = program(NOBODY).get("/me")
    assert answer.status_code == 401
    assert answer["WWW-Authenticate"] == "Bearer"
    assert answer.json()["code"] == "not_entered"
    assert program(NOBODY).post("/directives", {}).status_code == 401


def test_a_token_asks_in_its_owners_name(world: World, program: Programs) -> None:
    me = program(LI_MIN).get("/me").json()
    assert me["person_id"] == world.people[LI_MIN].pk
    assert "supervise" in me["duties"]


def test_a_revoked_token_opens_nothing(program: Programs) -> None:
    clerk = program(LI_MIN)
    ApiToken.objects.update(revoked_at=AT)
    assert clerk.get("/me").status_code == 401


def test_the_token_of_one_who_has_left_opens_nothing(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    world.people[LI_MIN].left_on = AT.date()
    world.people[LI_MIN].save()
    assert clerk.get("/me").status_code == 401


def test_the_token_of_a_locked_account_opens_nothing(world: World, program: Programs) -> None:
    clerk = program(LI_MIN)
    user = world.user(LI_MIN)
    user.is_active = False
    user.save()
    assert clerk.get("/me").status_code == 401


def test_a_browser_asks_with_its_session(world: World) -> None:
    assert world.client(LI_MIN).get("/api/v1/me").json()["name"] == LI_MIN


def test_a_browser_without_the_csrf_token_changes_nothing(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.user(LI_MIN), backend="zhongshu.platform.accounts.backends.AccountBackend")
    answer = client.post("/api/v1/directives", {}, content_type="application/json")
    assert answer.status_code == 403
    assert answer.json()["code"] == "csrf"


def test_standing_in_takes_a_valid_appointment(world: World, program: Programs) -> None:
    absent = str(world.people[CHEN_LI].pk)
    refused = program(WANG_JIANPING).post("/directives/1/signature", **{"X-Acting-For": absent})
    assert (refused.status_code, refused.json()["code"]) == (403, "no_stand_in")
    StandIn.objects.create(
        absent=world.people[CHEN_LI],
        stand_in=world.people[SUN_YAO],
        starts_on=AT.date(),
        ends_on=AT.date() + timedelta(days=3),
    )
    answer = program(SUN_YAO).post("/directives/1/signature", **{"X-Acting-For": absent})
    assert answer.json()["code"] == "no_such_matter"


def test_the_journal_is_verified_by_those_who_audit(world: World, program: Programs) -> None:
    whole = {"whole": True, "where": "", "why": ""}
    assert program(SHEN_JING).get("/journal/verification").json() == whole
    assert world.client(HAN_BING).get("/api/v1/journal/verification").json() == whole
    for name in (LI_MIN, SUN_YAO):
        assert program(name).get("/journal/verification").status_code == 403


def test_the_directory_is_known_to_all(program: Programs) -> None:
    units = program(SUN_YAO).get("/units").json()
    assert {unit["short_name"] for unit in units} >= {"市财政局", "督查科"}


def test_the_description_names_every_operation(world: World) -> None:
    described = world.client(LI_MIN).get("/api/v1/openapi.json").json()
    page = world.client(LI_MIN).get("/api/v1/docs").content.decode()
    for path in described["paths"]:
        assert f"<code>{path}</code>" in page
    assert "<script>" not in page
