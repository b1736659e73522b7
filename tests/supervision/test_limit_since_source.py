"""Where the norm counts from the day a matter was accepted, so does the house (D-19, T-07)."""

from dataclasses import replace
from datetime import timedelta

import pytest

from tests.refusing import refused
from tests.supervision.test_origins import enter, whole
from tests.world import TODAY, World
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision.models import Directive
from zhongshu.supervision.presenters.reckoning import of_directive
from zhongshu.supervision.services.shifting import COLUMNS, Dated, Reckoner, shifted
from zhongshu.supervision.services.stops import Stops

pytestmark = pytest.mark.django_db


def test_D_19_where_the_norm_counts_days_those_that_lay_about_are_gone(world: World) -> None:
    since = TODAY - timedelta(days=50)
    (opened,) = enter(world, whole(world, "petition", due=None, source_date=since))
    due = workdays.calendar().on_or_after(since + timedelta(days=60))
    assert (opened.matter.original_due, opened.due_given) == (due, False)
    told = of_directive(opened)
    assert (told.start, told.due) == (since, due) and f"受理、交办日期 {since} 次日起算 60 日" in told.because
    same = Reckoner(workdays.calendar(), workdays.calendar())
    assert shifted(_dated(opened), same, Stops([opened.pk])).day == due
    (urgent,) = enter(world, whole(world, "petition", title="急办", due=None, source_date=since, urgency=2))
    assert urgent.matter.original_due == workdays.calendar().shift(TODAY, 5)
    late = whole(world, "petition", title="超期的", due=None, source_date=TODAY - timedelta(days=90))
    with refused("limit_has_run_out", match="写明已经超期") as caught:
        enter(world, late)
    assert (caught.value.rule, list(caught.value.fields)) == ("D-19", ["due"])
    (given,) = enter(world, replace(late, due=TODAY + timedelta(days=7)))
    assert given.due_given


def _dated(directive: Directive) -> Dated:
    return Dated(*Directive.objects.values_list(*COLUMNS).get(pk=directive.pk))
