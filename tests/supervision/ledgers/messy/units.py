"""How units are put into the cells of an office: apart in many ways, with and without a word on who leads."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

SEPARATORS = ("、", "，", ",", "；", ";", "/", " ", "\n", "、\n", "，\n", "  ", "\n\n", "、 ")
_BOTH = (
    "牵头：{}；配合：{}", "牵头单位：{}\n配合单位：{}", "{}（牵头）、{}", "{}牵头，{}配合", "{}牵头，{}等配合", "牵头:{} 配合:{}", "主办：{}\n协办：{}",
    "【牵头】{}【配合】{}", "牵头单位：{}；配合单位：{}。", "{}（牵头）\n{}（配合）", "主责：{}；协同：{}", "由{}牵头，{}配合",
)  # fmt: skip
_LAST_ONLY = "{}（牵头）\n{}（配合）"
"""A form that marks one supporting unit only."""


@dataclass(frozen=True)
class Who:
    """Units that lead and support, and the cells that tell them."""

    lead: list[str]
    support: list[str]
    lead_cell: str
    support_cell: str


def who(chance: Random, units: tuple[str, ...], separator: str, *, apart: bool) -> Who:
    """Some units. ``apart``: whether a column of its own tells those that support."""
    chosen = chance.sample(units, chance.choice((1, 1, 1, 2, 3, 4)))
    lead = chosen[: chance.choice((1, 1, 2))] if apart else chosen
    support = chosen[len(lead) :]
    if apart:
        nobody = chance.choice(("", "", "—", "/", "无"))
        return Who(lead, support, separator.join(lead), separator.join(support) or nobody)
    if len(chosen) > 1 and chance.random() < 0.5:
        form = chance.choice(_BOTH)
        several = "、".join(chosen[1:2] if form == _LAST_ONLY else chosen[1:])
        kept = chosen[:2] if form == _LAST_ONLY else chosen
        return Who(kept[:1], kept[1:], form.format(kept[0], several), "")
    return Who(chosen, [], separator.join(chosen), "")


_BESIDE = ("{}（{}）", "{} {}", "{}\n{}", "{}/{}", "{}({})")


def with_person(chance: Random, units: tuple[str, ...], people: list[str]) -> tuple[Who, str]:
    """One unit with the person in charge beside it, and that person."""
    unit, person = chance.choice([u for u in units if "（" not in u]), chance.choice(people)
    return Who([unit], [], chance.choice(_BESIDE).format(unit, person), ""), person
