"""Cutting a text into blocks, sentences and clauses, with the place of each."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from .letters import hurried

Piece = tuple[int, int]

NUMBERING = re.compile(
    hurried(
        r"\s*(?:第[一二三四五六七八九十百\d]{1,4}[条章节款项]\s*|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十\d]{1,3}）|\d{1,3}(?:[.．、](?!\d(?!\d?月))|）)|[①-⑳⑴-⒇▲△●■◆★]|第[一二三四五六七八九十]，|[一二三四五六七八九十]是|[一二三四五六七八九十]要(?=[^点素])|其[一二三四五])\s*"
    )
)
_STAGE_DATES = re.compile(r"（[^（）]*\d(?:月|个月|天|周|个工作日)[^（）]*）")
# 第二阶段：排查摸底阶段（3个月）
_STAGE = re.compile(r"\s*第[一二三四五六]阶段：?[^，。；]{2,36}$")
_SENTENCE_END = "。！？\n"
_EDGE = re.compile("[（“《）”》。！？\n]")
# An item of its own behind a blank, and one though no line begins with it (：1.…；2.… and ；②…).
_BEFORE_ITEM = re.compile(
    r"[\s：；。](?:(?<=\s)(?=(?:\d{1,2}[.、](?!\d)|[一二三四五六七八九十]{1,3}、|（[一二三四五六七八九十]{1,3}）))"
    r"|(?<=[：；。])(?=[①-⑳]|（[一二三四五六七八九十\d]{1,2}）[^，。；、]|\d{1,2}[.．、](?!\d)|第[一二三四五六七八九十]，))"
)
_HEADING_REACH = 40
# 学校办公室根据…: who acts opens no title.
_ACTS = re.compile(
    r"[^，。；：]{2,24}?(?:办公室|部门|单位|机关|机构|政府|委员会|领导小组|[局委厅处科]|公司|中心)(?:要|应|须|根据|按照|结合|对(?!接|外|口)|将|每|定期|统一|负责|会同)"
)
# （五）强化信息报送 领导小组办公室要…: a title that only a blank parts from its text.
_TITLE_THEN_BLANK = re.compile(
    r"[^，。；：、\s（）\d][^，。；：\s（）]{3,22}(?:（[^（）]{1,16}）)?(?P<gap>[ 　]+)(?=[一-鿿])(?![^\s，。；]{0,12}：)(?=[^\n]{16})"
)
_CLAUSE_EDGE = re.compile("[（“《）”》，：；]")


class Sentence(NamedTuple):
    """One sentence of a passage: ``start`` … ``end`` in it; ``heading`` if it only titles what follows."""

    start: int
    end: int
    block: int
    heading: bool = False


def paragraphs(text: str) -> list[Piece]:
    """The lines of ``text`` that are not blank."""
    out, start = [], 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            out.append((start, start + len(line)))
        start += len(line)
    return out


def cut_sentences(norm: str, block: int = 0) -> list[Sentence]:
    """The sentences of a passage; a numbered title before its text is marked as heading."""
    out: list[Sentence] = []
    for start, end in _ranges(norm):
        while start < end and norm[start].isspace():
            start += 1
        if end > start:
            out.append(Sentence(start, end, block))
    return [_headed(norm, s, i, out) for i, s in enumerate(out)]


def _ranges(norm: str) -> list[Piece]:
    cuts, depth, aside = [0], 0, -1
    edges = [m.start() for m in _EDGE.finditer(norm)]
    items = _title_ends(norm) | {m.end() for m in _BEFORE_ITEM.finditer(norm)}
    for i in sorted({*edges, *(at - 1 for at in items)}) if items else edges:
        char = norm[i]
        if char == "（" and not norm[cuts[-1] : i].strip() and not NUMBERING.match(norm, i):
            aside = depth
        if char == "\n":
            depth = 0
        elif char in "）”》":
            depth = max(0, depth - 1)
        elif char in "（《“":
            depth += _opens(norm, i)
        closes_aside = char == "）" and depth == aside and norm[i + 1 : i + 2] not in ("，", "的", "、")
        quoted = (
            char == "”" and depth == 0 and norm[i - 1] in "。！？" and norm[i + 1 : i + 2] not in "，的、和）"
        )
        ended = char in _SENTENCE_END and depth == 0
        if ended or quoted or i + 1 in items or closes_aside:
            cuts.append(i + 1)
            depth, aside = 0, -1
    cuts.append(len(norm))
    return _glue([(a, b) for a, b in zip(cuts, cuts[1:], strict=False) if norm[a:b].strip(" \n\t　。")], norm)


def _opens(norm: str, at: int) -> bool:
    """Whether a bracket or quotation opens at ``at``; what somebody is quoted as saying (批示：“…) is read as text."""
    return norm[at] in "（《" or (norm[at] == "“" and norm[at - 1 : at] != "：")


def _title_ends(norm: str) -> set[int]:
    """Where a numbered title ends that stands in one line with its text."""
    number = NUMBERING.match(norm)
    title = _TITLE_THEN_BLANK.match(norm, number.end()) if number else None
    return {title.end("gap")} if title else set()


def _glue(ranges: list[Piece], norm: str) -> list[Piece]:
    """A bracket or closing quote right after the full stop stays a range of its own only if it assigns."""
    out: list[Piece] = []
    for start, end in ranges:
        if out and norm[start:end].strip() in ("”", "）", "」"):
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out


_NUMBERED_POINT = re.compile(r"[是要]$|条\s*$")
_SAYS_MORE = re.compile(
    r"\d|[一二三四五六七八九十]是|负责|要(?!求|素|点|件)|应(?!急|用|对)|[由请将把]|；|每(?:[年季月周日天旬]|半[年月])"
)


def _headed(norm: str, sentence: Sentence, index: int, all_of: list[Sentence]) -> Sentence:
    text = norm[sentence.start : sentence.end].strip()
    numbered = NUMBERING.match(text)
    if not numbered and len(all_of) > 1:
        return sentence
    text = _STAGE_DATES.sub("", text) if "（" in text else text
    if len(all_of) == 1 and (_STAGE.match(text) or (numbered and _is_title(text, numbered.end()))):
        return Sentence(sentence.start, sentence.end, sentence.block, heading=True)
    if not numbered or index + 1 >= len(all_of) or len(text) > _HEADING_REACH:
        return sentence
    if _NUMBERED_POINT.search(numbered[0].strip()) and len(text) > numbered.end() + 12:
        return sentence
    if _ACTS.match(text, numbered.end()):
        return sentence
    following = norm[all_of[index + 1].start : all_of[index + 1].end].strip()
    if following.startswith("（") or _SAYS_MORE.search(text, numbered.end()):
        return sentence
    if NUMBERING.match(following):
        return sentence
    return Sentence(sentence.start, sentence.end, sentence.block, heading=True)


def _is_title(text: str, after_number: int) -> bool:
    """A numbered line without a full stop, a date or an actor's modality: 三、实施步骤."""
    return (
        len(text) < 32
        and text[-1] not in "。；！"
        and not re.search(
            r"\d|负责|牵头|要(?!求|素|点|件)|应(?!急|用|对)|由|请|[每日月]", text[after_number:]
        )
    )


def _in_a_time(norm: str, at: int) -> bool:
    """Whether the colon at ``at`` parts hours from minutes (9：30)."""
    return norm[at - 1 : at].isdecimal() and norm[at + 1 : at + 2].isdecimal()


@lru_cache(maxsize=512)
def clauses(norm: str, start: int, end: int) -> tuple[Piece, ...]:
    """The clauses of a sentence: cut at commas and semicolons outside brackets and quotation marks."""
    out, depth, begin = [], 0, start
    for hit in _CLAUSE_EDGE.finditer(norm, start, end):
        i, char = hit.start(), hit[0]
        if char not in "，：；":
            depth = max(0, depth + (1 if _opens(norm, i) else -(char in "）”》")))
        elif char == "；" or (depth == 0 and not (char == "：" and _in_a_time(norm, i))):
            out.append((begin, i + 1))
            begin = i + 1
            depth = 0
    out.append((begin, end))
    return tuple((a, b) for a, b in out if norm[a:b].strip(" ，；：\n"))


_PART_END = re.compile(r"[；。\n]|$")


def part_end(norm: str, start: int) -> int:
    """Where the part of the sentence that begins at ``start`` ends."""
    hit = _PART_END.search(norm, start)
    return hit.start() if hit else len(norm)
