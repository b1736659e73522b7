"""The numbers that a matter's own words set (数量指标): asked for with its reports without being typed again."""

from typing import NamedTuple

from zhongshu.supervision.extraction import numbers_to_reach
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services.figures import key_of

_LEAST = 3  # letters that say what is counted; "增长" says of nothing


class Indicator(NamedTuple):
    """What is to be reached: the name it is asked for under, 改造老旧小区（个）, and how much, 48个."""

    label: str
    goal: str

    @property
    def key(self) -> str:
        """By which the same fact is known again."""
        return key_of(self.label)[:60]


def indicators(directive: Directive) -> list[Indicator]:
    """Those of the title, told in fewest words, then what only the sentence it comes from tells."""
    found: list[Indicator] = []
    for one in (*numbers_to_reach(directive.matter.title), *numbers_to_reach(directive.source_excerpt)):
        label, goal = f"{one.metric}（{one.unit}）"[:60], f"{one.value}{one.unit}"
        if len(one.metric) >= _LEAST and not any(label.endswith(earlier.label) for earlier in found):
            found.append(Indicator(label, goal))
    return found
