from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models.choices import Outcome, Standing
from zhongshu.inspections.models.inspection import Inspection
from zhongshu.matters.models import Arrows, Group, LifeCycle, Matter, Moving
from zhongshu.org.models import Person, Unit

# who decides on a review decides which of the three arrows it takes
ARROWS: Arrows = {
    "settle": {Standing.FED_BACK: Standing.FINAL},
    "ask_review": {Standing.FED_BACK: Standing.REVIEWING},
    **{one.value: {Standing.REVIEWING: Standing(one)} for one in Outcome},
}
ENDED = dict.fromkeys((Standing.FINAL, Standing.UPHELD, Standing.CHANGED, Standing.WITHDRAWN), Group.CLOSED)
LIFE = LifeCycle(Standing, ARROWS, ENDED, _("这份结论现在是“%(state)s”，不能这样办。"))


class Conclusion(Moving, models.Model):
    """What an inspection concluded about one unit: a matter of its own, so that each unit sees its own and no other.

    ``text``       as it was fed back; a review that changes it keeps it and writes its own.
    ``ask_until``  the last day on which the unit may ask for a review (rule D-08 {V}).
    """

    LIFE = LIFE
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
