"""Lists of units: 市发改委、市财政局和各县（市、区）政府, as subject of a sentence or written out in a bracket."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .directory import Directory
from .names import FOREIGN, GENERIC_ONLY, is_generic, is_listed_unit, is_post, is_unit, name_ends
from .segmentation import Piece
from .vocabulary_cues import ADVERBS, DELIVERABLE, DEONTIC
from .vocabulary_units import DIVISION_ENDINGS, POST_ENDINGS, SECTORS

_LONGEST_LIST = 60
_FOLLOWER = re.compile(
    rf"(?:：(?=负责|请|要|应|须|于|\d{{1,2}}[.、]|牵头|做好|承担|会同|{DELIVERABLE})|{DEONTIC}|{ADVERBS}|{DELIVERABLE}|[（“]?\d{{1,4}}[年月]|[一二三四五六七八九]要|、?分别|按职责|等|是(?=[^，。；]{{0,24}}(?:主体|责任人|部门|单位|机构)，(?:主要)?(?:负责|承担|牵头|要|应|须))|，(?=(?:应|须|必须|务必|要(?!求|素|点))[^，。；]|(?:对|根据|按照|结合|围绕|针对|在)[^。；]{{2,40}}，(?:要|应|须|必须|务必|请))|(?:制定|报送|提交|上报|提出|起草|承担|办理|收到)的[^，。；]{{1,14}}，(?:应|须|要)|的[^，。；]{{1,12}}(?:结果|情况|报告|材料|名单|意见|总结|方案|计划|台账|清单)(?=，(?:在|经|由|要|应|须|务|于|报|统一)|(?:要|应|须|务|于|报)))"
)
_SECTOR_LIST = re.compile(
    rf"(?P<head>同级|本级|市级|县级|省级|区级|[省市县区州])?(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))})(?:(?:、|和|以及|及|与)(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))}))*"
)
_SECTORS_END = re.compile(r"会同|牵头|负责|等(?:有关|相关)?部门(?=，|[在于])")
# Divisions named in one breath are one addressee: 各省、自治区、直辖市人民政府; 各市（州）、县（市、区）.
_FUSED = re.compile(
    r"(?:各有关|各|有关)?(?:省|地级?市|市|州|县|设区市)(?:（[^（）]{1,6}）)?(?:、(?:[市县区乡]级|自治区|直辖市|自治州|县区|区县|县|市|区|州|盟|旗|地区|乡镇|街道)(?:（[^（）]{1,6}）)?){1,6}(?:和新疆生产建设兵团)?(?:人民政府|政府|党委)?(?:办公厅|办公室)?(?:[一-鿿]{2,8}(?:局|厅|委|办)(?:（[^（）]{1,4}）)?)?(?:（(?:管委会|开发区|工委)）)?(?:及军区)?(?:[一-鿿]{2,8}的部门)?"
)
# A post behind the unit's name: 市政府主要领导, 各部门负责同志.
POST_OF = re.compile(
    r"(?:及其[^，。；]{0,8}?)?(?:的)?(?:党政|主要|分管|有关|相关|班子)?(?:主要)?(?:负责同志|负责人|领导班子|领导同志|领导|班子成员|党政领导)(?!小组|机构)"
)
# A name does not end where its own post, a longer name or an attribute begins.
_NOT_AFTER = re.compile(
    rf"[的内外级系本自]|$|[，。；：）]|(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})|(?:所属|下属|直属|主要|分管|工作人员|有关人员)"
)
# Persons in a list of units: 各村级河长, 县自然资源局全体班子成员.
_POSTS_LISTED = re.compile(
    rf"(?:(?![请由转交将把对于要应须])[一-鿿“”]){{0,14}}?(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})"
)
_WHOLE_WORDS = frozenset(
    "部门 处室 科室 办公 办法 办理 局长 局面 局部 委员 委托 会议 会同 组织 组长 组成 院长 院校 所属 所有 所需 站长 处理 处置 部署 部分 社会 行业 行政 办事 台账".split()
)
_JOINERS = ("以及", "、", "和", "及", "与", "或", "，")


def is_several_divisions(name: str) -> bool:
    """Whether ``name`` speaks of divisions of several kinds in one breath (各县、区人民政府（管委会）)."""
    return bool(_FUSED.fullmatch(name))


def may_follow(norm: str, at: int) -> bool:
    """Whether what stands at ``at`` can follow the subject of a duty: modality, adverb, date or verb."""
    return bool(_FOLLOWER.match(norm, at))


def read_subject(
    norm: str, start: int, directory: Directory | None, *, closed: bool = False, free: bool = False
) -> list[Piece]:
    """The units that stand as subject at ``start`` (市发改委、市财政局要…), or nothing.

    ``closed``: a list that something else opened (会同…), which a comma may close. ``free``: a word before it
    says that units follow (请…, 由…), so that any verb may come after.
    """
    fused = (
        _bare_sectors(norm, start, free or closed)
        or _sector_subject(norm, start)
        or _fused_departments(norm, start)
        or _counted(norm, start)
    )
    return fused or _ListReader(norm, directory, closed, free).read(start, 0)


@dataclass(slots=True)
class _ListReader:
    """Reads a list of units to where a predicate can begin; remembers what it tried."""

    norm: str
    directory: Directory | None
    closed: bool
    free: bool = False
    tried: dict[int, list[Piece]] = field(default_factory=dict)

    def read(self, start: int, depth: int) -> list[Piece]:
        """The units from ``start`` on, or nothing if no predicate can follow them."""
        if depth > _LONGEST_LIST:
            return []
        if start not in self.tried:
            self.tried[start] = self._read(start, depth)
        return self.tried[start]

    def _read(self, start: int, depth: int) -> list[Piece]:
        norm = self.norm
        fused = _FUSED.match(norm, start)
        if fused and may_follow(norm, fused.end()):
            return [fused.span()]
        if fused and (joined := self._joined(start, fused.end(), depth)):
            return joined
        for end in (
            name_ends(norm, start, self.directory) + _division_ends(norm, start) + _bare_ends(norm, start)
        ):
            if joined := self._joined(start, end, depth):
                return joined
            if norm.startswith("等", end) and (tail := _after_deng(norm, end + 1)) is not None:
                return [(start, end), *tail]
            if self._may_end(end):
                return [(start, end)]
        return []

    def _joined(self, start: int, end: int, depth: int) -> list[Piece]:
        norm = self.norm
        joiner = next((j for j in _JOINERS if norm.startswith(j, end)), None)
        rest = self.read(end + len(joiner), depth + 1) if joiner else []
        if not rest:
            return []
        generic = joiner not in ("、", "，") and GENERIC_ONLY.fullmatch(norm[slice(*rest[0])])
        if generic and ((joiner == "及" and not depth) or is_generic(norm[start:end])):
            return [(start, rest[0][1]), *rest[1:]]
        return [(start, end), *rest]

    def _may_end(self, end: int) -> bool:
        norm = self.norm
        if norm.startswith(("、", "和", "及", "以及"), end) or norm[end - 1 : end + 1] in _WHOLE_WORDS:
            return False
        follows = may_follow(norm, end) and not norm.startswith("的", end)
        if self.free and not follows and not _NOT_AFTER.match(norm, end):
            return True
        post = POST_OF.match(norm, end)
        led = post and (may_follow(norm, post.end()) or norm[post.end() : post.end() + 1] in "，。；、和")
        return bool(follows or led or (self.closed and norm[end : end + 1] in "，。；"))


def _division_ends(norm: str, start: int) -> list[int]:
    """永福县 or 荔浦市 as an item of a list, or before 要."""
    out = []
    for end in range(min(len(norm), start + 8), start + 1, -1):
        word = norm[start:end]
        before_more = re.match(r"、|和|要|应|须|负责", norm[end : end + 2]) and not word.endswith(
            ("地", "村")
        )
        if (
            before_more
            and word.endswith(DIVISION_ENDINGS)
            and is_listed_unit(word)
            and not FOREIGN.search(word)
        ):
            out.append(end)
    return out


def _bare_ends(norm: str, start: int) -> list[int]:
    """部门 or 单位 that closes a list (各乡镇、部门要…), and persons named in it (村级河长)."""
    ends = []
    if (
        start
        and norm[start - 1] == "、"
        and (bare := re.compile(r"(?:各|有关|相关)?(?:部门|单位)").match(norm, start))
    ):
        ends.append(bare.end())
    post = _POSTS_LISTED.match(norm, start) if start and norm[start - 1] in "、和及与或" else None
    if post and not FOREIGN.search(post[0]):
        ends.append(post.end())
    return ends


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


_DEPARTMENTS = re.compile(
    r"(?:(?!会同|负责|各|由|请|对|在)[一-鿿]{2,8}、){1,12}(?!会同|负责|各)(?:(?!和|督促|指导|协调|有关|相关)[一-鿿]){2,8}?部门"
)


def _fused_departments(norm: str, start: int) -> list[Piece]:
    """交通运输、公安交警、应急管理部门要…: one phrase, if half of its words are fields of work."""
    hit = _DEPARTMENTS.match(norm, start)
    if not hit or not may_follow(norm, hit.end()):
        return []
    words = hit[0].removesuffix("部门").split("、")
    known = sum(any(word.endswith(sector) for sector in SECTORS) for word in words)
    return [hit.span()] if known * 2 >= len(words) and not FOREIGN.search(hit[0].replace("、", "")) else []


def _bare_sectors(norm: str, start: int, told: bool) -> list[Piece]:
    """请国土会同发改、财政等部门，…: fields of work for their departments, where a word before them says that units follow."""
    hit = _SECTOR_LIST.match(norm, start) if told else None
    tail = _SECTORS_END.match(norm, hit.end()) if hit else None
    if not hit or not tail or hit["head"]:
        return []
    return split_list(norm, start, hit.end())


# 河北、江苏两省 and 电力、教育、城市燃气等其他行业领域: names that what follows makes into actors.
_COUNTED = re.compile(
    r"(?P<list>[一-鿿]{2,6}(?:、[一-鿿]{2,6}){0,9}(?:、|和|与|及)[一-鿿]{2,6}?)(?:(?:两|三|四|五|六|[2-9])个?(?:省|市|县|区|局|镇|乡|村|街道|部门|单位|地区|委|办)|等(?:其他|其它)?(?:各)?(?:行业领域|行业|领域|系统|战线))"
)


def _counted(norm: str, start: int) -> list[Piece]:
    """河北、江苏两省进行…: bare names that a number of organs or 等行业领域 closes."""
    hit = _COUNTED.match(norm, start)
    if not hit or not (may_follow(norm, hit.end()) or norm.startswith("进行", hit.end())):
        return []
    parts = [start + m.start() for m in re.finditer(r"(?<=[、和与及])|^", hit["list"])]
    names = [(a, b) for a, b in zip(parts, [p - 1 for p in parts[1:]] + [hit.end("list")], strict=True)]
    return [] if any(FOREIGN.search(norm[a:b]) for a, b in names) else names


def _sector_subject(norm: str, start: int) -> list[Piece]:
    """财政、审计等部门要…: fields of work standing for their departments."""
    hit = _SECTOR_LIST.match(norm, start)
    if not hit:
        return []
    tail = re.compile(
        r"等?(?:\d{1,2}个?)?(?P<g>(?![局委厅办]|部(?!门))(?:(?!会同|要|应|将|由|负责|机关|和|及|与|等)[^，。；、]){0,12}?(?:部门|单位))"
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
    top = _split_top(norm, start, end)
    for piece in top:
        pieces += _split_joined(norm, *piece, directory, several=len(top) > 1)
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


def _split_joined(
    norm: str, start: int, end: int, directory: Directory | None, *, several: bool = False
) -> list[Piece]:
    word = norm[start:end]
    if directory and directory.unit_id(word):
        return [(start, end)]
    if (more := _AND_OTHERS.search(word)) and more.start():
        cut = start + more.start()
        return _split_joined(norm, start, cut, directory) + _split_joined(norm, cut + 1, end, directory)
    for joiner in ("以及", "会同", "和", "及", "与"):
        cut = word.find(joiner)
        while cut > 0:
            left, right = word[:cut], word[cut + len(joiner) :]
            generic = GENERIC_ONLY.fullmatch(right) and ((joiner == "及" and not several) or is_generic(left))
            if (
                _stands_alone(left, directory)
                and (is_listed_unit(right, directory) or is_post(right))
                and not generic
            ):
                return [(start, start + cut), *_split_joined(norm, start + cut + len(joiner), end, directory)]
            cut = word.find(joiner, cut + 1)
    return [(start, end)]


def _stands_alone(name: str, directory: Directory | None) -> bool:
    """Whether the words before 和 are a name by themselves: a unit, a division or a post."""
    if is_post(name):
        return True
    whole = is_unit(name, directory) or name.endswith(DIVISION_ENDINGS)
    return whole and is_listed_unit(name, directory)


_AND_OTHERS = re.compile(r"等(?=(?:[省市县区州]|[省市县区]级|[省市县区]直|国务院)?(?:有关|相关))")
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
