from django.db import models


class Edition(models.Model):
    """The one row that tells which edition of the calendar is in force.

    ``token`` is drawn anew with each change and never comes back, so that a process
    knows by one look whether the calendar it remembers still holds.
    """

    token = models.CharField(max_length=32)
    at = models.DateTimeField(null=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="workdays_one_edition")]

    def __str__(self) -> str:
        return self.token
