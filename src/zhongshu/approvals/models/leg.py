from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.models.approval import Approval


class LegState(models.TextChoices):
    """What became of one visit of a stage."""

    OPEN = "open", _("办理中")
    PARKED = "parked", _("等退回件办好")
    PASSED = "passed", _("已通过")
    SKIPPED = "skipped", _("已跳过")
    REFUSED = "refused", _("不同意")
    RETURNED = "returned", _("已退回")
    UNDONE = "undone", _("已取回")
    ENDED = "ended", _("随办结终止")


LIVE = (LegState.OPEN, LegState.PARKED)


class Leg(models.Model):
    """One visit of one stage. Visited again after a return, the stage gets a new leg; the old one stays to be read.

    ``opened_act``, ``closed_act``  numbers of the acts by which it opened and closed.
    ``parked_by``   number of the leg that must pass before this one goes on (直达退回人).
    ``resumed_act`` number of the act by which it came back from there.
    ``cause``       why it was passed over: "self", "empty", "repeat", "overtime".
    """

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="legs")
    number = models.PositiveIntegerField()
    stage = models.CharField(max_length=60)
    state = models.CharField(max_length=10, choices=LegState.choices, default=LegState.OPEN)
    opened_act = models.PositiveIntegerField()
    closed_act = models.PositiveIntegerField(null=True)
    resumed_act = models.PositiveIntegerField(null=True)
    parked_by = models.PositiveIntegerField(null=True)
    parked_at = models.DateTimeField(null=True)
    cause = models.CharField(max_length=10, blank=True)
    due = models.DateField()
    opened_at = models.DateTimeField()
    closed_at = models.DateTimeField(null=True)
    reminded_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "number"], name="approvals_leg_once"),
            models.UniqueConstraint(
                fields=["approval", "stage"],
                name="approvals_one_live_leg_a_stage",
                condition=models.Q(state__in=["open", "parked"]),
            ),
        ]
        indexes = [
            models.Index(fields=["due"], name="approvals_leg_due", condition=models.Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.stage} {self.state}"

    @property
    def is_live(self) -> bool:
        """Whether something is still to be decided here, now or later."""
        return self.state in LIVE
