from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models.matter import Matter


class LinkKind(models.TextChoices):
    """How one matter stands to another (来龙去脉)."""

    ARISES_FROM = "arises_from", _("来自")
    DECOMPOSES = "decomposes", _("分解自")
    SAME_SOURCE = "same_source", _("同一来源")
    RELATES_TO = "relates_to", _("相关")
    SUCCEEDS = "succeeds", _("接续")


class Link(models.Model):
    """``source`` stands in ``kind`` to ``target``."""

    source = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="links_out")
    target = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="links_in")
    kind = models.CharField(max_length=12, choices=LinkKind.choices)
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["source", "target", "kind"], name="link_once_a_kind"),
            models.CheckConstraint(
                condition=~models.Q(source=models.F("target")), name="link_is_between_two_matters"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source_id} {self.kind} {self.target_id}"
