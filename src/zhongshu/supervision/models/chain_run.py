from django.db import models

from zhongshu.org.models import Person, Unit
from zhongshu.supervision.models.chain import ChainStep, ChainVersion
from zhongshu.supervision.models.directive import Directive


class ChainRun(models.Model):
    """A version at work on one matter: its steps become parts of it, one after another.

    ``desk`` follows the parts up: the supervisors', or the lead unit's where it broke the matter down itself.
    """

    directive = models.OneToOneField(Directive, on_delete=models.PROTECT, related_name="chain_run")
    version = models.ForeignKey(ChainVersion, on_delete=models.PROTECT, related_name="runs")
    desk = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.version} {self.directive}"


class ChainTurn(models.Model):
    """A step of a run: the unit chosen for it, if one was, and the part that it became."""

    run = models.ForeignKey(ChainRun, on_delete=models.PROTECT, related_name="turns")
    step = models.ForeignKey(ChainStep, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    part = models.OneToOneField(Directive, null=True, on_delete=models.PROTECT, related_name="chain_turn")

    class Meta:
        ordering = ["step__order"]
        constraints = [models.UniqueConstraint(fields=["run", "step"], name="chain_turn_once")]

    def __str__(self) -> str:
        return str(self.step)
