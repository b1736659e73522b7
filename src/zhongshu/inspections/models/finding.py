from django.db import models

from zhongshu.inspections.models.choices import Settled
from zhongshu.inspections.models.inspection import Inspection
from zhongshu.inspections.models.step import Step
from zhongshu.org.models import Person, Unit
from zhongshu.supervision.models import Directive


class Finding(models.Model):
    """A problem found with a unit: it becomes a supervised matter, or it is said why not (rule D-07 {V})."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="findings")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    step = models.ForeignKey(Step, null=True, on_delete=models.PROTECT, related_name="findings")
    text = models.TextField()
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    settled = models.CharField(max_length=12, choices=Settled.choices, default=Settled.PENDING)
    directive = models.ForeignKey(Directive, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(settled="pending", directive__isnull=True, reason="")
                | models.Q(settled="followed", directive__isnull=False)
                | models.Q(settled="no_follow_up", directive__isnull=True) & ~models.Q(reason=""),
                name="finding_is_mapped_once",
            )
        ]

    def __str__(self) -> str:
        return self.text[:60]
