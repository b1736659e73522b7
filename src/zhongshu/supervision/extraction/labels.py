"""Items whose assignment follows on lines of its own: 牵头单位：… / 配合单位：… / 完成时限：…"""

from __future__ import annotations

import re

from .letters import one_of
from .names import is_unit
from .roles import DUE_LABEL, LABEL, TASK_LABEL, read_bracket
from .segmentation import Piece, Sentence
from .spans import level
from .stretches import AT_ONCE
from .vocabulary_cues import DELIVERABLE

_OPENING = re.compile(r"[\s（]*")
_DATE_OPENS = re.compile(r"[\s于]*(?:每|\d{1,2}月|\d{4}年\d{1,2}月|[年月]底前)")
_PROBLEM = re.compile(r"\s*(?:存在|反馈)?问题[一二三四五六七八九十\d]{0,3}：")
_LABELLED = re.compile(rf"\n\s*(?:{LABEL.pattern})")
# 成果形式：督导通报, between the lines of an item: what comes of it.
_RESULT = re.compile(r"\s*(?:工作|预期|提交)?成果(?:形式)?：")
_LINE_REACH, _ASSIGNING_REACH = 200, 80
_ASSIGNS = ("牵头", "负责", "落实", "配合", "参与", "组织实施")
_TITLE = re.compile(r"^附件|(?<![，。；])(?:分解表|分工表|一览表|安排表|任务表|清单|台账|名单)$")
# 澜州市重点工作任务分解表: the heading of a table or paper; 1.建立问题清单 is none.
_HEADS_A_PAPER = re.compile(
    rf"(?!{DELIVERABLE})[^，。；：\d][^，。；：]{{4,40}}(?:分解表|分工表|一览表|安排表|任务表|清单|台账|名单|纪要|记录)(?:（[^（）]{{1,20}}）)?"
)
_PAPERS = one_of(_HEADS_A_PAPER)


def heads_a_paper(line: str) -> bool:
    """Whether ``line`` is the heading of a table or of minutes, which asks for nothing."""
    return bool(_PAPERS.search(line) and _HEADS_A_PAPER.fullmatch(line.strip()))


def _opens_with_label(norm: str, start: int) -> bool:
    opening = _OPENING.match(norm, start)
    at = opening.end() if opening else start
    return bool(LABEL.match(norm, at) or DUE_LABEL.match(norm, at))


def assigns_only(norm: str, start: int, end: int) -> bool:
    """Whether a line does nothing but assign what stands above it (市财政局牵头落实; 市教委、市体育局分别负责)."""
    line = norm[start:end].rstrip(" 　。；\n")
    if len(line) > _ASSIGNING_REACH or not line.endswith(_ASSIGNS):
        return False
    cast = read_bracket(norm, start, start + len(line), first=False, directory=None)
    names = sorted((a, b) for a, b, _ in (*cast.lead, *cast.support))
    return bool(names) and names[0][0] <= start + 1 and all(is_unit(norm[a:b]) for a, b in names)


def _names_task(line: str, before: str) -> bool:
    """整改措施：… after lines that assigned a task not named yet."""
    named = TASK_LABEL.match(line)
    if not named:
        return False
    earlier = list(TASK_LABEL.finditer(before))
    if not earlier:
        return _opens_with_label(before, 0) or bool(_PROBLEM.match(before) and _LABELLED.search(before))
    wanted = bool(named["asked"] or named["goal"] or (earlier[0]["named"] and not named["named"]))
    return wanted and earlier[0].start() == 0 and len(earlier) == 1


def _next_date(line: str, before: str) -> bool:
    """12月20日前报送总结 after a line that ends with ；: the same actor, another day."""
    return bool(_DATE_OPENS.match(line)) and before.rstrip().endswith("；")


def join_label_lines(text: str, lines: list[Piece]) -> list[Piece]:
    """Join each line that opens with a label to the line before it, so that both are read as one item."""
    joined: list[Piece] = []
    for start, end in lines:
        near = bool(joined) and end - start <= _LINE_REACH and not text[joined[-1][1] : start].strip()
        near = near and end - joined[-1][0] <= AT_ONCE
        if near and _belongs(level(text[start:end]), level(text[slice(*joined[-1])])):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _belongs(line: str, before: str) -> bool:
    """Whether ``line`` says more of what stands ``before`` it: a label, who does it, or another day for it."""
    if "：" in line and TASK_LABEL.search(line):
        goes_on = _names_task(line, before)
    else:
        comes_of_it = TASK_LABEL.match(before) and _RESULT.match(line)
        goes_on = (
            bool(comes_of_it)
            or _opens_with_label(line, 0)
            or assigns_only(line, 0, len(line))
            or _next_date(line, before)
        )
    return goes_on and not _TITLE.search(before.strip())


def merge_labels(norm: str, sentences: list[Sentence]) -> list[Sentence]:
    """Make one sentence of labels that follow each other (责任单位：…。完成时限：…)."""
    merged: list[Sentence] = []
    labelled = False
    for sentence in sentences:
        label = _opens_with_label(norm, sentence.start)
        if label and labelled:
            merged[-1] = Sentence(merged[-1].start, sentence.end, sentence.block)
        else:
            merged.append(sentence)
        labelled = label
    return merged
