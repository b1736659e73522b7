from datetime import date
from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.assets.models.asset import Asset
from zhongshu.assets.models.choices import Turn, Way
from zhongshu.finance.models import Decision
from zhongshu.matters.models import Arrows, Group, LifeCycle, Matter, Moving
from zhongshu.org.models import Person, Unit

OPEN = (Turn.SIGNING, Turn.DECIDING)
ARROWS: Arrows = {
    "sign": {Turn.SIGNING: Turn.SIGNING},
    "hand_over": {Turn.SIGNING: Turn.DONE},
    "approve": {Turn.DECIDING: Turn.DONE},
    "refuse": dict.fromkeys(OPEN, Turn.REFUSED),
}
ENDED = {Turn.DONE: Group.CLOSED, Turn.REFUSED: Group.VOID}
LIFE = LifeCycle(Turn, ARROWS, ENDED, _("这张单子现在是“%(state)s”，不能这样办。"), "F-12")


class Move(Moving, models.Model):
    """Assets handed over (移交), signed by who gives and who takes; or disposed of (处置), approved by a leader.

    ``giver``   who keeps them until then.   ``keeper``, ``unit``, ``place``  of a hand-over: whose they become.
    ``approver``, ``decision``  of a disposal: the leader who was asked, the meeting that passed a big one (M-15).
    """

    LIFE = LIFE
    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="asset_move"
    )
    way = models.CharField(max_length=10, choices=Way.choices)
    assets = models.ManyToManyField(Asset, related_name="moves")
    giver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    keeper = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=100, blank=True)
    giver_signed_at = models.DateTimeField(null=True)
    keeper_signed_at = models.DateTimeField(null=True)
    approver = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decision = models.ForeignKey(Decision, null=True, on_delete=models.PROTECT, related_name="disposals")
    value = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0))
    reason = models.CharField(max_length=300)

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def turn(self) -> Turn:
        return Turn(self.matter.state)

    @property
    def until(self) -> date:
        """The day by whose end it is to be done."""
        assert self.matter.original_due, "a move is opened with its date"
        return self.matter.original_due

    @property
    def is_hand_over(self) -> bool:
        return self.way == Way.HAND_OVER
