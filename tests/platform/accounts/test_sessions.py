"""A session is read as it was sealed, and never under another seal."""

from typing import Any

from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, get_user
from django.contrib.sessions.backends.db import SessionStore as Framework
from django.contrib.sessions.models import Session
from django.http import HttpRequest
from django.test import Client

from tests.world import LI_MIN, World
from zhongshu.platform.accounts.queries import account_behind
from zhongshu.platform.accounts.sessions import SessionStore

KEPT = {"seen_at": "2026-09-18T01:30:00+00:00", "told": ["甲", {"n": 1}], "n": 3}


def test_it_is_read_as_the_framework_reads_it(db: None) -> None:
    sealed = Framework().encode(KEPT)
    assert SessionStore().decode(sealed) == Framework().decode(sealed) == KEPT


def test_what_one_request_changes_no_other_finds(db: None) -> None:
    sealed = Framework().encode(KEPT)
    first = SessionStore().decode(sealed)
    first["told"].append("乙")
    assert SessionStore().decode(sealed) == KEPT


def test_a_forged_one_is_empty(db: None) -> None:
    sealed = Framework().encode(KEPT)
    assert SessionStore().decode(sealed[:-1] + ("A" if sealed[-1] != "A" else "B")) == {}
    assert SessionStore().decode("forged") == {}


def test_under_another_key_nothing_read_before_counts(db: None, settings: Any) -> None:
    sealed = Framework().encode(KEPT)
    assert SessionStore().decode(sealed) == KEPT
    settings.SECRET_KEY = "another key than the one before"
    assert SessionStore().decode(sealed) == {}
    assert sealed != Framework().encode(KEPT)


def test_whose_it_is_we_tell_as_the_framework_does(world: World) -> None:
    request = HttpRequest()
    request.session = world.client(LI_MIN).session
    assert account_behind(request.session) == get_user(request) == world.user(LI_MIN)
    for changed in ({HASH_SESSION_KEY: "forged"}, {BACKEND_SESSION_KEY: "another"}):
        request.session.update(changed)
        assert account_behind(request.session) is None
    assert get_user(request).is_anonymous and account_behind(SessionStore()) is None


def test_a_closed_account_enters_no_more(world: World) -> None:
    client, user = world.client(LI_MIN), world.user(LI_MIN)
    user.is_active = False
    user.save()
    assert account_behind(client.session) is None and client.get("/preferences/").status_code == 302


def test_a_session_that_is_taken_away_is_over(world: World) -> None:
    client = world.client(LI_MIN)
    assert client.get("/preferences/").status_code == 200
    Session.objects.all().delete()
    assert client.get("/preferences/").status_code == 302


def test_a_session_ends_with_the_password_and_with_its_epoch(world: World) -> None:
    for change in ({"session_epoch": 7}, {"password": "!another"}):
        client, user = world.client(LI_MIN), world.user(LI_MIN)
        assert client.get("/preferences/").status_code == 200
        for name, value in change.items():
            setattr(user, name, value)
        user.save()
        assert client.get("/preferences/").status_code == 302


def test_a_session_sealed_with_a_former_key_goes_on_while_that_is_named(world: World, settings: Any) -> None:
    client: Client = world.client(LI_MIN)
    former, settings.SECRET_KEY = settings.SECRET_KEY, "the next key of the house, long enough"
    settings.SECRET_KEY_FALLBACKS = [former]
    assert client.get("/preferences/").status_code == 200


def test_one_that_has_run_out_is_empty_and_its_key_forgotten(db: None) -> None:
    kept = SessionStore()
    kept.update(KEPT)
    kept.save()
    assert SessionStore(kept.session_key).load() == Framework(kept.session_key).load() == KEPT
    Session.objects.update(expire_date="2020-01-01T00:00:00+00:00")
    late = SessionStore(kept.session_key)
    assert (late.load(), late.session_key) == ({}, None)
