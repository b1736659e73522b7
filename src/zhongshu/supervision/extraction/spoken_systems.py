"""Systems called by their short names in a note (发改牵头，财政、住建跟上): where such a word is somebody and not a topic."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .casting import Segment, cast_roles
from .directory import Directory
from .names import is_unit
from .note_deeds import DONE_THEN
from .roles import Cast
from .segmentation import Piece
from .series import is_let_be
from .vocabulary_cues import any_of
from .vocabulary_systems import ALSO_TOPICS, BY_NAME, CALLED_SO_IN_PAPERS, PLACES

_TIME = (
    r"有[一-鿿]{1,6}(?:第一时间|马上|立即|立刻|随时|先)|接到[一-鿿]{0,4}就|[今明后当][天日晚早晨夜]|[本这下上]?周[一二三四五六日末]|[本这下]周|[本这下]个?月|大后天|月底|年[底内前]|每[天日晚早夜周旬月季年半两隔]|不?定期|隔天|天天|夜里|晚上|早晚|早上|白天|凌晨|[节会汛雨雪]前|会后"
    rf"|(?:(?:[一二三四本这下]个?季度末?|[上下]半年|最近|近期|这[几两]天|周末|明年初?|半天|[上下中]午|傍晚|当[天晚]|[一二两三四五六七八九十半\d]{{1,2}}个?(?:天|周|月|星期|礼拜)|[本这下]?个?(?:周|月|礼拜|星期)[一-鿿]?)(?:之?前)?){DONE_THEN}"
    r"|[一二三四五六七八九十]{1,3}(?:月(?!饼|票|报)|[号点](?=[一-鿿]?前))"
    r"|(?:主?汛期?|入[汛冬夏]|开春|清明|五一|端午|中秋|国庆|十一|元旦|春节|元宵|小年|过?年|开学|放假|[开上]会|腊月[初廿一二三四五六七八九十]{0,3}|正月[初一二三四五六七八九十]{0,3}|[两中高]?[会考])节?之?前|(?:赶在|争取|力争|到|务必)[一-鿿\d]{1,4}[底前末]"
    r"|[一二两三四五六七八九十半\d]{1,2}个?(?:分钟|小时|天|周|日|月)一(?:调度|通报|汇总|会商|更新|[抽排检督巡]查|[报巡查轮碰清])|(?:月月|旬旬|周周|季季)(?=[报查清巡晒调通开碰])"
    r"|[一二两三四五六七八九十半]{1,2}个?(?:天|周|日|月|小时|星期)[之以]?内|\d{1,4}(?:[.:：/]\d|[年月日号点时天个小周]|小时)|按[周月日天旬季]|逐[旬周月日]|\d{1,2}[.]\d{1,2}"
)
_ORDER = (
    r"先(?!进|行|后|期|导|锋|例|天)|再(?!生|次|说)|也|都|就(?!业)|要(?![求素点闻件目的])|必须|务必|得(?=[把派给出])|别(?!的|墅|人)|不得|赶紧|赶快|抓紧|尽快|马上|立即|立[刻马]|连夜|及时|随时|同步|提前|全程|一[起道块同并]|分[头线片段工][^，。；别析]?|各自|轮流|挨[个户家]|逐(?!步|渐|年)|全员|全体|轮着"
    r"|统一|具体|联[合手查](?!会)|主动|全力|全部|全参加|重新|现场|当场|自己|继续(?!教育)|最[迟晚]"
)
_ROLE = (
    r"总?牵[头总]|挑[头担]|[主总]抓|主责|主办(?!方)|主[推导写]|抓总|总?负责|兜底|托底|打头|唱主角|挂帅|配合|协助|协同|协办|会办|会签|会审|会同|跟[上进着]|参[加与]|列席|搭[把个]?手|帮[着忙把一]|打下手|敲边鼓|陪[同着]|提供|供数|起草|执笔|汇总|收口|归口|统稿|校核|把[^关握控柄]|将(?!来|军)"
    r"|给(?![予排水付])|派(?!出所|单)|出(?=[人车钱力个一面地图数题文稿主方设口通清名意证具资台]|[两三四五六\d])|包[片段案干保抓联户]|盯|上门|入户|到场|坐镇|值守|值班(?!表|室|安排)|带队|做东|托着|顶上|补上|接手|接[过管]"
)
# A plain verb behind a name that is no topic.
_PLAINLY = r"(?:核(?!心|酸)|查(?!询)|补(?![贴助偿])|报(?![销表告批社]|名(?!单))|拿|写|列(?!表)|拟|做|办(?=[好完齐结妥])|管(?![网道理线委])|跟|守|催|清(?!单)|调(?!研报|查表)|备(?!案|用)|找|约|开(?![发支销])|签(?!约)|改(?!革|制)|拆(?!迁)|修(?!订稿)|拨(?!款)|筹(?!备组)|垫|推|带|帮|保(?![险障费证])|送|收(?![入支费])|发(?!展|票)|画|测|扫|洗|换|装|谈|对|去(?!年)|来(?!源|自)|定|看|问|点|押|追|摸|分析|研究|排查|梳理|落实|完成|组织|协调|处[理置](?!预案|办法)|跑|堵|封|引|卡|兑|算|审(?=[，。；！合预一]|核[，。；！一])|牵|搬|腾|停|关|付(?!费)|询|比(?!例)|抓|走|巡|督促|跟踪|监督|指导(?!意见|员)|通知(?!书)|对接|晒(?![图干])|商量|合计(?!\d)|联系(?![方电人点])|设(?![备施计想法])|安排(?=[一两个三\d])|慰问|运(?!行|输)|化解|统筹|负责|动|碰|摆|盘|配(?!套)|整改|办|抽(?!象)|建(?![设议]|筑|材)|敲|同去|上(?!级|报|年|半|周|月|个|会)|进[场驻](?!费)|监盘|劝|扛|挂(?!号|职)|理(?!由|论|事)|拉|撤(?!销)|救(?!助)|出(?!台|口|租|差|纳|让|现|国|院|生)|筛|录|传(?!统)|印(?!章)|贴|讲|教|练|练|护(?!理)|用|选|评|备|批)"
_PLAIN = re.compile(_PLAINLY)
_DOES = re.compile(f"{_ORDER}|{_ROLE}|{_TIME}")
_DOES_TERSELY = re.compile(
    f"分头|全员|轮着|提前|马上|立[马刻即](?=去|[派把来出赶])|一[起道块]|联[合手查]|同步|抓紧|赶紧|连夜|先(?!进|行|后)|再(?!生|次)|也|都|别|要(?=[盯把给派出先])|挨[个户家]|逐[户家个]|{_ROLE}|{_TIME}"
)
# 宣传要跟上: no word to the publicity department.
_IS_WISHED = re.compile(f"要(?!把|给|派|出|先|在|盯|对|{_TIME})")
# A system, unless a longer name begins there or somebody of theirs (民政办, 社区民警, 技术负责人); or a unit by its full name.
SYSTEM = re.compile(
    rf"(?P<place>{PLACES})?(?:(?P<name>{any_of(BY_NAME)})|(?P<topic>{any_of(ALSO_TOPICS)}))"
    r"(?!(?:军人|农村|监管|监督管理|管理|运输|环境|和?旅游|体育|审批|执法|和?信息化|保障|建设)(?:事务)?局|办(?![好完齐结妥理])|处(?![理置])|委(?!托)|[局科室所站队厅部院员长组班司]|中心|民警|负责人|人员|干部|同志|主任|书记|医生|医院|学校|企业|公司|集团|老师|大楼)"
    r"|(?P<unit>(?:(?![由请让把将会交找问报给跟和])[一-鿿]){1,8}?(?:局|委(?!托)|办(?![理法公])|处(?![理置])|[科室队所](?!长)|院|中心|公司|集团|街道|镇|乡|支行|学校|(?:公路|养护|工务|机务|供电)段|部(?!分|门)))"
)
_AND = re.compile("[、+＋和跟与及]|以及")
_SIDE = re.compile("那边|这边|口上?|条线|[两三四五六几]家|等|的(?=每)")
# Where somebody may be named: at the head of a clause, or behind a word that hands over, asks or joins.
_HEADS = re.compile(
    r"(?:^|[，。；：、！？\n\s（①-⑳]|[一二三四五六七八九十]是|第[一二三四五六]|\d[.、）])(?=[一-鿿])"
)
_BEHIND = re.compile(
    "由|[请让叫催](?!示)|交(?:给|由)?|找|会同|跟|问(?:一?下)?|报给?|转给?|联合|[带拉叫]上|抄送"
)
_CLOSED = re.compile("[，。；！、]|$|[一-鿿]{1,4}(?:[，。；]|$)")
_OWNS = re.compile(r"(?:^|[\n。；]\s*(?:\d[.、])?)(?=[一-鿿]{2})")
# 扫雪一是机关包段，二是…: what it is about, before the first of those told.
_FIRST_IS = re.compile("[一-鿿]{2,8}一是(?!否)")
# 污水管网交水务, 路灯的事归城管管: whose it is now.
_HANDED = re.compile(
    "(?:(?<=问题)|(?<=[事情诉求件案索盾患活目程难]))，?(?:交(?:给|由)?|转给?)|归|派给|(?<!理)由|交(?=[一-鿿]{2,4}(?:[管办盯跟出弄修做抓扛]|负责|牵头|处理))"
)
_KEEPS_IT = re.compile("[管办盯跟出弄修做抓扛]?(?:[，。；！]|$)|负责|牵头|处理|去办|落实|来[管办弄]")
_TERSE_HEADS = re.compile(r"(?:^|[，。；：！？\s①-⑳]|[一二三四五六七八九十]是|\d[.、])(?=[一-鿿])")
_TERSE_BEHIND = re.compile(
    r"(?<!理)(?:由|请|找|让|会同)|归(?!档)|(?:没|未|欠|差|拖)[^，。；]{1,6}的[还就只]?[有是剩]"
)
_LONGEST_TERSE = 300
_LONGEST_CLAUSE = 16
_TELLING = frozenset(BY_NAME) - CALLED_SO_IN_PAPERS


class Listed(NamedTuple):
    """A list of those who act, some of them by their systems; ``last``: the match of its last name."""

    pieces: list[Piece]
    names: list[str]
    last: re.Match[str]
    end: int


def listed(norm: str, at: int, end: int) -> Listed | None:
    """The list at ``at`` if one of its names is that of a system."""
    pieces, names, hit = [], [], None
    while item := SYSTEM.match(norm, at, end):
        hit = item
        pieces.append(item.span())
        names += [] if item["unit"] else [item[0]]
        joined = _AND.match(norm, item.end(), end)
        at = joined.end() if joined else end
    if not hit or not names:
        return None
    side = _SIDE.match(norm, hit.end(), end)
    return Listed(pieces, names, hit, side.end() if side else hit.end())


def is_terse(text: str) -> bool:
    """Whether ``text`` is a note by its calling systems by their bare names (发改牵头，周三前报)."""
    if len(text) > _LONGEST_TERSE:
        return False
    heads = (listed(text, hit.end(), len(text)) for hit in _TERSE_HEADS.finditer(text))
    behind = (listed(text, hit.end(), len(text)) for hit in _TERSE_BEHIND.finditer(text))
    return any(_acts_tersely(text, told) for told in heads) or any(
        _acts_tersely(text, told, "，。；") for told in behind
    )


_AS_ONE_TALKS = re.compile("一[起道块](?:弄|搞|办|上|去|跟|盯|抓|管)")  # 教育、团委一起弄


def _acts_tersely(text: str, told: Listed | None, closing: str = "") -> bool:
    """Whether those in the list do what no paper would say of them by the bare name."""
    if not told or not any(name in _TELLING for name in told.names):
        return bool(told and len(told.pieces) > 1 and _AS_ONE_TALKS.match(text, told.end))
    if closing and text[told.end : told.end + 1] in closing:
        return True
    return bool(_DOES_TERSELY.match(text, told.end) or _PLAIN.match(text, told.end))


def _told_at(norm: str, at: int, end: int) -> Listed | None:
    """Those who act at ``at``, if what follows tells that they do."""
    told = listed(norm, at, end)
    if not told:
        return None
    plainly = _PLAIN.match(norm, told.end, end)
    if told.last["topic"] and not any(name in _TELLING for name in told.names):
        if plainly and (_goes_on(norm, at) or _is_brisk(norm, told.end, end)):
            return told
        wished = _IS_WISHED.match(norm, told.end, end)
        return told if _DOES.match(norm, told.end, end) and not wished else None
    return told if plainly or _DOES.match(norm, told.end, end) else None


# 审计那边抽两家看看, 宣传安排一个记者, 农业给个布点图: somebody, by the word behind the name or by what is asked.
_BRISK = re.compile(
    r"(?<=[那这]边)|(?:安排|给|写|出|列|拿|抽|派|留|拟|备|发|约|配|补|找|腾)(?:个|[一两三四五\d]{1,2}[个名份辆台家篇张版]|[份篇张版](?![量额]))"
)


def _is_brisk(norm: str, at: int, end: int) -> bool:
    return bool(_BRISK.match(norm, at, end))


_NEXT = re.compile(r"[^，。；：！？\s]{3,16}[，；]")
_EDGE = re.compile(r"[^，。；：！？\s]+[，；]$")


def _goes_on(norm: str, at: int) -> bool:
    """财务审，采购询价: whether the clause before or behind the one at ``at`` tells another system to act."""
    before = _EDGE.search(norm, max(0, at - _LONGEST_CLAUSE), at)
    if before and _told_at(norm, before.start(), at):
        return True
    after = _NEXT.match(norm, at)
    return bool(after and _acts_tersely(norm, listed(norm, after.end(), len(norm))))


def act_by_system(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of those told to act by the short names of their systems (财政一周内把…, 市监+教育联查…, 管网交水务)."""
    if first := _FIRST_IS.match(norm, at, end):
        at = first.end()
    told = _told_at(norm, at, end)
    if told and not is_let_be(norm, told.end, end):
        segment = cast_roles(norm, start, end, told.pieces, "actor.assigned", "cue.system", directory)
        _deals(norm, segment)
        return segment
    for hit in () if told else _HANDED.finditer(norm, at, end):
        given = listed(norm, hit.end(), end)
        if given and _KEEPS_IT.match(norm, given.end, end):
            cast = Cast()
            cast.add("lead", given.pieces, "cue.system")
            return Segment(start, end, at, cast, "actor.assigned")
    return None


