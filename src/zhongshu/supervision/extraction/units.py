"""The grammar of units: reading 市发改委、市财政局和各县（市、区）政府 as mentions, with or without a directory."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from .vocabulary_cues import ADVERBS, DELIVERABLE, DEONTIC
from .vocabulary_units import (
    AFTER_VERBAL,
    DIVISION_ENDINGS,
    FALSE_ENDINGS,
    GENERIC_ENDINGS,
    GENERIC_HEADS,
    NAMING_VERBS,
    ORGAN_ENDINGS,
    POST_ENDINGS,
    SECTORS,
    VERBAL_PARTS,
)

REACH = 26
"""No name of a unit is read longer than this."""

Piece = tuple[int, int]

_ENDINGS = tuple(sorted({*ORGAN_ENDINGS, *GENERIC_ENDINGS}, key=len, reverse=True))
_HARD_BREAK = re.compile(
    r"[，。；：！？\n、|《》]|会同|负责|牵头(?!单位|部门|科室|处室|人|领导|指标)|应(?!急)|须|必须|要(?!素)|由|把|将(?!军|乐)|对(?!外|口|台)|于(?!都|洪|田)|了|不|的(?!单位|部门|机构|企业|地区|机关|科室|处室|县|市|学校|责任|成员|领导|人员|同志|主管|区|乡镇)"
    r"|同意|尽快|抓紧|及时|认真|切实|积极|立即|迅速|严格|主动|定期|进一步|尽早|务必|全面(?!深化|依法)|共同|分别|提前|要求|责成|拟请|转交|召开|听取|收到|需|(?<!级)以上|等|是|已|正在|根据|按照|通过|结合|围绕|进行|经(?!信|济|发|开|贸|营|委)|向|为(?!民)|每|在(?!线|编|建)|从(?!业)|并|以(?!色|上|下)"
)
_VERBAL = re.compile("|".join(sorted(VERBAL_PARTS, key=len, reverse=True)))
_AFTER_VERBAL = frozenset(AFTER_VERBAL)
_FOLLOWER = re.compile(
    rf"(?:：(?=负责|\d{{1,2}}[.、]|牵头|做好|承担|会同|{DELIVERABLE})|{DEONTIC}|{ADVERBS}|{DELIVERABLE}|[（“]?\d{{1,4}}[年月]|[一二三四五六七八九]要|、?分别|按职责|等|是(?=[^，。；]{{0,24}}(?:主体|责任人))|的[^，。；]{{1,12}}(?:结果|情况|报告|材料|名单|意见|总结)(?=，(?:在|经|由|要|应|须|于|报|统一)|(?:要|应|须|于|报)))"
)
_SECTOR_LIST = re.compile(
    rf"(?P<head>同级|本级|市级|县级|省级|区级|[省市县区州])?(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))})(?:(?:、|和|以及|及|与)(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))}))*"
)
_VERB_FIRST = re.compile(
    rf"(?!经|共青|全国|联合会|联合国|公安|公共|规模|重点|具体负责)(?:报(?!社)|送|{DELIVERABLE}|指定|听取|强化|委托|属于|{'|'.join(w for w in ADVERBS.split('|') if len(w) > 1 and '(' not in w and w not in ('联合', '主要', '重点', '年底', '本月', '协同'))})"
)
# Divisions named in one breath are one addressee: 各省、自治区、直辖市人民政府; 各市（州）、县（市、区）.
_FUSED = re.compile(
    r"各?(?:省|地级?市|市|州|县|设区市)(?:（[^（）]{1,6}）)?(?:、(?:[市县区乡]级|自治区|直辖市|自治州|县|市|区|州|盟|旗|地区)(?:（[^（）]{1,6}）)?)+(?:和新疆生产建设兵团)?(?:人民政府|政府|党委)?(?:办公厅|办公室)?(?:[一-鿿]{2,8}(?:局|厅|委|办)(?:（[^（）]{1,4}）)?)?(?!、)"
)
_NO_NAMES = frozenset(
    (
        "系统",
        "线路",
        "窗口",
        "班子",
        "专班",
        "组织",
        "机构",
        "机关",
        "部门",
        "单位",
        "中心",
        "小组",
        "社区",
        "园区",
        "县级",
        "市县",
        "乡镇",
        "公司",
        "集团",
        "院校",
        "中学",
        "小学",
        "大学",
        "协会",
        "银行",
        "责任人",
        "业主",
        "支部",
        "站所",
        "政府",
        "地区",
        "海关总署区",
        "国际",
        "各方",
        "主体",
    )
)
_SHORT_OFFICE = re.compile(r"[省市县区州镇乡旗][一-鿿]{1,5}[^查转交批承主]办|农发行|国开行|进出口行")
_ACTS = frozenset(("组织", "指导", "督促", "协调", "推进", "统筹", "配合", "监督", "安排"))
_LONG_BODIES = ("领导小组", "指挥部", "委员会", "联席会议", "专班")
_CITIES = re.compile(r"(?:各?试点|各|示范|有关|相关|重点|创建)城市")
# A post behind the unit's name: 市政府主要领导, 各部门负责同志.
POST_OF = re.compile(
    r"(?:及其[^，。；]{0,8}?)?(?:的)?(?:党政|主要|分管|有关|相关|班子)?(?:主要)?(?:负责同志|负责人|领导班子|领导同志|领导|班子成员|党政领导)(?!小组|机构)"
)
_THOSE_WHO = re.compile(r"的(?:单位|部门|机构|企业|地区|科室|学校|县|区|乡镇)$")
_JOINERS = ("以及", "、", "和", "及", "与", "，")
_GENERIC_ONLY = re.compile(
    r"(?:有关|相关|其他|其它|各)?(?:相关|有关)?(?:责任|成员|牵头|配合|主管|职能)?(?:部门|单位|机构|企业|地区|科室|处室|方面|主管部门|责任单位)(?:（[^（）]{1,6}）)?"
)


@dataclass(frozen=True)
class Directory:
    """The institution's own units: every name and alias → the id of the unit.

    With it names are read by longest match, an alias (发改委) resolves to its unit, and a name that no ending
    gives away (城投, 大数据) is still a unit.
    """

    names: Mapping[str, str]
    longest: int = field(init=False, default=0)

    def __post_init__(self) -> None:
        object.__setattr__(self, "longest", max(map(len, self.names), default=0))

    @classmethod
    def of(cls, units: Iterable[tuple[str, Iterable[str]]]) -> Directory:
        """A directory from (unit id, its names and aliases)."""
        return cls({name: unit_id for unit_id, names in units for name in names if len(name) > 1})

    def unit_id(self, name: str) -> str | None:
        """The id of the unit called ``name``, blanks apart; None if the house has none of that name."""
        return self.names.get(re.sub(r"\s", "", name))

    def match(self, text: str, start: int) -> int | None:
        """The end of the longest known name at ``start``."""
        for end in range(min(len(text), start + self.longest), start + 1, -1):
            if text[start:end] in self.names:
                return end
        return None


def is_unit(name: str, directory: Directory | None = None) -> bool:
    """Whether ``name`` as a whole reads as the name of a unit."""
    if directory and directory.unit_id(name):
        return True
    bare = re.sub(r"（[^（）]{0,14}）", "", name)
    if not 2 <= len(bare) <= REACH or not _sound(name) or _opens_with_verb(bare):
        return False
    if bare.startswith("各") and bare.endswith(DIVISION_ENDINGS):
        return True
    if bare in _NO_NAMES:
        return False
    if _CITIES.fullmatch(bare) or _SHORT_OFFICE.fullmatch(bare):
        return True
    return bare.endswith(_ENDINGS) and not bare.endswith(FALSE_ENDINGS) and _organ_after_verb(bare)


def is_post(name: str) -> bool:
    """Whether ``name`` reads as a post or a person's title (分管副局长, 党组书记)."""
    return 2 <= len(name) <= 20 and name.endswith(POST_ENDINGS) and not _HARD_BREAK.search(name)


