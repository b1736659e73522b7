"""Secrets of second factors at rest (G-08), the house's secret changed; passwords that age (G-01); throttle by address (G-02)."""

from datetime import timedelta
from typing import Any

import pytest
from axes.models import AccessAttempt
from django.db import connection
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from tests.platform.accounts.conftest import AT, PASSWORD, House, actor_of
from tests.platform.accounts.test_factor import SECRET, code_of, enrolled, past_the_password, try_code
from tests.refusing import refused
from tests.world import LI_MIN, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.clock import now
from zhongshu.kernel.refusals import Forbidden
from zhongshu.platform.accounts import queries, sealing, services
from zhongshu.platform.accounts.models import Factor, User


class TestSealing:
    @given(secret=st.binary(min_size=1, max_size=20), owner=st.text(max_size=20))
    def test_what_is_sealed_opens_for_its_owner_and_fits(self, secret: bytes, owner: str) -> None:
        kept = sealing.seal(secret.hex(), owner)
        assert sealing.unseal(kept, owner) == secret.hex()
        assert len(kept) <= 80
        assert sealing.is_sealed(kept)

    def test_nobody_else_opens_it_and_no_letter_may_change(self) -> None:
        kept = sealing.seal(SECRET, "totp:1")
        with pytest.raises(sealing.Unopenable):
            sealing.unseal(kept, "totp:2")
        changed = kept[:-6] + ("A" if kept[-6] != "A" else "B") + kept[-5:]
        with pytest.raises(sealing.Unopenable):
            sealing.unseal(changed, "totp:1")

    def test_the_same_secret_looks_different_each_time(self) -> None:
        assert sealing.seal(SECRET, "totp:1") != sealing.seal(SECRET, "totp:1")


@pytest.mark.django_db
class TestFactor:
    def test_the_database_does_not_hold_the_secret(self, house: House) -> None:
        enrolled(house.clerk)
        with connection.cursor() as cursor:
            cursor.execute("SELECT key FROM otp_totp_totpdevice")
            (kept,) = cursor.fetchone()
        assert SECRET not in kept
        assert Factor.objects.get().bin_key.hex() == SECRET

    def test_after_the_house_changed_its_secret_codes_still_open_and_are_sealed_anew(
        self, house: House, client: Client, settings: Any
    ) -> None:
        enrolled(house.clerk)
        settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
        settings.SECRET_KEY = "another secret of the house, made yesterday"
        past_the_password(client)
        assert try_code(client, code_of()).status_code == 303
        assert services.reseal_factors(actor=SYSTEM, at=AT) == 1
        settings.SECRET_KEY_FALLBACKS = []
        assert Factor.objects.get().bin_key.hex() == SECRET

    def test_without_the_former_secret_it_says_what_to_set(self, house: House, settings: Any) -> None:
        enrolled(house.clerk)
        settings.SECRET_KEY = "another secret of the house, made yesterday"
        with pytest.raises(sealing.Unopenable, match="ZHONGSHU_OLD_SECRET_KEYS"):
            _ = Factor.objects.get().bin_key

    def test_secrets_from_before_are_sealed(self, house: House) -> None:
        Factor.objects.create(user=house.clerk, key=SECRET, confirmed=True)
        services.reseal_factors(actor=SYSTEM, at=AT)
        assert Factor.objects.get().bin_key.hex() == SECRET

    def test_only_the_security_administrator_and_the_system_seal_anew(self, house: House) -> None:
        with refused("not_security_admin", Forbidden):
            services.reseal_factors(actor=actor_of(house.clerk), at=AT)


@pytest.mark.django_db
class TestAge:
    @pytest.mark.parametrize(("days", "owed"), [(89, ""), (91, "accounts:password")])
    def test_a_password_is_changed_after_the_days_set(
        self, house: House, settings: Any, days: int, owed: str
    ) -> None:
        settings.PASSWORD_DAYS = 90
        User.objects.filter(pk=house.clerk.pk).update(password_changed_at=now() - timedelta(days=days))
        assert queries.owed_by(User.objects.get(pk=house.clerk.pk)) == owed

    def test_one_never_changed_ages_from_the_opening(self, house: House, settings: Any) -> None:
        settings.PASSWORD_DAYS = 1
        User.objects.filter(pk=house.clerk.pk).update(password_changed_at=None)
        assert queries.owed_by(User.objects.get(pk=house.clerk.pk)) == "accounts:password"

    def test_zero_days_is_never(self, house: House, settings: Any) -> None:
        settings.PASSWORD_DAYS = 0
        assert queries.owed_by(house.clerk) == ""

    def test_changed_it_is_young_again(self, world: World, settings: Any) -> None:
        user = world.user(LI_MIN)
        user.set_password(PASSWORD)
        user.password_changed_at = now() - timedelta(days=91)
        user.save()
        settings.PASSWORD_DAYS = 90
        client = world.client(LI_MIN)
        assert client.get("/supervision/").headers["Location"] == "/enter/password/"
        assert "用得太久" in client.get("/enter/password/").content.decode()
        fresh = "滨江-winter-snow-43"
        client.post("/enter/password/", {"old": PASSWORD, "new": fresh, "again": fresh})
        assert client.get("/supervision/").status_code == 200


@pytest.mark.django_db
class TestAddress:
    def test_many_names_from_one_address_are_heard_no_more(
        self, house: House, client: Client, settings: Any
    ) -> None:
        settings.LOGIN_TRIES_PER_ADDRESS = 3
        for name in ("a1", "b2", "c3"):
            client.post("/enter/", {"username": name, "password": "x"})
        answer = client.post("/enter/", {"username": "limin", "password": PASSWORD})
        assert "已暂停登录" in answer.content.decode()
        elsewhere = client.post(
            "/enter/", {"username": "limin", "password": PASSWORD}, REMOTE_ADDR="10.0.0.9"
        )
        assert elsewhere.status_code == 303

    def test_after_the_while_it_is_heard_again(self, house: House, client: Client, settings: Any) -> None:
        settings.LOGIN_TRIES_PER_ADDRESS = 3
        for name in ("a1", "b2", "c3"):
            client.post("/enter/", {"username": name, "password": "x"})
        AccessAttempt.objects.update(
            attempt_time=now() - timedelta(hours=settings.AXES_COOLOFF_TIME, minutes=1)
        )
        assert client.post("/enter/", {"username": "limin", "password": PASSWORD}).status_code == 303
