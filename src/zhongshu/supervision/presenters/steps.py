"""The strip of seven steps: 立项 交办 签收 办理与回告 审核 办结销号 归档."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision.models import Directive, State
from zhongshu.ui.parts import Step
from zhongshu.ui.wording import short_date

# Each step with the verb that ends it.
STEPS = (
    (gettext_lazy("立项"), "supervision.docketed"),
    (gettext_lazy("交办"), "supervision.dispatched"),
    (gettext_lazy("签收"), "supervision.signed_for"),
    (gettext_lazy("办理与回告"), "supervision.completed"),
    (gettext_lazy("审核"), "supervision.accepted"),
    (gettext_lazy("办结销号"), "supervision.closed_out"),
    (gettext_lazy("归档"), "supervision.archived"),
)
AT = {
    State.REGISTERED: 0,
    State.DOCKETED: 1,
    State.DISPATCHED: 2,
    State.UNDERTAKING: 3,
    State.SUSPENDED: 3,
    State.REVIEWING: 4,
    State.COMPLETED: 5,
    State.CLOSED_OUT: 6,
    State.ARCHIVED: 7,
}


def steps(directive: Directive, entries: Sequence[Entry], today: date, *, unit: str) -> list[Step]:
    """The strip; ``entries`` newest first, so the last time a step was taken is the one shown."""
    taken: dict[str, date] = {}
    for entry in entries:
        taken.setdefault(entry.verb, local_day(entry.at))
    ended_early = directive.state not in AT
    at = AT.get(directive.state, len(taken))
    strip = []
    for place, (title, verb) in enumerate(STEPS):
        done = verb in taken if ended_early else place < at
        note = short_date(taken[verb], today) if done and verb in taken else ""
        state = "done" if done else "now" if place == at and not ended_early else "ahead"
        if state == "now" and place == 3:
            note = _going(taken, entries, today)
        elif state == "ahead" and place == 4:
            note = unit
        strip.append(Step(title, note, state))
    return strip


def _going(taken: dict[str, date], entries: Sequence[Entry], today: date) -> str:
    since = taken.get("supervision.signed_for", today)
    reports = sum(entry.verb == "supervision.reported" for entry in entries)
    return _("已 %(days)s 天 · 回告 %(reports)s 次") % {"days": (today - since).days, "reports": reports}
