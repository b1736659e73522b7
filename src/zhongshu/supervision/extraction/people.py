"""Persons named where units are: 副区长刘建平, 李强同志, 教育局张局长. They answer for a duty in person; a unit leads it."""

from __future__ import annotations

import re
from functools import lru_cache

from .leaders import is_person
from .names import is_post, is_unit
from .roles import Cast, Read
from .segmentation import Piece
from .vocabulary_people import ANY_SURNAME, HANDS, SURNAMES
from .vocabulary_units import POST_ENDINGS

_POSTS = "|".join(sorted(POST_ENDINGS, key=len, reverse=True))
_HANDS = "|".join(sorted(HANDS, key=len, reverse=True))
# 社区民警, 各村支书, 植保员老谢: known by the work, one or a few of them; 网格员 without a name is any of many.
_HAND = re.compile(
    rf"(?:各位|各)?[一-鿿A-Z]{{0,6}}?(?:(?:{_HANDS})(?<!员)|(?:{_HANDS})(?:[小老][{ANY_SURNAME}]|(?!单位|[班组队室])[{ANY_SURNAME}][一-鿿]{{1,2}}))"
)
_PERSON = re.compile(
    rf"[小老]?[{SURNAMES}][一-鿿]{{0,2}}?副?(?:{_POSTS})|[{SURNAMES}][一-鿿]{{1,2}}同志|(?!负责|有关|相关|全体|各位|广大|分管|主管)[一-鿿]{{2}}同志"
)
_BY_OFFICE = re.compile(rf"[{ANY_SURNAME}](?<![全时文司党农施])[局处总工]")  # 章局, 赵总
_AT_AN_OFFICE = re.compile(
    rf"[{SURNAMES}](?<![全时文司党农施万安高方])[局处科总工]|[老小][{SURNAMES}]"
)  # 住建局|李局
_HEADS = re.compile(r"(?:党政)?(?:主要|分管)(?:领导|负责同志|负责人)(?:同志)?")
_NO_NAME = ("单位", "部门", "会", "办", "室", "处", "组", "负责", "牵头", "同志们")
_POST_AND_NAME = re.compile(
    rf"[一-鿿]{{0,12}}?(?:(?:{_POSTS}|委员|干部|{_HANDS})(?:[{ANY_SURNAME}][一-鿿]{{1,2}}|[小老][{ANY_SURNAME}])|副(?:[市县区局院校处镇厅]长|主任|书记|秘书长)[一-鿿]{{2,3}})(?:同志)?"
)


# 张明副县长, 李建国主任: the full name; 张局长 has none but the post.
_FULL_NAME = re.compile(rf"(?P<who>[{SURNAMES}](?![副总])[一-鿿]{{1,2}}?)副?(?:{_POSTS})(?:同志)?$")
_REMEMBERED = 4096  # the names of a paper come again and again
_SOMEBODY = re.compile(rf"[{ANY_SURNAME}][一-鿿]{{1,2}}")  # where only persons are told
_AFTER_POST = re.compile(
    rf"(?:{_POSTS}|委员|干部|{_HANDS}|副(?:[市县区局院校处镇厅]长|主任|书记|秘书长))(?P<who>(?!单位|部门)[一-鿿]{{2,3}}|[小老][一-鿿])$"
)


@lru_cache(maxsize=_REMEMBERED)
def is_named(name: str) -> bool:
    """Whether ``name`` means one person by name, with or without a post; 分管副局长 is a post and means none."""
    return not name.endswith(_NO_NAME) and bool(
        _PERSON.fullmatch(name) or _POST_AND_NAME.fullmatch(name) or _BY_OFFICE.fullmatch(name)
    )


@lru_cache(maxsize=_REMEMBERED)
def is_a_hand(name: str) -> bool:
    """Whether ``name`` means persons by the work they do (社区民警, 各村支书)."""
    return bool(_HAND.fullmatch(name)) and not is_unit(name)


def person_in(name: str) -> Piece:
    """Where the name of the person stands in 副区长刘建平 or 李强同志; all of it if no name is told from the post."""
    bare = name.removesuffix("同志")
    end = len(bare) if is_person(bare) or _AFTER_POST.search(bare) else len(name)
    if not is_named(name):
        return 0, end
    if hit := _AFTER_POST.search(name, 0, end):
        return hit.start("who"), end
    full = _FULL_NAME.match(name)
    return (0, full.end("who")) if full else (0, end)


