"""Clauses that do nothing but say who answers in person (由副院长胥若谷负责统筹)."""

from __future__ import annotations

import re

from .names import is_unit
from .segmentation import Piece
from .vocabulary_people import ANY_SURNAME, SURNAMES
from .vocabulary_systems import ALSO_TOPICS, BY_NAME
from .vocabulary_units import POST_ENDINGS

_POSTS = "|".join(sorted(POST_ENDINGS, key=len, reverse=True))
# 由副院长胥若谷负责统筹, 副校长温立新负总责, 本项由常务副县长纪若平牵头: a clause that only says who answers.
_ANSWERS_FOR_IT = re.compile(
    rf"(?:并|同时|其中|请)?(?:(?:以上|上述)?(?:本项|该项|此项|此事|各项)?(?:工作|任务|事项)?)?由?"
    rf"(?P<who>(?:(?!由)[一-鿿、]{{0,16}}?(?:{_POSTS}|支书|会计|委员|干部|助理|文书|干事))?(?:[{ANY_SURNAME}][一-鿿]{{1,2}}?|[老小][{ANY_SURNAME}])|[{SURNAMES}][一-鿿]{{0,2}}?副?(?:{_POSTS}))(?:同志)?"
    r"(?:总|具体|全程|全面|亲自|直接|统一|牵头)*(?:负责|牵头|负总责|总负责|挂帅|统筹|督办|包案|包保|包联|主抓|抓总|协调|调度|督导|盯着?|把关|审签|签发|审定|督着|跟着盯|过目)(?:一下|紧点?)?"
    r"(?:总?统筹|协调|调度|推进|督导|落实|督办|抓总|指挥)*"
)


# 由区政府分管领导召集, 由副总经理吴长河主持: who chairs what was just told.
_CHAIRED = re.compile(
    rf"由(?P<who>[一-鿿]{{0,12}}?(?:{_POSTS})(?:[{ANY_SURNAME}][一-鿿]{{1,2}})?)(?:同志)?(?:主持|召集)(?:召开)?"
)
_SYSTEMS = frozenset((*BY_NAME, *ALSO_TOPICS))  # 应急牵头: no person called so
_IN_CHARGE = tuple(
    "负责 牵头 负总责 挂帅 统筹 督办 包案 包保 包联 主抓 抓总 协调 调度 督导 推进 落实 指挥 盯 盯着 盯一下 盯紧 把关 审签 签发 审定 过目".split()
)


def answers_for_it(norm: str, start: int, end: int) -> Piece | None:
    """Whom a clause names that does nothing but say who answers in person for what stands before it."""
    text = norm[start:end].strip(" ，。；：\n")
    hit = _ANSWERS_FOR_IT.fullmatch(text) if text.endswith(_IN_CHARGE) else None
    hit = hit or (_CHAIRED.fullmatch(text) if text.startswith("由") else None)
    person = hit and hit["who"] not in _SYSTEMS and not is_unit(hit["who"])
    at = norm.find(hit["who"], start) if hit and person else -1
    return (at, at + len(hit["who"])) if hit and at >= 0 else None
