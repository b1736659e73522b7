from datetime import datetime

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Matter
from zhongshu.org.models import Unit


class Retention(models.TextChoices):
    """Retention periods (rule A-03 {S}); which applies to what is a setting of the institution."""

    PERMANENT = "Y", _("永久")
    THIRTY = "D30", _("30年")
    TEN = "D10", _("10年")


class Deposit(models.Model):
    """A closed matter in the archive: its code (档号), its package and the package's digests.

    ``folder`` is relative to ARCHIVE_ROOT; what is in it can be checked without this program (law 9).
    ``size`` is in bytes. ``sound`` is what the last check found, None before the first.
    """

    matter = models.OneToOneField(Matter, on_delete=models.PROTECT, primary_key=True, related_name="deposit")
    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    code = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    year = models.PositiveSmallIntegerField()
    retention = models.CharField(max_length=4, choices=Retention.choices)
    retention_source = models.CharField(max_length=120, blank=True)
    class_code = models.CharField(max_length=12)
    item = models.PositiveIntegerField()
    folder = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    manifest_sha256 = models.CharField(max_length=64)
    manifest_sm3 = models.CharField(max_length=64)
    at = models.DateTimeField()
    checked_at = models.DateTimeField(null=True)
    sound = models.BooleanField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organ", "code"], name="archive_code_once_an_organ")]
        indexes = [models.Index(fields=["organ", "-at", "-matter"], name="archive_newest")]

    def __str__(self) -> str:
        return f"{self.code} {self.title}"

    @property
    def stream(self) -> str:
        """The journal stream of what happens to the package after it was deposited."""
        return f"deposit:{self.pk}"

    def note_check(self, *, sound: bool, at: datetime) -> None:
        """Keep what the last check found."""
        self.sound, self.checked_at = sound, at
        self.save(update_fields=["sound", "checked_at"])


class DepositedFile(models.Model):
    """One file of a package with its digests, in the order of the file list. ``size`` is in bytes."""

    deposit = models.ForeignKey(Deposit, on_delete=models.CASCADE, related_name="files")
    order = models.PositiveSmallIntegerField()
    path = models.CharField(max_length=300)
    title = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    sm3 = models.CharField(max_length=64)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["deposit", "path"], name="archive_one_file_a_path")]
        ordering = ["order"]

    def __str__(self) -> str:
        return self.path
