from django.conf import settings
from django.db import models


class RecoveryCode(models.Model):
    """A way in without the second factor, good once. Only its digest is kept."""

    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="recovery_codes"
    )
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["user", "digest"], name="accounts_one_recovery_code")]

    def __str__(self) -> str:
        return str(self.pk)
