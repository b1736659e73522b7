"""The legend of a table: which sign marks who leads and which who supports (★为牵头单位，○为配合单位)."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .cleaning import compact
from .model import Part
from .roles import LEADS, SUPPORTS

_SIGN = r"[★☆▲△●○〇◎◉◆◇■□√✓✔※＊*#]"
_ROLE = rf"(?:(?P<lead>{LEADS}|责任(?=单位|部门|科室|方))|(?P<support>{SUPPORTS}))"
_SIGN_FIRST = re.compile(
    rf"[“\"（(]?(?P<sign>{_SIGN})[”\"）)]?(?:号|符号|标志)?的?(?:为|是|表示|代表|指|标[注示记明])*[：:＝=—-]*{_ROLE}"
)
_ROLE_FIRST = re.compile(
    rf"{_ROLE}(?:责任)?(?:单位|部门|科室|方)?[^，。；、：:＝=—\s]{{0,10}}?(?:[用以注示记明标打画划为加带印]|[：:＝=—-])+(?:一个|有)?[“\"（(]?(?P<sign>{_SIGN})"
)
_FIRST = r"(?:(?:排|列|排列|排名|位列)(?:在|于)?(?:最前|第一位?|首位|前面|第一)|第一[个位家]?|首位|首个|[排在]最前面?)"
_WHO = r"(?:的|责任)*(?:部门|单位|科室|处室|者)?"
_LEADING = "牵头|主办|主责|主力|主攻|主抓|领头|带头|为主|总责"
_FIRST_LEADS = re.compile(
    rf"{_FIRST}{_WHO}(?:均|都|即)?(?:为|是|系)?[“\"]?(?:{_LEADING})|(?:{_LEADING}){_WHO}(?:为|是|排|列|放|写|置|填)*(?:在|于)?{_FIRST}"
)


def says_first_leads(note: str) -> bool:
    """Whether a line around a table says that of several units the first leads: 首位为牵头科室, 排在第一的为牵头单位."""
    return bool(_FIRST_LEADS.search(compact(note)))


def legend_of(notes: Iterable[str]) -> dict[str, Part]:
    """What each sign means, as the lines around a table say: ★为牵头单位，○为配合单位.

    >>> legend_of(["注：★为牵头单位"])
    {'★': <Part.LEAD: 'lead'>}
    """
    hits = (hit for note in notes for p in (_SIGN_FIRST, _ROLE_FIRST) for hit in p.finditer(compact(note)))
    meant: dict[str, Part] = {}
    for hit in hits:
        meant.setdefault(hit["sign"], Part.LEAD if hit["lead"] else Part.SUPPORT)
    return meant
