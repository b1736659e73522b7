"""Routes that others call as parts of theirs."""

from django.db.models import QuerySet

from zhongshu.approvals import grammar
from zhongshu.approvals.models import Route
from zhongshu.approvals.queries.routes import routes


def parts() -> QuerySet[Route]:
    """Parts in force."""
    return routes().filter(kind=grammar.PART, current__isnull=False, withdrawn_at__isnull=True)


def resolved(plan: grammar.Route) -> grammar.Route:
    """A route with the parts that it calls as they are in force now; Unresolved where one is not."""
    return grammar.resolved(plan, _part)


def callers(name: str) -> list[Route]:
    """Routes in force that call the part ``name``."""
    found = routes().filter(current__isnull=False, withdrawn_at__isnull=True)
    return [
        one
        for one in found
        if one.current and name in {call.route for call in grammar.calls(one.current.plan)}
    ]


def _part(name: str) -> tuple[grammar.Route, int] | None:
    found = parts().filter(name=name).first()
    return (found.current.plan, found.current.number) if found and found.current else None
