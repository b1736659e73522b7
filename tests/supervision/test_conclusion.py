"""How it ends is told to whom it is about (D-07), found out by somebody without a tie to it, and decided by who may."""

from datetime import timedelta

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.world import AT, HE_WEI, LI_MIN, WANG_JIANPING, ZHOU_QIMING, World
from zhongshu.kernel.refusals import Forbidden
from zhongshu.org import services as org
from zhongshu.platform.notify.models import Notice
from zhongshu.supervision import policies, rules, services
from zhongshu.supervision.models import Directive

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=4)


def reviewed(world: World) -> Directive:
    return story.completed(world, story.signed_for(world, story.handed_over(world)))


@pytest.mark.parametrize(
    ("opinion", "told"), [("三项都查过了。", "三项都查过了。"), (" ", "经审核，情况属实。")]
)
def test_D_07_the_conclusion_goes_back_to_who_handled_it(world: World, opinion: str, told: str) -> None:
    one = reviewed(world)
    services.accept(actor=world.actor(LI_MIN), directive_id=one.pk, opinion=opinion, at=LATER)
    notice = Notice.objects.filter(person_id=world.people[WANG_JIANPING].pk).latest("id")
    assert "审核通过" in notice.text and notice.text.endswith(told)


def test_D_09_what_nobody_has_verified_stays_open(world: World) -> None:
    told = {"evidence": 3, "needs_answer": False, "answered": False}
    verdict = rules.D_25_close_out(verified=False, **told)
    assert (verdict.met, verdict.code, verdict.rule) == (False, "not_verified", "D-09")
    assert rules.D_25_close_out(verified=True, **told)


def test_D_12_nobody_verifies_what_a_relative_had_a_hand_in(world: World) -> None:
    one, limin = reviewed(world), world.people[LI_MIN]
    for relative in (WANG_JIANPING, ZHOU_QIMING):  # who handled it; who signed for it
        kinship = org.declare_kin(
            actor=world.actor(LI_MIN),
            person_id=limin.pk,
            other_id=world.people[relative].pk,
            kind="spouse",
            at=AT,
        )
        for verb in ("accept", "return_for_rework"):
            assert verb not in policies.offered(world.actor(LI_MIN), one)
            assert verb in policies.offered(world.actor(HE_WEI), one)
        with refused("verifier_is_relative", Forbidden) as caught:
            services.accept(actor=world.actor(LI_MIN), directive_id=one.pk, opinion="", at=LATER)
        assert caught.value.rule == "D-12"
        kinship.ended_at = AT
        kinship.save()
    assert "accept" in policies.offered(world.actor(LI_MIN), one)


@pytest.mark.parametrize("who", [WANG_JIANPING, LI_MIN])
def test_D_29_only_who_decides_stops_it_before_its_end(world: World, who: str) -> None:
    one = story.handed_over(world)
    with refused("not_an_approver", Forbidden) as caught:
        services.terminate(actor=world.actor(who), directive_id=one.pk, reason="不办了。", at=AT)
    assert caught.value.rule == "D-29"
    with refused("no_reason"):
        services.terminate(actor=world.actor(HE_WEI), directive_id=one.pk, reason=" ", at=AT)
