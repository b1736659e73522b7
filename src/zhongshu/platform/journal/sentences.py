"""The registered sentence of every verb, so that a timeline reads like Chinese and not like a log."""

from collections import ChainMap
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, cast

Sentence = Callable[[Mapping[str, Any]], str]


@dataclass(frozen=True, slots=True)
class Wording:
    """How a verb is told: ``sentence`` makes the words of its data; ``icon`` and ``tone`` draw it.

    ``reserved`` facts are not for everybody who may see the stream; the sentence is told without them, too.
    """

    sentence: Sentence
    icon: str = "point"
    tone: str = ""
    reserved: frozenset[str] = frozenset()


_wordings: dict[str, Wording] = {}
_names: dict[str, object] = {}


class _Untold(dict[str, str]):
    """Facts that nobody has told: each is an ellipsis."""

    def __missing__(self, fact: str) -> str:
        return "…"


def register(
    verb: str,
    sentence: Sentence | object,
    *,
    icon: str = "point",
    tone: str = "",
    sums: Collection[str] = (),
    reserved: Collection[str] = (),
) -> None:
    """Teach the timeline ``verb``. ``sentence`` is a callable of the data or a fixed (lazy) text.

    ``sums``      facts that are amounts of money: kept as 12000.00, told as 12,000.00 like everywhere.
    ``reserved``  facts that a timeline gives to nobody whose right to them was not asked (``readable`` of ``queries.timeline``).
    """
    if verb in _wordings:
        raise ValueError(f"the verb {verb} has a sentence already")
    held = frozenset(reserved)
    if callable(sentence):
        _wordings[verb] = Wording(_grouped(sentence, sums) if sums else sentence, icon, tone, held)
    else:
        _wordings[verb] = Wording(lambda _data: str(sentence), icon, tone, held)


def _grouped(sentence: Sentence, sums: Collection[str]) -> Sentence:
    """``sentence`` told with the thousands of ``sums`` set apart."""

    def told(data: Mapping[str, Any]) -> str:
        grouped = {fact: f"{Decimal(data[fact]):,.2f}" for fact in sums if data.get(fact)}
        return sentence(ChainMap(grouped, cast(dict[str, Any], data)))

    return told


def wording(verb: str) -> Wording:
    """The wording of ``verb``; KeyError if no floor has registered it."""
    return _wordings[verb]


def reserved(verb: str) -> frozenset[str]:
    """The facts of ``verb`` that are not for everybody who may see the stream."""
    return _wordings[verb].reserved if verb in _wordings else frozenset()


def registered() -> frozenset[str]:
    """All verbs that have a sentence."""
    return frozenset(_wordings)


def named(verb: str) -> str:
    """``verb`` in words, with an ellipsis for whatever differs from time to time: 导入《…》，识别出 … 项任务."""
    return str(_names.get(verb, "")) or _wordings[verb].sentence(_Untold())


def name(names: Mapping[str, object]) -> None:
    """Give verbs a name whose sentence cannot be told without its data (see ``named``)."""
    _names.update(names)
