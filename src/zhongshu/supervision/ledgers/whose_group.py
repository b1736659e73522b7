"""Who answers, told in the title of a group (产业振兴（牵头领导：副县长 丰收；责任单位：县农业农村局）) or behind the task itself."""

from __future__ import annotations

import re

from .headings import part_of
from .model import Part
from .units import is_units, read_units

_LABEL = r"[\u4e00-\u9fff]{2,8}"
_ANSWER = re.compile(rf"(?P<label>{_LABEL})[：:]\s*(?P<who>[^：:；;，,（）()]+)")
_ANSWERS = re.compile(
    rf"[\s（(【\[]+(?P<told>{_LABEL}[：:][^：:（）()]+(?:[；;，,\s]+{_LABEL}[：:][^：:（）()]+)*)[）)】\]]?$"
)
_WHO = (Part.LEAD, Part.LEADER)
_ASIDE = re.compile(
    r"^(?P<task>.{4,}?)\s*[（(【\[](?P<who>(?:[^（()）【】\[\]]|[（(][^（()）]*[)）])+)[)）】\]][。；;]?$",
    re.DOTALL,
)
_LINE = re.compile(
    r"^(?P<task>.{4,}?)[\n。；;]\s*(?P<who>(?:责任|牵头|主办|承办|落实)(?:单位|部门|科室|处室)[：:].+)$",
    re.DOTALL,
)
_ROLE = re.compile(
    r"(?:责任|牵头|主办|承办|落实|配合|协办)(?:单位|部门|科室|处室)?[：:]|(?:牵头|主办|负责|配合|落实)$"
)


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


def who_behind(task: str) -> tuple[str, str]:
    """The task without the units told behind it, and those: 启动改造（牵头单位：县住建局；配合单位：县财政局）.

    >>> who_behind("拨付绩效工资（县财政局牵头，县教育局配合）")
    ('拨付绩效工资', '县财政局牵头，县教育局配合')
    """
    hit = _ASIDE.match(task) or _LINE.match(task)
    if not hit:
        return task, ""
    who = hit["who"].strip("。；; ")
    named = read_units(who)
    units = "、".join((*named.lead, *named.support))
    return (
        (hit["task"].rstrip("，；; "), who)
        if is_units(units) and (_ROLE.search(who) or is_units(who))
        else (task, "")
    )
