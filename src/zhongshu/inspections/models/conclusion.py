from typing import NoReturn

from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models.choices import Outcome, Standing
from zhongshu.inspections.models.inspection import Inspection
from zhongshu.kernel.refusals import Conflict
from zhongshu.matters.models import Group, Matter
from zhongshu.org.models import Person, Unit


class Conclusion(models.Model):
    """What an inspection concluded about one unit: a matter of its own, so that each unit sees its own and no other.

    ``text``       as it was fed back; a review that changes it keeps it and writes its own.
    ``ask_until``  the last day on which the unit may ask for a review (rule D-08 {V}).
    """

    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="conclusion"
    )
    inspection = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="conclusions")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    fed_back_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    fed_back_on = models.DateField()
    ask_until = models.DateField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["inspection", "unit"], name="one_conclusion_a_unit")]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def standing(self) -> Standing:
        return Standing(self.matter.state)

    @property
    def in_force(self) -> str:
        """The conclusion as it stands; "" once it was withdrawn."""
        if self.standing == Standing.WITHDRAWN:
            return ""
        return self.review.text if self.standing == Standing.CHANGED else self.text

    def move(self, before: Standing, after: Standing) -> None:
        """Change its standing; a Conflict unless it stands as ``before``. The caller holds the lock and saves."""
        if self.standing != before:
            self.refuse()
        still_open = after in (Standing.FED_BACK, Standing.REVIEWING)
        self.matter.state, self.matter.group = after, Group.OPEN if still_open else Group.CLOSED

    def refuse(self) -> NoReturn:
        """Raise the Conflict that says that the conclusion has moved on."""
        raise Conflict(
            "conclusion_has_moved_on",
            _("这份结论现在是“%(state)s”，不能这样办。") % {"state": self.standing.label},
            rule="D-08",
            hint=_("请刷新页面。"),
        )


class Review(models.Model):
    """A unit asks for its conclusion to be looked at again, once, and others decide (rule D-08 {V}).

    ``text``  the conclusion in its changed words, where the outcome is to change it.
    """

    conclusion = models.OneToOneField(Conclusion, on_delete=models.CASCADE, related_name="review")
    reason = models.TextField()
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    decide_by = models.DateField()
    outcome = models.CharField(max_length=10, blank=True, choices=Outcome.choices)
    opinion = models.TextField(blank=True)
    text = models.TextField(blank=True)
    decided_by = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(decided_at__isnull=True, decided_by__isnull=True, outcome="")
                | models.Q(decided_at__isnull=False, decided_by__isnull=False) & ~models.Q(outcome=""),
                name="review_decided_has_an_outcome",
            )
        ]

    def __str__(self) -> str:
        return str(self.conclusion)
