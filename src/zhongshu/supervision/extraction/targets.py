"""Numbers to reach: 新增就业70万人以上, 优良天数比率不低于92.5%."""

from __future__ import annotations

import re
from typing import NamedTuple

from .model import Target
from .spans import Passage

_UNITS = (
    "个百分点|微克/立方米|毫克/升|(?:万|亿|千|百)?(?:平方公里|平方千米|立方米|平方米|吨标准煤|千瓦时|千瓦|人次|美元|元|亿斤|斤|公斤|吨|亩|公顷|"
    "个工作日|个月|分钟|小时|公里|千米|米|个|家|户|人|名|项|件|套|所|座|处|条|次|场|期|台|辆|艘|架|张|份|篇|批|间|栋|幢|片|株|头|只|眼|天|"
    "年|倍|级|位|对|支|块|类|门|种|宗|起|班|床|部(?![门委级队分位])|孔|组|棵|盏|枚|册|本|幅|列|例|TB|PB)|%|‰|万亿元"
)
_BEFORE = "不低于|不少于|不高于|不超过|至少|不小于|不大于|超过|突破|高于|低于|最少|最多|约|力争|达到|达"
_AFTER = "左右|以上|以下|以内|之内|上下"
_NUMBER = re.compile(
    rf"(?P<v>\d(?<!\d\d)\d{{0,11}}(?:[,.]\d{{1,6}}){{0,3}})(?P<more>余|多)?(?P<u>{_UNITS})(?P<a>{_AFTER})?(?:（含）)?"
)
_METRIC_EDGE = re.compile(
    r"[，。；：、！？\n]|(?:其中|确保|力争|实现|努力|计划|到\d{4}年底?|全年|到年底|目标是|完成|要)(?=[^，。；]{2})"
)
_QUALIFIED = re.compile(rf"(?P<q>{_BEFORE})(?:于|到|至|为)?$")
_NO_TARGET = re.compile(r"(?:比|较|第|自|从|(?<![自理])由|占|至今|共|前|(?<![少低高小大])于)$|[年月]$")
_LONGEST_BEFORE = 4  # letters of the longest of these, with the one it looks back at and a line's end
_NOT_UNIT = re.compile(r"\d{4}年")
_REACH = 30
_TIME_UNITS = frozenset(("年", "月", "个月", "天", "元", "个工作日", "小时", "分钟", "级", "位", "本"))
_GROWTH = re.compile(
    r"增长|下降|提高|提升|降低|减至|减到|缩减|精简|升至|升到|压缩|缩短|减少|增加|新增|达到?|降至|增至|控制|建成|建设|新建|改建|组建|铺设|敷设|发放|新改扩建|修缮|修复|栽植|治理|清淤|打通|改造|完成|培育|引进|创建|打造|培训|实施|开工|投资|更新|更换|整治|组织|开展|举办|检查|走访|约访|巡诊|巡查|巡河|报送|推出|推行|备足|设立|设置|支付|拨付|落实|减轻|压减|压降|搬迁|脱贫|演练|清淤|执法|比率|比例|覆盖率|合格率|达标率|率|面积|总额|收入|计划|目标|时间|资金|经费|补助|补贴|不"
)


_COUNTED = frozenset(
    "个 家 户 人 名 项 件 套 所 座 处 条 场 台 辆 艘 架 张 份 篇 间 栋 幢 片 株 头 只 眼 支 块 种 宗 起 床 部 组 棵 盏 枚 册 幅 例 公里 亩 公顷 吨 人次 亿元 万元".split()
)
"""What is counted with these is itself to be done, given or dealt with (安排1名医生, 对37支队伍重新审核)."""
_SO_OFTEN = re.compile(r"(?:至少|不少于|不得少于|不低于)[^，。；\d]{0,14}$|每(?:[日天周月季年旬]|半年|学期)$")
"""每月至少巡林2次, 每周1次: how often is asked."""
_OFTEN = frozenset("次 遍 轮 天 小时 场".split())
_ONE_OF_THEM = re.compile(r"每$|全[县市区省镇]$|(?:这|该|上述|以上|其余|共)$")


