"""Persons and posts that carry or sign off a duty: 党组书记, 分管副局长, 由张三同志负责."""

from __future__ import annotations

import re

from .letters import any_letter
from .names import is_listed_unit
from .segmentation import Piece
from .vocabulary_people import ANY_SURNAME, SURNAMES
from .vocabulary_units import LEADER_POSTS

_POSTS = "|".join(sorted(LEADER_POSTS, key=len, reverse=True))
_POST = re.compile(rf"(?:[一-鿿]{{0,6}}?)(?:{_POSTS})")
_NAMED = re.compile(
    rf"(?:由|请|，|、|^)(?P<name>[{SURNAMES}][一-鿿]{{1,2}}(?:同志|书记|市长|副市长|县长|副县长|局长|副局长|主任|副主任|秘书长|副秘书长|区长|副区长|常委))(?:牵头|负责|具体|同志|分管|主持|督办|审定|签发|要(?!求))"
)
_HELD_BY = re.compile(
    r"由(?P<list>[^，。；由]{2,24}?)(?:主持|召集|签发|签批|审签|审定|负责|牵头|牵总|挂帅|督办|领办|领衔|亲自抓|包案|包联)"
)
_CHAIRS = re.compile(
    rf"(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})(?:同志)?(?:为|任|担任)(?:组长|总指挥|指挥长|召集人|专班长|链长)"
)
_BY_NAME = re.compile(
    rf"[由请](?P<name>[{SURNAMES}][一-鿿]{{1,2}}?)(?=牵头|负责|主抓|分管|督办|包案|主持|统筹|具体)"
)
# 报分管副县长审定, 向分管院长报进度; 各子公司“一把手”为第一责任人
_SIGNED_OFF = re.compile(
    rf"(?:报(?!告)|送|向)(?P<name>(?:(?:(?!由)[一-鿿]){{0,4}}?(?:分管|主要|主管))(?:{_POSTS}|领导|副?[市县区局院校处镇厅]长)|常务副[市县区局院校镇]长)(?=审定|审核|审批|把关|签发|同意|审阅|汇报|报告|报)"
)
# 由科主任签字确认: who signs for a thing. Who merely passes it (经秘书长审核) does not answer for it.
_SIGNED_BY = re.compile(
    rf"[经由](?P<name>[^，。；（）经由报送将]{{0,10}}?(?:{_POSTS}))(?:审阅|审核)?(?:签字|签名|签章)"
)
_ANSWERS = re.compile(
    rf"(?:^|，|。|；|、)(?P<name>[^，。；、要由]{{0,10}}?(?:“一把手”|{_POSTS}))为[^，。；]{{0,6}}责任人"
)
# 专班长由分管领导费士宁担任
_HOLDS = re.compile(
    rf"由(?:[一-鿿]{{0,10}}?(?:{_POSTS}))?(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})(?:兼任|担任)"
)
# 市水务局（责任人：李强）
_IN_BRACKETS = re.compile(
    rf"（(?:责任人|负责人|牵头人|责任领导|分管领导|牵头领导)：?(?:[一-鿿]{{0,10}}?(?:{_POSTS}))?(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})）"
)
# 在副院长时晓慧带领下
_LED_BY = re.compile(
    rf"在[一-鿿]{{0,10}}?(?:{_POSTS})(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})(?:的)?(?:带领|领导|指导|统筹)下"
)
_HOLDS_THE_POST = rf"[^，。；由报经向]{{0,14}}?(?:{_POSTS})(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}}?)(?:同志)?"
# 由副总经理吴长河主持, 报总会计师陈立明审定: the post, then the name.
_POST_THEN_NAME = re.compile(
    rf"(?:由{_HOLDS_THE_POST}(?=主持|召集|签|审|负责|牵头|牵总|挂帅|督办|领办|领衔|包案|包联|统筹|具体|主抓))"
)
_SIGNS_BY_NAME = re.compile(rf"[报送经]{_HOLDS_THE_POST}(?=审|把关|签|同意)")
# 责任人张伟，: a person by the bare name behind what he is.
_LABELLED = re.compile(
    rf"(?<=[，；。（、])(?:具体|第一|直接|主要|包案|牵头|包保|包联)?(?:责任人|负责人|牵头人|责任领导|分管领导|牵头领导|包案领导|包案人)[为是：]?(?:[一-鿿]{{0,10}}?(?:{_POSTS}))?(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})(?:同志)?(?=[，；。、）\n]|$)"
)
_PERSON_NAME = re.compile(rf"[{SURNAMES}][一-鿿]{{1,2}}$")


def is_leader(name: str) -> bool:
    """Whether ``name`` is a post that carries a duty in person (党组书记, 其他班子成员)."""
    return len(name) <= 14 and name.endswith(LEADER_POSTS)


def is_person(name: str) -> bool:
    """Whether ``name`` looks like a person's name (two or three characters, a usual surname)."""
    return bool(_PERSON_NAME.fullmatch(name)) and len(name) in (2, 3)


# 总指挥：王某 市长: who belongs to a body, not who does what.
ROSTER = re.compile(r"(?:总指挥|组\s*长|召集人|指挥长|主任)\s*：")
_BY_POST = (
    _NAMED,
    _CHAIRS,
    _HOLDS,
    _IN_BRACKETS,
    _LED_BY,
    _SIGNED_OFF,
    _SIGNED_BY,
    _ANSWERS,
    _POST_THEN_NAME,
    _SIGNS_BY_NAME,
    _LABELLED,
)
# Without the last letter of a post (or of 同志, 领导, 常委, “一把手”) none of these stands.
_OF_POSTS = any_letter(frozenset(post.strip("”")[-1] for post in LEADER_POSTS) | frozenset("志导常长任人记"))


def find_leaders(norm: str, start: int, end: int) -> list[Piece]:
    """The posts and names between ``start`` and ``end`` that the sentence makes responsible."""
    found = [h.span("name") for h in _BY_NAME.finditer(norm, start, end) if not is_listed_unit(h["name"])]
    if not _OF_POSTS.search(norm, start, end):
        return found
    found += [m.span("name") for pattern in _BY_POST for m in pattern.finditer(norm, start, end)]
    for hit in _HELD_BY.finditer(norm, start, end):
        words, offset = hit["list"], hit.start("list")
        for part in re.finditer(r"[^或、和及与]+", words):
            name = part[0]
            cut = name.rfind("的") + 1
            if is_leader(name[cut:]) and (offset + part.start() + cut, offset + part.end()) not in found:
                found.append((offset + part.start() + cut, offset + part.end()))
    return sorted(set(found))
