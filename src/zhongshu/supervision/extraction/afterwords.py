"""What a sentence says of the duty before it only: by when (此项工作于9月9日前完成), or that it is done (现已完成整改)."""

from __future__ import annotations

import re

from .dates import Found

_THE_SAME = re.compile(
    r"\s*(?:此|该|本|上述|以上)(?:项|些|类)?(?:工作|任务|事项|项目|材料|问题|内容)?(?:请|须|应|务必|要)?(?:一律|全部|均)?(?:[在于]|请于)?$"
    r"|\s*(?:上报|报送|提交|反馈|填报|完成|截止)(?:时间|时限|期限|日期)(?:分别)?[为：][^。；]{0,16}$"
)
_IS_DONE_BY = re.compile(
    r"(?:之?前)?(?:全部|全面|基本)?(?:完成|办结|到位|报送|上报|提交|整改到位)(?:到位)?[。；\s]*|(?:，[^。；]{2,16})?[。；\s]*"
)
# 以上工作9月25日前全部完成，各部门汇总表报市安委办: the same, and then another thing.
_AND_MORE = re.compile(
    r"(?:之?前)?(?:全部|全面|基本)?(?:完成|办结|到位|报送|上报|提交|整改到位)(?:到位)?[，；](?=[^。]{6})"
)
_DONE = re.compile(
    r"\s*(?:现|目前|截至目前，?)(?:均|已|全部|该|此|上述|问题|项目|工作|任务)*已(?:经|全部|基本|按期|按时|按要求|如期)*(?:完成|办结|整改|解决|落实|销号)"
)
# 实际完成情况：…已全部完成: an item told with what became of it asks for nothing more.
_OUTCOME = re.compile(
    r"(?:实际|整改)?(?:完成|落实|办结)情况：[^：]{0,80}?已(?:于|经|全部|全面|基本|按|完成|建成|达)|(?:完成|落实|办结|销号)情况：(?:已|全部|均)(?:完成|办结|整改|销号|落实)"
)


def dates_the_one_before(norm: str, start: int, end: int, dues: list[Found]) -> tuple[Found, int] | None:
    """The deadline that a sentence gives to what was asked before it, and up to where; None if it gives none."""
    here = [due for due in dues if due.firm and start <= due.start < end]
    if not here or not _THE_SAME.fullmatch(norm, start, here[0].start):
        return None
    if len(here) == 1 and _IS_DONE_BY.fullmatch(norm, here[0].end, end):
        return here[0], end
    more = _AND_MORE.match(norm, here[0].end, end)
    return (here[0], more.end()) if more else None


def means_all_before(norm: str, start: int) -> bool:
    """以上工作…前完成: whether a sentence speaks of all that was asked, not of the last alone."""
    return norm[start:].lstrip().startswith(("以上", "上述"))


def says_it_is_done(norm: str, start: int, end: int) -> bool:
    """现已完成整改: the duty before it is over."""
    return bool(_DONE.match(norm, start, end))


def tells_outcome(norm: str) -> bool:
    """Whether an item is told together with what became of it (实际完成情况：已于5月通车)."""
    return "情况：" in norm and bool(_OUTCOME.search(norm))
