"""三员: whatever is granted and withdrawn, by whomever, nobody ever holds two (rule G-07, TV-11)."""

from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from tests.platform.accounts.conftest import AT, House, actor_of
from tests.refusing import refused
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.accounts import services
from zhongshu.platform.accounts.models import AdminRole, User
from zhongshu.platform.journal.models import Entry

NAMES = ("liangxue", "hanbing", "luokai", "limin")
WHO = st.sampled_from(NAMES)
DEEDS = st.lists(st.tuples(WHO, WHO, st.sampled_from(["", *AdminRole.values])), max_size=25)


def test_a_second_role_is_refused(house: House) -> None:
    with refused("holds_a_role", Conflict, match="不得兼任"):
        services.grant_admin_role(actor=house.keeper, user_id=house.audit.pk, role=AdminRole.SYSTEM, at=AT)
    house.audit.refresh_from_db()
    assert house.audit.admin_role == AdminRole.AUDIT


class TestUnderRandomGrants(TestCase):
    def setUp(self) -> None:
        for name, role in zip(NAMES, ["security", "", "", ""], strict=True):
            services.open_account(actor=SYSTEM, username=name, admin_role=role, at=AT)

    @given(DEEDS)
    def test_nobody_ever_holds_two(self, deeds: list[tuple[str, str, str]]) -> None:
        for giver, taker, role in deeds:
            attempt(giver, taker, role)
            assert User.objects.filter(admin_role=AdminRole.SECURITY).exists()
        for user in User.objects.all():
            held = roles_by_the_journal(user)
            assert len(held) <= 1
            assert held == ({user.admin_role} - {""})


def attempt(giver: str, taker: str, role: str) -> None:
    actor = actor_of(User.objects.get(username=giver))
    target = User.objects.get(username=taker)
    before = target.admin_role
    try:
        if role:
            services.grant_admin_role(actor=actor, user_id=target.pk, role=role, at=AT)
        else:
            services.withdraw_admin_role(actor=actor, user_id=target.pk, at=AT)
    except Refusal:
        target.refresh_from_db()
        assert target.admin_role == before
        return
    assert actor.admin_role == AdminRole.SECURITY
    assert giver != taker


def roles_by_the_journal(user: User) -> set[str]:
    """What was granted and not withdrawn since, told only by the journal."""
    held: set[str] = set()
    for entry in Entry.objects.filter(stream=user.stream).order_by("seq"):
        role = entry.facts.get("role", "")
        if entry.verb == "accounts.role_withdrawn":
            held.discard(role)
        elif role:
            held.add(role)
    return held
