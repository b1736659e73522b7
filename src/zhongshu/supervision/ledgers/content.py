"""What a column holds: days, units, persons, sentences, states, complaints — the second witness beside its heading."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from zhongshu.supervision.extraction.vocabulary_cues import DELIVERABLE

from .cleaning import compact, is_ditto, is_nothing
from .deadlines import is_day
from .grid import Grid
from .people import is_somebody
from .roles import LEADS, SUPPORTS
from .units import is_units

_LONG, _SAYING, _LABEL = 9, 4, 10
"""Texts of so many characters are a task, say something, are at most a label."""
_TICK = re.compile(r"[√✓✔×✗✘☑☐○●◎△▲■□◆◇★☆→—ⅤvVxX*]+|是|否|有|YES|NO|[YN]")
_ROLE = re.compile(rf"(?:{LEADS}|{SUPPORTS}|[主协配牵辅会])(?:单位|部门)?")
_CODE = re.compile(
    r"[A-Fa-f]类?|[一二三四1-4甲乙丙]类|[甲乙丙丁]|[ⅠⅡⅢⅣ]级?|重大|重要|紧急|一般|较大|普通|红|黄|绿|蓝|第?[\d一二三四五六七八九十]+(?:期|批次?|号)|[a-z][a-z0-9_.]{2,15}|[〔\[【（(]20\d{2}[〕\]】）)]第?\d{1,4}[号期次]"
)
_STATE = re.compile(
    r"(?:已|未|正在|基本|全部|部分|尚未|按期|逾期|正常|有序)?(?:完成|办结|销号|整改到位|推进|启动|开展|进行|办理|整改|实施|落实)(?:中)?|完成整改|进行|推进|落实|启动|签约|开工|洽谈|滞后|超前|正常|逾期|延期|在办|达标|不达标|(?:完成)?\d{1,3}(?:\.\d+)?%|[01]\.\d+"
)
_DEED = re.compile(
    r"(?:新|拟)?(?:制定|修订|修改|修正|废止|清理|制修订|调研|论证|新建|续建|改建|扩建|改扩建|迁建|新增)(?:类|项目)?"
)
_NUMBERED, _COUNTED = re.compile(r"(?P<what>[\u4e00-\u9fff（(]{1,4})(?P<number>\d{1,3})[)）]?"), 4
_COUNT = re.compile(r"[\d.]+[%\u4e00-\u9fff]{1,2}")
_PLACE = re.compile(r"[\u4e00-\u9fff]{1,8}(?:村|社区|镇|乡|街道|小区|路|河|园区|片区)")
_DATED = re.compile(r"\d月|季度|上半年|下半年|[年月]底|年内|\d{4}[-./年]\d")
_AILING = re.compile(
    r"不[足够到力齐一畅明全清强高严准稳能符]|未(?!来)|难|缺|滞后|紧张|^.{0,6}紧$|偏[高低少慢]|较[大慢低]|缓慢|制约|矛盾|隐患|需要?.{0,8}(?:协调|支持|解决|明确)|请求|问题|没[有报到]|^无$|薄弱|漏|超标|风险|破损|老化|拖欠|短缺"
)

_MEASURE = re.compile(
    rf"(?:[^，。；]{{0,3}}前)?(?:每[日天周旬月季年]度?|按[日周月季年时期]度?|定期|全面|全部|加快|尽快|尽早|重新|严格|深入|持续|逐[一步户项人件]|依[法规]|限期|立即|及时|统一|集中|分[批类步期]|再|继续|对)*(?:{DELIVERABLE}|[伐剪挂涂拆扒铲凿喷撒挖填砌焊吊抬][\u4e00-\u9fff]|[\u4e00-\u9fff](?:除|设|换|装|补|查|清|购|聘|练|训)|联调|打包|转运|回访|暗访|跑[通透]|策划|盘点|扩建|培养|[补更新增调删加扩改拆撤修订编印][\u4e00-\u9fff]{{0,6}}\d)"
    r"|(?:对|将|把|给|为|向|由)[^，。；]{2,24}(?:进行|实行|予以|开展|改|换|补|做|纳入|列入)"
)
"""补做检查报告43份, 每月排查员工账户, 对超高堆体进行清运: what somebody is to do."""
_FAULT = re.compile(
    r"不[\u4e00-\u9fff]|未(?!来)|难|[缺欠漏渗塌裂堵乱弱]|滞后|偏[高低少慢大]|超[期标时限员载]|逾期|过期|失[灵效控修]|流于|误导|违[规法章反]|隐患|风险|破损|老化|脱落|锈蚀|松动|积[水压存]|没有|无[\u4e00-\u9fff]|[占挪套]用|虚[报假列]|重复|混[乱用放]|私[拉搭自]|擅自|回流|断裂|较[大慢低差]|[较过]?[低少差慢]$|反复|投诉|矛盾|争议|堆[放高存]"
)
"""押品重估超期, 防火卷帘损坏: what is wrong."""
_BROKEN = re.compile(r"损坏|故障|停用|紧张|短[缺板]|失真|松散|滥用|浪费|污染|拥堵|被[占盗埋毁]")


@dataclass(slots=True)
class Content:
    """What a column holds, as shares of its filled cells; ``length``: characters of an average cell.

    ``in_runs``: whether what comes more than once comes in rows one below the other. ``counted``: whether it only counts, 措施1 to 措施3 and again.
    """

    filled: int = 0
    days: float = 0.0
    dated: float = 0.0
    units: float = 0.0
    people: float = 0.0
    long: float = 0.0
    texts: float = 0.0
    numbers: float = 0.0
    counts: float = 0.0
    repeated: float = 0.0
    ticks: float = 0.0
    roles: float = 0.0
    codes: float = 0.0
    deeds: float = 0.0
    states: float = 0.0
    places: float = 0.0
    ailing: float = 0.0
    measures: float = 0.0
    faults: float = 0.0
    length: float = 0.0
    distinct: float = 1.0
    in_runs: bool = False
    counted: bool = False

    @property
    def tells(self) -> bool:
        """Whether the column says things in words of its own: no days, units or persons."""
        return max(self.units, self.days, self.people) < 0.5

    @property
    def tells_what(self) -> bool:
        """Whether nearly every cell says something of its own that names no time."""
        return self.tells and self.dated < 0.2 and min(self.texts, self.distinct) >= 0.8

    @property
    def seems_to_group(self) -> bool:
        """Whether the same few words come again and again."""
        return self.distinct < 0.5 or (self.distinct < 0.7 and (self.length <= _LABEL or self.in_runs))

    @property
    def says_how_far(self) -> bool:
        """Whether states are told in words (进行中, 已完成), not by ticks or 是 and 否."""
        worded = self.long >= 0.6 or self.states >= 0.5 or (self.texts >= 0.5 and self.distinct >= 0.5)
        return worded and self.ticks < 0.3


def content_of(grid: Grid, column: int, rows: Sequence[int]) -> Content:
    """What ``column`` holds in the ``rows`` of a table."""
    values = ((v, compact(v)) for v in (grid.own(r, column) for r in rows))
    told = [(v, t) for v, t in values if t and not is_nothing(t) and not is_ditto(t)]
    if not told:
        return Content()
    content = _worded([t for _, t in told])
    content.days = _share([is_day(v) for v, _ in told])
    content.units = _share([is_units(str(v)) for v, _ in told])
    content.repeated = sum(
        grid.anchor(r, column)[0] != r or is_ditto(compact(grid.own(r, column))) for r in rows
    ) / len(rows)
    return content


def _worded(texts: list[str]) -> Content:
    """What the words of cells tell by themselves."""

    def matching(pattern: re.Pattern[str]) -> float:
        return _share([pattern.fullmatch(t) is not None for t in texts])

    def holding(*patterns: re.Pattern[str]) -> float:
        return _share([any(pattern.search(t) for pattern in patterns) for t in texts])

    return Content(
        filled=len(texts),
        dated=holding(_DATED),
        people=_share([all(map(is_somebody, filter(None, t.split("、")))) for t in texts]),
        long=_share([len(t) >= _LONG and not t.isascii() for t in texts]),
        texts=_share([len(t) >= _SAYING for t in texts]),
        numbers=_share([t.isdigit() for t in texts]),
        counts=matching(_COUNT),
        ticks=matching(_TICK),
        roles=matching(_ROLE),
        codes=matching(_CODE),
        deeds=matching(_DEED),
        states=matching(_STATE),
        places=matching(_PLACE),
        ailing=holding(_AILING),
        measures=_share([_MEASURE.match(t) is not None for t in texts]),
        faults=holding(_FAULT, _BROKEN),
        distinct=len(set(texts)) / len(texts),
        in_runs=sum(1 for _ in groupby(texts)) == len(set(texts)),
        length=sum(map(len, texts)) / len(texts),
        counted=_counts_on(texts),
    )


def _counts_on(texts: list[str]) -> bool:
    """Whether texts count the same thing on, or from 1 again: 措施1, 措施2, 措施1."""
    hits = [hit for text in texts if (hit := _NUMBERED.fullmatch(text))]
    if len(hits) < max(_COUNTED, len(texts)) or len({hit["what"] for hit in hits}) > 1:
        return False
    numbers = [int(hit["number"]) for hit in hits]
    return all(after in (1, before + 1) for before, after in pairwise(numbers)) and max(numbers) > 1


def _share(kept: list[bool]) -> float:
    return sum(kept) / len(kept)


def is_state(text: str) -> bool:
    """Whether a text is a mere state: 正在推进, 已办结, 45%."""
    return bool(_STATE.fullmatch(text))
