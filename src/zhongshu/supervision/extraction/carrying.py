"""The clauses of a predicate that ask for something: not how or why it is done, nor an attitude only."""

from __future__ import annotations

import re
from functools import lru_cache

from .casting import Segment
from .doers import BRISKLY
from .letters import foretold, one_of
from .names import is_unit
from .roles import TASK_LABEL
from .segmentation import NUMBERING, Piece, clauses
from .vocabulary_cues import DELIVERABLE, DEONTIC, EXHORTATION, REPORTING, STRONG

_TIME_WORD = re.compile(
    r"\d|[月年季]底|年内|[上下]半年|季度|周[一二三四五]|[节期学]之?前|汛前|五一|十一|国庆|元旦|春节|中秋|端午"
)
_OBTAINED = re.compile(
    r"取得|获批|获得|拿到|到位|投用|投产|通车|开通|清零|销号|见效|恢复|投运|送电|建成|启用|运行|运营|开园|开业|复工|复产|归零|化解|交付|入住|供[水暖气]|通[水电气]|抢通|保通|畅通|完工|封顶|达标|清表"
)
_BY_MEANS = re.compile(rf"(?:方式|形式|渠道|平台|途径|程序|规定)(?:{DELIVERABLE})")
# 在窗口部位添加标识, 在网站公布名单: where it is done, and what.
_WHERE = re.compile(
    rf"在[^，]{{1,16}}会上[作做]出?(?:说明|检讨|检查|汇报|述职|表态)|[在于][^，]{{1,20}}(?:部位|位置|区域|场所|地点|路段|路口|入口|出口|门口|网站?|平台|公众号|公示栏|公告栏|范围|一线|现场|媒体|大厅|站|店|桥头|堤上|车间|窗口|小区|村口|工地|群|内|处|里|(?<!会)上)(?:上|内|中)?(?:{DELIVERABLE})"
)
_BY_OFFICE = re.compile(
    rf"(?:根据|按照|依据|依照|结合|按)[^，]{{0,12}}(?:职责|职能|分工|实际|规定|需要|意见|要求|方案|计划|标准|程序|批示|部署|安排)(?:{DELIVERABLE})"
)
_HANDLED = re.compile(r"将|把|对|(?:在|于)[^，]{2,40}[前内]\S{2}")
_MUST = re.compile(rf".{{0,3}}?{DEONTIC}")
_DELIVERABLE = re.compile(DELIVERABLE)
STRONG_VERB = re.compile(STRONG)
_ROLE_ONLY = re.compile(
    r"(?:牵头负责|具体负责|共同负责|分工负责(?:、推进落实|、抓好落实)?|牵头|主办|承办|负责|配合|参与|抓好落实|具体抓|把关|(?:督促|监督)落实)"
)
_ADVERBIAL = re.compile(
    r"(?:根据|按照|依据|依照|围绕|为了|以便)[^，]*(?:要求|目标|精神|规定|部署|意见|原则|情况|安排|分工|职责|标准|内容|重点|计划|需要|实际)$"
    r"|以[^，]{2,40}为(?:依托|重点|核心|基础|抓手|主线|目标|引领|契机|导向|统领|载体)$"
    r"|(?:在|于|自|从|待|经)[^，]{2,40}(?:前|后|内|时|之日起|期间|的基础上|的同时|条件下|过程中|前提下|同意|批准)$|[^，]{2,30}(?:以后|之后|完成后|审核后|审定后)$"
)
# 不属于本单位办理的，; 会议材料汇总后，; 环评文件报批时，: on what condition, before what is to be done.
_CONDITION = re.compile(
    r"[^目新]的$|(?<![以目先之空])前$|(?<![今先善落滞以随然])后$|(?<![及按限届准适随同小临])时$"
)
# 信息科还没交，你今天催回来: how it stands, before what is asked.
_LACKS = re.compile(r"(?:还|都|一直|至今|仍|也|到现在都?)(?:没有?|未)[一-鿿]{1,6}$")
# 项目部承担的征拆任务，要…: whose thing it is, told before what is to be done with it.
_THEIRS = re.compile(foretold(r"(?:承担|负责|承办|制定|提出|起草|收到|报送)的[^，。；]{2,14}$"))
# 督察组反馈的黑臭水体问题，: what was found, before what is to be done about it.
_FOUND_OUT = re.compile(
    foretold(
        r"(?!针?对|[将把])[^，。；]{0,20}(?:反馈|反映|指出|发现|交办|转来|提出|通报)的[^，。；要应须由]{2,20}(?:问题|情况|意见|建议|事项|线索|隐患|案件|存疑|投诉|诉求)$"
    )
)
_TITLE = re.compile(r"《[^《》]*》")
# 为每个考点安排1名医生: for whom, and what; 为高质量发展提供保障 gives nothing to hold.
_PROVIDES = re.compile(
    r"为[^，。；]{2,16}?(?:安排|配备|配置|配齐|办理|发放|开通|建立|设立|购置|购买|选派|派[出驻]|开设|制定|安装|加装|建档|提供[^，。；]{0,10}\d)(?!保障)"
)
# 把施工时序排出来, 将类似点位摸清楚: done to a thing until nothing is left of it.
DONE_TO = re.compile(
    r"[把将](?!思想|精力|心)[^，。；]{2,40}?(?:出来|下来|上来|起来(?!抓)|过来|过去|回来|回去|清楚|明白|完毕|[带补报调交送关停退撤换改贴挂接管盯拆扛扣追要]上$|[调报交送退换改补停撤拆贴排]出|[一-鿿]一(?:下|遍|次|轮)|重新[一-鿿]{2,4}$|换成?新的?$|[退停撤拆改换关]掉|([一-鿿])一\1|[交报送发转放拿带][到给至回](?!位)|[一-鿿](?<![不全良更最])[完齐好清掉]$|[压提降增控派][到至](?=[\d一二三四五六七八九十百学岗村现]))"
)
_DIRECTED = re.compile(
    r"^现(?:将|就|予)|(?:作出|做出|作了?)[^，。；]{0,8}(?:批示|指示|讲话|部署)$"
)  # told, not asked
# The letters of which a clause must have one for these.
_OF_CONDITIONS, _OF_DIRECTIONS = one_of(_CONDITION), one_of(_DIRECTED)
_IS_BODY = re.compile(r"是(?!否)[^，。；]{2,30}(?:主体|责任人|部门|单位|机构)$")
_MANNER = re.compile(
    r"(?:根据|按照|依据|依照|围绕|结合|针对|以便|从而|为了|按(?![月季周旬日天])|通过|在)[^，]*$"
)


