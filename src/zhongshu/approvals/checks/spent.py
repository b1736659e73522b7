"""Who can have no part in a stage any more, because the paper has passed through his hands already."""

from collections.abc import Collection

from zhongshu.approvals.checks.facts import Facts, Place
from zhongshu.approvals.grammar import Flow, How, Stage, clash

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
        everybody = before.how in (How.ALL, How.IN_ORDER) or len(others) == 1
        if everybody and clash(before.power, stage.power):
            found.update(others)
    return frozenset(found)


def perhaps_spent(stage: Stage, place: Place, flow: Flow, together: Together, facts: Facts) -> frozenset[int]:
    """Those who can have decided by then, by a power that never meets that of ``stage``."""
    found: set[int] = set()
    for code in {code for pair in together if stage.code in pair for code in pair} - {stage.code}:
        before = flow.stages[code]
        if clash(before.power, stage.power) and not flow.precedes(stage.code, code):
            found.update(facts.cast(before, place))
    return frozenset(found)
