from django.db import models

from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class Suspension(models.Model):
    """The clock of a matter stands (中止): asked for with a reason, approved by somebody else, resumed (rule T-09).

    ``review_on``  the day by which the supervisors look at it again: nothing stands without end.
    ``since``      the day on which the clock stopped; ``resumed_on`` the day from which it runs on.
    ``days_left``  working days that were left when it stopped; they run on from ``resumed_on``.
    ``new_due``    the day that follows from them.
    ``along_with`` the suspension of the whole with which a part stopped, and with which it runs on.
    """

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="suspensions")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.TextField()
    review_on = models.DateField()
    old_due = models.DateField()
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)
    since = models.DateField(null=True)
    days_left = models.PositiveSmallIntegerField(null=True)
    resumed_on = models.DateField(null=True)
    resumed_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    resume_reason = models.TextField(blank=True)
    new_due = models.DateField(null=True)
    along_with = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["directive"],
                name="suspension_one_at_a_time",
                condition=models.Q(resumed_on__isnull=True) & ~models.Q(approved=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.since} – {self.resumed_on}"
