"""How the column of whoever is in charge is written, and the person it means."""

from __future__ import annotations

from random import Random


def somebody(chance: Random, people: tuple[str, ...]) -> tuple[str, str]:
    """What the cell holds, and who that is: a name pulled apart is put together, a number to call is no name."""
    name = chance.choice(people)
    told = plain(name)
    kind = chance.random()
    if kind < 0.05:
        return f"{name} 13800001234", told
    if kind < 0.1:
        return f"{name}\n（13900005678）", told
    if kind < 0.2:
        names = [one for one in people if " " not in one]
        first, second = chance.sample(names, 2)
        return chance.choice(("{}、{}", "{} {}", "{}\n{}")).format(first, second), f"{first}、{second}"
    return name, told


def plain(name: str) -> str:
    """王 强 as 王强; a post keeps its distance."""
    words = name.split(" ")
    return "".join(words) if all(len(word) == 1 for word in words) else name
