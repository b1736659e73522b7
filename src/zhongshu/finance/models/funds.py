from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.budget import MONEY
from zhongshu.matters.models import Matter
from zhongshu.org.models import Person, Unit


class FundApplication(models.Model):
    """Money sought from above for a project (争取资金), in yuan; sums granted, received and used are movements."""

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    project = models.CharField(max_length=200)
    asked_of = models.CharField(max_length=100)
    asked = models.DecimalField(**MONEY)
    asked_on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)
    matter = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_on = models.DateField(null=True)
    note = models.TextField(blank=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "-asked_on", "-id"], name="finance_funds_newest")]
        constraints = [
            models.CheckConstraint(condition=models.Q(asked__gt=0), name="finance_funds_asks_for_something")
        ]

    def __str__(self) -> str:
        return self.project


class MovementKind(models.TextChoices):
    """What came of an application."""

    GRANTED = "granted", _("批复")
    RECEIVED = "received", _("到账")
    USED = "used", _("使用")


class FundMovement(models.Model):
    """A sum granted, received or used, with its day and its paper."""

    application = models.ForeignKey(FundApplication, on_delete=models.PROTECT, related_name="movements")
    kind = models.CharField(max_length=8, choices=MovementKind.choices)
    amount = models.DecimalField(**MONEY)
    on = models.DateField()
    paper = models.CharField(max_length=200, blank=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(amount__gt=0), name="finance_movement_has_an_amount")
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} {self.amount}"
