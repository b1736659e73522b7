from django.db import models


class Edition(models.Model):
    """The one row that tells which edition of the organisation is in force.

    The database draws ``token`` anew with every change of a unit, an alias, a post, a person, an appointment, a
    leave or a stand-in, whoever makes it; it never comes back. So a process knows by one look, within
    the transaction or without, whether what it remembers still holds.
    """

    token = models.CharField(max_length=32)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="org_one_edition")]

    def __str__(self) -> str:
        return self.token
