from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.org.models.person import Person


class KinKind(models.TextChoices):
    """How two people who work here are related (亲属关系)."""

    SPOUSE = "spouse", _("夫妻")
    LINEAL = "lineal", _("直系血亲")
    COLLATERAL = "collateral", _("三代以内旁系血亲")
    IN_LAW = "in_law", _("近姻亲")


class Kinship(models.Model):
    """Two people are related, as one of them or the keeper declared; who decides avoids his relatives (F-06).

    It binds both alike, so each pair stands once: ``first`` is the lower number. It counts until it is ended.
    """

    first = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    second = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=10, choices=KinKind.choices)
    declared_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    declared_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first__lt=models.F("second")), name="org_kinship_in_order"
            ),
            models.UniqueConstraint(
                fields=["first", "second"],
                name="org_kinship_once",
                condition=models.Q(ended_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.first} {self.second}"

    @property
    def pair(self) -> frozenset[int]:
        """Numbers of the two."""
        return frozenset((self.first_id, self.second_id))

    def other(self, person_id: int) -> Person:
        """Whom ``person_id`` is related to by it."""
        return self.second if self.first_id == person_id else self.first
