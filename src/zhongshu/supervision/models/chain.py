from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models import Person, Post, Unit


class StepRole(models.TextChoices):
    """By what a step finds who carries it out, when it comes to that step."""

    LEAD = "lead", _("牵头单位")
    IN_CHARGE = "in_charge", _("牵头单位的分管领导")
    UNIT = "unit", _("固定单位")
    POST = "post", _("固定岗位")
    CHOSEN = "chosen", _("启用时指定")


class Chain(models.Model):
    """A kept order of steps (步骤模板), e.g. 起草 → 法规审核 → 分管领导审定. Its steps stand in its versions."""

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=40)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "name"], name="chain_named_once", condition=models.Q(retired_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.name


class ChainVersion(models.Model):
    """The steps as somebody wrote them; never changed, the next one replaces it for what begins later."""

    chain = models.ForeignKey(Chain, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveSmallIntegerField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["chain", "number"], name="chain_version_once")]

    def __str__(self) -> str:
        return f"{self.chain} {self.number}"


class ChainStep(models.Model):
    """One step: what, by which role, within how many working days after the step before it is accepted."""

    version = models.ForeignKey(ChainVersion, on_delete=models.PROTECT, related_name="steps")
    order = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=60)
    requirement = models.CharField(max_length=300, blank=True)
    role = models.CharField(max_length=10, choices=StepRole.choices)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    post = models.ForeignKey(Post, null=True, on_delete=models.PROTECT, related_name="+")
    working_days = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]
        constraints = [models.UniqueConstraint(fields=["version", "order"], name="chain_step_once")]

    def __str__(self) -> str:
        return self.title
