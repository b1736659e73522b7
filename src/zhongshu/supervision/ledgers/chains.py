"""Chains of duty told in columns side by side: 监管责任, 属地责任, 企业主体 — who sees to it, and those with whom."""

from __future__ import annotations

import re
from collections.abc import Mapping

from .claims import Claim
from .model import Part

_LINK = re.compile(
    r"(?:(?P<sees>(?:行业|部门|主管)?监管)|(?P<helps>属地|企业|主体|经营|生产经营))(?:主体|监管|管理)?(?:责任)?(?:单位|部门|企业|方)?(?:责任)?"
)
_LEADS_CHECKERS = re.compile(r"牵头(?:督[办查导促]|监[管督])|(?:督[办查导促]|监[管督])牵头")
"""牵头督办部门: who leads, where no other column says who does."""
_CERTAIN, _NAMED = 29, 20


def with_chain(
    claims: dict[int, Claim | None], paths: Mapping[int, tuple[str, ...]]
) -> dict[int, Claim | None]:
    """The claims with the links of a chain as who leads and who supports, in a table that names nobody else as leading."""
    links = {c: hit for c, path in paths.items() if path and (hit := _LINK.fullmatch(path[-1]))}
    sees = [c for c, hit in links.items() if hit["sees"]]
    others = (claim for c, claim in claims.items() if c not in links)
    if any(claim and claim[0] is Part.LEAD and claim[1] >= _NAMED for claim in others):
        return claims
    if len(sees) != 1 or len(links) == 1:
        heading = next((c for c, path in paths.items() if path and _LEADS_CHECKERS.search(path[-1])), None)
        return claims if heading is None else claims | {heading: (Part.LEAD, _CERTAIN)}
    return claims | {c: (Part.LEAD if c in sees else Part.SUPPORT, _CERTAIN) for c in links}
