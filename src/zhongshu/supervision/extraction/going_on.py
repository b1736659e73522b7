"""How a stretch of text without a subject goes on from the actor before it."""

from __future__ import annotations

import re

from .actors import OWN_THING
from .casting import Segment
from .cycles import Cycle
from .names import is_particular
from .roles import Cast
from .segmentation import NUMBERING
from .vocabulary_cues import DEONTIC, STRONG

_MUST = re.compile(DEONTIC)
_HANDED_IN = re.compile(
    r"(?:^|[，；])(?:并|要|应|须)?(?:[将把][^，。；]{2,24}?)?(?:及时|按时|书面|统一|一并|直接)*(?:报送|报请|上报|反馈给|抄送|报[省市区县局厅委办])"
)
_ASKED_AGAIN = re.compile(
    rf"(?:{NUMBERING.pattern})?\s*(?:[^，。；]{{2,40}}(?:的|时|后)，|对于?[^，。；]{{2,40}}，)?(?:也|还|并|同时)?(?:应当?|须|必须|务必)(?![急用对变])(?=[^，。；]{{0,24}}?(?:{STRONG}))"
)


def goes_on(norm: str, segment: Segment, cycles: list[Cycle]) -> str:
    """By what sign ``segment`` goes on: by date, cycle or report, or by 应, 须; empty if it does not."""
    if OWN_THING.match(norm, segment.predicate, segment.end):
        return ""
    paced = any(segment.start <= cycle[0] < segment.end for cycle in cycles)
    if segment.dues or paced or _hands_in(norm[segment.start : segment.end]):
        return "actor.carried"
    return "actor.shared" if _ASKED_AGAIN.match(norm, segment.start, segment.end) else ""


_A_ROLE = re.compile("(?:单位|部门|科室|处室|机构|机关)$")
_THE_ONE_IN_CHARGE = re.compile("(?:主办|牵头|承办|主责)(?:单位|部门|科室|处室)")


def means_the_one_before(norm: str, cast: Cast, carried: Cast) -> bool:
    """由A主办，B会办，主办单位须…: whether those told to act are the ones just put in charge by name."""
    if len(cast.lead) != 1 or not carried.lead or cast.leaders:
        return False
    if not _THE_ONE_IN_CHARGE.fullmatch(norm, *cast.lead[0][:2]):
        return False
    if all(cue == "cue.subject" for _, _, cue in carried.lead):
        return False
    return all(not _A_ROLE.search(norm[a:b]) and is_particular(norm[a:b]) for a, b, _ in carried.lead)


def _hands_in(text: str) -> bool:
    """要…，报送…: a sentence without subject that has something handed in goes on from the one before."""
    return bool(_MUST.search(text) and _HANDED_IN.search(text))
