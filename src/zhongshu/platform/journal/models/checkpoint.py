from django.db import models


class Checkpoint(models.Model):
    """A sealed Merkle root over all entries of all streams since the checkpoint before it."""

    at = models.DateTimeField()
    first_id = models.BigIntegerField()
    last_id = models.BigIntegerField()
    count = models.PositiveIntegerField()
    algorithm = models.CharField(max_length=20)
    root = models.BinaryField(max_length=64)
    prev_seal = models.BinaryField(max_length=64)
    seal = models.BinaryField(max_length=64)

    def __str__(self) -> str:
        return f"{self.first_id}–{self.last_id}"
