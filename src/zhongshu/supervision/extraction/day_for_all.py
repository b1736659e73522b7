"""One day for all that a sentence asks, told at its end: A办手续，B落实住房，6月30日前办完。"""

from __future__ import annotations

import re
from dataclasses import replace

from .dates import Found
from .model import Duty
from .segmentation import Sentence
from .spans import Passage

_ALL = r"(?:都|均|全部?|一律|统一)"
_ALL_BY = re.compile(
    rf"，(?P<all>[以上]*(?:材料|工作|事项|这些)?{_ALL})?(?:务必|必须|要|须|最[迟晚])*[在于]?$"
)
_IS_DONE = (
    rf"(?:{_ALL}|务必|必须|要|须)*(?:完成|办[完结好]|[做弄]完|[弄搞]好|搞定|落实?到位|结束|收[口尾]|见效)"
)
_IS_HANDED_IN = r"(?:报齐|交齐|(?:发|交|报|给|送)(?:我|来|到?[^，。；]{1,6}[办处室科箱里]))"
_AND_NO_MORE = re.compile(
    rf"(?:之?前)?(?:{_IS_DONE}|(?P<handed>{_ALL}?{_IS_HANDED_IN}))[^，。；]{{0,4}}(?:，(?:别|不[得能要])[^，。；]{{1,4}})?[。！\s]*"
)


def with_the_last_day(
    duties: list[Duty], passage: Passage, sentence: Sentence, dues: list[Found]
) -> list[Duty]:
    """``duties`` of a sentence with the day that its last clause gives to all of them, where they have no time of their own."""
    norm, (start, end) = passage.norm, sentence[:2]
    here = [due for due in dues if due.firm and start <= due.start < end] if len(duties) > 1 else []
    said = _ALL_BY.search(norm, start, here[-1].start) if here else None
    closed = said and _AND_NO_MORE.fullmatch(norm, here[-1].end, end)
    if not said or not closed or (closed["handed"] and not said["all"]) or norm.find("；", start, end) > 0:
        return duties
    told = here[-1].due(passage)
    return [duty if duty.due.raw or duty.cycle else replace(duty, due=told) for duty in duties]
