"""Reading approvals and routes, always for an actor."""

from zhongshu.approvals.queries.at_hand import AtHand
from zhongshu.approvals.queries.bench import edition, free_name, on_the_bench
from zhongshu.approvals.queries.checking import faults_of, home_of, notes_of, powers_along, tried_of
from zhongshu.approvals.queries.foreseen import Foreseen, foreseen
from zhongshu.approvals.queries.glance import at_a_glance
from zhongshu.approvals.queries.listing import Filter, known, listed, narrow
from zhongshu.approvals.queries.named import Named, named_in
from zhongshu.approvals.queries.papers import (
    flow_of,
    for_update,
    get,
    paper_of,
    readers,
    walk_for_update,
    walk_of,
)
from zhongshu.approvals.queries.parts import callers, parts, resolved
from zhongshu.approvals.queries.reading import Reading, reading
from zhongshu.approvals.queries.routes import current, draft_of, route_called, routes, startable, versions
from zhongshu.approvals.queries.shipped import outdated, renewed, unused
from zhongshu.approvals.queries.sight import hidden_among, readable

__all__ = [
    "hidden_among",
    "readable",
    "AtHand",
    "at_a_glance",
    "Filter",
    "Foreseen",
    "Named",
    "Reading",
    "callers",
    "parts",
    "resolved",
    "current",
    "draft_of",
    "faults_of",
    "edition",
    "flow_of",
    "foreseen",
    "free_name",
    "for_update",
    "get",
    "home_of",
    "known",
    "notes_of",
    "named_in",
    "narrow",
    "listed",
    "on_the_bench",
    "outdated",
    "paper_of",
    "powers_along",
    "readers",
    "reading",
    "renewed",
    "route_called",
    "routes",
    "startable",
    "tried_of",
    "unused",
    "versions",
    "walk_for_update",
    "walk_of",
]
