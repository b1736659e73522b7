from django.db import models

from zhongshu.approvals.models.approval import Approval
from zhongshu.org.models import Person


class Hand(models.Model):
    """A person has exercised a power on this paper, in his own name or in another's (rule F-01).

    Never taken back, not even when the act is: what was seen and decided stays with the person.
    """

    approval = models.ForeignKey(Approval, on_delete=models.CASCADE, related_name="hands")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    power = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["approval", "person", "power"], name="approvals_hand_once")
        ]

    def __str__(self) -> str:
        return f"{self.person_id} {self.power}"
