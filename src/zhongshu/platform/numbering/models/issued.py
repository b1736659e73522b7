from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.platform.numbering.models.series import Series


class Status(models.TextChoices):
    """A number given is in use for good, or void for good."""

    USED = "used", _("使用")
    VOID = "void", _("作废")


class Issued(models.Model):
    """A number that was given. It is never taken back or given again (law 6)."""

    series = models.ForeignKey(Series, on_delete=models.PROTECT, related_name="issued")
    year = models.PositiveSmallIntegerField()
    n = models.PositiveIntegerField()
    text = models.CharField(max_length=80)
    status = models.CharField(max_length=4, choices=Status.choices, default=Status.USED)
    at = models.DateTimeField()
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=40)
    void_reason = models.CharField(max_length=200, blank=True)
    voided_at = models.DateTimeField(null=True)
    voided_by_id = models.BigIntegerField(null=True)
    voided_by_name = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["series", "year", "n"], name="numbering_no_twins"),
            models.UniqueConstraint(fields=["series", "text"], name="numbering_no_twins_on_paper"),
            models.CheckConstraint(condition=models.Q(n__gte=1), name="numbering_starts_at_one"),
            models.CheckConstraint(
                condition=models.Q(status=Status.USED, void_reason="", voided_at__isnull=True)
                | (models.Q(status=Status.VOID, voided_at__isnull=False) & ~models.Q(void_reason="")),
                name="numbering_void_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_void(self) -> bool:
        """Whether the number has been struck out."""
        return self.status == Status.VOID

    def void(self, *, reason: str, by: Actor, at: datetime) -> None:
        """Strike the number out; it stays in its place with ``reason`` (at most 200 characters). The caller saves."""
        if self.is_void:
            raise Conflict("already_void", _("该编号已经作废，不能重复作废。"))
        reason = reason.strip()
        if not reason or len(reason) > 200:
            raise Refusal(
                "void_without_reason",
                _("作废编号必须写明理由（200字以内）。"),
                fields={"reason": _("请写明作废理由。")},
                rule="TV-14",
            )
        self.status, self.void_reason, self.voided_at = Status.VOID, reason, at
        self.voided_by_id, self.voided_by_name = by.person_id, by.name
