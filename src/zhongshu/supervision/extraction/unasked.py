"""What a paper forbids or asks for no longer: nothing that could be chased."""

from __future__ import annotations

import re

from .letters import foretold

# 未经审查的，不得出台: forbidden, not asked for.
_FORBIDS = re.compile(r"未[^，。；]{2,40}的[^，。；]{0,8}，(?:一律|均|原则上)?不得")
# 不再要求各村报送, 无需另行申请, 取消每周一报: somebody need do it no longer, or never.
_RELEASED = re.compile(
    r"(?:自[^，。；]{2,12}起，?)?(?:今后|以后|一律)?(?:不再(?!发生|出现|新增)|无需|无须|毋须|不必|不需要?|取消(?:原定|原有|原来|此前|现行)|停止执行|免予|免于)|[^，。；]{2,16}(?:不再(?!发生|出现|新增)|无需|无须|毋须|不必|不用(?!心))"
)

# 食堂外包先放一放; 搬迁等验收后再定: put off.
_PUT_OFF = re.compile(
    r"(?:这件?事|此事|消息|情况)?(?:先|暂时|千万|都|也)*别(?!的|人|墅|处)[^，。；]{1,8}[，。；]?$|[^，。；]{0,20}(?:先放一?放|先放着|先不[一-鿿]|暂不[一-鿿]{2}|暂缓(?!(?:安排|拨付|下达|支付|审批|受理|发放|办理)[^，。；]{2,}))|[^，。；]{0,24}再[定议说][，。；]?$"
)
# 局领导班子成员出席，各科室负责人列席: who was there.
_ATTENDED = re.compile(
    foretold(
        r"\s*(?:(?:主要|[^，。；：要应须请需由每派报]){2,30}(?:出席|列席|参加|参会)(?:了)?(?:本次|此次)?(?:会议)?[，。；、\s]*)+"
    )
)


# 院长方砚秋主持会议; 以上意见如无不妥，请批转…; 执行期限为…: who was in the chair, how a paper closes, how long it holds.
_FORMAL = re.compile(
    r"\s*(?:(?:[^，。；：每要应须由请将于拟]{2,16}，)?(?:(?![每要应须由请将于在拟])[^，。；：\d]){2,24}主持(?:召开)?(?:了)?(?:本次|此次|会前)?(?:会议|[^，。；每]{2,20}会(?:议)?)[，。；]"
    r"|(?:[^，。；]{2,20}，)?[^，。；]{0,4}(?<![应须要于])定于[^，。；]{2,16}(?:召开|举行|举办|开展)[^，。；]{2,40}[，。；]$|(?:第[^\s，。]{1,5}条\s*)?(?:(?:以上|上述|特此)?[^，。；]{0,8}(?:如无不妥|如无异议|妥否|当否|可否|是否妥当)，?请[^，。；]{0,6}(?:批转|批示|批复|指示|审示|审批|审议|审阅)"
    r"|[^，。；]{0,16}(?:执行|有效)期(?:限)?(?:为|至|自|\d)))"
)
# 市委巡察组下周一进驻, 那家客商要来考察: who comes and when, before what is to be done for it.
_VISIT = re.compile(
    foretold(
        r"[^，。；：把将请让]{0,14}(?:(?:巡察|巡视|检查|考核|督查|督导|审计|验收|评估|调研|考察|暗访|普查)组|客商|专家组?|领导|考察团|调研团)(?![把将请让])[^，。；：把将请让给]{0,12}?(?:进驻|进场|进点|到访|莅临|抵达|到(?:我?[县市区局镇乡校院厂])|要?来(?:[考检调验指督暗参]|了?[，。；]?$))(?![之以]?[前后])[^，。；前后]{0,8}[，。；]?$"
        r"|[^，。；：把将请让由派]{2,20}来(?:人[，。；]?$|看(?!一看|看)|暗访|检查|考核|督查|验收|调研|视察|考察|指导|审计|参观)[^，。；]{0,8}[，。；]?$|(?:[^，。；：]{2,8}：)?接到?[^，。；：]{2,14}(?:通知|来电|电话|预警|反映)[，。；：](?![^。；]*(?:要|请|须|务必|报|将|把|于|\\d[日号]))"
    )
)
# 本人因病申请9月9日至11日事假: what somebody asks for himself.
_LEAVE = re.compile(
    r"(?:(?:本人|我(?![们局处校院办厂市县区镇乡村科部单]))[^。；]{0,24}?(?:申请|请|休)|[^。；各]{0,24}(?:特请|想请|特申请|想申请))[^，。；把将报由各]{0,16}(?:事假|病假|年假|婚假|产假|丧假|探亲假|陪产假|年休假?|公休假?|调休|休假|假[一二两三四五半\d]{1,2}天|[一二两三四五半\d]{1,2}天假)"
)
# 验收由基建处牵头、后勤处配合，11月底前已全部办结: over, whoever had it in hand.
_OVER = re.compile(
    r"[^。；]{0,40}(?:牵头|负责|承办)[^。；]{0,40}?[，前底内日]已(?:经|全部|全面|均|都|如期|按期|基本)*(?:办结|完成|整改(?:到位|完)|销号|落实到位|结束|解决)(?:，(?:特此|请)(?:说明|知悉|报告|知晓|备查))?[，。；]?$"
)
# 调研组原定9月16日来院，因故取消: called off.
_CALLED_OFF = re.compile(
    r"[^。；]{0,30}原定[^，。；]{2,24}，?[^，。；]{0,6}(?:取消|暂停|不来了|不开了)(?:，[^，。；]{0,8}(?:另行通知|再[定说]|待定))?[，。；]?$"
)
_SHORTEST_HEAD = 10  # 标本馆搬迁：, a head above what is asked, within so many letters
_OF_VISITS = re.compile("[进来到莅抵接]")
_OF_FORMS = re.compile("主持|[期请]|定于")
_MOVES = re.compile("[改推延挪]|提前")
# 市纪委监委通报3起典型问题。: news.
_NEWS = re.compile(r"[^，。；\d]{2,20}(?:通报|公布|曝光)了?\d+起[^，。；]{4,40}(?:问题|案例|案件)[。，；]")
# 你省建议有关部门加强监测, 大连市请求，由…: what somebody asked for, told before the answer.
_REQUESTS = ("请求", "建议", "希望", "提议")
_OF_REQUESTS = re.compile("|".join(_REQUESTS))
_REQUESTED = re.compile(
    r"\s*(?:[^，。；：]{0,30}?[你贵][省市区县州局委办校院司]|(?![各我本全])[一-鿿]{2,4}[省市区县州])(?:人民政府|政府|还|也)?(?:请求|建议|希望|提议)(?![的书稿])"
)

