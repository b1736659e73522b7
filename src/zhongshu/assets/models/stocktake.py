from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.assets.models.asset import Asset
from zhongshu.assets.models.choices import Stage
from zhongshu.finance.models import MONEY, Decision
from zhongshu.matters.models import Arrows, Group, LifeCycle, Matter, Moving
from zhongshu.org.models import Person, Unit

RUNNING = (Stage.COUNTING, Stage.EXPLAINING, Stage.DECIDING)
ARROWS: Arrows = {
    "begin": {Stage.PLANNED: Stage.COUNTING},
    "count": {Stage.COUNTING: Stage.COUNTING},
    "differ": {Stage.COUNTING: Stage.EXPLAINING},
    "agree_all": {Stage.COUNTING: Stage.DECIDING},
    "explain": {Stage.EXPLAINING: Stage.EXPLAINING},
    "explained": {Stage.EXPLAINING: Stage.DECIDING},
    "decide": {Stage.DECIDING: Stage.DECIDING},
    "recount": {Stage.DECIDING: Stage.COUNTING},
    "close": {Stage.DECIDING: Stage.CLOSED},
    "stop": dict.fromkeys((Stage.PLANNED, *RUNNING), Stage.STOPPED),
}
ENDED = {Stage.CLOSED: Group.CLOSED, Stage.STOPPED: Group.VOID}
LIFE = LifeCycle(Stage, ARROWS, ENDED, _("这次盘点现在是“%(state)s”，不能这样办。"), "F-12")


class Stocktake(Moving, models.Model):
    """A round of counting (资产盘点, rule F-12 {V}): its matter keeps title, desks and date.

    ``unit``, ``category``  what is counted: of one unit, of one class; None and "" for the whole ledger of the organ.
    ``day``       on which the list was drawn from the ledger; None until it begins.
    ``counters``  who counts; ``approver`` who is asked to decide on differences.
    """

    LIFE = LIFE
    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="stocktake"
    )
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    category = models.CharField(max_length=20, blank=True)
    day = models.DateField(null=True)
    counters = models.ManyToManyField(Person, related_name="+")
    approver = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def stage(self) -> Stage:
        return Stage(self.matter.state)

    @property
    def until(self) -> date:
        """The day by whose end it is to be done."""
        assert self.matter.original_due, "a stocktake is opened with its date"
        return self.matter.original_due


class Line(models.Model):
    """One card on the list of a stocktake, or a thing found that stands on none (surplus).

    ``book``     how many the ledger said when the list was drawn; 0 of a surplus.
    ``counted``  how many were found; None until they are counted. ``place`` where, if not where the card says.
    ``explanation``  of a difference: why; ``agreed_by`` decided that the book follows what was counted.
    ``category`` to ``keeper``  of a surplus: what its card will say.
    """

    stocktake = models.ForeignKey(Stocktake, on_delete=models.CASCADE, related_name="lines")
    asset = models.ForeignKey(Asset, null=True, on_delete=models.PROTECT, related_name="lines")
    name = models.CharField(max_length=100)
    spec = models.CharField(max_length=200, blank=True)
    measure = models.CharField(max_length=10)
    book = models.PositiveIntegerField()
    counted = models.PositiveIntegerField(null=True)
    counted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=100, blank=True)
    explanation = models.CharField(max_length=300, blank=True)
    explained_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="+")
    category = models.CharField(max_length=20, blank=True)
    value = models.DecimalField(null=True, **MONEY)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["stocktake", "asset"], name="asset_counted_once_a_round"),
            models.CheckConstraint(
                condition=models.Q(agreed_by__isnull=True)
                | ~models.Q(explanation="") & ~models.Q(agreed_by=models.F("explained_by")),
                name="difference_agreed_by_somebody_else",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def subject(self) -> str:
        """What takes of the sum of a decision when a loss on it is agreed to."""
        return f"{self.stocktake.matter.stream}:line:{self.pk}"

    @property
    def difference(self) -> int:
        """How many more (or fewer) than the book said; 0 until it is counted."""
        return 0 if self.counted is None else self.counted - self.book
