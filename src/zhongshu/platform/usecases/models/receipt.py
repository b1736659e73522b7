from datetime import datetime
from typing import ClassVar

from django.db import models

from zhongshu.kernel import statements
from zhongshu.kernel.connected import here
from zhongshu.kernel.moments import told_moment


class ReceiptManager(models.Manager["Receipt"]):
    def take(self, *, use_case: str, actor_id: int, key: str, fingerprint: str, at: datetime) -> bool:
        """Write a receipt for the first to ask; False for whoever comes again, or a moment later and waits.

        One statement instead of a try within a savepoint: every act that a page sends begins with it.
        """
        table = self.model._meta.db_table
        sql = (
            f"INSERT INTO {table} (use_case, actor_id, key, fingerprint, at) VALUES (%s, %s, %s, %s, %s) "  # noqa: S608
            "ON CONFLICT (key, actor_id, use_case) DO NOTHING"
        )
        return bool(statements.done(sql, [use_case, actor_id, key, fingerprint, told_moment(at)]))

    def note(self, outcome: object, *, use_case: str, actor_id: int, key: str) -> None:
        """Write what came of the act into its receipt."""
        kept = self.model._meta.get_field("outcome").get_db_prep_save(outcome, here())
        sql = (
            f"UPDATE {self.model._meta.db_table} SET outcome = %s "  # noqa: S608
            "WHERE key = %s AND actor_id = %s AND use_case = %s"
        )
        statements.done(sql, [kept, key, actor_id, use_case])


class Receipt(models.Model):
    """That a use case was already carried out under this key, and what came of it (law 10)."""

    use_case = models.CharField(max_length=60)
    actor_id = models.BigIntegerField(default=0)
    key = models.CharField(max_length=64)
    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()
    outcome = models.JSONField(null=True)

    objects: ClassVar[ReceiptManager] = ReceiptManager()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "actor_id", "use_case"], name="usecases_one_receipt_a_key")
        ]

    def __str__(self) -> str:
        return f"{self.use_case} {self.key}"
