"""Items written as labelled fields, in any order: 责任单位：… 完成时限：… 事项：…"""

from __future__ import annotations

import re
from dataclasses import replace

from .model import Duty
from .roles import DUE_LABEL, LABEL, TASK_LABEL
from .segmentation import NUMBERING, Piece
from .spans import Passage
from .tables import Row

_OTHER = r"(?:(?:存在|反馈)?问题(?:描述|清单|[一二三四五六七八九十\d]{1,3})?|序号|编号|备注|(?:有关|工作|相关)?要求|联系人|联系电话|电话|督导(?:单位|部门)|督办(?:单位|部门)|监督单位|目前进展|来源|(?:工作|预期|提交)?成果(?:形式)?|交办领导|批示领导)："
_FIELD = re.compile(
    rf"(?:(?<=[\s，；。、|（）★☆▲△●■◆])|^)(?:{LABEL.pattern}|(?P<due>{DUE_LABEL.pattern})|(?P<task>{TASK_LABEL.pattern})|(?P<other>{_OTHER}))"
)
_EDGES = " 　\t\n，；。、|"
_SHORTEST_TASK = 5
_LONGEST_TASK = 160


def read_record(passage: Passage) -> Row | None:
    """The item that ``passage`` writes as fields; None if it is no such item.

    A task must be named (事项：…), or stand without label before the first of at least two fields in one line.
    """
    norm = passage.norm
    if "：" not in norm:
        return None
    hits = list(_FIELD.finditer(norm))
    if not any(hit["task"] for hit in hits):  # what a bracket behind an item says is read with the item
        hits = [hit for hit in hits if not norm.endswith("（", 0, hit.start())]
    kinds = [_kind(hit) for hit in hits]
    if "lead" not in kinds and "duty" not in kinds and not ("due" in kinds and "task" in kinds):
        return None
    if any(kinds.count(kind) > 1 for kind in ("lead", "duty", "due")) or kinds.count("task") > 2:
        return None
    row = Row()
    stops = [hit.start() for hit in hits[1:]] + [len(norm)]
    tasks = [hit for hit in hits if hit["task"]]
    if len(tasks) == 2 and not _completes(*tasks):
        return None
    for hit, kind, stop in zip(hits, kinds, stops, strict=True):
        place = _bare(norm, hit.end(), stop)
        if place[0] < place[1]:
            _seat(row, kind, passage.part(*place))
    if not row.texts and len(hits) > 1:
        _seat_unlabelled(row, passage, hits[0].start())
    return row if row.complete else None


# 责任单位：… 整改目标：… stand above 整改措施：1.…, and hold for it.
_MEASURES = re.compile(r"\s*(?:[一-鿿]{2})?(?:措施|举措)：")


def opens_measure(norm: str, *, goes_on: bool) -> bool:
    """Whether a paragraph tells the measures of the item above it, or ``goes_on`` with the next of them by number."""
    return bool(_MEASURES.match(norm) or (goes_on and NUMBERING.match(norm)))


def led_as(above: Duty, duty: Duty) -> Duty:
    """``duty`` with those who lead, join in and answer for the item ``above`` it, where it names nobody."""
    if duty.lead or duty.leaders:
        return duty
    return replace(duty, lead=above.lead, support=duty.support or above.support, leaders=above.leaders)


def _completes(first: re.Match[str], second: re.Match[str]) -> bool:
    """Whether the second of two tasks says of the first what is to be reached or done (项目名称：…, 建设内容：…)."""
    return bool(
        second["goal"]
        or (not first["asked"] and (second["asked"] or (first["named"] and not second["named"])))
    )


def _kind(hit: re.Match[str]) -> str:
    if hit[0].lstrip().startswith("交办"):  # who asked, not who answers
        return "other"
    kinds = ("lead", "support", "duty", "leader", "due", "task", "other")
    return next(kind for kind in kinds if hit[kind])


def _seat(row: Row, kind: str, value: Passage) -> None:
    if kind == "task":
        row.texts = [value]
    elif kind == "due":
        row.due = value
    elif kind == "leader":
        row.leader = row.leader or value
    elif kind == "lead":
        row.support += [row.lead] if row.lead else []
        row.lead = value
    elif kind == "duty" and row.lead is None:
        row.lead = value
    elif kind in ("duty", "support"):
        row.support.append(value)


def _seat_unlabelled(row: Row, passage: Passage, stop: int) -> None:
    """新建公厕20座  责任单位：…  完成时限：…: one line whose opening is the task."""
    number = NUMBERING.match(passage.norm, 0, stop)
    start, stop = _bare(passage.norm, number.end() if number else 0, stop)
    if (
        not re.search(r"[。\n：（]", passage.norm[start:stop])
        and _SHORTEST_TASK <= stop - start <= _LONGEST_TASK
    ):
        row.texts.append(passage.part(start, stop))


def _bare(norm: str, start: int, end: int) -> Piece:
    while start < end and norm[start] in _EDGES:
        start += 1
    while end > start and (norm[end - 1] in _EDGES or norm[end - 1] == "（" or _closes(norm, start, end)):
        end -= 1
    return start, end


def _closes(norm: str, start: int, end: int) -> bool:
    """Whether the last letter closes a bracket that opened before ``start``."""
    return norm[end - 1] == "）" and norm.count("（", start, end) < norm.count("）", start, end)
