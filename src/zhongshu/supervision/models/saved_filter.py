from django.db import models

from zhongshu.org.models import Person, Unit


class SavedFilter(models.Model):
    """A filter of the ledger that a person has given a name.

    ``query`` is the ledger's address without its page, e.g. ``late=1&origin=instruction``. Conditions that
    follow whoever looks (``scope=ours``) follow him here too: everybody sees his own rows under it.
    ``shared_with`` a unit of the person, whose people see it beside their own; none: only himself.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=20)
    query = models.CharField(max_length=500)
    shared_with = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "name"], name="saved_filter_named_once")]

    def __str__(self) -> str:
        return self.name
