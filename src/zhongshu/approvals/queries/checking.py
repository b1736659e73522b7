from datetime import date

from zhongshu.approvals import checks, grammar, registry
from zhongshu.approvals.models import KIND, Route
from zhongshu.approvals.queries.parts import resolved
from zhongshu.approvals.queries.routes import routes
from zhongshu.approvals.rules import meeting
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
    served = {*registry.kinds(), grammar.PART}
    asks = plan.kind not in registry.kinds() or registry.subject_of(plan.kind).chooses
    return [
        *([] if plan.kind in served else [checks.unserved(plan.kind, registry.kinds())]),
        *([] if asks else checks.unchosen(plan)),
        *checks.check(plan, checks.facts_of(plan, organ_id, today)),
    ]


def notes_of(plan: grammar.Route, organ_id: int | None, today: date) -> list[checks.Fault]:
    """What a sound route should still be looked at for; it keeps no route from being published."""
    found = checks.notes(plan, _facts_with_others(plan, organ_id, today))
    if plan.kind == KIND:
        for one in registry.readings():
            found += checks.unread(plan, one.called, one.fields, one.rule)
    return found


def tried_of(plan: grammar.Route, organ_id: int | None, today: date) -> checks.Tried:
    """Every choice of stand-ins along a sound route, and how many of them are refused when they are named."""
    return checks.tried(plan, _facts_with_others(plan, organ_id, today))


def _facts_with_others(plan: grammar.Route, organ_id: int | None, today: date) -> checks.Facts:
    """The facts for one route, with what the other routes in force do not let stand-ins do."""
    facts = checks.facts_of(plan, organ_id, today)
    others = routes().filter(current__isnull=False, withdrawn_at__isnull=True).exclude(name=plan.name)
    along = [
        checks.people_in(grammar.Flow(one.current.plan).stages.values(), facts)
        for one in others
        if one.current and organ_id in (None, one.organ_id)
    ]
    by_duties = facts.lawful
    facts.lawful = lambda absent, deputy: (
        by_duties(absent, deputy)
        and not any(
            taken.get(absent) and meeting([*taken[absent], *taken.get(deputy, ())]) for taken in along
        )
    )
    return facts


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
