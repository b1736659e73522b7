"""One subject, several duties: where a segment falls apart by deadline, cycle or project."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from .carrying import DONE_TO, STRONG_VERB, carrying_clauses
from .casting import Segment
from .cycles import Cycle
from .projects import is_project
from .segmentation import Piece, Sentence, clauses
from .targets import Figure
from .vocabulary_cues import DEONTIC, GOAL, MERE_EFFORT, REPORTING

# 并于2月底前报…: another day, so another duty. 每月不少于2次: how often, of the one before.
_AND_BY = re.compile(
    r"[\s，]*并(?:务必|须|应|要)?(?:[将把]|[于在](?=[^，。；]{0,16}(?:前|内|底))|每|按[月季周旬日])"
)
# 其中重大隐患25日前必须清零: some of them sooner than the rest.
_OF_THEM = re.compile(r"[\s，]*其中[^，。；\d]{2,12}(?:[在于限]|务必|\d|[本下这]|月底|立即)")
_ONLY_HOW_OFTEN = re.compile(
    r"(?:原则上|一般)?每[^，。；]{1,4}(?:不少于|至少|不低于|不超过)?\d{0,3}[一两三四]?次[，。；]?$|每[^，。；]{1,4}一[报巡查清结评][，。；]?$"
)
# 建立台账，每季度更新一次: how a thing set up is kept.
_RENEWED = re.compile(
    r"[\s，]*每[^，。；]{1,4}(?:动态)?(?:更新|轮换|修订|调整|维护|核对)[一两\d]次[，。；]?$"
    # 每年抽查比例不低于10%: how much of it each time.
    r"|[\s，]*每[^，。；]{1,3}[一-鿿]{0,4}(?:比例|频次|次数|数量|覆盖面|覆盖率)(?:不[低少]于|达到?|为)[^，。；]*[，。；]?$"
)
# 变形监测由地质队承担，每日报送两次: the clause before only says whose it is.
_WHOSE_IT_IS = re.compile(r"(?:具体|牵头|组织|负责)*(?:承担|负责|实施)，")
# 建立周调度机制，每周五报进度: the rule and how it is kept are one.
_BY_RULE = re.compile(
    r"(?<=[实推执]行)[月季周旬日双](?:调度|通报|报告|会商|研判)(?=[、，])|[月季周旬日双](?:调度|通报|报告?|例会|会商|研判|督查|督办)[一-鿿]{0,2}(?:制度|机制)"
)
# 成立工作专班，每周调度: what is set up, and how it works.
_SETS_UP = re.compile(r"\s*(?:建立|健全|成立|组建|设立)[^，。；]{2,24}，")
# 遇突发险情第一时间报告: asked besides what is asked at fixed times.
_WHEN_IT_HAPPENS = re.compile(
    r"[\s，]*(?:如?遇[有到]?|一?有)[^，。；]{2,16}?(?:要|应|须|必须)?(?:立即|第一时间|随时|及时|马上|立刻)[^，。；]{0,12}(?:[报告]|打电话|转移|撤离)"
)
_IF_IT_HAPPENS = re.compile(r"发现|发生|遇|如|出现|一旦")
_ENSURES = re.compile(r"[\s，]*(?:并)?(?:确保|力争|务必)")
_MUST = re.compile(DEONTIC)
_JOINED = re.compile(r"[\s，]*(?:并|且|其中|包括|内容|也|以及|或|由此)")


# 每两小时在群里报一次, 核对单每日交药师长: told in a note besides what is done.
_HANDED_ON = re.compile(r"[^，。；]*(?:报(?![名道销废])|[交抄送发]|公布|通报)")


def split_segment(
    norm: str, segment: Segment, cycles: list[Cycle], figures: list[Figure], *, note: bool = False
) -> list[Segment]:
    """The duties that ``segment`` holds, in order; usually itself."""
    pieces = clauses(norm, segment.predicate, segment.end)
    if len(pieces) < 2:
        return [segment]
    dated = _at_once(norm, segment, pieces, sorted([d.start for d in segment.dues if d.firm]))
    paced = [c for c in cycles if segment.start <= c[0] < segment.end] if cycles else cycles
    firm = [c[0] for c in paced if c[2] == "cue.cycle" or _reports(norm, c[0], pieces)]
    firm = _beside_rules(norm, segment, pieces, dated, firm)
    if not segment.actor and not segment.dues and not paced:
        return _cut_before(norm, segment, pieces, [], lambda piece: _stands_alone(norm, piece, figures))
    firm = [
        at
        for at in firm
        if _reports_to(norm, at, pieces)
        or not _SETS_UP.fullmatch(norm, segment.predicate, _clause_of(pieces, at))
    ]
    later = [d.start for d in segment.dues if d.cue == "cue.next_monthly"]  # 每月汇总，次月5日前报: one
    told = [at for at in sorted(dated + firm)[1:] if at not in later] if segment.dues else firm
    goals = _goals_before(segment, dated, figures) if dated and figures else []
    return _cut_before(
        norm,
        segment,
        pieces,
        dated + firm + goals,
        lambda piece: (
            bool(told and any(piece[0] <= at < piece[1] for at in told))
            or (not segment.actor and is_project(norm, *piece))
            or _opens_anew(norm, piece, min(dated) if goals else -1)
        ),
        note=note,
    )


def _beside_rules(
    norm: str, segment: Segment, pieces: Sequence[Piece], dated: list[int], firm: list[int]
) -> list[int]:
    """``firm`` without the rules of which a later clause says how they are kept; what has a day of its own says no such thing."""
    if not firm:
        return firm
    own = [d.start for d in segment.dues if d.iso and not _reports(norm, d.start, pieces)]
    last = max((at for at in dated + firm if at not in own), default=-1)
    return [at for at in firm if not (at < last and _BY_RULE.match(norm, at))]


# 元旦前完成宣讲全覆盖: what is done is named behind the verb; 月底前完成 only dates what stands before.
_ITS_OWN = re.compile(
    rf"(?![\s，]*(?:并|且|其中|确保|力争|务必))[^，。；]*(?:{STRONG_VERB.pattern})[^，。；]{{4,}}"
    r"|[\s，]*(?:具体|实施|操作|详细)?(?:办法|方案|细则|清单|名单|报告|台账|预案|措施)(?:务必|[请须要在于限]){0,2}(?=\d|[本下这]|月底|年底)"
)


def _opens_anew(norm: str, piece: Piece, day: int) -> bool:
    """把成功率提到96%以上，元旦前完成宣讲: behind a number to reach, another thing by the first day, at ``day``; or whenever it happens."""
    own = piece[0] <= day < piece[1] and _ITS_OWN.match(norm, *piece)
    return bool(own or _WHEN_IT_HAPPENS.match(norm, piece[0]))


def _goals_before(segment: Segment, dated: list[int], figures: list[Figure]) -> list[int]:
    """Where numbers to reach stand before the first day of the segment."""
    first = min(dated)
    return [f.start for f in figures if f.is_asked and segment.predicate <= f.start < first]


def split_item(norm: str, segment: Segment, body: Sequence[Sentence], figures: list[Figure]) -> list[Segment]:
    """The duties of an item assigned as a whole: several where the one sentence below its title has several days."""
    untitled = [sentence for sentence in body if not sentence.heading] or body
    if len(untitled) > 1:
        return _by_sentence(norm, segment, untitled, figures)
    start = untitled[0].start
    below = replace(segment, start=start, predicate=max(segment.predicate, start))
    parts = split_segment(norm, below, [], figures)
    return parts if len(parts) > 1 else [segment]


def _by_sentence(
    norm: str, segment: Segment, body: Sequence[Sentence], figures: list[Figure]
) -> list[Segment]:
    """The sentences of an item that have days of their own, each with what the next ones say without a day."""
    firm = [d.start for d in segment.dues if d.firm]
    opens = [s.start for s in body if any(s.start <= at < s.end for at in firm)]
    if len(opens) < 2 or any(not carrying_clauses(norm, s.start, s.end) for s in body):
        return [segment]
    edges = [segment.start, *opens[1:], segment.end]
    parts: list[Segment] = []
    for start, end in zip(edges, edges[1:], strict=False):
        part = replace(segment, start=start, end=end, predicate=max(segment.predicate, start))
        part.dues = [d for d in segment.dues if start <= d.start < end]
        parts += split_segment(norm, part, [], figures)
    return parts


def _at_once(norm: str, segment: Segment, pieces: Sequence[Piece], dated: list[int]) -> list[int]:
    """``dated``, and before it where 立即停用，3日内更换 asks for a thing at once, before another by a day; 确保3日前清零 is its own end."""
    at_once = [d.start for d in segment.dues if d.rule == "immediate"]
    if not at_once:
        return dated
    first = next((p for p in pieces if dated and p[0] <= dated[0] < p[1]), pieces[0])
    at = [start for start in at_once if start < first[0]]
    if not at or _ENSURES.match(norm, first[0]) or _IF_IT_HAPPENS.search(norm, segment.start, at[0]):
        return dated
    asked = (
        STRONG_VERB.search(norm, at[0], first[0])
        or DONE_TO.search(norm, at[0], first[0])
        or _MUST.search(norm, segment.start, at[0])
    )
    return at[:1] + dated if asked else dated


def _clause_of(pieces: Sequence[Piece], at: int) -> int:
    return next(start for start, end in pieces if at < end)


def _reports(norm: str, at: int, pieces: Sequence[Piece]) -> bool:
    """定期向市政府汇报 is a duty of its own; 定期开展调度 goes with the rest."""
    return any(p[0] <= at < p[1] and REPORTING.search(norm, *p) for p in pieces)


# 每季度向市政府办公室报告一次: to somebody else, so no part of how the thing set up works.
_TO_ANOTHER = re.compile(r"向[^，。；]{2,16}")


def _reports_to(norm: str, at: int, pieces: Sequence[Piece]) -> bool:
    return _reports(norm, at, pieces) and any(
        p[0] <= at < p[1] and _TO_ANOTHER.search(norm, at, p[1]) for p in pieces
    )


def _stands_alone(norm: str, piece: Piece, figures: list[Figure]) -> bool:
    """Without an actor: a project (建成…), or a first number to reach (不少于5%); later ones join its row."""
    text = norm[slice(*piece)]
    if is_project(norm, *piece):
        return True
    earlier = any(f.start < piece[0] and norm.rfind("。", f.start, piece[0]) < 0 for f in figures)
    qualified = any(f.qualified and piece[0] <= f.start < piece[1] for f in figures)
    return qualified and not earlier and bool(GOAL.search(text))


def _cut_before(
    norm: str,
    segment: Segment,
    pieces: Sequence[Piece],
    timed: list[int],
    opens: Callable[[Piece], bool],
    *,
    note: bool = False,
) -> list[Segment]:
    """Cut before each clause that opens a duty of its own, if what stands before it asks for something itself.

    ``timed``: where dates and cycles stand; a clause with one asks for something whatever its verb.
    """
    cuts: list[int] = []
    begin = segment.predicate
    for piece in pieces[1:]:
        if not opens(piece) or _RENEWED.match(norm, *piece) or _is_told_of(norm, segment, piece[0]):
            continue
        before = any(begin <= at < piece[0] for at in timed)
        here = any(piece[0] <= at < piece[1] for at in timed)
        handed = here and note and _HANDED_ON.match(norm, *piece)
        joined = _JOINED.match(norm, piece[0])
        aside = note and _OF_THEM.match(norm, *piece)
        if joined and not (before and here and (aside or _AND_BY.match(norm, piece[0]))):
            continue
        if not before and not any(
            _weighty(norm, p) or is_project(norm, *p) or (handed and not MERE_EFFORT.match(norm, p[0]))
            for p in carrying_clauses(norm, begin, piece[0])
        ):
            continue
        if (here and not _ONLY_HOW_OFTEN.match(norm, *piece)) or carrying_clauses(norm, *piece):
            cuts.append(piece[0])
            begin = piece[0]
    return _parts(segment, cuts) if cuts else [segment]


def _is_told_of(norm: str, segment: Segment, at: int) -> bool:
    """Whether what stands before ``at`` only says who has the thing in hand of which the clause there tells."""
    return segment.actor == "actor.assigned" and bool(_WHOSE_IT_IS.fullmatch(norm, segment.predicate, at))


def _weighty(norm: str, piece: Piece) -> bool:
    """A clause that would be a duty by itself; 加强督办 before 每月通报一次 is not."""
    return bool(STRONG_VERB.search(norm, *piece)) and not MERE_EFFORT.match(norm, piece[0])


def _parts(segment: Segment, cuts: list[int]) -> list[Segment]:
    edges = [segment.start, *cuts, segment.end]
    parts = []
    for i, (start, end) in enumerate(zip(edges, edges[1:], strict=False)):
        part = Segment(start, end, segment.predicate if i == 0 else start, segment.cast, segment.actor)
        part.dues = [d for d in segment.dues if start <= d.start < end]
        parts.append(part)
    return parts


# 次月5日前汇总: at the pace of what is told before; so is 次年1月底前.
_OF_THE_PACE_BEFORE = ("次", "下")


def pace_of(norm: str, cycles: list[Cycle], sentence: int, segment: Segment) -> Cycle | None:
    """The cycle of the duty of ``segment``, in a sentence that begins at ``sentence``.

    One told of what is to be done goes before one told of what leads up to it.
    """
    inside = [c for c in cycles if segment.start <= c[0] < segment.end]
    if inside:
        asked = [c for c in inside if c[0] >= segment.predicate and c[2] == "cue.cycle"]
        return asked[0] if asked else inside[0]
    before = [c for c in cycles if sentence <= c[0] < segment.start and c[2] == "cue.cycle"]
    follows = any(norm.startswith(_OF_THE_PACE_BEFORE, d.start) for d in segment.dues)
    return max(before) if before and follows else None