class Figure(NamedTuple):
    """A target and how sure it is: ``qualified`` by 以上 and the like, or ``measured`` by a word of growth; or it ``counts`` things."""

    start: int
    end: int
    target: Target
    qualified: bool
    measured: bool
    counts: bool = False

    @property
    def is_asked(self) -> bool:
        """Whether the number belongs to what a duty asks for."""
        return self.qualified or self.measured or self.counts


def find_targets(passage: Passage, start: int, end: int) -> list[Figure]:
    """Every number with its unit and what it measures, between ``start`` and ``end`` of ``passage``."""
    found = []
    for hit in _NUMBER.finditer(passage.norm, start, end):
        before = passage.norm[max(start, hit.start() - _REACH) : hit.start()]
        if not _NO_TARGET.search(before[-_LONGEST_BEFORE:]) and not _is_time(passage.norm, hit, before):
            found.append(_figure(passage, hit, before, start))
            if len(found) > 1 and _go_on(passage.norm, *found[-2:]):
                found[-1] = found[-1]._replace(measured=True)
    return found


def _go_on(norm: str, last: Figure, here: Figure) -> bool:
    """燃气管网180公里、供水管网95公里: what is said of the first number is said of the second."""
    joined = norm[last.end : last.end + 1] in ("、", "和", "及") and last.end + 1 >= here.start - 1
    return joined and (last.measured or last.qualified)


def _is_time(norm: str, hit: re.Match[str], before: str) -> bool:
    """Whether a number is a date, a length of time or part of a code rather than something to reach."""
    if _NOT_UNIT.fullmatch(hit[0]) or (before[-1:].isascii() and before[-1:].isalnum()):
        return True
    if hit["u"] in _TIME_UNITS and not _times(before):
        return True
    after = norm[hit.end() : hit.end() + 1]
    return bool(after) and (after in "月日季" or (after == "内" and hit["u"] in ("天", "年", "个月")))


_LIMITS = re.compile(
    r"(?:至少|不少于|不低于|压缩至|缩短至|压缩到|缩短到|控制在|不超过|达到|至|增长到|提高到)$"
)


def _times(before: str) -> bool:
    return bool(_LIMITS.search(before))


def _figure(passage: Passage, hit: re.Match[str], before: str, start: int) -> Figure:
    qualified = _QUALIFIED.search(before)
    qualifier = hit["a"] or (
        qualified["q"] if qualified and qualified["q"] not in ("达到", "达", "力争") else None
    )
    metric = before[: qualified.start()] if qualified else before
    edges = [m.end() for m in _METRIC_EDGE.finditer(metric)]
    metric = metric[edges[-1] :] if edges else metric
    begin = max(start, hit.start() - len(before))
    begin += len(before[: qualified.start()] if qualified else before) - len(metric)
    span = passage.span(begin, hit.end(), "cue.number")
    target = Target(
        metric.strip() or passage.norm[hit.end() : hit.end() + 8].strip("，。；"),
        hit["v"].replace(",", ""),
        hit["u"],
        qualifier,
        span,
    )
    often = _SO_OFTEN.search(before) if hit["u"] in _OFTEN else None
    counts = (
        often
        or (hit["u"].lstrip("万千百") in _COUNTED or hit["u"] in _COUNTED)
        and not _ONE_OF_THEM.search(metric)
    )
    return Figure(begin, hit.end(), target, bool(qualifier), bool(_GROWTH.search(metric)), bool(counts))


def numbers_to_reach(text: str) -> list[Target]:
    """The numbers that ``text`` asks to be reached, in its order."""
    return [one.target for one in find_targets(Passage.of(text), 0, len(text)) if one.is_asked]
