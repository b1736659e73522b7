from django.db import models

from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class Extension(models.Model):
    """A request for a later date, asked before the date, decided by somebody else (rule D-20)."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="extension_requests")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    old_due = models.DateField()
    new_due = models.DateField()
    reason = models.TextField()
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)
    approved = models.BooleanField(null=True)
    opinion = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["directive"],
                name="extension_one_pending",
                condition=models.Q(decided_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=models.Q(new_due__gt=models.F("old_due")), name="extension_is_later"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.old_due} → {self.new_due}"
