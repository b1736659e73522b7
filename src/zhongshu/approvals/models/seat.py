from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.models.approval import Approval
from zhongshu.matters.models import Assignment
from zhongshu.org.models import Person


class SeatState(models.TextChoices):
    """What became of one person's part in a stage."""

    WAITING = "waiting", _("待前一人")
    OPEN = "open", _("待办")
    AGREED = "agreed", _("同意")
    REFUSED = "refused", _("不同意")
    RETURNED = "returned", _("退回")
    ADVISED = "advised", _("已提意见")
    HANDED_ON = "handed_on", _("已转办")
    REMOVED = "removed", _("已减签")
    UNDONE = "undone", _("已取回")
    MOOT = "moot", _("不需再办")


class SeatKind(models.TextChoices):
    """How somebody came to have a part."""

    BASE = "base", _("审批")
    BEFORE = "before", _("前加签")
    BESIDE = "beside", _("并加签")
    AFTER = "after", _("后加签")
    ADVICE = "advice", _("委派")


SEATED = (SeatState.WAITING, SeatState.OPEN)


class Seat(models.Model):
    """One person's part in one leg. ``parent`` is the number of the seat it was added or delegated by."""

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="seats")
    number = models.PositiveIntegerField()
    leg = models.PositiveIntegerField()
    order = models.PositiveIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=6, choices=SeatKind.choices, default=SeatKind.BASE)
    state = models.CharField(max_length=10, choices=SeatState.choices, default=SeatState.OPEN)
    parent = models.PositiveIntegerField(null=True)
    added_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    acting_for = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    opinion = models.TextField(blank=True)
    opened_act = models.PositiveIntegerField()
    closed_act = models.PositiveIntegerField(null=True)
    closed_at = models.DateTimeField(null=True)
    assignment = models.OneToOneField(Assignment, null=True, on_delete=models.SET_NULL, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "number"], name="approvals_seat_once"),
        ]
        indexes = [
            models.Index(
                fields=["person", "approval"], name="approvals_seat_open", condition=models.Q(state="open")
            )
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.state}"

    @property
    def is_undecided(self) -> bool:
        return self.state in SEATED
