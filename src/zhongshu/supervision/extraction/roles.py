"""Who leads and who supports: reading brackets, labels (牵头单位：…) and sentences (由A牵头，B、C配合)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from .directory import Directory
from .letters import hurried, one_of
from .names import is_listed_unit, is_post
from .segmentation import NUMBERING, Piece
from .written_lists import is_several_divisions, split_list

Read = tuple[int, int, str]
"""A name at start … end and the cue that gave it its role."""


@dataclass(slots=True)
class Cast:
    """The names found for one duty, by role. ``charged``: who answers for what the next sentences ask, too."""

    lead: list[Read] = field(default_factory=list)
    support: list[Read] = field(default_factory=list)
    leaders: list[Read] = field(default_factory=list)
    charged: list[Read] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.lead or self.support or self.leaders)

    def add(self, role: str, pieces: list[Piece], cue: str) -> None:
        """Put ``pieces`` into ``role``, each name once."""
        place: list[Read] = getattr(self, role)
        known = {(start, end) for start, end, _ in place}
        place += [(s, e, cue) for s, e in pieces if (s, e) not in known]

    def hand_to(self, pieces: list[Piece], cue: str) -> None:
        """Those who led so far lead in person; ``pieces`` are the units that do the work."""
        self.add("leaders", [(s, e) for s, e, _ in self.lead], "cue.post")
        self.lead = [(s, e, cue) for s, e in pieces]


_LEAD_LABEL = "牵头(?:责任)?(?:单位|部门|科室|处室|人)?|主办(?:单位|部门|科室|处室|股室)?|主要?责任(?:单位|部门)|主责(?:单位|部门)?|第一责任(?:单位|部门)|承办(?:单位|部门|科室|处室)|主管(?:单位|部门)"
_SUPPORT_LABEL = "配合(?:单位|部门|科室)?|协办(?:单位|部门)?|会办(?:单位|部门)?|参与(?:单位|部门)?|参加单位|协助(?:单位|部门)|协同(?:单位|部门)|协作单位|协同配合单位|成员(?:单位|部门)?|协同(?:科室|处室)|协办(?:科室|处室)"
_DUTY_LABEL = "(?:项目|任务|整改)?责任(?:单位|部门|科室|处室|股室|主体|机构)|负责(?:单位|部门|科室)|落实(?:单位|部门)|实施(?:单位|主体)|办理单位|指导(?:单位|部门)|完成单位|整改(?:责任)?单位|任务单位|(?:部门|责任|任务)分工"
_LEADER_LABEL = "(?:项目|整改|任务)?(?:牵头|责任|分管|包案|挂点|挂帅|包保|包联|包抓|领办|挂牌|主抓|分管责任|牵头责任|主管|交办|接访|带班|整改责任|督办|第一责任|直接责任|主要责任)(?:省|市|区|县|局|委|校|院|厅|镇|乡)?(?:领导|人)|(?:联系|承办)(?:省|市|区|县|局|校|院|镇|乡)?领导|(?:产业链?)?链长|专班长|责任人|负责人|挂帅领导|具体责任人|第一责任人"
LABEL = re.compile(
    hurried(
        rf"(?P<label>(?P<lead>{_LEAD_LABEL})|(?P<support>{_SUPPORT_LABEL})|(?P<duty>{_DUTY_LABEL})|(?P<leader>{_LEADER_LABEL}))(?:及(?:责任人|配合单位))?(?:[：:]|(?<=单位|部门|科室)[为是](?=[市县区省州镇乡各])|(?<=领导)[为是](?=[一-鿿]{{2,14}}[，。；）]))"
    )
)
DUE_WORDS = r"(?:计划|预计|要求)?(?:完成|办结|整改|办理|工作|落实|解决|反馈|化解|治理|整治|销号|报送|上报|答复|交付|竣工|验收|实施|建设|推进|责任)?(?:时限|时间|期限|节点|进度)(?:要求|安排|节点)?"
DUE_LABEL = re.compile(hurried(rf"{DUE_WORDS}[：:]"))
TASK_LABEL = re.compile(
    hurried(
        r"(?:(?P<goal>(?:整改|工作|年度|阶段性?|节点|建设)目标)|(?:主要|重点|具体|工作|整改|管控|防控|防范|治理|目标|督办|议定|交办|信访|反映|诉求|建设|年度)?(?:事项|任务|措施|举措|内容)|(?P<named>(?:任务|事项|项目|工程)(?:名称)?|案由|事由)|(?:任务|事项|项目)内容|任务要求|目标|(?P<asked>(?:办理|工作|整改|具体)要求|(?:处理|办理|化解|拟办)意见|(?:化解|整改|工作)措施))："
    )
)
_LABEL_STOP = re.compile(
    r"[；。\n|）]|（(?=列|排|下同|以下)|(?<=[，、 　])(?=(?:完成|办结|整改)?(?:时限|时间|期限))|[，、 　]?(?:完成|办结)(?:时限|时间|期限)|(?<=[ 　])(?=[一-鿿]{2,8}：)"
)
# A bracket may be cut off where the text ends.
BRACKET = re.compile(
    r"（(?P<body>[^（）\n]{2,400}(?:（[^（）\n]{0,20}）[^（）\n]{0,200}){0,8})(?:）|$(?<![。，；：]))"
)
_BY_DUTY = r"(?:按(?:照)?(?:各自)?(?:职责|职能|任务)?(?:任务)?(?:分工|职责|范围)?(?:分别|共同)?)?(?:分别|共同|具体|统一|各自|分工)?"
_ROLE_WORD = re.compile(
    rf"(?:(?P<lead>{_BY_DUTY}牵头(?:负责|落实|组织|督导|指导|推进|实施|抓好|统筹|协调|办理)?|主办)|(?P<support>{_BY_DUTY}(?:积极|共同|做好|等)?(?:配合|参与|协助|协办|会办|参加|支持)(?:做好|落实)?)"
    rf"|(?P<guide>(?:负责)?指导)|(?P<do>{_BY_DUTY}(?:负责(?:落实|实施|推进|组织|牵头)?|组织实施|抓好落实|落实|承办|办理|实施|承担)))(?!单位|部门|科室|处室|人|中心|委员会|办|组|局)"
)
_TIMING = re.compile(
    r"[^，]*[\d年月季]\S*[前底内年月日](?:基本|全部|全面)?(?:完成|建成|办结|到位|实现|见效|启动)?|(?:持续|长期|立即|立行)\S*"
)
_TIMED = re.compile(
    r"[^，；]{0,12}(?:[\d年月季][底末前内日]|\d月|年内|上半年|季度)[^，；]{0,8}(?:完成|建成|办结|到位|启动|落实)"
)
_SUFFIX = re.compile(
    r"（(?:(?P<leads>牵头(?:单位|部门)?|主责(?:单位)?|主办|第一责任单位)|配合(?:单位)?|协办|参与)）"
)
_LEAST_TASK = 5
_FIRST_LEADS = re.compile(
    r"(?:排在?|列|列在)(?:第一位?|首位|第一)(?:的)?(?:部门|单位|者)?(?:为|是)(?:工作|该项工作)?牵头|第一(?:个)?(?:责任)?(?:单位|部门)为牵头"
)
# The letters of which a text must have one for these.
_LEADS, _OF_ROLES = one_of(_FIRST_LEADS), one_of(_ROLE_WORD)


def first_is_lead(text: str) -> bool:
    """Whether the document itself says that the first-named unit leads (排在第一位的为牵头单位，下同)."""
    return bool(_LEADS.search(text) and _FIRST_LEADS.search(text))


def read_bracket(norm: str, start: int, end: int, *, first: bool, directory: Directory | None) -> Cast:
    """The assignment that the characters ``start`` … ``end`` inside a bracket make; empty if they make none."""
    if _LEADS.search(norm, start, end) and _FIRST_LEADS.search(norm, start, end):
        cut = re.compile(r"[，。；]").search(norm, start, end)
        end, first = (cut.start() if cut else end), True
    if _SUFFIX.search(norm, start, end):
        return _by_suffix(split_list(norm, start, end, directory), norm, directory)
    if LABEL.search(norm, start, end):
        told = read_labels(norm, start, end, directory, first=first)
        if told.lead or told.support:
            return told
        cut = LABEL.search(norm, start, end)
        named = _bare_bracket(norm, start, cut.start() if cut else end, first, directory)
        return Cast(named.lead, named.support, [*named.leaders, *told.leaders])
    return _bare_bracket(norm, start, end, first, directory)


def _by_suffix(pieces: list[Piece], norm: str, directory: Directory | None) -> Cast:
    """市住建局（牵头）、市财政局: the role stands behind the name; who has none joins in where another leads."""
    cast = Cast()
    tails = [_SUFFIX.search(norm, *piece) for piece in pieces]
    leads = any(tail and tail["leads"] for tail in tails)
    for (start, end), tail in zip(pieces, tails, strict=True):
        role = "lead" if not leads or (tail and tail["leads"]) else "support"
        role = "support" if tail and not tail["leads"] else role
        name = (start, tail.start() if tail else end)
        if is_listed_unit(norm[slice(*name)], directory):
            cast.add(role, [name], "cue.suffix")
    return cast


def _bare_bracket(norm: str, start: int, end: int, first: bool, directory: Directory | None) -> Cast:
    cast = Cast()
    for clause in re.finditer(r"[^；。]+", norm[start:end]):
        if clause[0].startswith(("以下", "下同")):
            continue
        _clause_roles(norm, start + clause.start(), start + clause.end(), first, directory, cast)
    return cast


def _roles(norm: str, start: int, end: int) -> list[re.Match[str]]:
    """The words that tell who leads, joins in or does it (牵头, 配合, 负责)."""
    return list(_ROLE_WORD.finditer(norm, start, end)) if _OF_ROLES.search(norm, start, end) else []


def _clause_roles(
    norm: str, start: int, end: int, first: bool, directory: Directory | None, cast: Cast
) -> None:
    """One clause of a bracket: A牵头，B、C配合 / A指导，B负责落实 / A、B、C按职责分工负责 / A会同B负责."""
    roles = _roles(norm, start, end)
    at = start
    for hit in roles:
        names = _names(norm, at, hit.start(), directory)
        if first and cast.lead and hit["do"]:  # A、B分工负责，C落实: C is none of the first
            cast.add("support", names, "cue.fuze")
        else:
            _seat(norm, names, hit, first and (len(roles) == 1 or bool(hit["do"])), cast)
        at = hit.end()
    if roles and roles[-1]["lead"] and at < end:
        cast.add("support", _names(norm, at, end, directory), "cue.qiantou_rest")
    elif not roles and _all_units(norm, start, end, directory) and _is_aside(norm, start, end):
        _seat_first(_names(norm, start, end, directory), first, "cue.bracket", cast)


def _is_aside(norm: str, start: int, end: int) -> bool:
    """Whether a bracket of bare names assigns what stands before it: several names, or one after a full stop."""
    return (
        "、" in norm[start:end]
        or "，" in norm[start:end]
        or norm[max(0, start - 2) : start - 1] in ("。", "；", "")
        or start < 2
        or _closes_an_item(norm, start, end)
    )


def _closes_an_item(norm: str, start: int, end: int) -> bool:
    """（2）东湖公园路灯修复（城管局）: the one who answers for a numbered item stands at its end."""
    number = NUMBERING.match(norm)
    task = norm[number.end() : start - 1] if number else ""
    alone = not norm[end + 1 :].strip(" 　；。\n") and not re.search("[，。；：]", task)
    return alone and len(task) >= _LEAST_TASK and not is_listed_unit(task)


def _seat(norm: str, names: list[Piece], role: re.Match[str], first: bool, cast: Cast) -> None:
    together = next((i for i, p in enumerate(names) if norm[: p[0]].endswith("会同")), None)
    if role["support"]:
        cast.add("support", names, "cue.peihe")
    elif together:
        cast.add("lead", names[:together], "cue.huitong")
        cast.add("support", names[together:], "cue.huitong")
    elif role["lead"]:
        cast.add("lead", names, "cue.qiantou")
    elif any(cue == "cue.qiantou" for _, _, cue in cast.lead):
        cast.add("support", names, "cue.fuze")
    else:
        _seat_first(names, first, "cue.zhidao" if role["guide"] else "cue.fuze", cast)


def _seat_first(names: list[Piece], first: bool, cue: str, cast: Cast) -> None:
    """All lead, or the first leads and the rest support where the document says so."""
    if first and len(names) > 1:
        cast.add("lead", names[:1], "cue.first_is_lead")
        cast.add("support", names[1:], "cue.first_is_lead")
    else:
        cast.add("lead", names, cue)


def _all_units(norm: str, start: int, end: int, directory: Directory | None) -> bool:
    listed = split_list(norm, start, end, directory)
    pieces = [p for p in listed if not _TIMING.fullmatch(norm[slice(*p)])]  # （县农业局，各镇，10月底前）
    return bool(pieces) and all(is_listed_unit(norm[s:e], directory) for s, e in pieces)


def _names(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    """The units of a list, if it is one: most items must read as units."""
    while start < end and norm[start] in "，由、：及和与":
        start += 1
    pieces = [
        p
        for p in split_list(norm, start, end, directory)
        if p[1] - p[0] <= 30 and not _TIMING.fullmatch(norm[slice(*p)])
    ]
    words = [norm[s:e] for s, e in pieces]
    good = [is_listed_unit(w, directory) or is_post(w) or is_several_divisions(w) for w in words]
    if not pieces or sum(good) * 2 < len(good):
        return []
    return pieces


def _value_end(norm: str, start: int, end: int) -> int:
    """Where the value of a label ends; a bracket that opens inside it (各县（市、区）) does not end it."""
    for edge in _LABEL_STOP.finditer(norm, start, end):
        inside = norm.count("（", start, edge.start()) > norm.count("）", start, edge.start())
        if not (inside and norm[edge.start()] in "）、，"):
            return edge.start()
    return end


def read_labels(norm: str, start: int, end: int, directory: Directory | None, *, first: bool = False) -> Cast:
    """牵头单位：A；配合单位：B、C；责任人：… between ``start`` and ``end``."""
    cast = Cast()
    hits = list(LABEL.finditer(norm, start, end))
    leads = any(h["lead"] for h in hits)
    for i, hit in enumerate(hits):
        stop = hits[i + 1].start() if i + 1 < len(hits) else end
        stop = _value_end(norm, hit.end(), stop)
        if hit["leader"]:
            cast.add("leaders", split_list(norm, hit.end(), stop, directory), "cue.leader_label")
            continue
        if _SUFFIX.search(norm, hit.end(), stop):
            told = _by_suffix(split_list(norm, hit.end(), stop, directory), norm, directory)
            cast.lead, cast.support = cast.lead + told.lead, cast.support + told.support
            continue
        if hit["duty"] and not leads and _roles(norm, hit.end(), stop):  # 责任单位：A牵头，B配合
            _clause_roles(norm, hit.end(), stop, first, directory, cast)
            continue
        role = "support" if hit["support"] or (hit["duty"] and leads) else "lead"
        cue = (
            "cue.peihe_danwei"
            if hit["support"]
            else "cue.qiantou_danwei"
            if hit["lead"]
            else "cue.zeren_danwei"
        )
        named = [p for p in split_list(norm, hit.end(), stop, directory) if not _TIMED.fullmatch(norm, *p)]
        if first and hit["duty"] and not leads and len(named) > 1:
            _seat_first(named, first, cue, cast)
        else:
            cast.add(role, named, cue)
    return cast
