"""The second factor (rule G-03): set up, asked for, throttled, recovered from."""

import re
from typing import Any

from django.test import Client
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from tests.platform.accounts.conftest import AT, PASSWORD, House, actor_of
from tests.refusing import refused
from tests.world import HE_WEI, LI_MIN, LIANG_XUE, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import RecoveryCode, User
from zhongshu.platform.journal.models import Entry

SECRET = "3132333435363738393031323334353637383930"


def code_of(secret: str = SECRET, ahead: int = 0) -> str:
    """What the device shows, ``ahead`` steps of 30 seconds from now."""
    return f"{totp(bytes.fromhex(secret), t0=-30 * ahead):06d}"


def enrolled(user: User) -> list[str]:
    """Give ``user`` a device whose next code is still unused, and the password of these tests."""
    codes = services.add_factor(actor=actor_of(user), secret=SECRET, code=code_of(ahead=-1), at=AT)
    user.refresh_from_db()
    user.password = services.hashed(PASSWORD)
    user.save()
    return [one.text for one in codes]


def past_the_password(client: Client, username: str = "limin", **more: str) -> str:
    return client.post("/enter/", {"username": username, "password": PASSWORD, **more}).headers["Location"]


def try_code(client: Client, code: str) -> Any:
    return client.post("/enter/factor/", {"code": code})


class TestSettingUp:
    def test_by_its_owner_shows_recovery_codes_once_and_keeps_the_session(self, world: World) -> None:
        client = world.client(LI_MIN)
        elsewhere = world.client(LI_MIN)
        text = client.get("/enter/factor/add/").content.decode()
        picture = client.get("/enter/factor/picture/")
        secret = client.session["factor_secret"]
        assert picture.headers["Content-Type"] == "image/svg+xml"
        assert b"<svg" in picture.content
        assert secret not in text
        shown = client.post("/enter/factor/add/", {"code": code_of(secret)}).content.decode()
        assert len(re.findall(r"<li>[a-z2-9]{4}(?:-[a-z2-9]{4}){2}</li>", shown)) == 10
        assert client.get("/me/").status_code == 200
        assert elsewhere.get("/me/").status_code == 302
        assert "factor_secret" not in client.session

    def test_takes_a_code_that_fits(self, house: House) -> None:
        near = {code_of(ahead=step) for step in range(-3, 4)}
        wrong = next(code for code in ("000000", *(f"{n:06d}" for n in range(1, 9))) if code not in near)
        for nonsense in (wrong, "", "12345", "abcdef", "１２３４５６７"):
            with refused("wrong_code"):
                services.add_factor(actor=actor_of(house.clerk), secret=SECRET, code=nonsense, at=AT)
        assert not TOTPDevice.objects.exists()

    def test_is_demanded_of_administrators_by_setting(self, world: World, settings: Any) -> None:
        settings.SECOND_FACTOR = "admins"
        assert world.client(LIANG_XUE).get("/accounts/").headers["Location"] == "/enter/factor/add/"
        assert world.client(LI_MIN).get("/me/").status_code == 200
        settings.SECOND_FACTOR = "all"
        assert world.client(LI_MIN).get("/me/").headers["Location"] == "/enter/factor/add/"
        settings.SECOND_FACTOR = "off"
        assert world.client(LIANG_XUE).get("/accounts/").status_code == 200


class TestAtTheDoor:
    def test_the_password_alone_opens_nothing(self, world: World, client: Client) -> None:
        enrolled(world.user(LI_MIN))
        assert past_the_password(client) == "/enter/factor/"
        assert "_auth_user_id" not in client.session
        assert client.get("/me/").headers["Location"].startswith("/enter/?")

    def test_the_code_opens_once_and_leads_where_one_wanted(self, world: World, client: Client) -> None:
        enrolled(world.user(LI_MIN))
        past_the_password(client, next="/me/")
        code = code_of()
        before = client.session.session_key
        assert try_code(client, f" {code[:3]} {code[3:]} ").headers["Location"] == "/me/"
        assert client.session.session_key != before
        assert client.get("/me/").status_code == 200
        again = Client()
        past_the_password(again)
        assert try_code(again, code).status_code == 422
        ways = [one.facts.get("way") for one in Entry.objects.filter(verb="accounts.entered")]
        assert ways == ["second_factor"]

    def test_a_wrong_code_is_told_journalled_and_makes_one_wait(self, world: World, client: Client) -> None:
        enrolled(world.user(LI_MIN))
        past_the_password(client)
        for _ in range(4):
            TOTPDevice.objects.update(throttling_failure_timestamp=None)
            assert try_code(client, "nonsense").status_code == 422
        answer = try_code(client, code_of())
        told = answer.content.decode()
        assert (answer.status_code, "这一次没有核对" in told, "秒后再试" in told) == (422, True, True)
        assert "口令不对" not in told
        assert Entry.objects.filter(verb="accounts.entry_refused").count() == 5
        TOTPDevice.objects.update(throttling_failure_timestamp=None)
        assert try_code(client, code_of()).status_code == 303

    def test_a_recovery_code_opens_once(self, world: World, client: Client) -> None:
        codes = enrolled(world.user(LI_MIN))
        assert not RecoveryCode.objects.filter(digest__in=codes).exists()
        past_the_password(client)
        assert try_code(client, codes[0].upper()).status_code == 303
        again = Client()
        past_the_password(again)
        answer = try_code(again, codes[0])
        assert (answer.status_code, "没有用过的恢复码" in answer.content.decode()) == (422, True)
        assert Entry.objects.filter(verb="accounts.recovery_code_used").count() == 1

    def test_waits_five_minutes_only(self, world: World, client: Client) -> None:
        enrolled(world.user(LI_MIN))
        past_the_password(client)
        session = client.session
        told = session["factor_awaited"]
        session["factor_awaited"] = {**told, "until": AT.isoformat()}
        session.save()
        assert try_code(client, code_of()).headers["Location"] == "/enter/"

    def test_a_password_reset_in_between_starts_anew(self, world: World, client: Client) -> None:
        enrolled(world.user(LI_MIN))
        past_the_password(client)
        services.reset_password(actor=SYSTEM, user_id=world.user(LI_MIN).pk, at=AT)
        assert try_code(client, code_of()).headers["Location"] == "/enter/"


class TestLost:
    def test_is_removed_by_the_security_administrator_alone(self, house: House) -> None:
        codes = enrolled(house.clerk)
        assert len(codes) == 10
        for who in (house.clerk, house.audit):
            with refused("not_security_admin", Forbidden):
                services.remove_factor(actor=actor_of(who), user_id=house.clerk.pk, at=AT)
        services.remove_factor(actor=house.keeper, user_id=house.clerk.pk, at=AT)
        house.clerk.refresh_from_db()
        assert house.clerk.second_factor_at is None
        assert not TOTPDevice.objects.exists()
        assert Entry.objects.filter(stream=house.clerk.stream, verb="accounts.factor_removed").exists()

    def test_fresh_codes_void_the_old(self, world: World, client: Client) -> None:
        user = world.user(HE_WEI)
        old = enrolled(user)
        services.new_recovery_codes(actor=actor_of(user), at=AT)
        past_the_password(client, "hewei")
        assert try_code(client, old[0]).status_code == 422
