from django.db import models


class Receipt(models.Model):
    """That a use case was already carried out under this key, and what came of it (law 10)."""

    use_case = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(default=0)
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()
    outcome = models.JSONField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "actor_id", "use_case"], name="usecases_one_receipt_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.use_case} {self.key}"
