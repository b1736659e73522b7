from django.db import models

from zhongshu.approvals import grammar
from zhongshu.org.models import Person, Unit


class Route(models.Model):
    """A route under its name, whatever its versions. ``organ`` owns it; None serves every organ."""

    name = models.SlugField(max_length=60, unique=True)
    title = models.CharField(max_length=100)
    kind = models.CharField(max_length=20)
    organ = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    current = models.ForeignKey("RouteVersion", null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.title


class RouteVersion(models.Model):
    """One version of a route, never changed once published: a running approval keeps its own."""

    route = models.ForeignKey(Route, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    spec = models.JSONField()
    drafted_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    drafted_at = models.DateTimeField()
    published_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(null=True)
    valid_from = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["route", "number"], name="approvals_version_once")]

    def __str__(self) -> str:
        return f"{self.route_id} v{self.number}"

    @property
    def plan(self) -> grammar.Route:
        """What the version says."""
        return grammar.read(self.spec)
