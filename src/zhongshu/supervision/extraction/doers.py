"""Whoever opens a clause of a note and does a thing, though no office is called so: 器械护士先…, DBA每晚…, 高坪村把…, QA补充…."""

from __future__ import annotations

import re

from .actors import can_act
from .letters import any_letter
from .names import is_unit
from .segmentation import Piece
from .vocabulary_people import ANY_SURNAME, HANDS

# What follows at once where somebody is told what to do: when, in what order, or with what to begin.
_WHEN = (
    r"(?:今|明|当|后)[天日晚早晨夜]|[上下中]午|凌晨|傍晚|早上|晚上|一早|[本下这]?周[一二三四五六日末]|[本下这]个?[周月]|月底|每[一-鿿\d]"
    r"|\d{1,2}(?:[./月]\d|[点时：]|[日号](?=[之以]?前|[早晚]|[上下中]午|[把将去来交报发开出到]))"
)
_HOW = "先(?!进|行|后|期|例|生|前|导|锋)|再(?!生|次|说)|自己|轮流|分头|连夜|赶紧|赶快|提前|同步|重新|统一(?!战)|务必|一人|代[我为签]|去(?!年)|来(?!自|源|信|年|访|说)"
_WITH = r"把(?!关|握|控|手|柄)[^，。；]{2}|(?:派|来|出|找|抽|安排)(?:出|\d{1,2}|[一两二三四])?[个名]?(?:人(?!才|口|力|民|身)|专人|车|代表)|值(?:守|班)到"
_VERB = r"(?:(?![收看做遇碰想听找]到)清|理|核|查|看|催|问|改|修|换|补|备|配|写|列|拿|出|做(?!好)|拟|排|发|送|交|报|印|贴|签|订|定|装|拆|收|领|摆|挂|挪|搬|洗|消|擦|停|盯|跟|约|填|抄|打|画|测|腾|挑|选|调|买|割|铺|摸|画|准备|补充|整理|联系)"
_DONE = r"(?:[好完齐出到掉回清足]|一[下遍趟轮份个版]|[两三四]?个|[\d一两二三]{1,3}[份套台个名张块袋箱家辆]|给|上来|下来|出来|方案|意见|结果|报告|图|稿|名单|清单|计划|预算)"
_DOES = rf"(?=(?:{_WHEN}|{_HOW}|{_WITH}|{_VERB}{_DONE}))"
_HAND = re.compile(
    rf"(?:各位)?(?P<who>DBA|PM(?![A-Z\d])|各?(?:(?!组织|安排|通知|督促|联系|提醒|指导|动员|要求|[由请的把让叫各])[一-鿿A-Z\d]){{0,6}}?(?:{'|'.join(sorted(HANDS, key=len, reverse=True))})(?:[老小][{ANY_SURNAME}]|(?!单位|[班组队室])[{ANY_SURNAME}][一-鿿]{{1,2}}?)??)(?:也|都|就|要)?{_DOES}"
)
_BODY = re.compile(
    rf"(?P<who>(?:(?!\d+[日月年/.天])[一-鿿A-Z\d“”]{{1,9}}?(?:部(?![分署门])|处(?![理置分罚境于])|办(?![理法])|组(?![织成])|所(?![有以需在])|[科室局站队班店院校馆社]|(?<![水入出])库(?![存房区位容])|中心|[村厂场园街镇]|公司|平台|网格|合作社|片区|方)|[A-Z]{{2,4}}(?![A-Z])))(?:那边|这边)?(?:也|都|就|要)?{_DOES}"
)
# 社教部的志愿者培训下周办: whose work it is, before when it is to be done.
_WHOSE = re.compile(
    rf"(?P<who>(?!\d)[一-鿿A-Z\d]{{1,9}}?(?:[部科处室局站所队组班店]|中心|公司))的(?![时人话])[一-鿿]{{2,8}}?(?={_WHEN}|必须|务必|尽快|抓紧)"
)
_ANYBODY = re.compile(rf"(?P<who>[一-鿿A-Z\d]{{2,8}}?)(?:那边|这边)?(?:也|都|就)?(?={_WITH})")
BRISKLY = re.compile(
    rf"{_VERB}(?:{_DONE}|(?:到位|回来|回去|过来|过去|上去|下去)(?=[，。；]|$))|([一-鿿])一?\1(?<=[看催问查理清核改补试听管练擦扫洗聊谈说算想跑]\1)|(?:派|来|找|出|抽|安排)[\d一两三四]{{0,2}}[个名辆]?(?:人(?![才口力民身员])|车)|[报交给抄发回告]诉?我(?=[，。；]|$)|重[写做报排发测审拍录打签画]|(?<![一-鿿])先[一-鿿]{2}|自己[一-鿿]|(?<![一-鿿])自[扫查管清]|[跟和同向找][^，。；]{1, 6}[说谈讲借](?=[，。；]|$|一)|代我"
)
"""What is asked in the way one speaks: 配好药箱, 列个名单, 派人守东门, 看一看, 抄我."""
_LETTERS = any_letter(
    frozenset(
        "天日晚早晨夜午凌傍周月每点时号：先再自轮分连赶提同重统务一代去来把派出找抽安值清理核查看催问改修换补备配写列拿做拟排发送交报印贴签订定装拆收领摆挂挪搬洗消擦停盯跟约填抄打画测腾挑选调买割铺准整联摸画"
    )
)
# 下午把…, 顺便把…, 昨天派人…: when and how it is done, and by those one cannot write to.
_NOBODY = re.compile(
    r"[会现操]场|.*(?:[天日晚早晨夜午时后前间期内底年月周里着了]|便|加|手|空|紧|快|定|好|烦|得|别|谁|我|你|们|咱|家里|的话|办法|最后|这次|上次|大家|各位|记得|所有人|县里|市里|省里|上面|上级|领导|客户|群众|家长|居民|业主|老板)$|[昨前去上下接那这该就盼]|办法|努力|尽力|争取|及时|中止|停止|探索|为|同意|有|没|不|是|把|将|先|再|就|也|都|还|又|请|让|叫|由|如|若|等|因|对|向|跟|和|给|为|从|在"
)


