from django.db import models


class Blob(models.Model):
    """Bytes, stored once under their own digest whatever they were called."""

    sha256 = models.CharField(max_length=64, unique=True)
    sm3 = models.CharField(max_length=64)
    size = models.PositiveBigIntegerField()
    media_type = models.CharField(max_length=100)
    stored_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.sha256


class File(models.Model):
    """A blob under the name somebody gave it, uploaded by someone at some time.

    Who may read it is decided by what it is attached to, on the floors above.
    """

    blob = models.ForeignKey(Blob, on_delete=models.PROTECT, related_name="files")
    name = models.CharField(max_length=255)
    uploaded_by = models.BigIntegerField(null=True)
    uploaded_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
