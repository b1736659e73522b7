"""逐句对照: the text of an intake with the fate of each sentence, and how many share it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.supervision import proofs, queries
from zhongshu.supervision.models import Decision, Intake

FATES = {
    "opened": _("已立项"),
    "dropped": _("不立项，已说明理由"),
    "pending": _("待确认"),
    "unresolved": _("没有着落"),
    "plain": _("没有任务"),
}
MARKS = {"opened": "", "dropped": "hush", "pending": "ask", "unresolved": "ask"}


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of the text; ``fate`` is "" between sentences."""

    text: str
    fate: str = ""
    matters: tuple[Matter, ...] = ()
    reasons: tuple[str, ...] = ()

    @property
    def is_marked(self) -> bool:
        return self.fate in MARKS

    @property
    def css(self) -> str:
        return MARKS.get(self.fate, "")

    @property
    def told(self) -> str:
        """Its fate in words, for whoever does not see the colour."""
        return str(FATES[self.fate])


class Proof:
    """The coverage of one intake as ``actor`` sees it."""

    def __init__(self, actor: Actor, intake: Intake) -> None:
        self.actor, self.intake = actor, intake

    @cached_property
    def sentences(self) -> list[proofs.Sentence]:
        return list(proofs.coverage(self.intake))

    @property
    def counts(self) -> list[tuple[str, int]]:
        """How many sentences share each fate; together they are all sentences."""
        counted = Counter(one.fate for one in self.sentences)
        return [(str(words), counted[fate]) for fate, words in FATES.items()]

    @property
    def total(self) -> int:
        return len(self.sentences)

    @cached_property
    def opened(self) -> dict[int, Matter]:
        return {matter.pk: matter for matter in queries.opened_from(self.actor, self.intake)}

    @property
    def stretches(self) -> Iterator[Stretch]:
        """The whole text, cut at the edges of its sentences."""
        at, text = 0, self.intake.text
        for one in self.sentences:
            if one.start > at:
                yield Stretch(text[at : one.start])
            yield self._stretch(one, text[max(at, one.start) : one.end])
            at = max(at, one.end)
        yield Stretch(text[at:])

    def _stretch(self, one: proofs.Sentence, text: str) -> Stretch:
        opened = [
            self.opened[found.directive_id] for found in one.findings if found.directive_id in self.opened
        ]
        reasons = [found.reason for found in one.findings if found.decision == Decision.NO_FOLLOW_UP]
        return Stretch(
            text, one.fate, tuple(dict.fromkeys(opened)), tuple(dict.fromkeys(filter(None, reasons)))
        )
