"""Accounts opened and closed, passwords, keys; who may do so (rule G-01)."""

import pytest
from django.test import Client

from tests.platform.accounts.conftest import AT, PASSWORD, House, actor_of
from tests.refusing import refused
from tests.world import LI_MIN, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Forbidden, NotFound, Refusal
from zhongshu.platform.accounts import queries, services
from zhongshu.platform.accounts.models import AdminRole, User
from zhongshu.platform.journal.models import Entry
from zhongshu.platform.journal.sentences import wording


def verbs(user: User) -> list[str]:
    return list(Entry.objects.filter(stream=user.stream).order_by("seq").values_list("verb", flat=True))


class TestOpening:
    def test_is_journalled_under_the_plain_name(self, house: House) -> None:
        user = services.open_account(actor=house.keeper, username=" ＨｅＷｅｉ ", password=PASSWORD, at=AT)
        assert (user.username, user.must_change_password) == ("hewei", True)
        assert user.check_password(PASSWORD)
        entry = Entry.objects.get(stream=user.stream)
        assert wording(entry.verb).sentence(entry.facts) == "开通账号 hewei"

    @pytest.mark.parametrize("name", ["", "a", "-abc", "a b", "x" * 61, "a/b"])
    def test_refuses_what_is_no_name(self, house: House, name: str) -> None:
        with pytest.raises(Refusal) as no:
            services.open_account(actor=house.keeper, username=name, at=AT)
        assert no.value.code == "bad_username"

    def test_refuses_a_name_that_is_taken(self, house: House) -> None:
        with refused("username_taken", Conflict):
            services.open_account(actor=house.keeper, username="LIMIN", at=AT)

    def test_refuses_a_weak_password(self, house: House) -> None:
        with refused("weak_password") as no:
            services.open_account(actor=house.keeper, username="hewei", password="12345678", at=AT)
        assert "password" in no.value.fields


class TestClosing:
    def test_ends_sessions_and_keys_at_once(self, world: World) -> None:
        client, user = world.client(LI_MIN), world.user(LI_MIN)
        key = services.make_token(actor=actor_of(user), user_id=user.pk, name="报表程序", at=AT).text
        assert client.get("/").status_code == 200
        assert queries.user_of_token(key) == user
        services.close_account(actor=SYSTEM, user_id=user.pk, at=AT)
        assert client.get("/").status_code == 302
        assert queries.user_of_token(key) is None

    def test_sessions_of_before_stay_over_when_reopened(self, world: World) -> None:
        client, user = world.client(LI_MIN), world.user(LI_MIN)
        services.close_account(actor=SYSTEM, user_id=user.pk, at=AT)
        services.reopen(actor=SYSTEM, user_id=user.pk, at=AT)
        assert client.get("/").status_code == 302

    def test_is_done_once(self, house: House) -> None:
        services.close_account(actor=house.keeper, user_id=house.clerk.pk, at=AT)
        with refused("closed_already", Conflict):
            services.close_account(actor=house.keeper, user_id=house.clerk.pk, at=AT)
        services.reopen(actor=house.keeper, user_id=house.clerk.pk, at=AT)
        with refused("open_already", Conflict):
            services.reopen(actor=house.keeper, user_id=house.clerk.pk, at=AT)
        assert verbs(house.clerk) == ["accounts.opened", "accounts.closed", "accounts.reopened"]


class TestWhoMay:
    @pytest.mark.parametrize("who", ["audit", "system", "clerk"])
    def test_nobody_but_the_security_administrator(self, house: House, who: str) -> None:
        actor, target = actor_of(getattr(house, who)), house.clerk.pk
        for deed in (services.close_account, services.reset_password, services.unlock, services.reopen):
            with refused("not_security_admin", Forbidden):
                deed(actor=actor, user_id=target, at=AT)
        with refused("not_security_admin", Forbidden):
            services.open_account(actor=actor, username="hewei", at=AT)
        with refused("not_security_admin", Forbidden):
            services.grant_admin_role(actor=actor, user_id=target, role=AdminRole.AUDIT, at=AT)
        assert verbs(house.clerk) == ["accounts.opened"]

    def test_not_for_oneself(self, house: House) -> None:
        own = house.security.pk
        for deed in (services.close_account, services.withdraw_admin_role):
            with refused("own_account", Forbidden):
                deed(actor=house.keeper, user_id=own, at=AT)
        with refused("own_account", Forbidden):
            services.grant_admin_role(actor=house.keeper, user_id=own, role=AdminRole.AUDIT, at=AT)

    def test_what_does_not_exist(self, house: House) -> None:
        with refused("no_such_account", NotFound):
            services.close_account(actor=house.keeper, user_id=0, at=AT)


class TestPasswords:
    def test_a_reset_ends_sessions_and_is_kept_nowhere(self, world: World) -> None:
        client, user = world.client(LI_MIN), world.user(LI_MIN)
        secret = services.reset_password(actor=SYSTEM, user_id=user.pk, at=AT)
        assert client.get("/").status_code == 302
        assert secret.text not in repr(secret) + str(secret)
        assert not Entry.objects.filter(data__contains=secret.text).exists()
        user.refresh_from_db()
        assert user.check_password(secret.text)

    def test_a_change_keeps_this_session_and_ends_the_others(self, world: World) -> None:
        user = world.user(LI_MIN)
        user.set_password(PASSWORD)
        user.save()
        here, there = world.client(LI_MIN), Client()
        there.post("/enter/", {"username": "limin", "password": PASSWORD})
        assert there.get("/").status_code == 200
        form = {"old": PASSWORD, "new": PASSWORD + "!", "again": PASSWORD + "!"}
        assert here.post("/enter/password/", form).status_code == 303
        assert here.get("/").status_code == 200
        assert there.get("/").status_code == 302


class TestKeys:
    def test_only_the_digest_is_kept(self, house: House) -> None:
        key = services.make_token(actor=actor_of(house.clerk), user_id=house.clerk.pk, name="报表", at=AT)
        token = house.clerk.tokens.get()
        assert key.text not in (token.digest, token.name)
        assert queries.user_of_token(key.text) == house.clerk
        assert queries.user_of_token(token.digest) is None
        services.revoke_token(actor=actor_of(house.clerk), token_id=token.pk, at=AT)
        assert queries.user_of_token(key.text) is None

    def test_are_one_s_own_and_no_administrator_s(self, house: House) -> None:
        with refused("not_own_key", Forbidden):
            services.make_token(actor=house.keeper, user_id=house.clerk.pk, name="报表", at=AT)
        with refused("admins_have_no_keys", Forbidden):
            services.make_token(actor=house.keeper, user_id=house.security.pk, name="报表", at=AT)

    def test_are_revoked_by_the_security_administrator_and_by_no_third(self, house: House) -> None:
        services.make_token(actor=actor_of(house.clerk), user_id=house.clerk.pk, name="报表", at=AT)
        token = house.clerk.tokens.get()
        with refused("no_such_key", NotFound):
            services.revoke_token(actor=actor_of(house.audit), token_id=token.pk, at=AT)
        assert services.revoke_token(actor=house.keeper, token_id=token.pk, at=AT).revoked_at == AT
