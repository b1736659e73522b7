"""Whoever holds matters is not made an administrator: administrators handle no business (rule G-07)."""

import pytest
from django.urls import reverse

from tests.refusing import refused
from tests.supervision.pages.steps import open_one, press
from tests.world import AT, LI_MIN, WANG_JIANPING, World
from zhongshu.kernel.actors import SYSTEM
from zhongshu.kernel.refusals import Conflict
from zhongshu.platform.accounts import services as accounts
from zhongshu.platform.accounts.models import AdminRole, User

pytestmark = pytest.mark.django_db


def test_matters_in_hand_go_to_somebody_else_first(world: World) -> None:
    directive = open_one(world)
    press(world.client(WANG_JIANPING), directive, "signature")
    wang = world.people[WANG_JIANPING]
    told = {"actor": SYSTEM, "user_id": wang.user_id, "role": AdminRole.SYSTEM, "at": AT}
    with refused("still_holds", Conflict, match="在办事项 1") as caught:
        accounts.grant_admin_role(**told)
    assert caught.value.rule == "G-07"
    assert not User.objects.get(pk=wang.user_id).admin_role
    seen = world.client(WANG_JIANPING).get(reverse("supervision:directive", args=[directive.pk]))
    assert "回告进展" in seen.content.decode()


def test_whoever_holds_nothing_may_be_one(world: World) -> None:
    assert (
        accounts.grant_admin_role(
            actor=SYSTEM, user_id=world.people[LI_MIN].user_id, role=AdminRole.AUDIT, at=AT
        ).admin_role
        == AdminRole.AUDIT
    )
