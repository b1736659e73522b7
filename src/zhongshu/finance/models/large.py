from decimal import Decimal

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.budget import MONEY
from zhongshu.matters.models import Matter
from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File


class LargeKind(models.TextChoices):
    """What a threshold is set for (三重一大: 大额资金使用, 重大项目安排; F-12: big items leaving the house)."""

    CLAIM = "claim", _("大额资金支出")
    CONTRACT = "contract", _("大额合同")
    PROJECT = "project", _("重大项目")
    DISPOSAL = "disposal", _("大额资产处置")


class Threshold(models.Model):
    """From which amount on, in yuan, a collective decision is needed; set in writing, never changed in place.

    Rule M-16 {M}: set by the unit in writing and not changed at will; a new one says its paper and its first day.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=LargeKind.choices)
    amount = models.DecimalField(**MONEY)
    paper = models.CharField(max_length=200)
    valid_from = models.DateField()
    set_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "kind", "valid_from"], name="finance_threshold_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount:,.2f}"


class Decision(models.Model):
    """A recorded decision of a meeting on one item, with its evidence (M-15 {S}: collective decision only).

    ``entitled`` may vote, ``present`` were there, ``in_favour`` agreed.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    meeting = models.CharField(max_length=100)
    item = models.CharField(max_length=200)
    held_on = models.DateField()
    entitled = models.PositiveSmallIntegerField()
    present = models.PositiveSmallIntegerField()
    in_favour = models.PositiveSmallIntegerField()
    limit = models.DecimalField(**MONEY)
    evidence = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(present__lte=models.F("entitled"))
                & models.Q(in_favour__lte=models.F("present")),
                name="finance_decision_votes_add_up",
            )
        ]

    def __str__(self) -> str:
        return f"{self.meeting} {self.item}"


class DecisionUse(models.Model):
    """What of a decision's sum a paper of the floor above takes: a disposal, a loss, a big item entered by hand (M-15).

    ``subject`` names that paper; ``amount`` in yuan, as it was when the decision opened the way.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="uses")
    subject = models.CharField(max_length=80, unique=True)
    amount = models.DecimalField(**MONEY)

    def __str__(self) -> str:
        return f"{self.subject} {self.amount}"


class SplitFlag(models.Model):
    """Sums to one payee within thirty days that reach the threshold together (suspected splitting).

    ``total``    what they came to when it was raised; ``today`` what is left of that: papers are withdrawn, amended,
                 decided on. ``cleared_at`` since when that is below the threshold; None while the suspicion stands.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    payee = models.CharField(max_length=100)
    total = models.DecimalField(**MONEY)
    today = models.DecimalField(default=Decimal(0), **MONEY)
    threshold = models.ForeignKey(Threshold, on_delete=models.PROTECT, related_name="+")
    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, related_name="+")
    others = models.JSONField(default=list)
    raised_at = models.DateTimeField()
    cleared_at = models.DateTimeField(null=True)
    explanation = models.TextField(blank=True)
    explained_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    explained_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.payee} {self.total:,.2f}"
