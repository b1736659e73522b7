"""Who answers for a group of matters, told in its title: 产业振兴（牵头领导：副县长 丰收；责任单位：县农业农村局）."""

from __future__ import annotations

import re

from .headings import part_of
from .model import Part

_LABEL = r"[\u4e00-\u9fff]{2,8}"
_ANSWER = re.compile(rf"(?P<label>{_LABEL})[：:]\s*(?P<who>[^：:；;，,（）()]+)")
_ANSWERS = re.compile(
    rf"[\s（(【\[]+(?P<told>{_LABEL}[：:][^：:（）()]+(?:[；;，,\s]+{_LABEL}[：:][^：:（）()]+)*)[）)】\]]?$"
)
_WHO = (Part.LEAD, Part.LEADER)


def answers_named(title: str) -> tuple[str, dict[Part, str]]:
    """The title without who answers for the group, and who that is.

    >>> answers_named("产业振兴（牵头领导：副县长 丰收）")
    ('产业振兴', {<Part.LEADER: 'leader'>: '副县长 丰收'})
    """
    hit = _ANSWERS.search(title)
    if not hit or not hit.start():
        return title, {}
    parts = [(part_of(one["label"]), one["who"].strip()) for one in _ANSWER.finditer(hit["told"])]
    named = {part[0]: who for part, who in parts if part and part[0] in _WHO}
    return (title[: hit.start()].strip(), named) if named else (title, {})
