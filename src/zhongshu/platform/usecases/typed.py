"""What somebody types in an act is looked at before the act may stand; who looks registers at start-up."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from zhongshu.kernel.actors import Actor

Look = Callable[..., None]
_looks: list[Look] = []


def on_typed_words(look: Look) -> None:
    """Have ``look(text, actor=, at=)`` see what a person gives to an act; it raises where that may not be taken in."""
    _looks.append(look)


def look_at(given: Mapping[str, Any]) -> None:
    """Show what is ``given`` to an act: words newly said, by a person. What was stored before is not asked about again."""
    actor = given.get("actor")
    if isinstance(actor, Actor) and actor.person_id:
        for text in _words({name: one for name, one in given.items() if name != "actor"}):
            for look in _looks:
                look(text, actor=actor, at=given["at"])


def _words(told: object) -> Iterator[str]:
    """The texts in ``told``, however deep; none of a row of the database, a file or what can be read only once."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, Mapping):
        for one in told.values():
            yield from _words(one)
    elif isinstance(told, list | tuple | set | frozenset):
        for one in told:
            yield from _words(one)
    elif is_dataclass(told):
        for field in fields(told):
            yield from _words(getattr(told, field.name))
