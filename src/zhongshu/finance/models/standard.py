from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.models.budget import MONEY
from zhongshu.org.models import Grade, Person, Unit


class Measure(models.TextChoices):
    """What a standard limits: what a day or night of a trip may cost (F-09), how many a meeting may have (F-10)."""

    LODGING = "lodging", _("住宿费（元/晚）")
    BOARD = "board", _("伙食补助费（元/天）")
    LOCAL_TRANSPORT = "local_transport", _("市内交通费（元/天）")
    SECOND = "second", _("二类会议（人）")
    THIRD = "third", _("三类会议（人）")
    FOURTH = "fourth", _("四类会议（人）")


OF_A_TRIP = (Measure.LODGING, Measure.BOARD, Measure.LOCAL_TRANSPORT)
"""What goes by grade and place; a meeting goes by its class alone."""


class ExpenseStandard(models.Model):
    """From a day on, at most so much: set by a paper, never changed in place; what it replaces stays to be read.

    ``grade``  for whom ("" everybody), ``place`` where ("" anywhere), both of a trip only.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=16, choices=Measure.choices)
    grade = models.CharField(max_length=10, choices=Grade.choices, default="", blank=True)
    place = models.CharField(max_length=40, default="", blank=True)
    most = models.DecimalField(**MONEY)
    paper = models.CharField(max_length=200)
    valid_from = models.DateField()
    set_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "measure", "grade", "place", "valid_from"],
                name="finance_standard_once_a_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_measure_display()} {self.most}"
