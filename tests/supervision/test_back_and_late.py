"""A later date that is past when it is decided (D-20); a matter that comes back (D-30); what lies with nobody."""

from datetime import timedelta

import pytest

from tests.refusing import refused
from tests.supervision import story
from tests.supervision.test_nothing_hangs import notices
from tests.supervision.test_origins import enter, whole
from tests.world import AT, CHEN_LI, HE_WEI, LI_MIN, TODAY, WANG_JIANPING, World
from zhongshu.kernel.refusals import Refusal
from zhongshu.platform.notify.models import Notice
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, rules, services
from zhongshu.supervision.models import SlipWeight, State
from zhongshu.supervision.presenters.directive import DirectivePage

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(hours=2)


def test_D_20_a_date_that_is_past_is_not_granted_any_more(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    new_due = story.DUE + timedelta(days=5)
    services.ask_extension(
        actor=world.actor(WANG_JIANPING), directive_id=directive.pk, new_due=new_due, reason="雨", at=AT
    )
    late = AT + (new_due - AT.date()) + timedelta(days=1)
    decide = {"actor": world.actor(HE_WEI), "directive_id": directive.pk, "at": late}
    with pytest.raises(Refusal) as refused:
        services.decide_extension(approve=True, opinion="", **decide)  # type: ignore[arg-type]
    assert (refused.value.code, refused.value.rule) == ("extension_date_is_past", "D-20")
    assert new_due.isoformat() in str(refused.value) and "不同意" in refused.value.hint
    services.decide_extension(approve=False, opinion="已过期", **decide)  # type: ignore[arg-type]
    assert rules.D_20_granted(new_due, today=new_due, current_due=story.DUE), "on the day itself it can be"


def test_D_30_what_comes_back_says_what_counts_no_more_and_tells_whom_it_concerns(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    desk, late = world.actor(LI_MIN), AT + timedelta(days=5)
    about = {"actor": desk, "directive_id": directive.pk}
    services.accept(opinion="", at=late, **about)  # type: ignore[arg-type]
    services.answer_leader(answer="已办结。", at=late, **about)  # type: ignore[arg-type]
    form = world.client(LI_MIN).get(f"/supervision/{directive.pk}/reopening/").content.decode()
    assert "原审核意见和回告不再算数" in form and "佐证保留" in form
    back = services.reopen(reason="群众反映未到位", at=late, **about)  # type: ignore[arg-type]
    assert (back.state, back.verified_at, back.answered_at) == (State.UNDERTAKING, None, None)
    assert back.matter.attachments.exists()
    for name in (WANG_JIANPING, CHEN_LI):
        assert any("复开" in one and "群众反映" in one for one in notices(world, name)), name
    page = world.client(WANG_JIANPING).get(f"/supervision/{directive.pk}/").content.decode()
    assert "上次的办结反馈（已退回，不作数）" in page


def test_D_30_past_the_days_set_no_reopening_is_offered_and_the_page_says_what_is_left(world: World) -> None:
    directive = story.completed(world, story.signed_for(world, story.instructed(world)))
    desk, done = world.actor(LI_MIN), AT + timedelta(days=5)
    services.accept(actor=desk, directive_id=directive.pk, opinion="", at=done)
    directive.refresh_from_db()
    last, late = (DirectivePage(desk, directive, done + timedelta(days=n)) for n in (90, 91))
    assert "reopening" in [deed.resource for deed in last.offered] and last.barred is None
    assert "reopening" not in [deed.resource for deed in late.offered]
    assert late.barred and "重新办理" in late.barred.text
    with refused("reopening_too_late"):
        services.reopen(actor=desk, directive_id=directive.pk, reason="没办到位", at=late.at)


def test_what_was_objected_to_says_that_it_waits_for_another_hand_over(world: World) -> None:
    directive = story.handed_over(world)
    services.object_to(actor=world.actor(WANG_JIANPING), directive_id=directive.pk, reason="不归我委", at=AT)
    page = world.client(LI_MIN).get(f"/supervision/{directive.pk}/").content.decode()
    assert "提出异议，等督查部门重新交办" in page


def test_D_23_no_slip_is_offered_where_every_weight_is_out(world: World) -> None:
    directive = story.signed_for(world, story.handed_over(world))
    boss, desk = world.actor(HE_WEI), world.actor(LI_MIN)
    for weight in SlipWeight:
        services.issue_slip(actor=boss, directive_id=directive.pk, weight=weight, text="", at=AT)
        offered = "issue_slip" in policies.offered(desk, directive)
        assert offered == (weight < SlipWeight.INTERVIEW), "criticism is the approver's alone"
    assert "issue_slip" not in policies.offered(boss, directive)
    answer = world.client(HE_WEI).get(f"/supervision/{directive.pk}/slip/")
    assert answer.status_code == 409 and "眼下没有要办的" in answer.content.decode()


def test_T_07_a_petition_is_put_off_by_thirty_days_and_its_petitioner_told(world: World) -> None:
    (opened,) = enter(world, whole(world, "petition", due=None, source_date=TODAY - timedelta(days=50)))
    story.signed_for(world, opened)
    assert opened.matter.original_due is not None
    latest = workdays.calendar().on_or_after(opened.matter.original_due + timedelta(days=30))
    asked = {"actor": world.actor(WANG_JIANPING), "directive_id": opened.pk, "reason": "要听证", "at": LATER}
    with refused("petition_put_off_too_long", match=latest.isoformat()) as caught:
        services.ask_extension(new_due=latest + timedelta(days=1), **asked)
    assert (caught.value.rule, list(caught.value.fields)) == ("T-07", ["new_due"])
    services.ask_extension(new_due=latest, **asked)
    decided = {"actor": world.actor(HE_WEI), "directive_id": opened.pk, "approve": True, "opinion": ""}
    services.decide_extension(at=LATER, **decided)
    assert Notice.objects.filter(
        person_id=world.people[WANG_JIANPING].pk, text__startswith="延期已批准，请把延期理由告知信访人"
    ).exists()


def test_T_07_a_date_of_its_own_before_those_sixty_days_may_be_put_off_to_their_end_and_thirty_more() -> None:
    since, given = TODAY, TODAY + timedelta(days=10)
    told = {"original_due": given, "since": since, "calendar": workdays.calendar()}
    assert rules.T_07_extension(since + timedelta(days=90), **told)
    assert not rules.T_07_extension(since + timedelta(days=110), **told)
