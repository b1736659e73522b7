"""What hung on matters that had ended before is settled when the house is brought up to date."""

from datetime import date, timedelta

import pytest

from tests.migrating import laid_out_as
from tests.supervision import story
from tests.world import AT, HE_WEI, LI_MIN, WANG_JIANPING, build
from zhongshu.matters.models import Group, Matter
from zhongshu.supervision import queries, services
from zhongshu.supervision.models import State


@pytest.mark.django_db(transaction=True)
def test_what_hung_on_ended_matters_is_settled() -> None:
    town = build()
    ended, stood, in_hand = (story.signed_for(town, story.handed_over(town)) for _ in range(3))
    unit, desk, at = town.actor(WANG_JIANPING), town.actor(LI_MIN), AT + timedelta(days=1)
    later = date(2026, 11, 2)
    for one in (ended, in_hand):
        about = {"directive_id": one.pk, "at": at}
        services.ask_extension(actor=unit, new_due=later, reason="雨", **about)  # type: ignore[arg-type]
        services.ask_suspension(actor=desk, reason="待批复", review_on=later, **about)  # type: ignore[arg-type]
        services.issue_slip(actor=desk, weight=2, text="", **about)  # type: ignore[arg-type]
        services.ask_figures(actor=desk, labels=("投资额",), period="2026-09", reason="核实", **about)  # type: ignore[arg-type]
        services.draft_paper(actor=desk, kind="notice", slip_id=None, **about)  # type: ignore[arg-type]
    about = {"directive_id": stood.pk, "at": at}
    services.ask_suspension(actor=desk, reason="待批复", review_on=later, **about)  # type: ignore[arg-type]
    services.decide_suspension(actor=town.actor(HE_WEI), approve=True, opinion="", **about)  # type: ignore[arg-type]
    gone = Matter.objects.filter(pk__in=(ended.pk, stood.pk))
    gone.update(state=State.TERMINATED, group=Group.CLOSED, closed_at=AT + timedelta(days=9))
    before = queries.hanging_on([in_hand.pk])
    with laid_out_as("supervision", "0020_same_words"):
        pass
    assert not queries.hanging_on([ended.pk, stood.pk]) and queries.hanging_on([in_hand.pk]) == before
    assert ended.extension_requests.get().decided_at == AT + timedelta(days=9)
    assert stood.suspensions.get().resumed_on == (AT + timedelta(days=9)).date()
