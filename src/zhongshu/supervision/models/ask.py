from django.db import models

from zhongshu.org.models import Person, Unit
from zhongshu.supervision.models.directive import Directive
from zhongshu.supervision.periods import period_words


class Ask(models.Model):
    """A figure asked of a unit with the reports on one matter: what, for which period (law 11).

    ``key`` is ``label`` levelled, by which the same fact is known again whatever the writing. ``again_of`` is
    the earlier ask of the same fact, for another matter; ``reason`` says why it was asked all the same.
    A ``standing`` one is asked again for the period of each round. ``value`` is "" until it is given;
    ``lapsed_at``: the matter ended before it was.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    directive = models.ForeignKey(Directive, on_delete=models.CASCADE, related_name="asks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    label = models.CharField(max_length=60)
    key = models.CharField(max_length=60)
    period = models.CharField(max_length=10)
    standing = models.BooleanField(default=False)
    asked_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    again_of = models.ForeignKey("self", null=True, on_delete=models.SET_NULL, related_name="+")
    reason = models.CharField(max_length=200, blank=True)
    value = models.CharField(max_length=100, blank=True)
    given_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(null=True)
    lapsed_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["directive", "unit", "key", "period"], name="ask_once_a_matter")
        ]
        indexes = [
            models.Index(fields=["organ", "unit", "key", "period"], name="ask_same_fact"),
            models.Index(fields=["organ", "-id"], name="ask_newest"),
        ]

    def __str__(self) -> str:
        return f"{self.label} {self.period_words}"

    @property
    def period_words(self) -> str:
        """The period as an office says it."""
        return period_words(self.period)
