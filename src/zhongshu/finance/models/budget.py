from decimal import Decimal
from typing import Any

from django.db import models

from zhongshu.org.models import Unit

MONEY: Any = {"max_digits": 16, "decimal_places": 2}


class BudgetLine(models.Model):
    """One line of a year's budget (预算指标), in yuan.

    ``reserved`` is bound by claims on their way, ``spent`` is paid. The database itself refuses to let them
    exceed ``amount`` (rule F-05 {V} 预算法 13, 57), whoever comes at the same time.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=30)
    title = models.CharField(max_length=100)
    categories = models.JSONField(default=list)
    amount = models.DecimalField(**MONEY)
    reserved = models.DecimalField(default=Decimal(0), **MONEY)
    spent = models.DecimalField(default=Decimal(0), **MONEY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organ", "year", "code"], name="finance_budget_line_once"),
            models.CheckConstraint(
                condition=models.Q(reserved__gte=0) & models.Q(spent__gte=0),
                name="finance_budget_not_negative",
            ),
            models.CheckConstraint(
                condition=models.Q(amount__gte=models.F("reserved") + models.F("spent")),
                name="finance_budget_never_overdrawn",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def balance(self) -> Decimal:
        """What can still be claimed, in yuan."""
        return self.amount - self.reserved - self.spent