# 停车场由综合执法大队牵头: a thing told before who has it; 建议改由 and 一、由 tell of none.
_TOPIC = re.compile("(?!建议|[一二三四五六七八九十]是|明确|决定|同意|改由|拟由)[一-鿿]{3}|[^，]{5}")


_BY_NAME = ("actor.subject", "actor.assigned", "actor.found")


_TERSE = 8  # letters that say what is to be done by a time: 当天派


def charged_clauses(norm: str, segment: Segment, stated: bool) -> list[Piece]:
    """A负责工业节能: what one is in charge of counts without a verb; so does what has a date."""
    charged = segment.actor and norm.endswith("负责", 0, segment.predicate)
    helpers = [start for start, _, _ in segment.cast.support if start > segment.predicate]
    said = norm[segment.predicate : min([*helpers, segment.end])].strip("，。；：\n ")
    if segment.cast.lead and (_ROLE_ONLY.fullmatch(said) or not said):
        topic = (
            bool(_TOPIC.match(norm, segment.start, segment.cast.lead[0][0]))
            and segment.actor == "actor.assigned"
        )
        return [(segment.start, segment.end)] if topic else []
    told = (
        _by_word(norm, segment)
        or _with_others(segment)
        or by_system(segment)
        or segment.actor
        and _MUST.match(norm, max(segment.start, segment.predicate - 4), segment.end)
        or segment.in_series
        and ((segment.dues and len(said) <= _TERSE) or BRISKLY.search(norm, segment.predicate, segment.end))
    )
    dated = any(d.firm for d in segment.dues)
    if not (charged or stated or told or dated or (segment.in_series and segment.actor in _BY_NAME)):
        return []
    pieces = clauses(norm, segment.predicate, segment.end)
    least = _least(norm, segment, told=bool(charged or told))
    if not (charged or stated or told or dated):
        pieces = tuple(p for p in pieces if not _CONDITION.search(norm[slice(*p)].strip(" ，。；：\n")))
    return [p for p in pieces if not _empty(norm[slice(*p)].strip(" ，。；：\n"), least)][:1]


def _least(norm: str, segment: Segment, *, told: bool) -> int:
    """How many letters say what is to be done."""
    if by_system(segment) or (segment.in_series and _by_word(norm, segment)):
        return 1
    if told:
        return 2
    return 3 if segment.in_series and segment.actor == "actor.found" else 4


# 由区委常委…担任, 由安全部备查, 由财务部带来的小合唱, 由高校毕业生扩展至…: nothing an organ is told to do.
_NOT_TO_DO = re.compile(
    r"给予[^，。；]{0,12}(?:批评|处分|警告|教育)|[^，。；]{0,24}(?:担任|兼任|备查|存查|组成|产生)(?=[，。；]|$)|[^，。；]{1,12}的|[^，。；]{0,8}(?:扩[展大]|提[高升]|增加|减少|下降|调整|变更?|改|转)[至到为成]"
    r"|(?:牵头|具体|统一|全面)*负责(?=[，。；]|$)"
)


