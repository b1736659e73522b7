from datetime import datetime
from typing import Any

from django.db import models

from zhongshu.finance.models.claim import Claim, ClaimKind
from zhongshu.org.models import Person

Filled = dict[str, list[str]]


class ClaimDraft(models.Model):
    """A claim being filled in: what stands in its sheet, right or wrong, and the files stored for it.

    ``data``    the fields of the sheet as they were sent: name → values.
    ``files``   ids of stored files, in order.
    ``amends``  the claim that was given back and is being put right; None for a new one.
    """

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=8, choices=ClaimKind.choices)
    data = models.JSONField(default=dict)
    files = models.JSONField(default=list)
    amends = models.ForeignKey(Claim, null=True, on_delete=models.CASCADE, related_name="+")
    begun_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["person", "-changed_at"], name="finance_draft_newest")]
        constraints = [models.UniqueConstraint(fields=["person", "amends"], name="finance_one_draft_a_claim")]

    def __str__(self) -> str:
        return str(next(iter(self.data.get("title", [])), ""))

    def rewrite(self, data: Filled, files: list[int], at: datetime) -> None:
        """Put what stands in the sheet now in place of what stood there."""
        changed: dict[str, Any] = {"data": data, "files": files, "changed_at": at}
        for name, value in changed.items():
            setattr(self, name, value)
        self.save(update_fields=list(changed))
