from django.db import models


class Turn(models.Model):
    """When a recurring job is next due. Several workers may look; one takes the turn."""

    name = models.CharField(max_length=60, unique=True)
    next_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name
