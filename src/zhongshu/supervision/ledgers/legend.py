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
    rf"{_ROLE}(?:责任)?(?:单位|部门|科室|方)?(?:用|以|标[注示记明]?|打|画|划|为|[：:＝=—-])+[“\"（(]?(?P<sign>{_SIGN})"
)


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
