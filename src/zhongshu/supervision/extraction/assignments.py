"""Who is assigned by a word before the name: 由A…, 请A…, 责成A…; 同意A提交的…."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .actors import ATTRIBUTE, can_act, each_subject, post_subject, units_or_their_post, with_officer
from .casting import Segment, cast_roles
from .directory import Directory
from .doers import behind_a_word, hand_told
from .handing_over import handed_to
from .leaders import is_person
from .letters import foretold, one_of, standing
from .names import is_post, is_unit
from .roles import Cast
from .segmentation import Piece
from .spoken import by_title, division_spoken_of, is_called, only_called, spoken_to
from .unit_lists import read_subject
from .vocabulary_cues import ADVERBS, DELIVERABLE, DEONTIC
from .vocabulary_people import HANDS, SURNAMES
from .written_lists import split_list

_ASSIGNED = re.compile(
    r"(?:(?:(?<![自理缘经任来可])|(?<=[管治办清处审代受整修护]理))(?:拟|均|应|将|须|统一|主要|原则上)?由|(?<![申邀提报聘恳敦])请(?!示|求|于|在|假|商(?!务))|建议(?!提案|议案|案|意见|的)(?=[^，。；]{2,30}(?:公司|局|委|厅|部|办|中心|集团|政府))|责[成令]|(?<![依由被])(?:让|叫|麻烦|喊)(?=[^，。；]{2,12}?(?:[把将去来]|别(?!的|人|处|墅)|[出拿写给做列][个份]|尽快|抓紧|马上|安排|出面|组织|准备|落实|牵头|负责|[今明]天|[本下]?周[一二三四五]|\d))|限(?=[市县区各城镇][^，。；期]{1,8}?(?:[于在]|[一二两三\d]))|交由|(?<![提上移递报转])交(?=[市省区县各])|轮到|(?<!移)交给(?=[^，。；]{2,8}(?:管|办|做|盯|处理|跟|负责|写|去|来|审|弄))|(?:电话|微信|短信|口头|已)(?:通知|转告|告知)(?=[^，。；：]{2,12}：)|(?<![一-鿿])(?:要(?!求)|通知)(?=[^，。；]{2,10}(?:局|办|处|科|部|室|中心|公司|所|队|站|组|院|校|街道|镇|乡)(?:[今明][天日晚早]|[把将在于每]|尽快|马上|立即|\d))|授权|委托|安排(?=市|区|县|各)|要求(?=各|全|市|区|县|相关|有关|[^，。；要]{1,10}(?:部门|局|委|办|科|厅|层|处|室|公司|集团|中心|所|站|院|校|小组|专班)(?:牵头|负责|抓紧|尽快|限期|立即|[在于每\d]))|督促(?=各|市|区|县|相关|有关)|(?<![提上移递报流运周中])转(?![交制型业岗变])(?=[^，。；]{2,30}，$)|(?<![提上移递报])(?:转交|交(?![警通委管投运建控发易行])|转)(?=[^，。；]{2,16}(?:办理|负责|研究|阅处|阅研|处理|核实|研处|核处|妥处|酌处|阅办|会办|承办|(?:统一|汇总|集中|一并)(?:上报|报送|汇总|审核|印发|保管|归档))))"
)
_IS_ASSIGNED = standing(_ASSIGNED)
# @财政局 @审计局 本周五前…: as told in a chat.
_CALLED = re.compile(r"(?:[@＠] ?[一-鿿A-Z]{2,16}[ 　、]*)+")
# 由财政部门拨付经费的单位: those whom it concerns, not what is to be done.
_OF_THEIRS = re.compile(r"[^，。；要应须将]{2,10}的[一-鿿]{0,8}(?:单位|企业|机构|人员|资金|项目)")
# 由市政府办公室转办的建议: the words only tell which.
_DONE_BY_THEM = re.compile(
    foretold(rf"(?![将把])(?:负责)?(?:{DELIVERABLE}|{ADVERBS}){{1,3}}的(?!基础|前提|同时)")
)
_ANYONE = re.compile(
    rf"(?P<who>(?:召集|主持|经办|承办|联系)人|(?:(?!{DELIVERABLE}|{DEONTIC}|[市县区镇乡处科局]长|主任(?!会议)|书记)[一-鿿]){{2,8}}?)(?:[在于][^，。；]{{1,12}}[内前])?(?:统一|具体|分别|共同|直接|及时|负责)*(?:{DELIVERABLE}|核准|裁定)"
)
# 由会计老秦负责发: the person, not what he is.
_NAMED_BEHIND = re.compile(rf"[老小][{SURNAMES}](?![一-鿿]?[区村镇项企微])")
_PASSED_ON = re.compile(
    r"\s*(?:[^，。；：]{2,6}：)?(?:此件|拟|请)?(?:转|批转|转请|交)(?P<list>[^，。；：]{2,40}?)(?:(?:会同|商|并)(?P<with>[^，。；：]{2,40}?))?(?P<does>(?:研究|妥善|依法|抓紧|尽快)?(?:办理|阅[处办研]|会[办商]|研[处究]|处理|核处|妥处|落实))?(?:，(?P<by>[^，。；：]{2,40}?)(?:配合|协助|参与|参加|协[办同]|会办))?。\s*"
)
PASSED_ON = "cue.passed"
"""Of those to whom a paper goes on (转A办理，B配合。): they all are meant by what is asked next."""
_PERSONS = re.compile(
    rf"(?:[{SURNAMES}][一-鿿]{{1,2}}[、和及与])*[{SURNAMES}][一-鿿]{{1,2}}?(?=根据|按照|结合|围绕|针对|于|在|修改|完善|起草|整理|汇总|撰写|落实|办理|跟进|对接|联系|[管盯跟写弄做](?![道理局员家]))"
)
_NOBODY_IN_PARTICULAR = ("自动", "平台", "基金", "地方", "社会", "市场", "个人", "本人", "家庭", "群众")
_PROPOSER = re.compile(
    r"(?:同意|听取了?|审议(?:通过)?|研究)(?:了)?(?=[^，。；]{2,40}(?:关于|提交的|提出的|起草的|拟订的|拟定的|报送的|报来的|拟草|草拟的|编制的|呈报的|上报的))"
)
# The letters of which a clause must have one each for these.
CALLED_BY, ASSIGNED_BY, PROPOSED_BY = map(one_of, (_CALLED, _ASSIGNED, _PROPOSER))


def _words_of_assignment(norm: str, at: int, end: int) -> Iterable[re.Match[str]]:
    there = _IS_ASSIGNED.match(norm, at, end)  # it ends behind the letter with which the first opens
    return _ASSIGNED.finditer(norm, max(at, there.end() - 1), end) if there else ()


def assigned(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment whose subject a word of assignment names."""
    if norm.startswith(("现将", "现就"), at):
        return None
    for hit in _words_of_assignment(norm, at, end):
        begin = hit.end()
        if norm.count("（", start, begin) > norm.count("）", start, begin):
            continue
        while norm.startswith(("所涉及的", "涉及的", "分管的", "主管的"), begin):
            begin = norm.index("的", begin) + 1
        pieces = (
            units_or_their_post(norm, begin, end, directory)
            or post_subject(norm, begin, end)
            or _free_subject(norm, begin, end, hit[0], directory)
            or each_subject(norm, begin, end)
        )
        pieces = _unless_by_name(norm, pieces or division_spoken_of(norm, begin, end), end, directory)
        if not pieces and hit[0].endswith("转"):
            pieces = _up_to_comma(norm, begin, end, directory)
        if not pieces and hit[0].endswith("由"):
            pieces = _up_to_verb(norm, begin, end, directory) or _by_anyone(norm, begin, end)
        if not pieces and (people := _by_persons(norm, begin, end) or by_title(norm, begin, end)):
            return _in_person(cast_roles(norm, start, end, people, "actor.assigned", "cue.post", directory))
        pieces = pieces or behind_a_word(norm, begin, end)
        if (
            pieces
            and not ATTRIBUTE.match(norm, pieces[-1][1], end)
            and not _DONE_BY_THEM.match(norm, pieces[-1][1], end)
            and not _OF_THEIRS.match(norm, pieces[-1][1])
        ):
            return cast_roles(norm, start, end, pieces, "actor.assigned", _assigning_cue(hit[0]), directory)
    return None


