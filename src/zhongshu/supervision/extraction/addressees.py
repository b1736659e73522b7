"""To whom a letter is written: 县市场监管局： above 请你局…. The duty is led by that unit, not by 你局."""

from __future__ import annotations

import re
from dataclasses import replace

from .directory import Directory
from .model import Duty, Mention
from .names import is_generic, is_listed_unit, is_unit
from .spans import Span, level
from .written_lists import split_list

_HEAD = 400  # letters within which the name of the addressee stands
_ADDRESS = re.compile(r"^[ 　]*(?P<who>[^\s，。；：:、]{3,26})[：:][ 　]*$", re.MULTILINE)
_YOU = re.compile(r"你(?:单位|部门|局|委|厅|办|部|处|科|院|校|中心|公司|集团|街道|[县区镇乡市])")


def addressee_of(text: str, directory: Directory | None) -> Mention | None:
    """The one unit that a line of its own at the head of ``text`` addresses; None if there is none."""
    for hit in _ADDRESS.finditer(text, 0, _HEAD):
        name = level(hit["who"])
        if is_unit(name, directory) and not is_generic(name):
            span = Span(*hit.span("who"), hit["who"], "cue.addressee")
            return Mention(span, directory.unit_id(name) if directory else None)
    return None


_EVERYBODY = re.compile(r"^[ 　]*(?P<who>(?:各|有关|相关)[^\s，。；：:]{2,40})[：:][ 　]*$", re.MULTILINE)
_ASKED = re.compile(r"请|务必|须|报送|提交|完成")


def _those_written_to(text: str) -> tuple[Mention, ...]:
    """The units in general (各处室、各直属单位：) that the first line of ``text`` addresses."""
    hit = _EVERYBODY.match(text, len(text) - len(text.lstrip()))
    names = split_list(level(text), *hit.span("who")) if hit else []
    if not all(is_listed_unit(level(text[a:b])) for a, b in names):
        return ()
    return tuple(Mention(Span(a, b, text[a:b], "cue.addressee")) for a, b in names)


def told_everybody(duties: list[Duty], text: str) -> list[Duty]:
    """``duties`` of a notice: those that say when, and not who, are asked of the units it is written to."""
    nameless = [duty for duty in duties if not (duty.lead or duty.leaders) and duty.due.span]
    everybody = _those_written_to(text) if nameless else ()
    if not everybody:
        return duties
    return [
        replace(duty, lead=everybody) if duty in nameless and _ASKED.search(duty.sentence.text) else duty
        for duty in duties
    ]


def named(duties: list[Duty], text: str, directory: Directory | None) -> list[Duty]:
    """``duties`` with the addressee's own name where they say 你局."""
    if not any(_YOU.fullmatch(mention.text) for duty in duties for mention in duty.lead):
        return duties
    addressee = addressee_of(text, directory)
    if addressee is None:
        return duties
    return [
        replace(duty, lead=tuple(addressee if _YOU.fullmatch(one.text) else one for one in duty.lead))
        for duty in duties
    ]
