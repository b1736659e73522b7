"""Lists of units as subject of a sentence: 市发改委、市财政局和各县（市、区）政府要…"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .directory import Directory
from .letters import hurried
from .name_places import name_ends
from .names import GENERIC_ONLY, HAS_FOREIGN, is_generic, is_listed_unit
from .segmentation import Piece
from .vocabulary_cues import ADVERBS, DELIVERABLE, DEONTIC
from .vocabulary_units import DIVISION_ENDINGS, POST_ENDINGS, SECTORS
from .written_lists import DIVISIONS, TWO_FIELDS, split_list

_LONGEST_LIST = 60
# A day or a span right behind the name: 抢修公司今晚24时前…, 管网部3日内….
COUNT_OF_THEM = r"(?:等)?(?:[两二三四五六七八九十]{1,2}|\d{1,2})[个家]?(?:重点|牵头|责任|成员|有关|相关|市直|县直)?(?:部门|单位|科室|乡镇|县区|街道|公司)"
_SOON = (
    r"(?:会[前后](?=[\d一二三两])|至少\d|今[日天晚早夜]|明[日天晚早晨]|当[日天晚]|这周|近日|即日起|(?:\d{1,3}|[一二两三四五六七八九十半]{1,3})个?(?:日|天|周|月|分钟|小时|工作日|自然日)之?内"
    r"|\d{1,2}/\d{1,2}前|(?:\d{1,2}|[二三]?十[一二三四五六七八九]?|[一二三四五六七八九])[日号](?:之?前|下班|[上下]午)|(?:上午|下午|中午|晚上|晚)?\d{1,2}[时点](?:\d{1,2}分|半)?前|“?(?:元旦|春节|国庆|中秋|五一|十一|端午|清明|节|汛期?|开学|学期末?)”?(?:节|假期|长假)?之?前|主汛期前|(?:暑假|寒假|假期|暑期)(?:之?[前内]|期间)|下一?次(?:会议|例会)之?前|[一二三四]季度|年[底末内])"
)
_FOLLOWER = re.compile(
    hurried(
        rf"(?:\d{{1,3}}小时(?:值[守班]|待命|在岗|轮)|(?<=责任单位)为(?=[省市县区州镇乡各])|你们?(?=[今明后本下周\d把将抓尽])|[呢啊]，(?=[把将])|(?:那边|这边)(?=[把将])|：(?=负责|请|要|应|须|于|\d{{1,2}}[.、]|牵头|做好|承担|会同|{DELIVERABLE})|{DEONTIC}|{ADVERBS}|{DELIVERABLE}|[（“]?\d{{1,4}}[年月]|{_SOON}|“?一把手”?(?=要|亲自|总负责|负总责|挂帅)|{COUNT_OF_THEM}|（(?:责任人|负责人|牵头人|责任领导|分管领导|牵头领导)：?[^（）]{{2,16}}）|为(?:牵头|主办|主责|责任|配合|协办)(?:单位|部门|科室)?，|为主，|主责|最?(?:主要|重要|紧迫)?的?(?:首要)?(?:任务|工作)是|[一二三四五六七八九]要|、?分别|按职责|等|(?:特别|尤其)是[^，。；要应须]{{2,24}}，?(?:要(?!求|素)|应|须|必须|务必)|是(?=[^，。；]{{0,24}}(?:主体|责任人|部门|单位|机构)，(?:主要)?(?:负责|承担|牵头|要|应|须))|，(?=(?:应|须|必须|务必|要(?!求|素|点))[^，。；]|(?:对|根据|按照|结合|围绕|针对|在)[^。；]{{2,40}}，(?:要|应|须|必须|务必|请))|(?:制定|报送|提交|上报|提出|起草|承担|办理|收到)的[^，。；]{{1,14}}，(?:应|须|要)|的[^，。；]{{1,12}}(?:结果|情况|报告|材料|名单|意见|总结|方案|计划|台账|清单)(?=，(?:在|经|由|要|应|须|务|于|报|统一)|(?:要|应|须|务|于|报)))"
    )
)
_SECTOR_LIST = re.compile(
    rf"(?P<head>同级|本级|市级|县级|省级|区级|[省市县区州])?(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))})(?:(?:、|和|以及|及|与)(?:{'|'.join(sorted(SECTORS, key=len, reverse=True))}))*"
)
_SECTOR_OPENS = frozenset(sector[0] for sector in SECTORS) | frozenset("同本市县省区州")
_SECTORS_CLOSED = re.compile(r"(?=[，。；])")
_SECTORS_END = re.compile(r"会同|牵头|负责|各(?=[动拿派抽出选报])|等(?:有关|相关)?部门(?=，|[在于])")
# A post behind the unit's name: 市政府主要领导, 各部门负责同志.
POST_OF = re.compile(
    hurried(
        r"(?:及其[^，。；]{0,8}?)?(?:的)?(?:党政|主要|分管|有关|相关|班子)?(?:主要)?(?:负责同志|负责人(?!员)|领导班子|领导同志|领导|班子成员|党政领导)(?!小组|机构)"
    )
)
# A name does not end where its own post, a longer name or an attribute begins.
_NOT_AFTER = re.compile(
    rf"[的内外级系本自]|长(?![期效年])|$|[，。；：）]|(?:第一|常务)?副?(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})|(?:所属|下属|直属|主要|分管|工作人员|有关人员)"
)
# Persons in a list of units: 各村级河长, 县自然资源局全体班子成员.
_POSTS_LISTED = re.compile(
    rf"(?:(?![请由转交将把对于要应须])[一-鿿“”]){{0,14}}?(?:{'|'.join(sorted(POST_ENDINGS, key=len, reverse=True))})"
)
_ITEM = re.compile("[^、]+")
_BARE = re.compile("(?:各|有关|相关)?(?:部门|单位)|乡镇|镇街|街道|社区|县区|区县")
_WHOLE_WORDS = frozenset(
    "部门 处室 科室 办公 办法 办理 局长 局面 局部 委员 委托 会议 会同 组织 组长 组成 院长 院校 所属 所有 所需 站长 会计 处理 处置 部署 部分 社会 行业 行政 办事 台账".split()
)
# 县政府督查室发函: no verb, but the office of whoever stands before.
_OFFICE_OF_IT = re.compile(
    "(?=[督审监信指管服考规统执调研保检])(?:督查|督办|审计|监察|信访|指导|管理|服务|考核|规划|统计|监督|执法|调研|研究|保障|检查)(?:室(?!内)|科(?![学技研])|处(?![理置分罚])|局(?![面部])|大队|支队|中心(?!城|任务))(?=[一-鿿])(?![和及与同、会牵负要应须])"
)
_IN_PARTS = re.compile("分(?:[批头组类片期]|别|阶段|步骤)")  # 工程部分批验收: not 部分
_RATE = re.compile("[一-鿿]{2,6}率(?:达|不|为|保持|提|控|要|应)")  # 重点企业检查覆盖率达到100%
_LAST_OF_DIVISION = re.compile(f"[{''.join({ending[-1] for ending in DIVISION_ENDINGS} - {'地', '村'})}]")
_LONGEST_DIVISION = 8
_WITH = "与和同向跟"  # 与属地街道签订…: no name begins so
_TOWN = re.compile(
    "(?!部分|有的|个别|少数|一些|有些)[^各全本我一二三四五六七八九十]{1,3}(?<!城)(?<!乡)(?:乡|镇|街道)"
)  # 金坪乡10月底前拆除…
_MORE_BEHIND = re.compile(r"、|和|要|应|须|负责|会同")
_JOINERS = ("以及", "、", "和", "及", "与", "或", "，")


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
    fused: list[Piece] = []
    sectors = _SECTOR_LIST.match(norm, start) if norm[start : start + 1] in _SECTOR_OPENS else None
    if sectors:
        fused = (
            _bare_sectors(norm, sectors, closed)
            if free or closed or norm.startswith("各", sectors.end())
            else []
        )
        fused = fused or _sector_subject(norm, sectors)
    if free and (two := TWO_FIELDS.match(norm, start)) and may_follow(norm, two.end()):
        return [(start, two.end("one")), (two.end("one"), two.end())]
    if not fused and _JOINED.search(norm, start, start + _FIRST_ITEM):
        fused = _fused_departments(norm, start) or _counted(norm, start)
    return fused or _ListReader(norm, directory, closed, free).read(start)


@dataclass(slots=True)
class _ListReader:
    """Reads a list of units to where a predicate can begin; remembers what it tried."""

    norm: str
    directory: Directory | None
    closed: bool
    free: bool = False
    tried: dict[int, list[Piece]] = field(default_factory=dict)

    def read(self, start: int, depth: int = 0) -> list[Piece]:
        """The units from ``start`` on, or nothing if no predicate can follow them."""
        norm = self.norm
        fused = DIVISIONS.match(norm, start)
        if fused and may_follow(norm, fused.end()):
            return [fused.span()]
        if fused and (joined := self._joined(start, fused.end(), depth)):
            return joined
        ends = name_ends(norm, start, self.directory) + _division_ends(norm, start, self.closed)
        if start and norm[start - 1] in "、和及与或":
            ends += _ends_within(norm, start)
        for end in ends:
            if joined := self._joined(start, end, depth):
                return joined
            if norm.startswith("等", end) and (tail := _after_deng(norm, end + 1)) is not None:
                return [(start, end), *tail]
            if self._may_end(end):
                return [(start, end)]
        return []

    def _joined(self, start: int, end: int, depth: int) -> list[Piece]:
        norm = self.norm
        if not norm.startswith(_JOINERS, end):
            return []
        joiner = next(j for j in _JOINERS if norm.startswith(j, end))
        rest = self._rest(end + len(joiner), depth + 1)
        if not rest:
            return []
        generic = joiner not in ("、", "，") and GENERIC_ONLY.fullmatch(norm[slice(*rest[0])])
        if generic and ((joiner == "及" and not depth) or is_generic(norm[start:end])):
            return [(start, rest[0][1]), *rest[1:]]
        return [(start, end), *rest]

    def _rest(self, start: int, depth: int) -> list[Piece]:
        if depth > _LONGEST_LIST:
            return []
        if start not in self.tried:
            self.tried[start] = self.read(start, depth)
        return self.tried[start]

    def _may_end(self, end: int) -> bool:
        norm = self.norm
        if norm.startswith(("、", "和", "及", "以及"), end):
            return False
        if norm[end - 1 : end + 1] in _WHOLE_WORDS and not _IN_PARTS.match(norm, end):
            return False
        follows = may_follow(norm, end) and not norm.startswith("的", end) and not _RATE.match(norm, end)
        if follows and (norm.startswith(("主要负责", "主要领导"), end - 1) or _OFFICE_OF_IT.match(norm, end)):
            return False
        if self.free and not follows and not _NOT_AFTER.match(norm, end):
            return not _OFFICE_OF_IT.match(norm, end)
        post = POST_OF.match(norm, end)
        led = post and (may_follow(norm, post.end()) or norm[post.end() : post.end() + 1] in "，。；、和")
        return bool(follows or led or (self.closed and norm[end : end + 1] in "，。；"))


def _division_ends(norm: str, start: int, closed: bool) -> list[int]:
    """永福县 or 荔浦市 as an item of a list, before 要, or behind 会同 before whatever is done together."""
    out: list[int] = []
    if not _LAST_OF_DIVISION.search(norm, start + 1, start + _LONGEST_DIVISION):
        return out
    ends = [hit.end() for hit in _LAST_OF_DIVISION.finditer(norm, start + 1, start + _LONGEST_DIVISION)]
    for end in reversed(ends):
        word = norm[start:end]
        told = _MORE_BEHIND.match(norm, end) or (
            closed and (norm[end : end + 1] in "，；" or may_follow(norm, end))
        )
        if not told and not (_TOWN.fullmatch(word) and may_follow(norm, end)):
            continue
        if word[0] in _WITH:
            continue
        if word.endswith(DIVISION_ENDINGS) and is_listed_unit(word) and not HAS_FOREIGN.match(word):
            out.append(end)
    return out


def _ends_within(norm: str, start: int) -> list[int]:
    """部门 or 单位 that closes a list (各乡镇、部门要…), and persons named in it (村级河长)."""
    ends = []
    if norm[start - 1] == "、" and (bare := _BARE.match(norm, start)):
        ends.append(bare.end())
    post = _POSTS_LISTED.match(norm, start)
    if post and not HAS_FOREIGN.match(post[0]):
        ends.append(post.end())
    return ends


_GENERIC_REST = re.compile(
    r"(?:\d{1,2}个?|[一二三四五六七八九十]{1,2}个?|各|多个)?(?P<g>(?:有关|相关|市级|省级|市直|县直|区直)?(?:主管|有关|相关|责任)?(?:部门|单位|机构|地区)(?:和单位)?(?:（单位）)?)?"
)


def _after_deng(norm: str, at: int) -> list[Piece] | None:
    """What follows 等: 等部门, 等4部门, 等有关部门; None if the list does not go on to a predicate."""
    hit = _GENERIC_REST.match(norm, at)
    assert hit is not None
    if not may_follow(norm, hit.end()):
        return None
    generic = hit["g"] or ""
    return [(hit.start("g"), hit.end())] if generic.startswith(("有关", "相关")) else []


_FIRST_ITEM = 9  # letters within which the first name of a list ends
_JOINED = re.compile("[、和与及]")
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
    told = known * 2 >= len(words) and not HAS_FOREIGN.match(hit[0].replace("、", ""))
    return _apart(norm, *hit.span()) if told else []


def are_fields(names: list[str]) -> bool:
    """Whether 公安交管、自然资源、城管执法部门 are fields of work for their departments: half of them are known."""
    if len(names) < _A_FEW or not names[-1].endswith(("部门", "机关")):
        return False
    known = sum(name.startswith(_FIELDS) or name.endswith(_FIELDS) for name in names[:-1])
    return 2 * known >= len(names) - 1 and not any(HAS_FOREIGN.match(name) for name in names)


_A_FEW = 2
_FIELDS = tuple(SECTORS)


def _apart(norm: str, start: int, end: int) -> list[Piece]:
    """消防、市场监管部门: each field of work for its department; 同级财政、税务部门 stays one."""
    return [part.span() for part in _ITEM.finditer(norm, start, end)]


def _bare_sectors(norm: str, hit: re.Match[str], closed: bool) -> list[Piece]:
    """请国土会同发改、财政等部门，…: fields of work for their departments, where a word before them says that units follow."""
    tail = _SECTORS_END.match(norm, hit.end())
    if not tail and closed and "、" in hit[0]:
        tail = _SECTORS_CLOSED.match(norm, hit.end())
    return split_list(norm, *hit.span()) if tail and not hit["head"] else []


# 河北、江苏两省 and 电力、教育、城市燃气等其他行业领域: names that what follows makes into actors.
_COUNTED = re.compile(
    r"(?P<list>[一-鿿]{2,6}(?:、[一-鿿]{2,6}){0,9}(?:、|和|与|及)[一-鿿]{2,6}?)(?:(?:两|三|四|五|六|[2-9])[个家]?(?:省|市|县|区|局|镇|乡|村|街道|部门|单位|地区|委|办|(?<=家)(?=[合一联共把分抓碰]|会商|先|拿出|商量)|[个家]?(?:公司|单位|企业|银行|学校|医院|部门))|等(?:其他|其它)?(?:各)?(?:行业领域|行业|领域|系统|战线))"
)


def _counted(norm: str, start: int) -> list[Piece]:
    """河北、江苏两省进行…: bare names that a number of organs or 等行业领域 closes."""
    hit = _COUNTED.match(norm, start)
    if not hit or not (may_follow(norm, hit.end()) or norm.startswith(("进行", "合"), hit.end())):
        return []
    parts = [start + m.start() for m in re.finditer(r"(?<=[、和与及])|^", hit["list"])]
    names = [(a, b) for a, b in zip(parts, [p - 1 for p in parts[1:]] + [hit.end("list")], strict=True)]
    return [] if any(HAS_FOREIGN.match(norm[a:b]) for a, b in names) else names


_THEIR_DEPARTMENTS = re.compile(
    r"等?(?:\d{1,2}个?)?(?P<g>(?![局委厅办]|部(?!门))(?:(?!会同|要|应|将|由|负责|机关|和|及|与|等)[^，。；、]){0,12}?(?:部门|单位))"
)


def _sector_subject(norm: str, hit: re.Match[str]) -> list[Piece]:
    """财政、审计等部门要…: fields of work standing for their departments."""
    start, tail = hit.start(), _THEIR_DEPARTMENTS.match(norm, hit.end())
    if not tail or not may_follow(norm, tail.end()):
        return []
    listed = norm.startswith("等", hit.end()) and "、" in hit[0]
    if not listed:
        return [(start, tail.end())] if hit["head"] else _apart(norm, start, tail.end())
    items, at = [], start
    for word in re.split(r"、|和|以及|及|与", hit[0]) if "文化和旅游" not in hit[0] else hit[0].split("、"):
        at = norm.index(word, at)
        items.append((at, at + len(word)))
        at += len(word)
    return items


# 机电队的皮带跑偏说了三回了，后天之前必须处理好: whose thing it is that is not as it should be.
_WHOSE_FAULT = re.compile(
    r"(?P<who>[一-鿿A-Z\d]{2,9}?)的(?!要求|意见|规定|通知|批示|领导|支持|同意)[^，。；]{2,16}(?:了|没[一-鿿]{1,6}|[太很]?[慢差乱]|跟不上|不[行对够到好])，"
)


def at_fault(norm: str, start: int, end: int) -> Piece | None:
    """The unit whose thing, told of at ``start``, is not as it should be."""
    whose = _WHOSE_FAULT.match(norm, start, end)
    return whose.span("who") if whose and is_listed_unit(whose["who"]) else None