def _with_others(segment: Segment) -> bool:
    """市水利局会同市财政局暂缓拨款: who brings others in is told to do what follows, whatever the verb."""
    return segment.actor in _BY_NAME and any(cue == "cue.huitong" for _, _, cue in segment.cast.support)


# …，数据局、交警大队配合，: who joins in, no part of what is to be done.
_JOIN_IN = re.compile(
    r"(?:等[一-鿿]{0,6})?(?:也|都|要|积极|全力|同步|派[人员]|做好|密切)*(?:配合|协助|参与|参加|协办|会办|会签|协同|搭[把个]?手|帮[个把]?[忙手]|支持|跟[上进])[，。；\s]*"
)


def without_helpers(norm: str, segment: Segment, pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """``pieces`` without those that only tell who joins in."""
    told = {start: max(e for s, e, _ in segment.cast.support if s < stop) for start, stop in pieces
            if any(start <= s <= start + 1 for s, _, _ in segment.cast.support)}  # fmt: skip
    return tuple([p for p in pieces if p[0] not in told or not _JOIN_IN.fullmatch(norm, told[p[0]], p[1])])


def by_system(segment: Segment) -> bool:
    """水务盯泵站: who is called by a system's short name is told to do what follows, whatever the verb."""
    return bool(segment.cast.lead) and segment.cast.lead[-1][2] == "cue.system"


def _by_word(norm: str, segment: Segment) -> bool:
    """由县发改局核验, 补贴由人社局核拨: the word that hands it to an organ asks, whatever the verb."""
    lead, persons = segment.cast.lead, segment.cast.leaders
    if persons and not lead and segment.in_series:
        return norm[persons[0][0] - 1] == "由" and not _NOT_TO_DO.match(norm, persons[-1][1], segment.end)
    if not lead or lead[-1][2] != "cue.you" or _NOT_TO_DO.match(norm, lead[-1][1], segment.end):
        return False
    return segment.in_series or all(is_unit(norm[a:b]) for a, b, _ in lead)


def _empty(text: str, least: int) -> bool:
    """A clause that says how or why, asks for an attitude only or has fewer than ``least`` letters."""
    return len(text) < least or bool(
        _DIRECTED.search(text)
        or _LACKS.search(text)
        or EXHORTATION.match(text)
        or _ADVERBIAL.match(text)
        or (_MANNER.match(text) and not _HANDLED.search(text))
    )


@lru_cache(maxsize=512)
def carrying_clauses(norm: str, start: int, end: int) -> tuple[Piece, ...]:
    """The clauses of a predicate that ask for something, not merely for an attitude."""
    found = []
    for begin, stop in clauses(norm, start, end):
        text = _TITLE.sub("《》", norm[begin:stop].strip(" ，。；：\n"))
        if not (_DELIVERABLE.search(text) or REPORTING.search(text) or DONE_TO.search(text)):
            continue  # asked first: most clauses that only tell have none
        if TASK_LABEL.fullmatch(norm, begin, stop):
            continue
        if norm[stop - 1 : stop] == "，" and (
            (_OF_CONDITIONS.search(text) and _CONDITION.search(text))
            or _THEIRS.match(text)
            or _LACKS.search(text)
            or _FOUND_OUT.match(text)
        ):
            continue
        if (
            len(text) < 2
            or (_OF_DIRECTIONS.search(text) and _DIRECTED.search(text))
            or _IS_BODY.match(text)
            or _ROLE_ONLY.fullmatch(text)
            or _ADVERBIAL.match(text)
        ):
            continue
        if EXHORTATION.match(text) and not REPORTING.search(text) and not _ensured(text):
            continue
        if not _MANNER.match(text) or _shows(text):
            found.append((begin, stop))
    return tuple(found)


def _shows(text: str) -> bool:
    """Whether a clause that tells how (通过…, 根据…) says what is done as well."""
    return bool(
        STRONG_VERB.search(text)
        or REPORTING.search(text)
        or _BY_MEANS.search(text)
        or _WHERE.match(text)
        or _BY_OFFICE.match(text)
    )


def asks(norm: str, start: int, end: int) -> bool:
    """Whether a line asks for something behind its number (1.补设护栏)."""
    number = NUMBERING.match(norm, start, end)
    return bool(carrying_clauses(norm, number.end() if number else start, end))


def _ensured(text: str) -> bool:
    """确保6月底前完成整改 asks for a thing; 确保各项工作落实 does not."""
    if _PROVIDES.match(text):
        return True
    reached = STRONG_VERB.search(text) or _OBTAINED.search(text)
    return text.startswith(("确保", "力争")) and bool(_TIME_WORD.search(text) and reached)
