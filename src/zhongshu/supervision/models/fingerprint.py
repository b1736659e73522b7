from django.db import models

from zhongshu.matters.models import Attachment, Matter
from zhongshu.org.models import Unit


class Fingerprint(models.Model):
    """What tells a proof from others: a file attached to a matter, or the words of its feedback.

    ``attachment`` is None for the feedback. ``text`` and ``look`` are those of kernel.likeness, empty
    where there is nothing to compare; ``own_day`` is the date the file itself gives.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    matter = models.ForeignKey(Matter, on_delete=models.CASCADE, related_name="fingerprints")
    attachment = models.ForeignKey(Attachment, null=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    text = models.BinaryField(blank=True)
    look = models.BinaryField(blank=True)
    own_day = models.DateField(null=True)
    at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["organ", "sha256"], name="fingerprint_same", condition=~models.Q(sha256=""))
        ]

    def __str__(self) -> str:
        return self.name or str(self.matter_id)


class Band(models.Model):
    """A key by which fingerprints that are alike find each other within an organ."""

    fingerprint = models.ForeignKey(Fingerprint, on_delete=models.CASCADE, related_name="bands")
    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["organ", "key"], name="band_alike")]

    def __str__(self) -> str:
        return str(self.key)
