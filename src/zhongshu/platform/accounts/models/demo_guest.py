from django.conf import settings
from django.db import models


class DemoGuest(models.Model):
    """Somebody of the demonstration who may be entered as with one click, and what to try as him."""

    user = models.OneToOneField(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="demo_guest")
    name = models.CharField(max_length=40)
    label = models.CharField(max_length=60)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("order", "id")

    def __str__(self) -> str:
        return self.name
