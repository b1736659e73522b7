"""One click into the demonstration, and everything that must refuse it."""

from typing import Any

import pytest
from django.test import Client

from tests.platform.accounts.conftest import AT
from tests.world import HE_WEI, LI_MIN, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import DemoGuest
from zhongshu.platform.journal.models import Entry

ENTRY = "点一下姓名即可进入"


@pytest.fixture
def guest(world: World, settings: Any) -> DemoGuest:
    settings.DEMO = True
    user = world.user(LI_MIN)
    return services.invite_demo_guest(
        actor=SYSTEM, user_id=user.pk, name=LI_MIN, label="导入纪要", order=1, at=AT
    )


def test_lists_the_cast_and_lets_one_in(guest: DemoGuest, client: Client) -> None:
    text = client.get("/enter/").content.decode()
    assert ENTRY in text
    assert LI_MIN in text
    assert HE_WEI not in text
    assert client.post(f"/enter/as/{guest.pk}/").headers["Location"] == "/"
    assert client.get("/").wsgi_request.user == guest.user
    assert Entry.objects.get(stream="door").facts["way"] == "demo"


@pytest.mark.parametrize(
    "seen",
    [
        {"REMOTE_ADDR": "10.1.2.3"},
        {"REMOTE_ADDR": "::ffff:10.1.2.3"},
        {"REMOTE_ADDR": ""},
        {"REMOTE_ADDR": "unix:"},
        {"HTTP_X_FORWARDED_FOR": "127.0.0.1"},
        {"HTTP_X_REAL_IP": "127.0.0.1"},
        {"HTTP_FORWARDED": "for=127.0.0.1"},
        {"HTTP_VIA": "1.1 gate"},
    ],
)
def test_refuses_whoever_is_not_on_this_machine(
    guest: DemoGuest, client: Client, seen: dict[str, str]
) -> None:
    assert ENTRY not in client.get("/enter/", **seen).content.decode()
    assert client.post(f"/enter/as/{guest.pk}/", **seen).status_code == 404
    assert "_auth_user_id" not in client.session


@pytest.mark.parametrize("address", ["127.0.0.1", "127.8.8.8", "::1"])
def test_this_machine_has_several_names(guest: DemoGuest, client: Client, address: str) -> None:
    assert client.post(f"/enter/as/{guest.pk}/", REMOTE_ADDR=address).status_code == 303


def test_refuses_where_there_is_no_demonstration(guest: DemoGuest, client: Client, settings: Any) -> None:
    settings.DEMO = False
    assert ENTRY not in client.get("/enter/").content.decode()
    assert client.post(f"/enter/as/{guest.pk}/").status_code == 404


def test_takes_a_post_with_the_form_s_token(guest: DemoGuest) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert strict.get(f"/enter/as/{guest.pk}/").status_code == 405
    answer = strict.post(f"/enter/as/{guest.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/enter/")
    assert strict.get("/").headers["Location"].startswith("/enter/")


def test_lets_nobody_in_who_is_not_listed_or_is_closed(guest: DemoGuest, client: Client) -> None:
    assert client.post(f"/enter/as/{guest.pk + 1}/").status_code == 404
    services.close_account(actor=SYSTEM, user_id=guest.user_id, at=AT)
    assert client.post(f"/enter/as/{guest.pk}/").status_code == 404