# 抢救车里的药各科自己清点: what it is about, before who does it.
_ABOUT = re.compile(
    "(?![把将让请由])[^，。；：]{2,14}?的(?:问题|事情?|毛病|账|尾款|钱|药|材料|名单|资料|活|图纸|票|单子|货|稿子|照片)(?=[一-鿿A-Z])"
)


def does_it_about(norm: str, at: int, end: int) -> list[Piece]:
    """The body or the person told to act behind the thing that the clause at ``at`` opens with."""
    about = _ABOUT.match(norm, at, end) if norm.find("的", at, end) > 0 else None
    return does_it(norm, about.end(), end) if about else []


def does_it(norm: str, at: int, end: int) -> list[Piece]:
    """The body or the person that opens a clause at ``at`` and is told what to do by what follows the name at once."""
    if not _LETTERS.search(norm, at + 2, min(end, at + 14)):
        return []
    for kind in (_BODY, _WHOSE, _ANYBODY):
        hit = kind.match(norm, at, end)
        if hit and _may_be_told(hit["who"]):
            return [hit.span("who")]
    return []


def hand_told(norm: str, at: int, end: int) -> list[Piece]:
    """The person who opens a clause at ``at`` by what he is (植保员老谢, 器械护士, DBA) and is told what to do."""
    hit = _HAND.match(norm, at, end)
    return [hit.span("who")] if hit and not is_unit(hit["who"]) else []


_BEHIND_A_WORD = re.compile(
    rf"(?!相关|有关|联系|通知|组织|安排|督促|提醒)(?:(?![由请的把让叫])[一-鿿]){{0,6}}?(?:{'|'.join(sorted(HANDS, key=len, reverse=True))})(?=[一-鿿])|[A-Z]{{2,4}}(?=[一-鿿])"
)


def behind_a_word(norm: str, at: int, end: int) -> list[Piece]:
    """Who is meant behind 由 or 让 by what he does (由班主任做细) or by letters (由QC按月取样)."""
    hit = _BEHIND_A_WORD.match(norm, at, end)
    return [hit.span()] if hit and not is_unit(hit[0]) else []


def _may_be_told(name: str) -> bool:
    return not _NOBODY.match(name) and (
        is_unit(name) or can_act(name) or can_act(name.removesuffix("平台") + "组")
    )
