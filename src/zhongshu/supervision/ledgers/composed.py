"""Headings nobody has listed, understood as they are built: what is told stands last, which of its kind before it.

首办责任科室 is a unit (科室) that leads (首办); 辅办机构 one that supports; 分管副院长 a person; 应交账日 a day.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .model import Part

_UNIT = re.compile(
    r"(?:单位|部门|科室|处室|股室|组室|部室|机构|主体|业主|局办|委办局|班组|工区|车间|中心|院系|学院|企业|公司|乡镇|镇街|街道|地区|属地|支部|部（室）|(?<!待)办|机关|园区|区县|大队|[Tt]eam|[Dd]epartment|[Dd]ept\.?|方|[局处科室站所部院委]|局委办|团队|力量)$"
)
_PERSON = re.compile(
    r"(?:人|领导|同志|者|姓名|班子成员|班子|书记|经理|(?<!工作)(?<!成)(?<!增)(?<!特)长|副职|首席|主任|主席|副总|总监|委员|专员|秘书长|法官|检察官|[民干]警|干部)(?:人员)?$"
)
_TIME = re.compile(
    r"^(?:[Dd]ue|里程碑)$|(?:时间|日期|时限|期限|节点|时点|限期|时序|年月|月份|[日期])(?:安排|要求|表)?$"
)
_STATE = re.compile(
    r"^(?:本|当|这)(?:周|月|期|季|旬|阶段)|^截[至止].{1,8}|^(?:推进|落实|完成|跟进|回告|反馈)+$|(?:记录|[进过]程|经过|近况|自[评查]|跟进|写实|描述|效果|实绩|阶段|完成值|到哪一步|到哪一?步?了|回告|情况|进展|进度|结果|成果|成效|动态|反馈|(?<!频)率|百分比|比例|现状|小结)$"
)
_AILING = re.compile(
    r"^[Ii]ssues?$|(?:差距|之处|卡壳环节|问题|困难|难题|原因|难点|堵点|缘由|因素|不足|短板|协调事项|支持事项)$"
)
_TASK = re.compile(
    r"^(?:待办|[Aa]ctions?)$|(?:方案|(?<!工作)(?<!下月)(?<!下周)(?<!下步)(?<!下阶段)计划|活动|事项|任务|内容|事宜|事务|工作|措施|举措|要点|议题|课题|项目|工程|实事)$"
)
_GROUP = re.compile(
    r"(?:大类|类别|类型|类|性质|板块|领域|专项|章节|部分|篇章|版块|条线|[口样]子|专题|篇目|[业主]务?线|任务群|方面|标签|属性|种类|[类科]目|职能)$"
)

_SUPPORTS = re.compile(
    r"配合|协|辅|配套|支援|对接|参[建研]|合作|会签|会办|联|参与|参加|共同|成员|从办|次|支持|支撑|保障|涉及|相关|关联|其[他它余]"
)
_HELPER = re.compile(r"(?:协[助办同]|配合|参与)(?:责任)?人")
_LEADS = re.compile(r"牵头|主|首|责|承办|受办|被督|实施|执行|落实|办理|整改|负责|归口|业主|属地|领办|包|挂")
_ANSWERS = re.compile(
    r"领题|谁|责|负责|分管|主管|牵头|包|挂|联系|领办|领衔|主抓|主办|承办|带队|班子|项目|具体"
)
_ELSEWHERE = re.compile(
    r"交办|批示|督办|督查|督导|监督|监管|考核|验收|评价|填[报表]|报送|上报|来[文件函]|收件|归档|计量|万元|发文|立项|登记|审[核批]|签[收字]|反馈人|接收|收文|联络|联系(?!领导)|经办|来源"
)
_PAST = re.compile(
    r"启动|开始|开工|起始|收件|实际|交办|批示|立项|登记|收文|来[文件函]|收件|归档|计量|万元|发文|更新|填报|会议|接收|签收|延期"
)
_FAIR, _VAGUE = 18, 13
"""As plain as a heading so understood is: less than one that is listed; a unit of which nothing else is said."""


def composed(heading: str) -> tuple[Part, int] | None:
    """The part that a heading names by the way it is built, or None.

    >>> composed("首办科室")[0]
    <Part.LEAD: 'lead'>
    """
    for tells, part_for in _KINDS:
        if tells.search(heading):
            part = part_for(heading)
            vague = part is Part.LEAD and not _LEADS.search(heading)
            return (part, _VAGUE if vague else _FAIR) if part else None
    return None


def _unit(heading: str) -> Part:
    if _ELSEWHERE.search(heading) and not heading.startswith("被"):
        return Part.OTHER
    return Part.SUPPORT if _SUPPORTS.search(heading) else Part.LEAD


def _person(heading: str) -> Part | None:
    if _ELSEWHERE.search(heading):
        return Part.OTHER
    if _HELPER.match(heading):
        return Part.SUPPORT
    return (
        Part.LEADER if _ANSWERS.search(heading) or heading.endswith(("长", "副职", "首席", "书记")) else None
    )


def _time(heading: str) -> Part:
    return Part.OTHER if _PAST.search(heading) else Part.DUE


_KINDS: tuple[tuple[re.Pattern[str], Callable[[str], Part | None]], ...] = (
    (_AILING, lambda _: Part.PROBLEM),
    (_PERSON, _person),
    (_TIME, _time),
    (_GROUP, lambda _: Part.CATEGORY),
    (_UNIT, _unit),
    (_STATE, lambda heading: Part.OTHER if _ELSEWHERE.search(heading) else Part.PROGRESS),
    (_TASK, lambda _: Part.TASK),
)
