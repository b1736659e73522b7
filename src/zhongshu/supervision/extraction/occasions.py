"""Times that no calendar of ours tells: 项目竣工前, 五一假期, 节后第一个工作日. Each is sought by a word that is seldom met."""

from __future__ import annotations

import re
from collections.abc import Iterator

from .days import numeral
from .due_events import event_of
from .due_grammar import FEAST
from .due_standing import spoken_eve

# What is to be done before something comes about or ends: 项目竣工前完成归档, 迎检前全部到位.
MILESTONE = re.compile(
    r"(?:开工|竣工|完工|开业|开园|开馆|开幕|开赛|开考|开标|通车|上线|投用|投产|投运|试运行|投入使用|启用|验收|交房|交付|入住|到期|届满|期满|迎检|搬迁|进场|撤场|揭牌|签约)(?:之前|以前|前)"
    r"(?=[，。；）]|全部|必须|务必|要|将|把|到位|拿出|备齐|备好|完成|做好|提交|报送?|落实|组织|办理|整改)"
)
# 五一假期修补完毕: within the days of a feast.
HOLIDAYS = re.compile(r"(?:小长假|长假|假期|黄金周)(?:期间)?(?=[一-鿿]{2,12}(?:完毕|完成|到位|结束)|完成)")
# 国庆节后第一个工作日, 节后上班第一天: the office table of holidays tells which.
AFTER_FEAST = re.compile(
    r"后(?<=[节期假一月旦]后)的?(?:上班)?(?:首个工作日|第(?P<n>[一二三四五1-5])(?:个工作日|[天日])|首日)(?:上班|下班|上午|下午)?(?:之前|前|内)?"
    r"|(?:节?后)?(?:上班|开工|复工|返岗)(?<=[节旦年后][上开复返][班工岗])(?:第一[天日]|首日|头[一两]?天|当天)"
)
_WHAT = re.compile(r"(?:项目|工程|合同|协议|任期|聘期|试用期|竣工|新[校楼厂]|[一-鿿]期)$")
_FEAST = re.compile(rf"(?P<f>{FEAST}|假期|节|年)(?:小长假|假期|长假)?$")
_REACH = 10

Occasion = tuple[int, int, str, bool]
"""Where it stands, the rule, and whether it is as firm as a day."""


def occasion(name: str, norm: str, hit: re.Match[str]) -> Iterator[Occasion]:
    """What a match of the shape called ``name`` says, with the words before it that tell of what."""
    floor = max(0, hit.start() - _REACH)
    if name == "spoken_eve":
        yield from spoken_eve(norm, hit, floor)
    elif name == "milestone":
        what = _WHAT.search(norm, floor, hit.start())
        start = what.start() if what else hit.start()
        yield start, hit.end(), f"before {event_of(norm[start : hit.end()])}", False
    elif feast := _FEAST.search(norm, floor, hit.start()):
        called = feast["f"].strip("“”")
        rule = f"during {called}"
        if name == "after_feast":
            rule = f"WD{int(numeral(hit['n'] or '一') or 1)} after {called}"
        yield feast.start(), hit.end(), rule, True
