"""What sets the clock of a deadline going: receipt, a meeting, publication (收到批示后…, 自本通知印发之日起…)."""

from __future__ import annotations

import re

# What sets a clock going, by the words that tell of it; the first that fits counts.
EVENTS: tuple[tuple[str, str], ...] = (
    ("收到|接到|接通知|接函|接文|接报|接件|签收|收文|收件|受理|收悉|交办之", "receipt"),
    ("决定作出|作出决定|决定之日|作出之日", "decision"),
    ("印发|发布|公布|下发|发文|公告|刊登|公开之", "publication"),
    ("会议|会后|会前|开会|散会|召开", "meeting"),
    ("交办|转办|批示|批办|分办|任务下达|下达", "assignment"),
    ("批准|核准|审批通过|批复", "approval"),
    ("签订|签署|签约", "signature"),
    ("施行|实施|生效", "entry-into-force"),
    ("完成|结束|完毕|办结|竣工|届满|期满", "completion"),
    ("发现|发生", "occurrence"),
)  # fmt: skip
_EARLIER_EVENT = re.compile(r"(?:收到|接到|签收)[^，。；]{1,30}?(?:后|之日起?)")
_SINCE_IT_WAS_ISSUED = re.compile("本[^，。；]{2,6}(?:印发|发布|公布|下发)之日起")
_MEETING_ITEM = re.compile(r"会议(?:决策|决定|议定|确定)?(?:的)?事项")
_EVENTS = tuple((re.compile(words), code) for words, code in EVENTS)


def event_of(words: str) -> str:
    """The code of the event that ``words`` tell of; ``event`` if none of the usual ones."""
    return next((code for pattern, code in _EVENTS if pattern.search(words)), "event")


def earlier_event(norm: str, start: int) -> str | None:
    """The event that the sentence before ``start`` tells of (收到批示后，…); None if it tells of none."""
    sentence = norm[max(norm.rfind("。", 0, start), norm.rfind("\n", 0, start)) + 1 : start]
    if _EARLIER_EVENT.search(sentence):
        return "receipt"
    if _SINCE_IT_WAS_ISSUED.search(sentence):
        return "publication"
    return "meeting" if _MEETING_ITEM.search(sentence) else None
