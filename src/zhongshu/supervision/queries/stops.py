"""When the clock of a matter stood."""

from datetime import date

from zhongshu.supervision.models import Directive, Suspension


def running_suspension(directive: Directive) -> Suspension | None:
    """The suspension that is asked for, or that stands."""
    rows = directive.suspensions.filter(resumed_on__isnull=True).exclude(approved=False)
    return rows.select_related("asked_by", "directive__matter").first()


def suspensions(directive: Directive) -> list[Suspension]:
    """Every time that the clock stood, or stands, in their order."""
    rows = directive.suspensions.filter(approved=True, since__isnull=False)
    return list(rows.select_related("asked_by", "decided_by").order_by("since", "pk"))


def stops(directive: Directive, today: date) -> list[tuple[date, date]]:
    """The days after which the clock stood, and up to which; of what still stands up to ``today``."""
    return [
        (one.since, one.resumed_on or max(today, one.since)) for one in suspensions(directive) if one.since
    ]
