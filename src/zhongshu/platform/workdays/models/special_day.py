from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.workdays.models.year import Year


class Kind(models.TextChoices):
    """What a notice says of a day; ordinary workdays and week-ends need no row."""

    HOLIDAY = "holiday", _("放假")
    MAKE_UP = "make_up", _("上班（调休）")


class SpecialDay(models.Model):
    """A day off, or a week-end day worked. It may lie in the December before its notice's year."""

    date = models.DateField(unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices)
    name = models.CharField(max_length=40, blank=True)
    year = models.ForeignKey(Year, on_delete=models.CASCADE, related_name="days")

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(kind__in=Kind.values), name="workdays_known_kind")
        ]

    def __str__(self) -> str:
        return f"{self.date} {self.kind}"
