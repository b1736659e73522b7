"""What accounts refuse, told by code, and that a refusal leaves nothing behind."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.platform.accounts.conftest import AT, PASSWORD, House, actor_of
from tests.platform.accounts.test_factor import SECRET, code_of, enrolled
from tests.refusing import refused, untouched
from zhongshu.kernel.refusals import Conflict, NotFound, Refusal
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import AdminRole, ApiToken

Deed = Callable[[House], Any]


def changing(old: str, new: str) -> Deed:
    return lambda house: services.change_password(actor=actor_of(house.clerk), old=old, new=new, at=AT)


def key(house: House, name: str = "报表程序") -> ApiToken:
    services.make_token(actor=actor_of(house.clerk), user_id=house.clerk.pk, name=name, at=AT)
    return ApiToken.objects.latest("pk")


def revoking(house: House, token: ApiToken) -> ApiToken:
    return services.revoke_token(actor=actor_of(house.clerk), token_id=token.pk, at=AT)


REFUSED: list[tuple[str, type[Refusal], Deed]] = [
    ("wrong_password", Refusal, changing("另一个密码", PASSWORD + "!")),
    ("same_password", Refusal, changing(PASSWORD, PASSWORD)),
    ("weak_password", Refusal, changing(PASSWORD, "12345678")),
    ("weak_password", Refusal, changing(PASSWORD, "limin")),
    (
        "no_such_role",
        Refusal,
        lambda house: services.open_account(actor=house.keeper, username="hewei", admin_role="king", at=AT),
    ),
    (
        "no_such_role",
        Refusal,
        lambda house: services.grant_admin_role(
            actor=house.keeper, user_id=house.clerk.pk, role="king", at=AT
        ),
    ),
    (
        "holds_a_role",
        Conflict,
        lambda house: services.grant_admin_role(
            actor=house.keeper, user_id=house.audit.pk, role=AdminRole.SYSTEM, at=AT
        ),
    ),
    (
        "holds_no_role",
        Conflict,
        lambda house: services.withdraw_admin_role(actor=house.keeper, user_id=house.clerk.pk, at=AT),
    ),
    (
        "has_no_factor",
        Conflict,
        lambda house: services.remove_factor(actor=house.keeper, user_id=house.clerk.pk, at=AT),
    ),
    (
        "has_no_factor",
        Conflict,
        lambda house: services.new_recovery_codes(actor=actor_of(house.clerk), at=AT),
    ),
    ("unnamed_key", Refusal, lambda house: key(house, "  ")),
    ("no_such_account", NotFound, lambda house: services.unlock(actor=house.keeper, user_id=0, at=AT)),
]


@pytest.mark.parametrize(
    ("code", "kind", "deed"), REFUSED, ids=[f"{n}-{one[0]}" for n, one in enumerate(REFUSED)]
)
def test_is_refused_and_leaves_nothing(house: House, code: str, kind: type[Refusal], deed: Deed) -> None:
    with untouched(), refused(code, kind):
        deed(house)
    house.clerk.refresh_from_db()
    assert house.clerk.check_password(PASSWORD)
    assert house.clerk.admin_role == ""


@pytest.mark.parametrize("code", ["", "12345", "1234567", "abcdef", "１２３４５６"])
def test_a_device_is_taken_only_with_its_code(house: House, code: str) -> None:
    with untouched(), refused("wrong_code") as caught:
        services.add_factor(actor=actor_of(house.clerk), secret=SECRET, code=code, at=AT)
    assert "code" in caught.value.fields
    house.clerk.refresh_from_db()
    assert house.clerk.second_factor_at is None


def test_a_second_device_is_not_taken(house: House) -> None:
    enrolled(house.clerk)
    with untouched(), refused("has_factor", Conflict):
        services.add_factor(actor=actor_of(house.clerk), secret=SECRET, code=code_of(), at=AT)


def test_keys_are_twenty_at_the_most_and_a_revoked_one_makes_room(house: House) -> None:
    made = [key(house, f"程序{n}") for n in range(20)]
    with untouched(), refused("too_many_keys"):
        key(house)
    revoking(house, made[7])
    key(house)
    assert ApiToken.objects.filter(revoked_at=None).count() == 20


def test_a_key_is_revoked_once_and_by_nobody_else(house: House) -> None:
    token = key(house)
    for stranger in (house.audit, house.system):
        with untouched(), refused("no_such_key", NotFound):
            services.revoke_token(actor=actor_of(stranger), token_id=token.pk, at=AT)
    revoking(house, token)
    with untouched(), refused("revoked_already", Conflict):
        revoking(house, token)
