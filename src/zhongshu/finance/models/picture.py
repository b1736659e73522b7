from django.db import models

from zhongshu.finance.models.claim import Claim
from zhongshu.org.models import Unit
from zhongshu.platform.files.models import File


class Picture(models.Model):
    """A photograph handed in with a claim; ``look`` is its fingerprint (kernel.likeness)."""

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    claim = models.ForeignKey(Claim, on_delete=models.CASCADE, related_name="pictures")
    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="+")
    look = models.BinaryField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["claim", "file"], name="finance_picture_kept_once")]

    def __str__(self) -> str:
        return str(self.file)


class PictureKey(models.Model):
    """A key by which pictures that look alike find each other within an organ."""

    picture = models.ForeignKey(Picture, on_delete=models.CASCADE, related_name="keys")
    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    key = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["organ", "key"], name="finance_picture_alike")]

    def __str__(self) -> str:
        return str(self.key)
