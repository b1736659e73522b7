"""The operations, by resource, in the order in which they are described."""

from zhongshu.api.endpoints import (
    approval_verbs,
    assets,
    audit,
    budget,
    chains,
    claims,
    conclusions,
    deeds,
    designations,
    desk,
    directives,
    files,
    funds,
    inspections,
    intakes,
    large,
    papers,
    slips,
    undertakings,
    welfare,
)

RESOURCES = (
    desk, directives, deeds, chains, slips, papers, intakes, inspections, conclusions,
    designations, files, approval_verbs, claims, undertakings, budget, large, funds, assets, welfare, audit,
)  # fmt: skip
