from django.db import models
from django.utils.translation import gettext_lazy as _


class RunState(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued", _("等待")
    RUNNING = "running", _("进行中")
    DONE = "done", _("完成")
    FAILED = "failed", _("未完成")
    CANCELLED = "cancelled", _("已取消")


class JobRun(models.Model):
    """One run of a job: what was asked, how far it is, what came of it. Survives a reload and a restart.

    ``args`` are plain JSON values, forgotten when it is over; ``fingerprint`` is the digest of name and args.
    ``beat_at`` is the last sign of life while running. ``asked_by`` is the account of whoever waits for it, and
    whose it is; ``started_by`` his person, if he is one; ``acting_for`` the person he stood in for (代) as he
    asked. ``product`` names the file it made, which lies under PRODUCTS_ROOT by the number of the run.
    """

    name = models.CharField(max_length=60)
    args = models.JSONField(default=dict)
    fingerprint = models.CharField(max_length=64)
    asked_by = models.BigIntegerField(null=True)
    started_by = models.BigIntegerField(null=True)
    acting_for = models.BigIntegerField(null=True)
    state = models.CharField(max_length=10, choices=RunState.choices, default=RunState.QUEUED)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    note = models.CharField(max_length=200, blank=True)
    cancel_requested = models.BooleanField(default=False)
    attempts = models.PositiveSmallIntegerField(default=0)
    result = models.JSONField(null=True)
    error = models.TextField(blank=True)
    product = models.CharField(max_length=100, blank=True)
    asked_at = models.DateTimeField()
    started_at = models.DateTimeField(null=True)
    beat_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["state", "asked_at"],
                name="jobs_unfinished",
                condition=models.Q(state__in=["queued", "running"]),
            ),
            models.Index(fields=["name", "-id"], name="jobs_latest"),
            models.Index(fields=["asked_by", "-id"], name="jobs_own"),
        ]

    def __str__(self) -> str:
        return f"{self.name} #{self.pk}"

    @property
    def is_over(self) -> bool:
        return self.state not in (RunState.QUEUED, RunState.RUNNING)
