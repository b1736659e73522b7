from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models.matter import Matter
from zhongshu.org.models import Person, Unit


class Role(models.TextChoices):
    """In what part somebody holds a matter."""

    LEAD = "lead", _("牵头")
    SUPPORT = "support", _("配合")
    HANDLE = "handle", _("经办")
    APPROVE = "approve", _("审批")
    VERIFY = "verify", _("审核")
    READ = "read", _("阅知")
    REPORT = "report", _("回告")


class Outcome(models.TextChoices):
    """How an assignment ended."""

    DONE = "done", _("已办")
    RETURNED = "returned", _("已退回")
    OBJECTED = "objected", _("已提异议")
    HANDED_OVER = "handed_over", _("已移交")
    WITHDRAWN = "withdrawn", _("已撤回")


class Assignment(models.Model):
    """Who holds a matter now, in what part, until when. The four boxes are queries over it.

    Held by a person, or by a unit as long as nobody of the unit is named. ``due`` is always
    set, so that nothing can be held without a date (law 1).
    """

    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="assignments")
    role = models.CharField(max_length=10, choices=Role.choices)
    holder_unit = models.ForeignKey(
        Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    holder_person = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    acting_for = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    due = models.DateField()
    opened_at = models.DateTimeField()
    received_at = models.DateTimeField(null=True)
    done_at = models.DateTimeField(null=True)
    done_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    outcome = models.CharField(max_length=12, blank=True, choices=Outcome.choices)
    opinion = models.TextField(blank=True)

    class Meta:
        indexes = [  # desks are counted without a look at the rows: SQLite wants even the empty fields it asks by
            models.Index(
                fields=["holder_person", "due", "id", "role", "done_at"],
                name="assignment_my_desk",
                condition=models.Q(done_at__isnull=True, holder_person__isnull=False),
            ),
            models.Index(
                fields=["holder_unit", "due", "id", "role", "done_at", "holder_person"],
                name="assignment_unit_desk",
                condition=models.Q(done_at__isnull=True, holder_person__isnull=True),
            ),
            models.Index(
                fields=["done_by", "-done_at", "-id"],
                name="assignment_done",
                condition=models.Q(done_at__isnull=False),
            ),
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(holder_unit__isnull=False) | models.Q(holder_person__isnull=False),
                name="assignment_has_a_holder",
            ),
            models.UniqueConstraint(
                fields=["matter"],
                name="assignment_one_open_lead",
                condition=models.Q(role=Role.LEAD, done_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.holder_person or self.holder_unit}"