def act_by_name(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of the offices that open a clause and are told what to do by a plain verb (设备科查线路)."""
    pieces: list[Piece] = []
    while item := SYSTEM.match(norm, at, end):
        pieces.append(item.span())
        joined = _AND.match(norm, item.end(), end)
        if not joined:
            break
        at = joined.end()
    told = pieces and pieces[-1][1]
    if not told or not _PLAIN.match(norm, told, end) or is_let_be(norm, told, end):
        return None
    if not all(is_unit(norm[a:b], directory) for a, b in pieces):
        return None
    return cast_roles(norm, start, end, pieces, "actor.found", "cue.subject", directory)


# 把账跟消防、卫健对一遍, 跟公安商量好: with whom.
_WITH = re.compile("[跟与同](?=[一-鿿]{2})")
_DEALS = re.compile(
    "(?:一?[起道块同])?(?:对(?![口面外象])|碰|核[对一]|合计|商[量定议]|会商|沟通|衔接|通个?气|谈(?!话)|敲定|算)"
)


def _deals(norm: str, segment: Segment) -> None:
    """Those with whom the ones told to act settle it join in."""
    cast = segment.cast
    first = min((begin for begin, _, _ in cast.lead), default=segment.end)
    for hit in _WITH.finditer(norm, first, segment.end):
        other = listed(norm, hit.end(), segment.end)
        if other and _DEALS.match(norm, other.end, segment.end):
            cast.lead = [read for read in cast.lead if read[:2] not in other.pieces]
            cast.add("support", other.pieces, "cue.yu")


def systems_in(text: str) -> frozenset[str]:
    """The short names that ``text`` speaks of as of somebody."""
    end = len(text)
    heads = [_told_at(text, hit.end(), end) for hit in _HEADS.finditer(text)]
    owners = [listed(text, hit.end(), end) for hit in _OWNS.finditer(text)]
    behind = [listed(text, hit.end(), end) for hit in _BEHIND.finditer(text)]
    told = [*heads, *(one for one in owners if one and text.startswith("：", one.end))]
    told += [one for one in behind if one and _may_be_meant(text, one.end)]
    return frozenset(name for one in told if one for name in one.names)


def _may_be_meant(text: str, at: int) -> bool:
    return any(sign.match(text, at) for sign in (_CLOSED, _DOES, _PLAIN))


def parted(norm: str, pieces: Sequence[Piece]) -> list[Piece]:
    """The clauses of a note, with those cut at 、 of which each part tells another what to do (住建报台账、民政报床位)."""
    told: list[Piece] = []
    for begin, stop in pieces:
        marks = [i + 1 for i in range(begin, stop) if norm[i] == "、"]
        parts = [*zip([begin, *marks], [*marks, stop], strict=True)]
        each = bool(marks) and all(_told_plainly(norm, a, b) for a, b in parts)
        told += parts if each else [(begin, stop)]
    return told


_LEAST_THING = 2


def _told_plainly(norm: str, at: int, end: int) -> bool:
    who = SYSTEM.match(norm, at, end)
    does = _PLAIN.match(norm, who.end(), end) if who else None
    return does is not None and end - does.end() > _LEAST_THING


# What those do who only lend a hand: 派人跟, 补附件, 给钱别卡, 夜里给开口子.
_HELPS = re.compile(
    r"(?:[也都再]|全程?|同步|夜里|白天|现场|到时候?|随时|先|一并|按需)*"
    r"(?:派[^，。；]{0,3}[人员车队][^，。；\d]{0,4}|[抽出][^，。；]{0,3}(?:[人员车钱力地图数]|设备|机具|场地|资料|数据|经费)|给(?:[钱数人车地料]|开?口子|支持|便利|政策)|补(?:附件|材料|数据|图)"
    r"|跟[上进着拍录]?|帮[着忙把][^，。；]{0,6}|陪[同着]?[^，。；]{0,5}|提供[^，。；\d]{1,10}|协[办同助][^，。；]{0,6}|会[办签审]|列席|到场|参[加与][^，。；\d]{0,6}|搭[把个]?手|打下手|敲边鼓|支援|待命|兜底|托底|垫[资付底钱]|配合[^，。；\d]{0,8}|[供报]数|分[线头片]|一[起道块](?:上|去|弄|跟|来)?|(?:要|得|须|必须)*(?:上|顶上|动起来|出力|到位|在场|跟上)|把关|保障[^，。；\d]{0,6}|做保障|搞好服务)"
    r"(?:别[一-鿿]{1,2})?[，。；！\s]*$"
)


# 涉水的找水务: whom one turns to for a part of it.
_ASKED = re.compile("[^，。；把将]{1,8}?[找问]")


def lends_a_hand(norm: str, begin: int, stop: int, segment: Segment) -> bool:
    """…，疾控派人跟: a clause by which systems only join in what the ``segment`` before it asks of others."""
    told = _told_at(norm, begin, stop) if segment.cast and norm.endswith("，", 0, begin) else None
    if not told and segment.cast and (asked := _ASKED.match(norm, begin, stop)):
        told = listed(norm, asked.end(), stop)
        told = told if told and told.end >= stop - 1 else None
    elif told and not _HELPS.match(norm, told.end, stop):
        told = None
    if not told:
        return False
    segment.cast.add("support", told.pieces, "cue.peihe")
    segment.end = stop
    return True
