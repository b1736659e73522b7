from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.models.route import RouteVersion
from zhongshu.matters.models import Matter
from zhongshu.org.models import Person, Unit

KIND = "request"


class Status(models.TextChoices):
    """Where an approval stands. While RUNNING somebody holds it, the drafter included."""

    RUNNING = "running", _("审批中")
    SUSPENDED = "suspended", _("已挂起")
    APPROVED = "approved", _("已通过")
    REFUSED = "refused", _("未通过")
    VOID = "void", _("已作废")


FILED = (Status.APPROVED, Status.REFUSED)
"""What is concluded and goes into the archive; what was made void is not filed."""


class Approval(models.Model):
    """One paper on its way along a route (审批). Only the walk writes its status.

    ``values``  the form as last handed in, field by field, as words.
    ``chosen``  staff numbers the drafter chose, by stage.
    ``ended_at``  when it was approved, refused or made void; its matter is closed at that moment and stays so.
    ``acts``    how many acts there have been; each act gets the next number.
    """

    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, primary_key=True, related_name="approval")
    version = models.ForeignKey(RouteVersion, on_delete=models.PROTECT, related_name="approvals")
    submitter = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.RUNNING)
    values = models.JSONField(default=dict)
    chosen = models.JSONField(default=dict)
    acts = models.PositiveIntegerField(default=0)
    submitted_at = models.DateTimeField(null=True)
    suspended_at = models.DateTimeField(null=True)
    suspended_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["version", "status"], name="approvals_of_version")]

    def __str__(self) -> str:
        return str(self.matter)
