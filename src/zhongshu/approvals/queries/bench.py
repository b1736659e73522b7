"""A route on the bench: what its editor starts from."""

from itertools import count

from zhongshu.approvals.models import Route, RouteVersion
from zhongshu.approvals.queries.routes import versions


def on_the_bench(route: Route) -> RouteVersion:
    """What an editor starts from: the draft, else the newest version."""
    return versions(route)[0]


def edition(version: RouteVersion) -> str:
    """Tells one saving of a version from the next, so that nobody's work is written over unseen."""
    return f"{version.number}-{version.drafted_at:%Y%m%d%H%M%S%f}"


def free_name() -> str:
    """A name that no route has yet: ``route-1``, ``route-2``, …"""
    taken = set(Route.objects.filter(name__startswith="route-").values_list("name", flat=True))
    return next(name for number in count(1) if (name := f"route-{number}") not in taken)
