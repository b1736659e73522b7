"""Roles within a sentence: who leads, who joins in, who answers for it in person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .actors import can_act
from .counterparts import counterpart
from .dates import Found
from .directory import Directory
from .letters import foretold, hurried, one_of
from .names import is_listed_unit, is_post, is_unit
from .people import is_named
from .roles import Cast
from .segmentation import Piece
from .unit_lists import COUNT_OF_THEM, are_fields, read_subject
from .vocabulary_cues import DELIVERABLE, DEONTIC
from .vocabulary_people import ANY_SURNAME
from .written_lists import split_list

_ROLE_AFTER = re.compile(
    hurried(
        r"(?:要|应|须|需|将)?(?P<role>牵头|牵总|会同|带[着上]|[叫拉]上|会(?![议计务展员商])(?=[^，。；]{1,10}[局委办厅部门])|商(?=[^业务贸会标品户场城])|联合|配合|协助|协同|参与|与)"
    )
)
# How and with what one joins in: 派两个人搭把手, 从旁协助, 一同参加, 出三辆车支援.
_HOW = r"(?:(?:派(?!出所)|出(?!所)|抽|安排)[一-鿿\d]{0,6}?[人员车力]|积极|共同|[做搞打]好?|密切|全力|给予|予以|从旁|跟进|一[同起道]|一块儿?|[也都]要?|跟[着去]|到场|现场|全程)"
_JOIN = "配合|到场|一[起同道块]儿?去|同去|列席|见证|参与|参加|协助|协办|会办|会签|协同|搭把手|搭个手|帮把手|帮一把|帮个忙|帮忙|打下手|支援|陪[同着]|跟着|跟[上去](?=[，。；]|$)|帮[着忙][一-鿿]{1,4}"
_TAKES_ALONG = ("会同", "会", "带着", "带上", "叫上", "拉上")
_SUPPORTERS = re.compile(
    foretold(
        rf"(?P<list>[^，。；：]{{2,120}}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:要|应|须)?为?(?:{_HOW}{{0,3}}(?:{_JOIN})|(?:给予|予以)支持|提供[^，。；\d]{{0,6}}支持)(?:做好|落实)?(?:[^，。；]{{0,8}}|(?<=配合|协助|参与)[^，。；\d]{{0,28}})$"
    )
)
_BACKERS = re.compile(
    r"(?P<list>[^，。；：]{2,120}?)(?:要|应|须)?(?:(?:负责|全力|积极)?(?:做好|提供|给予|予以)(?:相关|必要)?[^，。；\d]{0,6}(?:保障|支持|服务)(?:工作)?|保障(?:经费|资金|后勤|用地))$"
)
# 县自然资源局提供技术支撑, 县发改局提前介入、并联办理: who lends what the one before needs, be he in charge or not.
_LENDERS = re.compile(
    r"(?P<list>[^，。；：]{2,120}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:要|应|须)?(?:负责|积极|同步|主动)?"
    r"(?:提供[^，。；\d]{0,12}(?:支持|支撑|保障|服务|指导|帮助|数据|资料|信息|规范|接口|场地|人员|师资)|(?:给予|予以)[^，。；\d]{0,6}(?:指导|支持|帮助|协助)"
    r"|派[员人](?:到场|现场|全程)?(?:指导|参加|协助|参与|监督)[^，。；\d]{0,6}|提前介入[^，。；\d]{0,10}|全程参与[^，。；\d]{0,6}|(?:都|也|均)?(?:要|须|必须)?到场)(?:要(?:积极|主动|及时|快))?$"
)
_MAY_LEND = re.compile("到场|提供|给予|予以|派[员人]|介入|全程")
_SHARERS = re.compile(
    r"(?P<list>[^，。；：]{2,120}?)(?:等(?:有关|相关)?(?:部门|单位))?按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?(?:分别|共同)?(?:抓好落实|落实|负责|做好|推进|组织实施)[^，。；]{0,8}$"
)
_GIVES_A_HAND = re.compile("搭[把个]手|帮把手|帮一把|帮个?忙|打下手|跟着|陪[同着]|支援")
# Without one of these words nobody is named as one that joins in.
MAY_JOIN = re.compile(
    "配合|列席|见证|[起同道块]儿?去|搭[把个]手|帮|打下手|陪|跟[着上去]|支援|会办|会签|参与|参加|协助|协办|协同|保障|支持|服务|提供|派[员人]|介入|指导|具体|负责|职责|职能"
)
# What a lead is said to be, before what is to be done.
_HEADING = (
    "牵头",
    "包案",
    "挑头",
    "领头",
    "总牵头",
    "牵总",
    "主办",
    "主责",
    "领衔",
    "为主",
    "负责",
    "牵头负责",
    "为牵头单位",
    "为牵头部门",
    "为牵头科室",
    "为主办单位",
    "",
)
_ONLY_JOINS = re.compile(r"(?:积极|[做搞]好|密切|全力)?(?:配合|参与|协助|协办|会办|会签)$")
_CARRIERS = re.compile(
    r"(?P<list>[^，。；：]{2,120}?)(?:具体负责|具体承办|具体实施|具体落实|负责具体[^，。；]{0,8})$"
)
_JOINS_IN = re.compile(r"(?:做好|开展|完成|推进|落实)")  # 技术室配合做好…: one that only joins in
_OWN_WORD = re.compile(r"(?:也|都|均)?(?:要|应|须)(?:密切|积极|主动|大力|全力)")
# What stands between the actor and what is to be done.
_MODALITY = re.compile(
    rf"(?:{DEONTIC}|也要|都要|(?:特别|尤其)是[^，。；要应须]{{2,24}}(?=，?(?:要|应|须|必须|务必))|等(?:其他|其它)各?(?:行业领域|行业|领域|系统|战线)|等(?:\d{{1,2}}个?)?(?:有关|相关)?(?:部门|单位)(?![负牵])|等|{COUNT_OF_THEM}|[两三四五六]个?(?:省|市|县|区|局|镇|乡|村|街道|部门|单位|地区)|负责(?=[一-鿿])(?!人|同志)|（(?:责任人|负责人|牵头人|责任领导|分管领导|牵头领导)：?[^（）]{{2,16}}）|，|——|[呢啊]，|你们|(?:那边|这边)|：(?:\d{{1,2}}[.、])?|[一二三四五]要(?!求)|[一二三四五]是)*"
)
_VERB = re.compile(DELIVERABLE)
_WITH_FIRST = re.compile(r"会(?=[省市县区州][^，。；]{1,12}[局委办厅部队])")
_WITH = re.compile(r"会同|联合(?<!部门联合)(?=[市省县区州国各有相])|商(?=[市省县区有相])")
_BRINGS_IN = one_of(_WITH)


@dataclass(slots=True)
class Segment:
    """A stretch of a sentence with one subject. ``predicate`` is where what is to be done begins.

    ``long_ago``: it tells of days gone by. ``ahead``: it names a day to come. ``in_series``: the stretch before it, set
    apart by ；, is a duty.
    """

    start: int
    end: int
    predicate: int
    cast: Cast = field(default_factory=Cast)
    actor: str = ""
    dues: list[Found] = field(default_factory=list)
    long_ago: bool = False
    ahead: bool = False
    in_series: bool = False


# 请民政局闻静同志阅处: the unit, and who of it answers.
_MEMBER = re.compile(rf"(?P<name>[{ANY_SURNAME}][一-鿿]{{1,2}})同志")


def cast_roles(
    norm: str, start: int, end: int, pieces: list[Piece], actor: str, cue: str, directory: Directory | None
) -> Segment:
    """A segment led by ``pieces``; 会同, 联合 or 与…一起 right behind them bring in others."""
    cast = Cast()
    after = pieces[-1][1]
    if member := _MEMBER.match(norm, after, end):
        cast.add("leaders", [member.span("name")], "cue.post")
        after = member.end()
    hit = _ROLE_AFTER.match(norm, after, end)
    role = hit["role"] if hit else ""
    if role in ("牵头", "牵总") and cue in ("cue.subject", "cue.you", "cue.qing", "cue.system"):
        cue = "cue.qiantou"
    if role in ("配合", "协助") and (led := _joined_by(norm, hit.end() if hit else after, end, directory)):
        cast.add("lead", led, cue)
        cast.add("support", pieces, "cue.peihe")
        return Segment(start, end, _past_modality(norm, led[-1][1], end), cast, actor)
    helps = role == "配合" and _JOINS_IN.match(norm, hit.end() if hit else after, end)
    if (other := counterpart(norm, pieces, end)) and not helps:
        pieces = pieces[:-1]
        cast.add("support", [other], "cue.yu")
    cast.add("support" if helps else "lead", pieces, "cue.peihe" if helps else cue)
    cast.add("leaders", [p for p in pieces if _is_leading_post(norm[slice(*p)])], "cue.post")
    predicate = after
    if hit and role not in ("牵头", "牵总", "参与", "配合", "协助"):
        predicate = _helpers(norm, hit, end, cast, directory) or after
    predicate = _seconded(norm, predicate, end, cast, directory)
    add_helpers(norm, predicate, end, cast, directory)
    return Segment(start, end, _past_modality(norm, predicate, end), cast, actor)


def _joined_by(norm: str, at: int, end: int, directory: Directory | None) -> list[Piece]:
    """人力资源科配合安全科做好…: those who are helped lead, if what is to be done follows their name."""
    pieces = [p for p in read_subject(norm, at, directory) if p[1] < end]
    return pieces if pieces and not norm.startswith(("的", "，"), pieces[-1][1]) else []


_SECONDED = re.compile(
    r"牵头(?:负责|组织)?、(?P<list>[^，。；]{2,80}?)(?:等(?:有关|相关)?(?:部门|单位))?(?:积极|共同|协同|密切)?(?:配合|参与|参加|协助|协同|兜底|搭把手|帮把手|帮忙|打下手|[派出](?:人|车|专人)(?:监督|监盘|配合|协助|参加)?|监督|(?=会同))"
)


def _seconded(norm: str, start: int, end: int, cast: Cast, directory: Directory | None) -> int:
    """A牵头、B配合，…: both in one clause; B joins in, and what is to be done comes after."""
    hit = _SECONDED.match(norm, start, end)
    pieces = split_list(norm, *hit.span("list"), directory) if hit else []
    if not hit or not all(is_listed_unit(n := norm[s:e], directory) or can_act(n) for s, e in pieces):
        return start
    cast.add("support", pieces, "cue.peihe")
    return hit.end()


def add_helpers(norm: str, start: int, end: int, cast: Cast, directory: Directory | None) -> None:
    """会同B、C anywhere later in the clause."""
    first = _WITH_FIRST.match(norm, start, end) if norm.startswith("会", start) else None
    more = _WITH.finditer(norm, start, end) if _BRINGS_IN.search(norm, start, end) else ()
    for hit in [first, *more] if first else more:
        cast.add(
            "support",
            [p for p in read_subject(norm, hit.end(), directory, closed=True) if p[1] <= end],
            "cue.huitong",
        )


def _is_leading_post(name: str) -> bool:
    return (
        is_post(name)
        and not name.startswith("各")
        and not re.search(r"[河湖林路田街点链格楼]长$|员$", name.replace("班子成员", ""))
    )


def _helpers(norm: str, hit: re.Match[str], end: int, cast: Cast, directory: Directory | None) -> int | None:
    """会同B、C…, 联合B…, 与B一起…: B, C join in; together (一起/共同) they lead as well."""
    joined = hit["role"] in _TAKES_ALONG
    pieces = [p for p in read_subject(norm, hit.end(), directory, closed=True, free=joined) if p[1] <= end]
    if not pieces:
        return None
    after = pieces[-1][1]
    together = hit["role"] == "与"
    if together and not re.match(
        r"(?:等(?:有关|相关)?(?:部门|单位))?(?:一起|共同|一道)", norm[after : after + 12]
    ):
        return None
    cast.add("lead" if together else "support", pieces, "cue.yu" if together else "cue.huitong")
    return after


def _past_modality(norm: str, at: int, end: int) -> int:
    hit = _MODALITY.match(norm, at, end)
    return hit.end() if hit else at


def _only_heads(norm: str, segment: Segment, end: int) -> bool:
    """A牵头， or 由A负责， and no more yet."""
    said = norm[segment.predicate : end].strip("，；、 ")
    return segment.cast.lead[0][2] == "cue.qiantou" or said in (
        "牵头",
        "负责",
        "牵头负责",
        "总负责",
        "负总责",
        "领衔",
        "主责",
        "为主",
        "抓总",
        "归口管理",
        "统筹",
        "主管",
        "总牵头",
    )


def _charged(norm: str, segment: Segment, end: int) -> bool:
    """Whether the segment puts its lead in charge (由A…, A牵头…, A负责…), so that others may join in."""
    assigning = ("cue.qiantou", "cue.you", "cue.qing")
    if segment.actor == "actor.assigned" or segment.cast.lead[-1][2] in assigning:
        return True
    return bool(re.search("牵头|负责|领衔|主责|主办|为主", norm[segment.start : end]))


def led_in_person(norm: str, cast: Cast) -> bool:
    """Whether only persons or posts lead (王副市长, 建国同志): the unit named next does the work."""
    names = [norm[s:e] for s, e, _ in cast.lead]
    return bool(names) and all(_is_leading_post(n) or is_named(n) for n in names)


def _joins(name: str, text: str, directory: Directory | None) -> bool:
    """Whether one so called may join in by what ``text`` says: a unit, or whoever 搭把手."""
    return is_listed_unit(name, directory) or bool(_GIVES_A_HAND.search(text) and can_act(name))


# 由A牵头，B、C配合处理跨界问题。: what they join in is what there is to do, where nothing more is said.
_DONE_WITH_THEM = re.compile(r"(?:配合|协助|参与)(?:做好)?(?=[^，。；]{4,}(?:[。；]|$))")

_SHORTEST_TOPIC = 3


def _lent(before: str, text: str) -> re.Match[str] | None:
    return _LENDERS.match(text) if before == "，" and _MAY_LEND.search(text) else None


def _left_to_do(norm: str, segment: Segment, after: int, end: int) -> int:
    """Where begins what is to be done, where a clause up to ``end`` names those at ``after`` who join in."""
    topic = norm[segment.start : segment.cast.lead[0][0]].rstrip("由，")
    bare = len(topic) < _SHORTEST_TOPIC or topic.endswith("的")
    with_them = _DONE_WITH_THEM.search(norm, after, end) if bare else None
    return with_them.end() if with_them else end


def names_support(norm: str, start: int, end: int, segment: Segment, directory: Directory | None) -> bool:
    """…，B、C配合: a clause, with a word of joining in, that only names who supports the segment before it."""
    text = norm[start:end].rstrip("，。；：”\n ")
    carried = _CARRIERS.match(text) if segment.cast.lead and _only_heads(norm, segment, start) else None
    backed = _BACKERS.match(text) if "牵头" in norm[segment.start : start] else None
    shared = _SHARERS.match(text) if segment.actor == "actor.assigned" else None
    hit = _SUPPORTERS.match(text) or carried or backed or shared or _lent(norm[start - 1], text)
    if not hit or not segment.cast.lead or _VERB.search(hit["list"][-2:]) and not is_unit(hit["list"][-6:]):
        return False
    pieces = split_list(norm, start + hit.start("list"), start + hit.end("list"), directory)
    names = [norm[s:e] for s, e in pieces]
    if not pieces or not (all(_joins(name, text, directory) for name in names) or are_fields(names)):
        return False
    if norm[start - 1] == "；" and _OWN_WORD.match(norm, pieces[-1][1], end):
        return False
    beside = (
        norm[start - 1] == "，"
        and "为配合" not in text
        and not norm[end:].strip(" ；。\n").startswith(("要", "应"))
    )
    if not (beside and hit["list"] == text[: len(hit["list"])] and hit.re in (_SUPPORTERS, _LENDERS)) and (
        not _charged(norm, segment, start) and not _ONLY_JOINS.search(text)
    ):
        return False
    if hit is carried and led_in_person(norm, segment.cast):
        segment.cast.hand_to(pieces, "cue.fuze")
    else:
        segment.cast.add("support", pieces, "cue.peihe")
    if norm[segment.predicate : start].strip("，；、 ") in _HEADING:
        segment.predicate = _left_to_do(norm, segment, pieces[-1][1], end)
    segment.end = end
    return True
