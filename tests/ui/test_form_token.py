"""The token of forms is the framework's own, under a mask of its own each time."""

from collections import Counter

from django.middleware.csrf import (
    CSRF_ALLOWED_CHARS,
    CSRF_TOKEN_LENGTH,
    _does_token_match,
    _unmask_cipher_token,
)
from django.test import Client, RequestFactory
from hypothesis import given
from hypothesis import strategies as st
from tests.world import LI_MIN, World

from zhongshu.ui.form_token import masked, token_of

SECRETS = st.text(CSRF_ALLOWED_CHARS, min_size=32, max_size=32)


@given(SECRETS)
def test_the_framework_finds_the_secret_under_the_mask(secret: str) -> None:
    token = masked(secret)
    assert len(token) == CSRF_TOKEN_LENGTH
    assert _unmask_cipher_token(token) == secret
    assert _does_token_match(token, secret)


@given(SECRETS, SECRETS)
def test_no_other_secret_is_found(secret: str, other: str) -> None:
    assert _does_token_match(masked(secret), other) == (secret == other)


def test_each_mask_is_another_and_any_letter_may_stand_in_it() -> None:
    tokens = [masked("a" * 32) for _ in range(600)]
    assert len(set(tokens)) == len(tokens)
    letters = Counter("".join(token[:32] for token in tokens))
    assert set(letters) == set(CSRF_ALLOWED_CHARS)
    assert max(letters.values()) < 2 * min(letters.values())


def test_a_request_without_a_secret_gets_none_here() -> None:
    assert token_of(RequestFactory().get("/")) is None


def test_the_cookie_is_given_at_the_door_and_not_again_with_every_page(world: World) -> None:
    client = Client(enforce_csrf_checks=True)
    client.force_login(world.user(LI_MIN), backend="zhongshu.platform.accounts.backends.AccountBackend")
    assert "csrftoken" in client.get("/preferences/").cookies
    page = client.get("/preferences/")
    assert "csrftoken" not in page.cookies
    token = page.content.decode().split('name="csrfmiddlewaretoken" value="')[1].split('"')[0]
    sent = {"csrfmiddlewaretoken": token, "size": "large", "next": "/"}
    assert client.post("/look/preferences/", sent).status_code == 302
    assert client.post("/look/preferences/", sent | {"csrfmiddlewaretoken": "b" * 64}).status_code == 403


def test_who_has_not_entered_has_the_cookie_renewed(db: None) -> None:
    client = Client()
    assert "csrftoken" in client.get("/enter/").cookies
    assert "csrftoken" in client.get("/enter/").cookies
