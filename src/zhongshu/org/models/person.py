from django.conf import settings
from django.db import models

from zhongshu.org.models.post import Post


class Person(models.Model):
    """Somebody who works here, with or without an account; once he has left, ``successor`` is who took over, if anybody did."""

    user = models.OneToOneField(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="person"
    )
    name = models.CharField(max_length=40)
    staff_number = models.CharField(max_length=30, unique=True)
    mobile = models.CharField(max_length=20, blank=True)
    left_on = models.DateField(null=True)
    successor = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return self.name


class Appointment(models.Model):
    """A person holds a post from a day to a day (both included); open-ended where no end is set."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    post = models.ForeignKey(Post, on_delete=models.PROTECT, related_name="appointments")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True)
    is_primary = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__isnull=True) | models.Q(ends_on__gte=models.F("starts_on")),
                name="org_appointment_ends_after_it_starts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} {self.post}"
