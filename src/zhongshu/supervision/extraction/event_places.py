"""Where the words stand that name the event from which a deadline counts: 接到审计报告|90日内, 县府办|会前|1天."""

from __future__ import annotations

import re

from .name_places import name_ends

_EVENT_REACH = 36
_EVENT_EDGE = re.compile(
    r"[，。；：、！？\n 　]|(?:^|(?<=[应要须需当于并]))[在自从于]|[自从](?!治区|治州|治县|贸|然|主)|(?<!现)在(?!线|编|建)|要(?![求素点件])|(?<![申邀提报])请(?![示求假])|应当?|必须|须|并(?!联)"
)
_EVENT_HEAD = re.compile(r"(?:收到|接到|签收|接报|受理|接(?=通知|指令|文|函))(?!的)")
_DEED = re.compile(
    r"收齐|拿到|到货|进场|汇总|论证|会商|核实|审核|审查|审批|受理|收到|接到|签收|完成|办结|验收|整改|公示|调查|研究|复核|检查"
)
# 接到审计报告90日内, 考试结束一周内: the event stands right before the number, with no 后 between.
_EVENT_BEFORE = re.compile(
    r"(?:收到|接到|接报|签收|受理)(?!的)[^，。；、]{1,20}(?:、[^，。；、]{1,12})?$|(?:结束|终了|届满|期满|完毕|闭会|毕业|竣工|生效|发生|印发|发布)$"
)


def follows_event(norm: str, at: int) -> bool:
    """Whether a period that begins at ``at`` counts from an event right before it, though no 后 says so."""
    return bool(_EVENT_BEFORE.search(norm, max(0, at - _EVENT_REACH), at))


def event_start(norm: str, end: int) -> int:
    """Where the words that name the event before ``end`` begin: after a preposition or stop, or at 收到."""
    floor = max(0, end - _EVENT_REACH)
    window = norm[floor:end]
    stops = [m.end() for m in re.finditer(r"[，。；：！？\n]", window)]
    heads = list(_EVENT_HEAD.finditer(window, stops[-1] if stops else 0))
    if heads:
        return floor + heads[-1].start()
    edges = [m.end() for m in _EVENT_EDGE.finditer(window)]
    edge = edges[-1] if edges else 0
    return end if not edges and floor > 0 else _past_actor(norm, floor + edge, end)


def _past_actor(norm: str, start: int, end: int) -> int:
    """县医保局核实后5日内, 县府办会前1天: the actor before the event is no part of it."""
    for stop in name_ends(norm, start, None):
        if norm[stop - 1] == "会" and norm.startswith(("前", "后"), stop):  # 参会单位|会后一周内
            continue
        if stop == end or norm[stop:end] == "会" or (stop < end and _DEED.match(norm, stop, end)):
            return stop
        if stop < end and norm[stop] in "于在自从":
            return stop + 1
    return start
