"""Open matters that a task is like, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.supervision import queries
from zhongshu.supervision.models import State
from zhongshu.ui.wording import short_date


@dataclass(frozen=True, slots=True)
class Like:
    """An open matter that a task is like, and why that is thought."""

    pk: int
    title: str
    number: str
    url: str
    state: str
    because: str


def likes(found: Iterable[queries.Similar], today: date) -> list[Like]:
    """Each of ``found`` with why it is thought to be the same."""
    return [_like(one, today) for one in found]


def _like(one: queries.Similar, today: date) -> Like:
    matter = one.matter
    because = [_("题目 %(n)s%% 相同，都有“%(words)s”") % {"n": one.topic, "words": one.shared}]
    unit = str(matter.lead_unit or "")
    because.append(
        _("都由%(unit)s牵头") % {"unit": unit} if one.same_lead else _("由%(unit)s牵头") % {"unit": unit}
    )
    if one.days_apart is not None and matter.current_due:
        told = {"day": short_date(matter.current_due, today), "n": one.days_apart}
        because.append(_("时限 %(day)s，相差 %(n)s 天") % told)
    return Like(
        matter.pk,
        matter.title,
        matter.number,
        reverse("supervision:directive", args=[matter.pk]),
        str(State(matter.state).label),
        _("；").join(because),
    )
