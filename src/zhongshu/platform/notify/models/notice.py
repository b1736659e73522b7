from django.db import models
from django.utils.translation import gettext_lazy as _


class Weight(models.IntegerChoices):
    """Whether a notice asks for an act, follows what one watches, or only tells."""

    ACT = 0, _("要您办")
    WATCH = 1, _("您盯的")
    TELL = 2, _("知会")


class Notice(models.Model):
    """One line in a person's inbox. Unread notices about one subject are merged into one.

    ``person_id`` is the reader; ``subject`` names what it is about ("matter:17"), at most
    one unread notice stands for each subject; ``merged`` counts how many it stands for.
    ``deliver_at`` is when it may be pushed outward (never at night); the inbox shows it at once.
    """

    person_id = models.BigIntegerField()
    subject = models.CharField(max_length=40)
    weight = models.SmallIntegerField(choices=Weight.choices, default=Weight.ACT)
    text = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    merged = models.PositiveIntegerField(default=1)
    at = models.DateTimeField()
    deliver_at = models.DateTimeField()
    delivered_at = models.DateTimeField(null=True)
    read_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person_id", "subject"],
                name="notice_one_unread_a_subject",
                condition=models.Q(read_at__isnull=True),
            )
        ]
        indexes = [
            models.Index(fields=["person_id", "-id"], name="notice_newest"),
            models.Index(fields=["subject"], name="notice_open", condition=models.Q(read_at__isnull=True)),
            models.Index(
                fields=["deliver_at"], name="notice_to_deliver", condition=models.Q(delivered_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return self.text
