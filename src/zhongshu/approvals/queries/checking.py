from datetime import date

from zhongshu.approvals import checks, grammar
from zhongshu.approvals.models import Route
from zhongshu.approvals.queries.parts import resolved


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
    """What a route does not allow some people's own papers, told beforehand; it keeps no route from being published."""
    return checks.alone(plan, checks.facts_of(plan, organ_id, today))


def powers_along(route: Route, today: date) -> dict[int, set[str]]:
    """The powers each person can come to exercise along the version in force, by his own posts."""
    if route.current is None:
        return {}
    plan = route.current.plan
    stages = grammar.Flow(plan).stages.values()
    return checks.people_in(stages, checks.facts_of(plan, route.organ_id, today))
