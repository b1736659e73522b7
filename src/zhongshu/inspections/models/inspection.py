from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.models.choices import Kind, State
from zhongshu.inspections.models.designation import Designation
from zhongshu.matters.models import Arrows, Group, LifeCycle, Matter, Moving
from zhongshu.org.models import Person, Unit

ARROWS: Arrows = {
    "approve": {State.PLANNED: State.RUNNING},
    "work": {State.RUNNING: State.RUNNING},
    "follow": {State.RUNNING: State.RUNNING},
    "conclude": {State.RUNNING: State.CONCLUDED},
    "report_anew": {State.CONCLUDED: State.CONCLUDED},
    "stop": {State.PLANNED: State.DECLINED, State.RUNNING: State.STOPPED},
}
ENDED = {State.DECLINED: Group.VOID, State.CONCLUDED: Group.CLOSED, State.STOPPED: Group.CLOSED}
LIFE = LifeCycle(State, ARROWS, ENDED, _("这次督查现在是“%(state)s”，不能这样办。"))


class Inspection(Moving, models.Model):
    """An inspection (督查行动): its matter keeps title, content, term's end and desks. Only ``move`` writes its state.

    ``occasion``     the incident or the clue it goes after, where its kind has one.
    ``scope``        how far it goes; ``units`` whom it inspects.
    ``approver``     who is asked to approve it and to fix the leader of its team.
    ``designation``  the paper by which a department may inspect; None where the supervisors do.
    ``reason``       why it was not approved, or stopped.
    """

    LIFE = LIFE
    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="inspection"
    )
    kind = models.CharField(max_length=13, choices=Kind.choices)
    occasion = models.CharField(max_length=300, blank=True)
    scope = models.CharField(max_length=300)
    basis = models.CharField(max_length=200)
    units = models.ManyToManyField(Unit, related_name="+")
    approver = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    designation = models.ForeignKey(Designation, null=True, on_delete=models.PROTECT, related_name="+")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ends_on__gte=models.F("starts_on")), name="inspection_ends_later"
            )
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def state(self) -> State:
        return State(self.matter.state)


class Member(models.Model):
    """Somebody on the team of an inspection; one of them leads it (rule D-06 {V})."""

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    leads = models.BooleanField(default=False)

    class Meta:
        ordering = ["-leads", "id"]
        constraints = [
            models.UniqueConstraint(fields=["inspection", "person"], name="member_once_a_team"),
            models.UniqueConstraint(
                fields=["inspection"], name="one_leader_a_team", condition=models.Q(leads=True)
            ),
        ]

    def __str__(self) -> str:
        return str(self.person)
