from functools import cached_property

from django.db import models

from zhongshu.org.models import Person, Unit
from zhongshu.welfare.models.choices import Rest


class Service(models.Model):
    """Something an agency does for employees, or asks of their employer; data of the institution, not code.

    ``branch``    what it belongs to, in the institution's words: 养老, 医疗, 公积金 and what it adds.
    ``unit``      the section that undertakes it.
    ``papers``    the names of the papers it needs.
    ``answers_in``  working days after which the agency should have answered; None for the house's setting.
    ``periodic``  a duty of the office itself: an item comes up in each window without anybody asking.
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    branch = models.CharField(max_length=20)
    name = models.CharField(max_length=60)
    agency = models.CharField(max_length=60)
    guide = models.TextField(blank=True)
    papers = models.JSONField(default=list)
    answers_in = models.PositiveSmallIntegerField(null=True)
    periodic = models.BooleanField(default=False)
    closed_on = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organ", "name"], name="service_one_a_name")]

    def __str__(self) -> str:
        return self.name

    @property
    def stream(self) -> str:
        """Where its journal is."""
        return f"service:{self.pk}"

    @cached_property
    def calendar(self) -> list["Edition"]:
        """What the agency has said about its windows, the first first."""
        return sorted(self.editions.all(), key=lambda one: one.valid_from)


class Edition(models.Model):
    """From a day on, the windows in which the agency takes papers in, as it has published them.

    ``windows``  one to a line: 每月1—15日.   ``rest`` what becomes of a closing day on which organs rest.
    ``lead``     working days before the closing day by which papers go out; None for the house's setting.
    ``source``   where the agency has said so.
    """

    service = models.ForeignKey(Service, on_delete=models.CASCADE, related_name="editions")
    valid_from = models.DateField()
    windows = models.TextField()
    rest = models.CharField(max_length=6, choices=Rest.choices, default=Rest.BEFORE)
    lead = models.PositiveSmallIntegerField(null=True)
    source = models.CharField(max_length=200)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["service", "valid_from"], name="edition_one_from_a_day")
        ]

    def __str__(self) -> str:
        return self.windows.replace("\n", "；")
