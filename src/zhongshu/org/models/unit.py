from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _


class UnitKind(models.TextChoices):
    """What a unit is. Only organs (机关) own matters, numbers and archives."""

    ORGAN = "organ", _("机关")
    COUNTY = "county", _("县（市、区）")
    SECTION = "section", _("内设机构")
    INSTITUTION = "institution", _("事业单位")


class Unit(models.Model):
    """A node of the one tree of organs and sections.

    ``organ`` is the organ it belongs to (itself, where it is one); ``path`` names all
    nodes above it, "/1/4/9/", so that a subtree is a prefix.
    """

    code = models.CharField(max_length=30, unique=True)
    name = models.CharField(max_length=100)
    short_name = models.CharField(max_length=40)
    kind = models.CharField(max_length=12, choices=UnitKind.choices)
    parent = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="children")
    organ = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")
    path = models.CharField(max_length=200, db_index=True)
    order = models.PositiveIntegerField(default=0)
    number_prefix = models.CharField(max_length=12, blank=True)
    fonds_code = models.CharField(max_length=12, blank=True)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(organ__isnull=False) | models.Q(path=""), name="org_unit_has_an_organ"
            )
        ]

    def __str__(self) -> str:
        return self.short_name

    @property
    def is_organ(self) -> bool:
        return self.organ_id == self.pk


class UnitAlias(models.Model):
    """Another name a unit goes by (发改委 for 市发展和改革委员会), from import or from a correction."""

    unit = models.ForeignKey(Unit, on_delete=models.CASCADE, related_name="aliases")
    name = models.CharField(max_length=100, db_index=True)
    source = models.CharField(max_length=20, default="import")
    learnt_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "name"], name="org_alias_once_a_unit")]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def kept(cls, unit: Unit, name: str, *, source: str, at: datetime) -> "UnitAlias":
        """The alias ``name`` of ``unit``, in force from ``at``, whether new or once revoked."""
        told = {"source": source, "learnt_at": at, "revoked_at": None}
        return cls.objects.update_or_create(unit=unit, name=name, defaults=told)[0]
