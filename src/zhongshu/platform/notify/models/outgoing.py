from django.db import models

from zhongshu.platform.notify.models.notice import Weight


class Outgoing(models.Model):
    """A line that is told but has not left: until ``leaves_at`` whoever told it may take it back.

    It is in nobody's inbox yet and counts for nothing. ``at`` is the moment of the act that told it.
    """

    person_id = models.BigIntegerField()
    subject = models.CharField(max_length=40)
    weight = models.SmallIntegerField(choices=Weight.choices, default=Weight.ACT)
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    urgent = models.BooleanField(default=False)
    at = models.DateTimeField()
    leaves_at = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["leaves_at"], name="outgoing_by_time"),
            models.Index(fields=["subject"], name="outgoing_by_subject"),
        ]

    def __str__(self) -> str:
        return self.text
