"""Who can have no part in a stage any more, because the paper has passed through his hands already."""

from collections.abc import Collection

from zhongshu.approvals.checks.facts import Facts, Place
from zhongshu.approvals.grammar import Flow, Stage, clash

Together = Collection[tuple[str, str]]
"""Pairs of stages that one paper can pass, the earlier first."""


def spent(
    stage: Stage, place: Place, flow: Flow, together: Together, facts: Facts, drafter: int
) -> frozenset[int]:
    """Those who must have decided before, on a paper of ``drafter``, by a power that never meets that of ``stage``."""
    earlier = (
        flow.stages[one] for one, later in together if later == stage.code and flow.precedes(one, later)
    )
    found: set[int] = set()
    for before in earlier:
        others = [one for one in facts.cast(before, place) if one != drafter]
        if len(others) == 1 and clash(before.power, stage.power):
            found.update(others)
    return frozenset(found)