# 书记要听, 县长明天要看, 书记要心里有数: what the one at the top wants, told for haste.
_WISHED = re.compile(
    r"[^，。；：]{0,6}(?:书记|[省市县区镇乡州局院校厅部]长|主任|领导|老板)[^，。；：要]{0,6}(?:要|想)(?:亲自|当面|再|先|去|来)*(?:听(?!取)|看|问|过问|过目|点名|拍板|心里有|有数|用|带)[^，。；]{0,4}[，。；]?\s*"
)
# 企业可于每年3月向县工信局提出申请: open to whoever wants it.
_MAY_APPLY = re.compile(
    r"\s*[^，。；]{2,24}(?<!不)可[于在到向自][^，。；]{0,24}(?:申请|申报|报名|咨询|查询|预约|领取)[，。；]?\s*"
)


# 会议改到周四上午9点，地点不变: when and where one meets from now on.
_MOVED = re.compile(
    r"[^，。；：把将请让由]{0,14}(?:会议?|例会|培训班?|讲座|活动|演练|考试|答辩|面试|评审|仪式|论坛|课|演出|体检|值班|开标)(?:时间|地点)?(?:临时|也|就)?(?:改[到在期至为成]|[推延]迟?[到至]|延期[到至]?|提前[到至]|顺延[到至]?|挪[到至])[^，。；]{2,20}"
    r"(?:，[^，。；]*(?:地点|人员|议程|其他|其余|照旧|不变|还在|取消|通知)[^，。；]*)*[，。；]?"
)


def is_requested(norm: str, start: int, end: int) -> bool:
    """Whether a sentence tells what those written to had asked for."""
    if not _OF_REQUESTS.search(norm, start, end):
        return False
    return any(norm.find(w, start, end) > 0 for w in _REQUESTS) and bool(_REQUESTED.match(norm, start, end))


def asks_nothing(text: str) -> bool:
    """Whether ``text`` forbids a thing, says that it need not be done any more, or who was there."""
    if text.endswith("：") and len(text) <= _SHORTEST_HEAD:
        return True
    if "起" in text and _NEWS.match(text):
        return True
    if _OF_VISITS.search(text) and _VISIT.match(text):
        return True
    if "原定" in text and _CALLED_OFF.match(text):
        return True
    if "已" in text and _OVER.match(text):
        return True
    if ("假" in text or "休" in text) and _LEAVE.match(text):
        return True
    if ("要" in text or "想" in text) and _WISHED.fullmatch(text):
        return True
    if "可" in text and _MAY_APPLY.fullmatch(text):
        return True
    if is_released(text) or _FORBIDS.search(text) or _ATTENDED.fullmatch(text):
        return True
    if _MOVES.search(text) and _MOVED.fullmatch(text):
        return True
    return bool(_OF_FORMS.search(text) and _FORMAL.match(text))


def is_released(text: str) -> bool:
    """Whether ``text`` opens with what need not be done any more, or not yet."""
    off = ("再" in text or "先" in text or "暂" in text) and _PUT_OFF.match(text)
    return bool(off or _RELEASED.match(text))
