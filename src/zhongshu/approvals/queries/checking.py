from datetime import date

from zhongshu.approvals import checks, grammar
from zhongshu.approvals.models import Route
from zhongshu.approvals.queries.parts import resolved
from zhongshu.org import queries as org
from zhongshu.org.models import Duty


def faults_of(plan: grammar.Route, organ_id: int | None, today: date) -> list[checks.Fault]:
    """What is wrong with a route in the organisation of ``today``, each fault as a story.

    The parts that a draft calls are checked as they are in force now.
    """
    try:
        if any(not call.version for call in grammar.calls(plan)):
            plan = resolved(plan)
    except grammar.Unresolved as gap:
        return [checks.uncalled(gap)]
    return checks.check(plan, checks.facts_of(plan, organ_id, today))


def notes_of(plan: grammar.Route, organ_id: int | None, today: date) -> list[checks.Fault]:
    """What a sound route should still be looked at for; it keeps no route from being published."""
    return checks.notes(plan, checks.facts_of(plan, organ_id, today))


def home_of(name: str, today: date) -> int | None:
    """The organ that a route called ``name`` belongs to, or would: that of who keeps routes, where only one does.

    None where it would serve every organ.
    """
    stored = Route.objects.filter(name=name).first()
    if stored is not None:
        return stored.organ_id
    keeping = org.organs_where(Duty.KEEP_ROUTES, today)
    return keeping.pop() if len(keeping) == 1 else None


def powers_along(route: Route, today: date) -> dict[int, set[str]]:
    """The powers each person can come to exercise along the version in force, by his own posts."""
    if route.current is None:
        return {}
    plan = route.current.plan
    stages = grammar.Flow(plan).stages.values()
    return checks.people_in(stages, checks.facts_of(plan, route.organ_id, today))
