"""An intake that is confirmed: the matters opened from it, and what was left aside and why."""

from functools import cached_property

from zhongshu.kernel.actors import Actor
from zhongshu.matters.models import Matter
from zhongshu.org.models import UnitAlias
from zhongshu.supervision import queries
from zhongshu.supervision.models import Decision, Finding, Intake


class Opened:
    """What became of an intake."""

    def __init__(self, actor: Actor, intake: Intake) -> None:
        self.actor, self.intake = actor, intake

    @cached_property
    def matters(self) -> list[Matter]:
        """Opened from it."""
        return [one for one in self._decided if one.directive.intake_id == self.intake.pk]

    @property
    def merged(self) -> list[Matter]:
        """Open before it; duties of the text were merged into them."""
        return [one for one in self._decided if one.directive.intake_id != self.intake.pk]

    @cached_property
    def _decided(self) -> list[Matter]:
        return queries.opened_from(self.actor, self.intake)

    @cached_property
    def dropped(self) -> list[Finding]:
        return list(self.intake.findings.filter(decision=Decision.NO_FOLLOW_UP).order_by("order"))

    @cached_property
    def learnt(self) -> list[UnitAlias]:
        return queries.learnt_from(self.intake.pk)
