from django.db import models

from zhongshu.inspections.models.inspection import Inspection
from zhongshu.inspections.models.report import Issue
from zhongshu.matters.models import Matter


class Edition(Issue):
    """A later edition, for a review changed what the one before said: that one's number is void from then on.

    ``matter``  as what it is filed: the inspection itself lies in the archive already.
    ``reason``  which conclusions a review changed or withdrew.
    """

    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="report_edition"
    )
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="editions")
    ordinal = models.PositiveSmallIntegerField()
    reason = models.CharField(max_length=300)

    class Meta:
        ordering = ["ordinal"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "ordinal"], name="editions_in_their_order")
        ]