def is_listed_unit(name: str, directory: Directory | None = None) -> bool:
    """Whether ``name`` may stand in a list of units (looser than :func:`is_unit`: 永福县, 财政 and 各乡镇 may)."""
    if is_unit(name, directory):
        return True
    bare = re.sub(r"（[^（）]{0,14}）", "", name)
    if not 1 < len(bare) <= 20 or re.search(r"[，。；：\d]", bare) or bare.endswith(FALSE_ENDINGS):
        return False
    return bare in SECTORS or bare[1:] in SECTORS or (len(bare) <= 10 and bare.endswith(DIVISION_ENDINGS))


def _sound(name: str) -> bool:
    """No foreign matter inside: brackets balanced, no verb of assignment, no stop."""
    if name.count("（") != name.count("）") or name.count("“") != name.count("”"):
        return False
    bare = re.sub(r"（[^（）]{0,14}）", "", name)
    return not _HARD_BREAK.search(bare) and bool(re.match(r"[一-鿿A-Z“《]", name))


def _opens_with_verb(bare: str) -> bool:
    """出台, 报司法部 and 支持企业 are no names; 建设局, 审计局 and 承办单位 are."""
    hit = _VERB_FIRST.match(bare)
    if not hit or (hit.end() == len(bare) and hit[0] in _ENDINGS) or _THOSE_WHO.search(bare):
        return False
    if bare.startswith(("试点", "建设单位", "施工", "采购人", "行政", "规划")):
        return False
    rest = bare[hit.end() :]
    if rest in GENERIC_ENDINGS:
        return False
    if hit[0] not in NAMING_VERBS:
        return True
    return rest not in _AFTER_VERBAL and not (
        len(rest) <= 8 and _ends_organ(rest) and not _VERB_FIRST.match(rest)
    )