_LAST_OF_A_POST = frozenset(post[-1] for post in POST_ENDINGS) | {"志"}


_CALLED = re.compile(rf"[小老][{SURNAMES}]$")


def person_behind(name: str) -> str:
    """老李 of 办公室老李, 张局长 of 教育局张局长; empty if no person stands behind a unit."""
    at = unit_before(name)
    return name[at:] if at else ""


@lru_cache(maxsize=_REMEMBERED)
def unit_before(name: str) -> int:
    """Where the unit ends in 教育局张局长; nothing if no unit stands before the person."""
    if (called := _CALLED.search(name, 2)) and is_unit(name[: called.start()]):
        return called.start()
    if _AT_AN_OFFICE.fullmatch(name, max(2, len(name) - 2)) and is_unit(name[:-2]):
        return len(name) - 2
    for at in range(2, len(name) - 1) if name[-1:] in _LAST_OF_A_POST else ():
        if _PERSON.fullmatch(name, at) and is_unit(name[:at]):
            return at
    return 0


# 你局主要负责人, 县住建局分管副局长: the unit, and who of it answers.
_HEAD_OF_IT = "(?:分管|主要)副?(?:[局厅处科院校镇县区]长|主任|书记)"
_ITS_HEADS = re.compile(
    rf"(?P<unit>[你各本我].{{1,20}}?|[市县区省州镇乡].{{1,16}}?(?=的?{_HEAD_OF_IT}))的?"
    rf"(?P<who>{_HEADS.pattern}|{_HEAD_OF_IT})"
)


def _apart(norm: str, start: int, end: int) -> re.Match[str] | None:
    """The heads that stand behind their unit, apart from it; None where no unit stands before them."""
    if norm.find("主要", start, end) < 0 and norm.find("分管", start, end) < 0:
        return None
    hit = _ITS_HEADS.fullmatch(norm, start, end)
    return hit if hit and is_unit(hit["unit"]) else None


def seated(norm: str, cast: Cast) -> Cast:
    """``cast`` with its persons among those who answer, by their names, and their units among those who lead."""
    lead: list[Read] = []
    leaders = list(cast.leaders)
    for start, end, cue in cast.lead:
        at = start + unit_before(norm[start:end])
        if at > start:
            lead.append((start, at, cue))
        if heads := _apart(norm, start, end):
            lead.append((start, heads.end("unit"), cue))
            leaders = [read for read in leaders if read[:2] != (start, end)]
            leaders.append((*heads.span("who"), "cue.post"))
        elif (
            leaders
            and (start, end) in {read[:2] for read in leaders}
            and not is_named(norm[start:end])
            and (cue == "cue.you" or (at == start and not _A_BODYS_HEAD.search(norm, start, end)))
        ):
            continue
        elif at > start or is_named(norm[start:end]) or (is_a_hand(norm[start:end]) and norm[start] != "各"):
            leaders = [read for read in leaders if read[:2] != (start, end)] + [(at, end, "cue.post")]
        else:
            lead.append((start, end, cue))
    return Cast(lead, list(cast.support), [by_name(norm, read) for read in without_posts(norm, leaders)])


_A_BODYS_HEAD = re.compile(
    "党组|党委|班子|双组长|政府|[局委厅处科]主要|[市县区乡镇街道]委书记"
)  # acts for all of it


def by_name(norm: str, read: Read) -> Read:
    """The name alone where 副区长刘建平 tells it."""
    start, end, cue = read
    first, last = person_in(norm[start:end])
    return start + first, start + last, cue


def own_heads(norm: str, cast: Cast) -> bool:
    """Whether only the heads of the unit just named are told to act (主要负责人, 分管领导)."""
    return bool(cast.lead) and all(_HEADS.fullmatch(norm[start:end]) for start, end, _ in cast.lead)


def without_posts(norm: str, reads: list[Read]) -> list[Read]:
    """``reads`` without the posts that stand before the name of who holds them (党组书记、局长周建平; 副局长 田野)."""
    kept: list[Read] = []
    for read in reads:
        name = norm[read[0] : read[1]]
        if is_named(name) or _SOMEBODY.fullmatch(name):
            while kept and _holds_office(norm[kept[-1][0] : kept[-1][1]]):
                kept.pop()
        kept.append(read)
    return kept


def _holds_office(name: str) -> bool:
    return not is_named(name) and (is_post(name) or name.endswith(("常委", "委员", "助理")))
