from django.db import models

from zhongshu.inspections.models.choices import Method
from zhongshu.inspections.models.inspection import Inspection
from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File


class Step(models.Model):
    """What the team did: by which method, when, where, with whom, and what it brought (rule D-03 {V})."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="steps")
    method = models.CharField(max_length=10, choices=Method.choices)
    on = models.DateField()
    place = models.CharField(max_length=100)
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    people = models.ManyToManyField(Person, related_name="+")
    note = models.TextField()
    files = models.ManyToManyField(File, related_name="+")
    noted_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.on} {self.get_method_display()}"
