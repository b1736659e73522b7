from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class SlipWeight(models.IntegerChoices):
    """Slips of rising weight (rule D-23: the ladder is local, {S conv.})."""

    NOTE = 1, _("提醒")
    URGING = 2, _("催办函")
    SUPERVISING = 3, _("督办函")
    INTERVIEW = 4, _("约谈记录")
    CIRCULAR = 5, _("通报")


class Slip(models.Model):
    """A slip about one matter: proposed by the ladder or written by a supervisor, then issued.

    ``missed`` is the date that was not kept: each weight is raised once for each such date.
    A light slip is issued as it is raised; from 督办函 on ``issued_at`` stays empty until a
    supervisor presses. ``lapsed_at``: the matter ended before it was issued or signed for.
    """

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="slips")
    weight = models.PositiveSmallIntegerField(choices=SlipWeight.choices)
    missed = models.DateField()
    text = models.TextField()
    to = models.ManyToManyField(Person, related_name="+")
    raised_at = models.DateTimeField()
    issued_at = models.DateTimeField(null=True)
    issued_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    acknowledged_at = models.DateTimeField(null=True)
    acknowledged_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    lapsed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["directive", "missed", "weight"], name="slip_once_a_weight_and_lateness"
            )
        ]

    def __str__(self) -> str:
        return self.get_weight_display()
