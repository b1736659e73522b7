from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.digests import digest
from zhongshu.org.models import Person, Unit
from zhongshu.platform.files.models import File


def digest_of_words(text: str) -> str:
    """What texts have in common that differ in blanks and breaks of lines only."""
    return digest("".join(text.split()).encode(), "sha256").hex()


class Decision(models.TextChoices):
    """What became of a found duty."""

    PENDING = "pending", _("待确认")
    OPENED = "opened", _("已立项")
    NO_FOLLOW_UP = "no_follow_up", _("不需督办")


class Intake(models.Model):
    """A text somebody brought in: minutes, a notice, an instruction, with the duties found in it.

    ``words_digest`` tells the same words again, however they are broken into lines (see ``digest_of_words``).
    """

    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    origin = models.CharField(max_length=12, default="meeting")
    text = models.TextField()
    words_digest = models.CharField(max_length=64, blank=True)
    file = models.ForeignKey(File, null=True, on_delete=models.PROTECT, related_name="+")
    document_date = models.DateField(null=True)
    first_is_lead = models.BooleanField(default=False)
    brought_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["organ", "-at", "-id"], name="intake_newest"),
            models.Index(fields=["organ", "words_digest"], name="intake_same_words"),
        ]

    def __str__(self) -> str:
        return self.title


class Finding(models.Model):
    """One duty found in an intake (or added by hand), beside the sentence it came from.

    ``reading`` keeps what the extraction read and why; the columns hold what a person corrected.
    """

    intake = models.ForeignKey(Intake, on_delete=models.CASCADE, related_name="findings")
    order = models.PositiveSmallIntegerField()
    start = models.PositiveIntegerField(default=0)
    end = models.PositiveIntegerField(default=0)
    action = models.CharField(max_length=200)
    lead = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    lead_text = models.CharField(max_length=100, blank=True)
    support = models.ManyToManyField(Unit, related_name="+")
    support_text = models.CharField(max_length=300, blank=True)
    owner_name = models.CharField(max_length=60, blank=True)
    due = models.DateField(null=True)
    due_text = models.CharField(max_length=100, blank=True)
    due_rule = models.CharField(max_length=60, blank=True)
    long_term = models.BooleanField(default=False)
    cycle = models.CharField(max_length=10, default="once")
    cycle_text = models.CharField(max_length=40, blank=True)
    decision = models.CharField(max_length=12, choices=Decision.choices, default=Decision.PENDING)
    reason = models.CharField(max_length=200, blank=True)
    reading = models.JSONField(default=dict)
    directive = models.ForeignKey(
        "supervision.Directive", null=True, on_delete=models.PROTECT, related_name="findings"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["intake", "order"], name="finding_one_a_place")]

    def __str__(self) -> str:
        return self.action
