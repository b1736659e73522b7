from django.db import models


class Digest(models.Model):
    """What waited for a person on a day, told once: at most one a day."""

    person_id = models.BigIntegerField()
    day = models.DateField()
    act = models.PositiveIntegerField(default=0)
    watch = models.PositiveIntegerField(default=0)
    tell = models.PositiveIntegerField(default=0)
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person_id", "day"], name="notify_one_digest_a_day")]

    def __str__(self) -> str:
        return f"{self.person_id} {self.day}"