def _organ_after_verb(bare: str) -> bool:
    """组织部 and 推进办 are names; 组织学校, 督促各县 and 市安委办组织考核组 are not."""
    last = None
    for hit in _VERBAL.finditer(bare):
        last = hit
        rest = bare[hit.end() :]
        if hit.start() == 0 and rest and not _ends_organ(rest):
            return bare.startswith(GENERIC_HEADS) and not rest.startswith(("各", "全", "有关", "相关"))
        if (
            hit[0] in _ACTS
            and len(rest) > 2
            and not rest.endswith(_LONG_BODIES)
            and is_unit(bare[: hit.start()])
        ):
            return False
    return last is None or last.end() == len(bare) or _ends_organ(bare[last.end() :])


def _ends_organ(rest: str) -> bool:
    return (
        rest in _AFTER_VERBAL
        or rest.endswith(AFTER_VERBAL)
        and not re.match(r"各|全[市县区省]|有关|相关|本", rest)
    )


def may_follow(norm: str, at: int) -> bool:
    """Whether what stands at ``at`` can follow the subject of a duty: modality, adverb, date or verb."""
    return bool(_FOLLOWER.match(norm, at))


def name_ends(norm: str, start: int, directory: Directory | None) -> list[int]:
    """Where a name of a unit that begins at ``start`` may end, longest first."""
    ends: list[int] = []
    if directory and (known := directory.match(norm, start)):
        ends.append(known)
    limit = min(len(norm), start + REACH)
    depth = 0
    for i in range(start, limit):
        depth += (norm[i] == "（") - (norm[i] == "）")
        if norm[i] in "，。；：\n" or (norm[i] == "、" and depth <= 0) or depth < 0:
            limit = i
            break
    for end in range(limit, start + 1, -1):
        if end not in ends and is_unit(norm[start:end], directory) and not _two_in_one(norm[start:end]):
            ends.append(end)
    return ends


def _two_in_one(name: str) -> bool:
    """开发区和市政府各部门 are two; 工业和信息化局 and 各有关部门和单位 are one."""
    for joiner in ("和", "及", "与"):
        left, _, right = name.partition(joiner)
        if (
            right
            and is_unit(left)
            and is_unit(right)
            and not (_GENERIC_ONLY.fullmatch(right) and _is_generic(left))
        ):
            return True
    return False


def read_subject(norm: str, start: int, directory: Directory | None, *, closed: bool = False) -> list[Piece]:
    """The units that stand as subject at ``start`` (市发改委、市财政局要…), or nothing.

    ``closed``: a list that something else opened (会同…), which a comma may close.
    """
    return _sector_subject(norm, start) or _list_from(norm, start, directory, 0, closed)


def _list_from(
    norm: str, start: int, directory: Directory | None, depth: int, closed: bool = False
) -> list[Piece]:
    if depth > 40:
        return []
    fused = _FUSED.match(norm, start)
    if fused and may_follow(norm, fused.end()):
        return [fused.span()]
    for end in name_ends(norm, start, directory) + _division_ends(norm, start, depth):
        joiner = next((j for j in _JOINERS if norm.startswith(j, end)), None)
        if joiner:
            rest = _list_from(norm, end + len(joiner), directory, depth + 1, closed)
            if (
                rest
                and joiner in ("及", "和", "与", "以及")
                and _GENERIC_ONLY.fullmatch(norm[slice(*rest[0])])
                and joiner != "、"
            ):
                fuse = _is_generic(norm[start:end]) or joiner == "及"
                return [(start, rest[0][1]), *rest[1:]] if fuse else [(start, end), *rest]
            if rest:
                return [(start, end), *rest]
            if joiner != "，":
                continue
        if norm.startswith("等", end) and (tail := _after_deng(norm, end + 1)) is not None:
            return [(start, end), *tail]
        if (
            (may_follow(norm, end) and not norm.startswith("的", end))
            or POST_OF.match(norm, end)
            or (closed and norm[end : end + 1] in "，。；")
        ):
            return [(start, end)]
    return []


def _is_generic(name: str) -> bool:
    return name.startswith(("各", "有关", "相关", "其他", "所有"))


