from django.db import models

from zhongshu.org.models import Person
from zhongshu.supervision.models.directive import Directive


class Hand(models.Model):
    """Somebody had a hand in carrying out a matter, and therefore may never verify it (law 3)."""

    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="hands")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["directive", "person"], name="hand_once_a_person")]

    def __str__(self) -> str:
        return str(self.person)
