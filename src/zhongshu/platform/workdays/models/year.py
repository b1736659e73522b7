from django.db import models


class Year(models.Model):
    """A year of the calendar and the notice that settles it.

    ``is_announced``: the State Council's notice is loaded. A year with only its statutory
    days, or with no row at all, is provisional.
    ``version`` counts the tables loaded for the year, from 1.
    ``moved``: how many open dates the import that answers with this has moved; kept in the journal only.
    """

    year = models.PositiveSmallIntegerField(unique=True)
    is_announced = models.BooleanField(default=False)
    notice = models.CharField(max_length=120, blank=True)
    source = models.CharField(max_length=200, blank=True)
    version = models.PositiveIntegerField(default=1)
    imported_at = models.DateTimeField(null=True)
    imported_by = models.CharField(max_length=40, blank=True)
    moved = 0

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(is_announced=False) | ~models.Q(notice=""),
                name="workdays_announced_by_a_notice",
            )
        ]

    def __str__(self) -> str:
        return str(self.year)