def _division_ends(norm: str, start: int, depth: int) -> list[int]:
    """永福县 or 荔浦市 as an item of a list, or before 要."""
    out = []
    for end in range(min(len(norm), start + 8), start + 1, -1):
        word = norm[start:end]
        if word.endswith(DIVISION_ENDINGS) and is_listed_unit(word) and not _HARD_BREAK.search(word):
            if re.match(r"、|和|要|应|须|负责", norm[end : end + 2]) and not word.endswith(("地", "村")):
                out.append(end)
    return out


def _after_deng(norm: str, at: int) -> list[Piece] | None:
    """What follows 等: 等部门, 等4部门, 等有关部门; None if the list does not go on to a predicate."""
    hit = re.compile(
        r"(?:\d{1,2}个?|[一二三四五六七八九十]{1,2}个?|各|多个)?(?P<g>(?:有关|相关|市级|省级|市直|县直|区直)?(?:主管|有关|相关|责任)?(?:部门|单位|机构|地区)(?:和单位)?(?:（单位）)?)?"
    ).match(norm, at)
    assert hit is not None
    if not may_follow(norm, hit.end()):
        return None
    generic = hit["g"] or ""
    return [(hit.start("g"), hit.end())] if generic.startswith(("有关", "相关")) else []


def _sector_subject(norm: str, start: int) -> list[Piece]:
    """财政、审计等部门要…: fields of work standing for their departments."""
    hit = _SECTOR_LIST.match(norm, start)
    if not hit:
        return []
    tail = re.compile(
        r"等?(?:\d{1,2}个?)?(?P<g>(?:(?!会同|要|应|将|由|负责)[^，。；、]){0,12}?(?:部门|单位))"
    ).match(norm, hit.end())
    if not tail or not may_follow(norm, tail.end()):
        return []
    listed = norm.startswith("等", hit.end()) and "、" in hit[0]
    if not listed:
        return [(start, tail.end())]
    items, at = [], start
    for word in re.split(r"、|和|以及|及|与", hit[0]) if "文化和旅游" not in hit[0] else hit[0].split("、"):
        at = norm.index(word, at)
        items.append((at, at + len(word)))
        at += len(word)
    return items


def split_list(norm: str, start: int, end: int, directory: Directory | None = None) -> list[Piece]:
    """The units of a written-out list (a bracket, a table cell, what follows 责任单位：)."""
    pieces: list[Piece] = []
    for piece in _split_top(norm, start, end):
        pieces += _split_joined(norm, *piece, directory)
    return [p for p in (_trim(norm, *piece) for piece in pieces) if p[1] - p[0] > 1]


def _split_top(norm: str, start: int, end: int) -> list[Piece]:
    pieces, depth, begin = [], 0, start
    fused = -1
    for i in range(start, end):
        if i == begin and (whole := _FUSED.match(norm, i, end)):
            fused = whole.end() if whole.end() == end or norm[whole.end()] in "、，；和及与 " else -1
        if i < fused:
            continue
        depth += (norm[i] in "（《") - (norm[i] in "）》")
        if depth <= 0 and norm[i] in "、，；/\n\t 　":
            pieces.append((begin, i))
            begin = i + 1
    pieces.append((begin, end))
    return [p for p in pieces if p[1] > p[0]]


def _split_joined(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    word = norm[start:end]
    if directory and directory.unit_id(word):
        return [(start, end)]
    for joiner in ("等有关", "等相关"):
        if joiner in word:
            cut = start + word.index(joiner)
            return [*_split_joined(norm, start, cut, directory), (cut + 1, end)]
    for joiner in ("以及", "会同", "和", "及", "与"):
        cut = word.find(joiner)
        while cut > 0:
            left, right = word[:cut], word[cut + len(joiner) :]
            generic = _GENERIC_ONLY.fullmatch(right) and (joiner == "及" or _is_generic(left))
            whole = is_unit(left, directory) or left.endswith(DIVISION_ENDINGS)
            if whole and is_listed_unit(left, directory) and is_listed_unit(right, directory) and not generic:
                return [(start, start + cut), *_split_joined(norm, start + cut + len(joiner), end, directory)]
            cut = word.find(joiner, cut + 1)
    return [(start, end)]


_DENG = re.compile(
    r"等(?:\d{1,2}|[一二三四五六七八九十])?个?(?:市级|省级|市直|县直|区直)?(?:部门|单位|机构)?$"
)
_LEADING = re.compile(r"^(?:由|请|以及|和|及|与|会同|：)+")


def _trim(norm: str, start: int, end: int) -> Piece:
    while start < end and norm[start] in " 　\t\n.。·":
        start += 1
    while end > start and norm[end - 1] in " 　\t\n.。；，":
        end -= 1
    if lead := _LEADING.match(norm[start:end]):
        start += lead.end()
    if tail := _DENG.search(norm[start:end]):
        end = start + tail.start()
    return start, end
