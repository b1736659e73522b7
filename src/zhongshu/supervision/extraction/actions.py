"""The core words of a duty: which stretch of the predicate to quote."""

from __future__ import annotations

import re

from .segmentation import NUMBERING, Piece
from .vocabulary_cues import DEONTIC, MERE_EFFORT, STRONG

LONGEST = 40
_BARE_PREDICATE, _LEAST_OBJECT, _LONGEST_QUOTED = 10, 4, 60
_NO_OBJECT = re.compile(r"由|请|责成|会议|经|为|根据|按照|关于(?=[^，]*，)")
_CONTACT = re.compile(
    r"（(?:联系|电话|邮箱|传真)[^（）]*）[，。；\s]*$"
)  # who to ring is no part of what is to be done
_CHARGE_ALONE = re.compile("(?:共同|统一|具体|全面)?(?:负责|牵头|承担|落实|办理)(?=[，。；])")
_STRONG = re.compile(STRONG)
_OPENING = re.compile(
    rf"[\s，：、]*(?:[@＠](?:所有人|全体成员)[\s，]*)?(?:{DEONTIC})?(?:并(?!联|轨|网))?(?:{DEONTIC})?[\s，：]*"
)
_MEASURED = re.compile(r"\d(?!\d*[年月日])")
_TRAILING = "，。；：、 \n\t　"


def action_piece(
    norm: str, start: int, end: int, carrying: tuple[Piece, ...], stated: tuple[int, ...] = ()
) -> Piece:
    """Where the action stands: the strongest clause, lengthened by its neighbours while it stays short.

    ``stated``: where the date, cycle or number stands that alone makes it a duty; its clause comes first.
    """
    pieces = [p for p in carrying if p[1] > p[0]] or [(start, end)]
    timed = [p for p in pieces if any(p[0] <= at < p[1] for at in stated)] if stated else []
    if timed and timed[0][1] - pieces[0][0] <= LONGEST:
        timed = [(pieces[0][0], timed[0][1])]
    begin, stop = timed[0] if timed else _strongest(norm, start, pieces)
    for piece in pieces:
        if piece[0] == stop and piece[1] - begin <= LONGEST:
            stop = piece[1]
    return trimmed(norm, begin, stop)


def _strongest(norm: str, start: int, pieces: list[Piece]) -> Piece:
    """The first of ``pieces`` that is more than effort, or else that has a thing to hand in; 负责 takes the very first."""
    if norm.endswith("负责", 0, start):
        return pieces[0]
    for piece in pieces:
        if not MERE_EFFORT.match(norm, piece[0]) or _MEASURED.search(norm, *piece):
            return piece
    return next((piece for piece in pieces if _STRONG.search(norm, *piece)), pieces[0])


def trimmed(norm: str, start: int, end: int) -> Piece:
    """Without the modality before and the stop after."""
    if (number := NUMBERING.match(norm, start, end)) and number.end() < end:
        start = number.end()
    opening = _OPENING.match(norm, start, end)
    if opening and opening.end() < end:
        start = opening.end()
    if aside := _CONTACT.search(norm, start, end):
        end = aside.start()
    while end > start and (
        norm[end - 1] in _TRAILING or (norm[end - 1] == "”" and "“" not in norm[start:end])
    ):
        end -= 1
    return start, end


def with_object(norm: str, topic: int, actor: int, action: Piece) -> int:
    """补贴办法由市人社局研究制定: a short predicate is quoted from the object that stands before its actor on."""
    start, end = action
    if charge := _CHARGE_ALONE.match(norm, start, end):  # 电路改造由民政办负责，资金…
        end = charge.end()
    if end - start > _BARE_PREDICATE:
        return start
    begin = trimmed(norm, topic, actor)[0]
    quotable = actor - begin > _LEAST_OBJECT and end - begin <= _LONGEST_QUOTED
    return begin if quotable and not _NO_OBJECT.match(norm, begin) else start
