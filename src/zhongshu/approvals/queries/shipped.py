"""Routes that come with the house: what there is to begin with, and what has come to them since one was published."""

from collections.abc import Iterable
from dataclasses import replace

from zhongshu.approvals import grammar, registry
from zhongshu.approvals.models import Route, RouteVersion


def unused() -> dict[str, str]:
    """Titles of those that no route is called like yet, by name."""
    taken = set(Route.objects.filter(name__in=registry.shipped()).values_list("name", flat=True))
    return {name: str(spec["title"]) for name, spec in registry.shipped().items() if name not in taken}


def renewed(plan: grammar.Route) -> grammar.Route:
    """``plan`` with the fields, and the rules between them, that have come to the route of this name since.

    What one of its published versions had and a later one has not, the office has left out, and it stays out. A form
    with less than half the fields is another one under the same name, and nothing comes to it.
    """
    theirs = _shipped(plan)
    return (
        plan if theirs is None or _keeps_up(plan, theirs) else _joined(plan, theirs, _published([plan.name]))
    )


def outdated(routes: Iterable[Route]) -> set[str]:
    """The names of those of ``routes`` to whose version in force something has come since; two looks for all."""
    plans = {one.name: one.current.plan for one in routes if one.current and one.name in registry.shipped()}
    theirs = {name: spec for name, plan in plans.items() if (spec := _shipped(plan))}
    lacking = [name for name, spec in theirs.items() if not _keeps_up(plans[name], spec)]
    former = _published(lacking) if lacking else []
    return {
        name
        for name in lacking
        if _joined(plans[name], theirs[name], [one for one in former if one.name == name]) != plans[name]
    }


def _shipped(plan: grammar.Route) -> grammar.Route | None:
    spec = registry.shipped().get(plan.name)
    return grammar.read(spec) if spec else None


def _published(names: Iterable[str]) -> list[grammar.Route]:
    rows = RouteVersion.objects.filter(route__name__in=list(names), published_at__isnull=False)
    return [grammar.read(spec) for spec in rows.values_list("spec", flat=True)]


def _keeps_up(plan: grammar.Route, theirs: grammar.Route) -> bool:
    known, codes = {one.code for one in plan.fields}, {one.code for one in theirs.fields}
    another = 2 * len(known & codes) < len(codes)
    return another or (codes <= known and all(one in plan.ties for one in theirs.ties))


def _joined(plan: grammar.Route, theirs: grammar.Route, former: Iterable[grammar.Route]) -> grammar.Route:
    """``plan`` with what is new in ``theirs``: each field behind the one it stands behind there."""
    known = {one.code for version in (plan, *former) for one in version.fields}
    fields, ties = list(plan.fields), [tie for version in former for tie in version.ties]
    for at, one in enumerate(theirs.fields):
        if one.code not in known:
            codes, before = [each.code for each in fields], {each.code for each in theirs.fields[:at]}
            place = max((codes.index(code) + 1 for code in codes if code in before), default=len(codes))
            fields.insert(place, one)
    kinds = {one.code: one.kind for one in fields}
    same = {one.code for one in theirs.fields if kinds.get(one.code) == one.kind}
    new = [one for one in theirs.ties if one not in (*plan.ties, *ties) and _about(one) <= same]
    return replace(plan, fields=tuple(fields), ties=(*plan.ties, *new))


def _about(tie: grammar.Tie) -> set[str]:
    return {tie.field, *tie.of, *(test.field for way in tie.when for test in way)}
