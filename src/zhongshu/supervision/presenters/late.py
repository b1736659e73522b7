"""Why a matter is late: as told, or as its state and its rest show."""

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import Matter, Waits
from zhongshu.supervision.models import State
from zhongshu.supervision.waiting import TOLD
from zhongshu.ui.wording import span_words


@dataclass(frozen=True, slots=True)
class Late:
    """A late matter and why."""

    title: str
    url: str
    unit: str
    days: int
    why: str
    more: str


def why_late(matter: Matter, today: date) -> Late:
    """What a late matter waits for, in a word, and what more is known about it."""
    days = (today - matter.current_due).days if matter.current_due else 0
    url = reverse("supervision:directive", args=[matter.pk])
    why, more = _why(matter, today)
    return Late(matter.title, url, str(matter.lead_unit or ""), days, why, more)


def _why(matter: Matter, today: date) -> tuple[str, str]:
    directive, waits = matter.directive, Waits(matter.waits_for)
    by_state = {
        State.DISPATCHED: (_("未签收"), _("承办单位还没有签收")),
        State.REVIEWING: (_("等审核"), _("办结已报，督查部门还没有审核")),
        State.COMPLETED: (_("等销号"), _("审核已通过，还没有销号")),
    }
    if waits in TOLD and directive.blocked_since:
        days = span_words((today - directive.blocked_since).days)
        return str(waits.label), f"{days} · {directive.blocker_note or directive.last_progress}"
    if matter.state in by_state:
        return by_state[State(matter.state)]
    if not directive.last_progress_at:
        return _("无进展"), _("没有回告过")
    if waits == Waits.NOBODY:
        silent = span_words((today - local_day(directive.last_progress_at)).days)
        return str(waits.label), _("%(span)s没有回告 · %(last)s") % {
            "span": silent,
            "last": directive.last_progress,
        }
    return str(waits.label), directive.last_progress
