from django.db import models

from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class Round(models.Model):
    """One reporting round of a matter (回告期): a period of its cycle, or a milestone with a name.

    ``nominal`` is the day the cycle or the plan names, ``due`` the working day it comes to; between
    ``opens_on`` and ``due`` it is to be reported. It ends reported (late, if ``missed_at`` is set too), or
    missed and overtaken by the next one, or cut short with its matter; the latter two set ``ended_at``.
    """

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="rounds")
    name = models.CharField(max_length=60, blank=True)
    nominal = models.DateField()
    opens_on = models.DateField()
    due = models.DateField()
    opened_at = models.DateTimeField(null=True)
    reminded_at = models.DateTimeField(null=True)
    missed_at = models.DateTimeField(null=True)
    reported_at = models.DateTimeField(null=True)
    reported_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField(blank=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "nominal"],
                name="round_once_a_period",
                condition=models.Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=models.Q(due__gte=models.F("opens_on")), name="round_opens_before_it_is_due"
            ),
        ]
        indexes = [
            models.Index(
                fields=["directive", "opens_on"],
                name="round_pending",
                condition=models.Q(reported_at__isnull=True, ended_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return self.name or self.nominal.isoformat()
