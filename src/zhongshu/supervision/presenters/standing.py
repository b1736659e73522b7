"""What a matter waits for, and when its clock stood."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.clock import local_day
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters.models import Assignment, Matter, Role
from zhongshu.platform.journal.models import Entry
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import Directive, State, Suspension
from zhongshu.ui.wording import span_words


@dataclass(frozen=True, slots=True)
class Stuck:
    """The line that says what the matter waits for."""

    title: str
    text: str
    tone: str = "warn"


def standing(
    directive: Directive,
    held: Sequence[Assignment],
    stops: Sequence[Suspension],
    today: date,
    entries: Sequence[Entry],
) -> Stuck | None:
    """What the matter waits for, by where it stands; why, where its journal tells."""
    if directive.state == State.SUSPENDED and stops:
        why = stops[-1]
        told = {"since": why.since, "review_on": why.review_on, "left": why.days_left}
        return Stuck(
            _("%(since)s 起中止计时，余 %(left)s 个工作日，%(review_on)s 前复核。") % told, why.reason
        )
    opened = {one.role: one for one in held}
    if directive.state == State.DOCKETED and Role.HANDLE in opened:  # only what was objected to stays here
        waited = span_words((today - local_day(opened[Role.HANDLE].opened_at)).days)
        who = {"unit": directive.matter.lead_unit, "days": waited}
        return Stuck(_("%(unit)s提出异议，等督查部门重新交办，%(days)s。") % who, _objection(entries))
    if directive.state == State.DISPATCHED and Role.LEAD in opened:
        days = (today - local_day(opened[Role.LEAD].opened_at)).days
        unit = directive.matter.lead_unit
        return (
            Stuck(_("等%(unit)s签收，%(days)s。") % {"unit": unit, "days": span_words(days)}, "")
            if days
            else None
        )
    if directive.state == State.REVIEWING and directive.completed_at:
        days = (today - local_day(directive.completed_at)).days
        return Stuck(_("等督查部门审核，%(days)s。") % {"days": span_words(days)}, "") if days else None
    return None


def _objection(entries: Sequence[Entry]) -> str:
    """Why the unit that was to lead says it is not the one, and who said it for the unit; ``entries`` newest first."""
    for entry in entries:
        if entry.verb == "supervision.objected":
            told = {"reason": entry.facts.get("reason", ""), "name": entry.actor_name}
            return _("%(reason)s（%(name)s提出）") % told
    return ""


def why_blocked(directive: Directive) -> str:
    """What is known about why it waits: as the supervisors noted, else as was reported last."""
    by = directive.blocker_noted_by
    if not directive.blocker_note or by is None:
        return directive.last_progress
    return _("%(note)s（%(name)s注明）") % {"note": directive.blocker_note, "name": by.name}


def stood(directive: Directive, entries: Sequence[Entry]) -> list[Suspension]:
    """Every time the clock stood; its journal tells whether it did."""
    if not any(entry.verb == "supervision.suspended" for entry in entries):
        return []
    return queries.suspensions(directive)


def assessed(matter: Matter, stops: Sequence[Suspension], today: date, calendar: Calendar) -> date | None:
    """The day on which the matter is assessed (rule D-20)."""
    original = matter.original_due
    spans = [(one.since, one.resumed_on or max(today, one.since)) for one in stops if one.since]
    return rules.D_20_assessed_due(original, spans, calendar) if original else None
