"""Who stands as subject at a place: units, the post of one of them, or a person with a post."""

from __future__ import annotations

import re

from .directory import Directory
from .segmentation import Piece
from .unit_lists import POST_OF, read_subject
from .vocabulary_cues import DELIVERABLE, DEONTIC
from .vocabulary_units import POST_ENDINGS, SURNAMES

_POST = re.compile(
    rf"(?P<who>(?:[一-鿿]{{2,5}}(?:常委|成员|书记)、)?(?:(?![请由转交按根在对以经])[一-鿿“”]){{0,10}}?(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))}|同志)(?:[{SURNAMES}][一-鿿]{{1,2}}(?:同志)?)?)(?=[、和及或与]|是[^，。；]{{2,12}}责任人，|{DEONTIC}|每|严格|认真|负责|负总责|主抓|切实|牵头|亲自|对|按)"
)
_OWN_HEADS = re.compile(
    r"(?:各?单位|部门)?(?:党政)?(?:主要|分管)(?:领导|负责同志|负责人)(?:同志)?(?:要)?(?:亲自|具体|直接)?(?:抓|负责|挂帅|过问|部署)"
)
# …牵头、…参与的: a unit that only describes what follows is no subject.
ATTRIBUTE = re.compile(
    r"(?:牵头|主导|为主|参与|组成|参加|负责|主持|审核|审定|批准|制定|印发)(?:、[^，。；]{1,20}(?:参与|参加|配合))?的(?!基础|前提|同时)"
)


def units_or_their_post(norm: str, at: int, end: int, directory: Directory | None) -> list[Piece]:
    """The units at ``at``, or the post of the last of them (市政府主要领导)."""
    pieces = [p for p in read_subject(norm, at, directory) if p[1] <= end]
    if pieces and (post := POST_OF.match(norm, pieces[-1][1], end)):
        pieces[-1] = (pieces[-1][0], post.end())
    return pieces


def post_subject(norm: str, at: int, end: int) -> list[Piece]:
    """A post that stands as subject (党组书记, 分管副局长张三)."""
    found: list[Piece] = []
    while hit := None if _OWN_HEADS.match(norm, at, end) else _POST.match(norm, at, end):
        if len(hit["who"]) < 2 or re.match(DELIVERABLE, hit["who"]):
            return []
        found.append(hit.span("who"))
        if norm[hit.end() : hit.end() + 1] not in "、和及或与":
            return found
        at = hit.end() + 1
    return []
