from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Matter
from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class SampleDraw(models.Model):
    """One drawing of closed matters for re-check; with its seed the same choice can be made again."""

    closed_from = models.DateField(null=True)
    closed_until = models.DateField(unique=True)
    seed = models.CharField(max_length=64)
    percent = models.PositiveSmallIntegerField()
    considered = models.PositiveIntegerField(default=0)
    drawn = models.PositiveIntegerField(default=0)
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.closed_until} {self.drawn}/{self.considered}"


class Soundness(models.TextChoices):
    """What a re-check found."""

    SOUND = "sound", _("属实")
    NOT_SOUND = "not_sound", _("不实")


class Recheck(models.Model):
    """A closed matter drawn for re-check. It lies on the supervisors' desk until the outcome is written."""

    directive = models.OneToOneField(Directive, on_delete=models.CASCADE, related_name="recheck")
    draw = models.ForeignKey(SampleDraw, on_delete=models.PROTECT, related_name="rechecks")
    due = models.DateField()
    outcome = models.CharField(max_length=10, blank=True, choices=Soundness.choices)
    note = models.TextField(blank=True)
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True)
    follow_up = models.ForeignKey(Matter, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["due"], name="recheck_open", condition=models.Q(done_at__isnull=True))
        ]

    def __str__(self) -> str:
        return str(self.directive_id)
