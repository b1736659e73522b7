"""How the column of whoever is in charge is written, and the person it means."""

from __future__ import annotations

from random import Random


def somebody(chance: Random, people: tuple[str, ...]) -> tuple[str, str]:
    """What the cell holds, and who that is: a padded name is put together, a number to call is no name."""
    name = chance.choice(people)
    kind = chance.random()
    if kind < 0.05:
        return f"{name} 13800001234", _together(name)
    if kind < 0.1:
        return f"{name}\n（13900005678）", _together(name)
    if kind < 0.2:
        names = [one for one in people if " " not in one]
        first, second = chance.sample(names, 2)
        return chance.choice(("{}、{}", "{} {}", "{}\n{}")).format(first, second), f"{first}、{second}"
    return name, _together(name)


def _together(name: str) -> str:
    """闵 江 as 闵江; a post before a name stays apart from it."""
    words = name.split(" ")
    return "".join(words) if all(len(word) == 1 for word in words) else name
