from enum import StrEnum

from django.db import models


class Measure(StrEnum):
    """What a running total counts; never shown."""

    DUE_DAY = "due_day"  # open matters by lead unit and date
    DUE_MONTH = "due_month"  # the same by month, so that a sum over years reads few rows
    WAIT_DAY = "wait_day"  # open matters by what they wait for and date
    WAIT_MONTH = "wait_month"
    STATE = "state"  # open matters by state
    OPENED = "opened"  # matters by the Monday of the week in which they were opened
    ENDED = "ended"  # closed matters by the Monday of the week in which they ended
    ENDED_MONTH = "ended_month"
    TOOK = "took"  # working days by stage and month of ending; ``amount`` is their sum
    ORIGIN = "origin"  # open matters by kind of origin and date
    ORIGIN_ENDED = "origin_ended"  # closed matters by kind of origin and month of ending
    BACK = "back"  # open matters that were sent back, by lead unit
    BACK_ENDED = "back_ended"  # closed ones by lead unit and month of ending


class Tally(models.Model):
    """A running total: how many matters of an organ stand under one key.

    ``unit``, ``code`` and ``day`` are 0, "" and ``tallies.EPOCH`` where the measure has none.
    Always equal to a recount; what was not yet folded in lies in ``TallyChange``.
    """

    organ_id = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    measure = models.CharField(max_length=12)
    unit_id = models.BigIntegerField(default=0)
    code = models.CharField(max_length=20, default="")
    day = models.DateField()
    n = models.BigIntegerField()
    amount = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["organ_id", "kind", "measure", "day", "unit_id", "code"], name="tally_once_a_key"
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} {self.unit_id} {self.code} {self.day}: {self.n}"


class TallyChange(models.Model):
    """A change not yet folded into the totals, written by a trigger of the database.

    One line takes a matter away as it stood (``n`` = -1), one puts it back as it stands (+1). Lines are only
    added, so that no two who write at the same time wait for each other at a total. With a ``measure``
    of its own a line changes that one total by ``n`` and ``amount``: ``state`` is its code, ``due`` its day.
    """

    measure = models.CharField(max_length=12, blank=True)
    organ_id = models.BigIntegerField()
    kind = models.CharField(max_length=20)
    unit_id = models.BigIntegerField()
    group = models.SmallIntegerField()
    state = models.CharField(max_length=20)
    waits_for = models.CharField(max_length=12, blank=True)
    due = models.DateField(null=True)
    opened = models.DateField(null=True)
    closed = models.DateField(null=True)
    n = models.SmallIntegerField()
    amount = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.n:+d} {self.state}"
