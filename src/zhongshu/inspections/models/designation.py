from datetime import date

from django.db import models

from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File


class Designation(models.Model):
    """A written paper by which a department inspects for the government (rule D-05 {V}).

    ``unit``     the department.   ``matter`` what it inspects.   ``duty`` what it answers for.
    ``units``    those it may inspect; ``scope`` tells in the words of the paper how far it goes.
    ``starts_on``, ``ends_on``  its term, both days included.
    ``withdrawn_because``  why it was taken back before its inspection began.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    matter = models.CharField(max_length=200)
    scope = models.CharField(max_length=300)
    units = models.ManyToManyField(Unit, related_name="+")
    duty = models.CharField(max_length=300)
    starts_on = models.DateField()
    ends_on = models.DateField()
    paper = models.CharField(max_length=100)
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField()
    withdrawn_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_because = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["organ", "-id"], name="designation_newest")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="designation_ends_later"
            ),
            models.CheckConstraint(
                condition=models.Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | models.Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False)
                & ~models.Q(withdrawn_because=""),
                name="designation_withdrawn_for_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.matter}（{self.paper}）"

    @property
    def stream(self) -> str:
        """Where its journal is."""
        return f"designation:{self.pk}"

    def covers(self, first: date, last: date) -> bool:
        """Whether its term holds from ``first`` to ``last``."""
        return self.starts_on <= first and last <= self.ends_on
