"""Entering: the right and the wrong password, the throttle, what is told and what is not."""

from datetime import datetime, timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.http import HttpResponse
from django.test import Client

from tests.platform.accounts.conftest import AT, PASSWORD, House
from tests.world import LI_MIN, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import User
from zhongshu.platform.journal.models import Entry

WRONG = "登录名或密码不对"
LOCKED = "已暂停登录"


def knock(client: Client, username: str, password: str, **more: Any) -> HttpResponse:
    answer: HttpResponse = client.post("/enter/", {"username": username, "password": password, **more})
    return answer


def told(verb: str) -> list[dict[str, Any]]:
    return [one.facts for one in Entry.objects.filter(stream="door", verb=f"accounts.{verb}").order_by("seq")]


def give_password(user: User) -> None:
    user.password = services.hashed(PASSWORD)
    user.save()


def test_the_right_password_opens_and_is_journalled(world: World, client: Client) -> None:
    give_password(world.user(LI_MIN))
    before = client.session.session_key
    answer = knock(client, " LiMin ", PASSWORD)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/")
    assert client.get("/").status_code == 200
    assert client.session.session_key != before
    assert told("entered") == [{"user": world.user(LI_MIN).pk, "address": "127.0.0.1", "way": "password"}]


@pytest.mark.parametrize(
    ("username", "password"),
    [("limin", "wrong"), ("nobody-at-all", PASSWORD), ("closed", PASSWORD), ("unset", "")],
)
def test_every_wrong_try_looks_the_same(house: House, client: Client, username: str, password: str) -> None:
    closed = services.open_account(actor=SYSTEM, username="closed", password=PASSWORD, at=AT)
    services.close_account(actor=house.keeper, user_id=closed.pk, at=AT)
    services.open_account(actor=SYSTEM, username="unset", at=AT)
    answer = knock(client, username, password or "x")
    assert answer.status_code == 422
    text = answer.content.decode()
    assert WRONG in text
    assert "_auth_user_id" not in client.session
    assert text.replace(username, "?").count("<") == knock(client, "limin", "no").content.decode().count("<")


def test_what_a_stranger_typed_is_not_kept(house: House, client: Client) -> None:
    knock(client, "my-secret-typed-into-the-wrong-box", "x")
    knock(client, "limin", "x")
    assert [one["user"] for one in told("entry_refused")] == [None, house.clerk.pk]
    assert not Entry.objects.filter(data__contains="my-secret").exists()


class TestThrottle:
    @pytest.fixture(autouse=True)
    def _tries(self, settings: Any) -> None:
        settings.AXES_FAILURE_LIMIT = 3

    def test_locks_after_the_last_try_and_says_for_how_long(self, house: House, client: Client) -> None:
        texts = [knock(client, "limin", "x").content.decode() for _ in range(3)]
        assert [LOCKED in text for text in texts] == [False, False, True]
        assert "15 分钟" in texts[-1]

    def test_hears_not_even_the_right_password(self, house: House, client: Client) -> None:
        for _ in range(3):
            knock(client, "limin", "x")
        assert LOCKED in knock(client, "limin", PASSWORD).content.decode()
        assert [one["why"] for one in told("entry_refused")] == ["password"] * 3 + ["locked"]

    def test_locks_nobody_s_name_too(self, house: House, client: Client) -> None:
        answers = [knock(client, "nobody", "x").content.decode() for _ in range(3)]
        assert LOCKED in answers[-1]

    def test_spares_others(self, world: World, client: Client) -> None:
        give_password(world.user(LI_MIN))
        for _ in range(3):
            knock(client, "hewei", "x")
        assert knock(client, "limin", PASSWORD).status_code == 303

    def test_ends_by_itself(self, world: World, client: Client) -> None:
        give_password(world.user(LI_MIN))
        for _ in range(3):
            knock(client, "limin", "x")
        last = AccessAttempt.objects.get().attempt_time
        AccessAttempt.objects.update(attempt_time=last - timedelta(minutes=16))
        assert knock(client, "limin", PASSWORD).status_code == 303

    def test_is_undone_by_the_security_administrator(self, world: World, client: Client) -> None:
        give_password(world.user(LI_MIN))
        for _ in range(3):
            knock(client, "limin", "x")
        services.unlock(actor=SYSTEM, user_id=world.user(LI_MIN).pk, at=AT)
        assert knock(client, "limin", PASSWORD).status_code == 303


class TestWayOn:
    @pytest.mark.parametrize(
        ("asked", "leads"),
        [
            ("/look/keys/?x=1", "/look/keys/?x=1"),
            ("https://example.com/", "/"),
            ("//example.com/", "/"),
            ("javascript:alert(1)", "/"),
        ],
    )
    def test_only_within_the_house(self, world: World, client: Client, asked: str, leads: str) -> None:
        give_password(world.user(LI_MIN))
        assert knock(client, "limin", PASSWORD, next=asked).headers["Location"] == leads

    def test_a_one_time_password_is_changed_first(self, world: World, client: Client) -> None:
        user = world.user(LI_MIN)
        once = services.reset_password(actor=SYSTEM, user_id=user.pk, at=AT).text
        assert knock(client, "limin", once).headers["Location"] == "/enter/password/"
        assert client.get("/look/keys/").headers["Location"] == "/enter/password/"
        own = {"old": once, "new": PASSWORD, "again": PASSWORD}
        assert client.post("/enter/password/", {**own, "again": "other"}).status_code == 422
        assert client.post("/enter/password/", {**own, "old": "other"}).status_code == 422
        assert client.post("/enter/password/", {**own, "new": "1234", "again": "1234"}).status_code == 422
        assert client.post("/enter/password/", own).headers["Location"] == "/"
        assert client.get("/").status_code == 200

    def test_leaving_takes_a_post_and_is_journalled(self, world: World) -> None:
        client = world.client(LI_MIN)
        assert client.get("/enter/leave/").status_code == 405
        assert client.post("/enter/leave/").headers["Location"] == "/enter/"
        assert client.get("/").headers["Location"].startswith("/enter/")
        assert [one["user"] for one in told("left")] == [world.user(LI_MIN).pk]


class TestIdle:
    def test_a_session_left_alone_is_over(self, world: World, settings: Any) -> None:
        client = world.client(LI_MIN)
        assert client.get("/").status_code == 200
        session = client.session
        session["seen_at"] = (datetime.fromisoformat(session["seen_at"]) - timedelta(days=1)).isoformat()
        session.save()
        assert client.get("/").headers["Location"].startswith("/enter/")

    def test_an_account_without_a_person_is_told_so(self, house: House, client: Client) -> None:
        answer = knock(client, "limin", PASSWORD)
        assert "还没有对应到人员" in client.get(answer.headers["Location"], follow=True).content.decode()

    def test_an_administrator_needs_no_person(self, house: House, client: Client) -> None:
        answer = knock(client, "liangxue", PASSWORD)
        assert client.get(answer.headers["Location"]).status_code == 200