def _unless_by_name(norm: str, pieces: list[Piece], end: int, directory: Directory | None) -> list[Piece]:
    pieces = handed_to(norm, pieces, end, directory)
    by_name = pieces and norm.endswith(HANDS, *pieces[-1]) and _NAMED_BEHIND.match(norm, pieces[-1][1], end)
    return [] if by_name else pieces


def called(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of those whom a note calls by @."""
    hit = _CALLED.match(norm, at, end) if norm[at : at + 1] in ("@", "＠") else None
    if not hit:
        return None
    names = [m.span() for m in re.finditer(r"[一-鿿A-Z]+", hit[0])]
    pieces = [part for a, b in names for part in _unit_and_caller(norm, at + a, at + b, directory)]
    people = [
        p
        for p in pieces
        if is_person(name := norm[slice(*p)]) or is_post(name) or (is_called(name) and not is_unit(name))
    ]
    segment = cast_roles(norm, start, end, pieces, "actor.assigned", "cue.called", directory)
    segment.cast.lead = [read for read in segment.cast.lead if read[:2] not in people]
    segment.cast.add("leaders", people, "cue.called")
    segment.predicate = max(segment.predicate, hit.end())
    return segment


_CALLER = re.compile(rf"[老小][{SURNAMES}]$|[{SURNAMES}](?:科长?|工|总|主任|老师)$")


def _unit_and_caller(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    """教育局小顾: the unit and the one of it who is called; else the name as it stands."""
    who = _CALLER.search(norm, start, end)
    if not who or not is_unit(norm[start : who.start()], directory):
        return [(start, end)]
    return [(start, who.start()), who.span()]


def _free_subject(norm: str, start: int, end: int, words: str, directory: Directory | None) -> list[Piece]:
    """The units after 请, 责成 or 由 whatever verb follows them."""
    if not words.endswith(
        (
            "请",
            "责成",
            "由",
            "建议",
            "要求",
            "督促",
            "让",
            "叫",
            "麻烦",
            "喊",
            "轮到",
            "交给",
            "要",
            "通知",
            "限",
        )
    ):
        return []
    return with_officer(norm, [p for p in read_subject(norm, start, directory, free=True) if p[1] <= end])


def _assigning_cue(words: str) -> str:
    return {"由": "cue.you", "请": "cue.qing", "成": "cue.zecheng"}.get(words[-1], "cue.assigned")


def _up_to_verb(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    """由A、B…负责: everything up to the verb of duty, if it reads as a list of units."""
    verb = re.compile(r"(?:共同|分别|具体|统一)?(?:负责|负总责|牵头|承担|办理|承办|组织|审核|汇总)").search(
        norm, start, min(end, start + 160)
    )
    if not verb or verb.start() == start:
        return []
    pieces = split_list(norm, start, verb.start(), directory)
    return pieces if pieces and all(is_unit(norm[s:e], directory) for s, e in pieces) else []


def _up_to_comma(norm: str, start: int, end: int, directory: Directory | None) -> list[Piece]:
    """此件转A、B，请…: those to whom a paper goes on."""
    stop = norm.find("，", start, end)
    pieces = split_list(norm, start, stop, directory) if stop > 0 else []
    return pieces if all(is_unit(norm[a:b], directory) for a, b in pieces) else []


def passed_on(norm: str, start: int, end: int, directory: Directory | None) -> Cast:
    """批示内容：转A。: those to whom a paper goes on, where the sentence says no more; 转A会同B办理。 before what is asked."""
    hit = _PASSED_ON.fullmatch(norm, start, end)
    cast = Cast()
    if not hit or (hit["does"] and not norm[end:].strip()):
        return cast
    for role, group in (("lead", "list"), ("support", "with"), ("support", "by")):
        pieces = split_list(norm, *hit.span(group), directory) if hit[group] else []
        if not all(is_unit(norm[a:b], directory) for a, b in pieces):
            return Cast()
        cast.add(role, pieces, PASSED_ON)
    return cast


def _by_persons(norm: str, start: int, end: int) -> list[Piece]:
    """由张磊和刘远航修改完善: persons by their bare names."""
    hit = _PERSONS.match(norm, start, end)
    names = [m.span() for m in re.finditer("[^、和及与]+", hit[0])] if hit else []
    pieces = [(start + a, start + b) for a, b in names]
    return pieces if all(is_person(norm[a:b]) and not is_unit(norm[a:b]) for a, b in pieces) else []


def _in_person(segment: Segment) -> Segment:
    """``segment`` with those who lead it among those who answer in person: no unit does."""
    segment.cast = Cast(support=segment.cast.support, leaders=segment.cast.lead)
    return segment


_IN_CHARGE = re.compile(
    rf"(?P<who>[{SURNAMES}][一-鿿]{{1,2}}?)(?:同志)?(?=包[联保抓案]|领[办衔]|挂点|盯办|牵头|主抓|负责|具体负责)"
)


TAKING_CHARGE = one_of(_IN_CHARGE)  # the letters of which a clause must have one


def person(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of a person who takes charge by the bare name (赵志强包联石门镇…)."""
    hit = _IN_CHARGE.match(norm, at, end)
    if not hit or is_unit(hit["who"]) or not can_act(hit["who"]):
        return None
    return _in_person(cast_roles(norm, start, end, [hit.span("who")], "actor.subject", "cue.post", directory))


def spoken(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of a person by the name he is called (老王你跟财务科核一下账; 会计彭姐每季度公示一次)."""
    told = spoken_to(norm, at, end)
    return (
        _in_person(cast_roles(norm, start, end, told, "actor.subject", "cue.post", directory))
        if told
        else None
    )


def hand(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """The segment of a person told to act by what he is (器械护士提前…), or called before that (老周，…)."""
    told = hand_told(norm, at, end) or only_called(norm, at, end)
    if not told:
        return None
    return _in_person(cast_roles(norm, start, end, told, "actor.subject", "cue.post", directory))


def _by_anyone(norm: str, start: int, end: int) -> list[Piece]:
    """由主持人确定, 由主任会议审定: whoever stands between 由 and the verb, though no unit by its name."""
    hit = _ANYONE.match(norm, start, end)
    if not hit or is_post(hit["who"]) or is_person(hit["who"]) or hit["who"].endswith(_NOBODY_IN_PARTICULAR):
        return []
    told = hit["who"].endswith(("会议", "人")) or can_act(hit["who"])
    return [hit.span("who")] if told else []


def proposer(norm: str, start: int, at: int, end: int, directory: Directory | None) -> Segment | None:
    """会议同意A提交的方案: A carries it out."""
    hit = _PROPOSER.search(norm, at, end)
    if not hit:
        return None
    stop = re.compile(
        r"关于|提交的|提出的|起草的|拟订的|拟定的|报送的|报来的|拟草|草拟的|编制的|呈报的|上报的"
    ).search(norm, hit.end(), end)
    pieces = split_list(norm, hit.end(), stop.start(), directory) if stop else []
    if not pieces or not all(is_unit(norm[s:e], directory) for s, e in pieces):
        return None
    cast = Cast()
    cast.add("lead", pieces, "cue.proposer")
    return Segment(start, end, end, cast, "actor.proposer")


# 新一批工作队轮换交接由州党委组织部统筹: the first name is of the thing, the second acts.
_AND_THEN_BY = re.compile(
    rf"(?:(?!{DEONTIC}|会同|牵头|负责|[将把])[^，。；由]){{2,24}}(?<![自理缘经任来可改])由(?!此|于|[^，。；]{{2,30}}的)"
)


def hands_it_to_another(norm: str, after: int, end: int, directory: Directory | None) -> bool:
    """Whether what stands behind a first name hands the thing to a second one."""
    if norm.find("由", after, end) < 0:
        return False
    hit = _AND_THEN_BY.match(norm, after, end)
    return bool(hit and read_subject(norm, hit.end(), directory, free=True))
