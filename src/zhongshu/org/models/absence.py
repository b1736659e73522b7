from django.db import models

from zhongshu.org.models.person import Person


class Leave(models.Model):
    """A person is away from a day to a day (both included)."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="leaves")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=100, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="org_leave_ends_after_it_starts"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.starts_on}–{self.ends_on}"


class StandIn(models.Model):
    """Somebody acts for somebody else (AB角/代理) in a period; visible in everything they do."""

    absent = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stood_in_by")
    stand_in = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="stands_in_for")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=100, blank=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(absent=models.F("stand_in")), name="org_nobody_stands_in_for_himself"
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")),
                name="org_stand_in_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.stand_in} → {self.absent}"
