from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Arrows, Group, LifeCycle, Matter, Moving
from zhongshu.org.models import Person
from zhongshu.welfare.models.choices import Outcome, State
from zhongshu.welfare.models.service import Service

ARROWS: Arrows = {
    "send_back": {State.ASKED: State.RETURNED, State.SUBMITTED: State.RETURNED},
    "supplement": {State.RETURNED: State.ASKED},
    "submit": {State.ASKED: State.SUBMITTED},
    "answer": {State.SUBMITTED: State.ANSWERED},
    "settle": {State.SUBMITTED: State.DONE},
    "report_back": {State.ANSWERED: State.DONE},
    "withdraw": {State.ASKED: State.WITHDRAWN, State.RETURNED: State.WITHDRAWN},
}
ENDED = {State.DONE: Group.CLOSED, State.WITHDRAWN: Group.VOID}
LIFE = LifeCycle(State, ARROWS, ENDED, _("这件现在是“%(state)s”，不能这样办。"), rule="F-15")


class Case(Moving, models.Model):
    """One thing asked of an agency (办件): its matter keeps number, date and desks. Only ``move`` writes its state.

    ``person``       for whom; None where the office does its own duty of ``period`` (2026-11).
    ``since``        from when it is to hold.
    ``asked_on``     the day its papers came in; its window is reckoned from it.
    ``opens_on``, ``closes_on``  the window of the agency that it is to go into.
    ``handed``       the papers that came in, by name; ``missing`` what still has to come.
    ``receipt``      the number under which the agency took it in on ``submitted_on``.
    ``reason``       why it came back, was withdrawn, or went in outside the window.
    """

    LIFE = LIFE
    matter = models.OneToOneField(Matter, on_delete=models.CASCADE, primary_key=True, related_name="welfare")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="cases")
    person = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+")
    since = models.DateField(null=True)
    period = models.CharField(max_length=7, blank=True)
    asked_on = models.DateField()
    opens_on = models.DateField()
    closes_on = models.DateField()
    handed = models.JSONField(default=list)
    missing = models.JSONField(default=list)
    reason = models.CharField(max_length=300, blank=True)
    submitted_on = models.DateField(null=True)
    receipt = models.CharField(max_length=60, blank=True)
    outcome = models.CharField(max_length=8, blank=True, choices=Outcome.choices)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    told = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["service", "period"], name="case_once_a_period", condition=~models.Q(period="")
            ),
            models.CheckConstraint(
                condition=models.Q(period="", person__isnull=False)
                | ~models.Q(period="") & models.Q(person__isnull=True),
                name="case_for_somebody_or_a_period",
            ),
            models.CheckConstraint(
                condition=models.Q(closes_on__gte=models.F("opens_on")), name="case_window_closes_later"
            ),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def state(self) -> State:
        return State(self.matter.state)
