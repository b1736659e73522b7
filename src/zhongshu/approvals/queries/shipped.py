"""Routes that come with the house: what there is to begin with, and what has come to them since one was published."""

from zhongshu.approvals import grammar, registry
from zhongshu.approvals.models import Route


def unused() -> dict[str, str]:
    """Titles of those that no route is called like yet, by name."""
    taken = set(Route.objects.filter(name__in=registry.shipped()).values_list("name", flat=True))
    return {name: str(spec["title"]) for name, spec in registry.shipped().items() if name not in taken}


def ties_since(plan: grammar.Route) -> list[grammar.Tie]:
    """Rules between fields that come with the route of this name, which ``plan`` could keep and does not."""
    spec = registry.shipped().get(plan.name)
    if spec is None:
        return []
    fields = {one.code: one.kind for one in plan.fields}
    theirs = grammar.read(spec)
    same = {one.code for one in theirs.fields if fields.get(one.code) == one.kind}
    return [
        one
        for one in theirs.ties
        if one not in plan.ties and {one.field, *one.of, *(t.field for w in one.when for t in w)} <= same
    ]
