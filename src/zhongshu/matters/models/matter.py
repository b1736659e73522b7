from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.among import Among, Probed
from zhongshu.kernel.spelled import how_many
from zhongshu.matters.models.sight import LOOKED_UP, PROBED, Sight
from zhongshu.matters.models.waits import Waits
from zhongshu.org.models import Person, Unit


class Group(models.IntegerChoices):
    """Where a matter stands, whatever its kind."""

    DRAFT = 0, _("草稿")
    OPEN = 1, _("在办")
    CLOSED = 2, _("已结")
    VOID = 3, _("作废")


class Urgency(models.IntegerChoices):
    NORMAL = 0, _("常规")
    URGENT = 1, _("加急")
    EXTRA_URGENT = 2, _("特急")


class Importance(models.IntegerChoices):
    NORMAL = 0, _("一般")
    IMPORTANT = 1, _("重要")
    MAJOR = 2, _("重大")


class Sensitivity(models.IntegerChoices):
    """State secrets have no value here: they are refused (rule C-01 {V})."""

    PUBLIC = 0, _("公开")
    INTERNAL = 1, _("内部")
    WORK_SECRET = 2, _("工作秘密")


class Light(models.IntegerChoices):
    """绿 on time, 黄 near its date, 红 overdue, 灰 closed (rule D-23: local, thresholds are settings)."""

    GREY = 0, _("灰")
    GREEN = 1, _("绿")
    YELLOW = 2, _("黄")
    RED = 3, _("红")


class MatterQuerySet(models.QuerySet["Matter"]):
    def visible_to(self, actor: Actor) -> "MatterQuerySet":
        """Only what ``actor`` may know of: the one question that pages, API, search and counts ask.

        Supervisors, organ leaders, archivists and auditors know the matters their organ owns, save those of kinds
        that other duties oversee; everybody else knows what was made known to one of his principals (law 4).
        """
        return self.within(Sight.of_every_kind(actor), actor.principals)

    def listed_for(self, actor: Actor) -> "MatterQuerySet":
        """As ``visible_to`` for open-ended lists of kinds that are overseen together, in the form that reads one index
        from its start.
        """
        return self.within(self.sight_of_lists(actor), actor.principals)

    def within(self, sight: Sight, keys: Sequence[str] | models.Expression) -> "MatterQuerySet":
        """What can be seen with this ``sight`` by whoever bears these ``keys``, or the place where they will stand."""
        if sight.everything:
            return self
        seen = _overseen(sight)
        if sight.by_key == PROBED:
            known = models.Exists(_grants(keys, probe=True).filter(matter_id=models.OuterRef("pk")))
            seen |= models.Q(known)
        elif sight.by_key == LOOKED_UP:
            seen |= models.Q(pk__in=_grants(keys).values("matter_id"))
        return self.filter(seen) if seen else self.none()

    @staticmethod
    def sight_of_lists(actor: Actor) -> Sight:
        """Whoever oversees an organ lists the matters it owns. Whoever knows of few matters has those few
        looked up; whoever knows of many has the list read in order and probed.
        """
        whole = Sight.of(actor)
        if whole.everything or whole.organs:
            return replace(whole, by_key="")
        known = how_many(
            "grants",
            [list(actor.principals)],
            lambda keys: _grants(keys[0]).values_list("matter_id")[:KNOWS_MANY],
        )
        return replace(whole, by_key=LOOKED_UP if known < KNOWS_MANY else PROBED)


def _overseen(sight: Sight) -> models.Q:
    """What is known by a duty; an empty condition where nothing is."""
    together = models.Q(organ_id__in=sight.organs) if sight.organs else models.Q()
    if sight.organs and sight.walked:
        together = models.Q(In(Probed("organ_id"), sight.organs))
    if together and sight.apart:
        together &= ~models.Q(kind__in=[kind for kind, _organs in sight.apart])
    for kind, organs in sight.apart:
        together |= models.Q(kind=kind, organ_id__in=organs) if organs else models.Q()
    return together


def _grants(keys: Sequence[str] | models.Expression, *, probe: bool = False) -> models.QuerySet[models.Model]:
    grants = apps.get_model("matters.Grant")._default_manager
    return grants.filter(Among("principal", keys, probe=probe))


class Matter(models.Model):
    """One thing handed over: it has an origin, one lead, a date, a verified ending.

    ``current_due`` is the day by whose end something must come back; ``original_due`` never
    changes once given to whoever leads, and lateness is assessed on it (rule D-20); only a provisional one follows
    the notice it waited for (TV-15). ``long_term`` matters have
    a next reporting day as ``current_due`` instead of a last one. From ``stopped_on`` until it is
    taken away the clock stands: such a matter is neither late nor near its date. ``waits_for`` says what
    an open matter waits for, and ``moved_on`` when something was last done about it.
    """

    kind = models.CharField(max_length=20)
    state = models.CharField(max_length=20)
    group = models.SmallIntegerField(choices=Group.choices, default=Group.DRAFT)
    number = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=200)
    body = models.TextField(blank=True)
    urgency = models.SmallIntegerField(choices=Urgency.choices, default=Urgency.NORMAL)
    importance = models.SmallIntegerField(choices=Importance.choices, default=Importance.NORMAL)
    sensitivity = models.SmallIntegerField(choices=Sensitivity.choices, default=Sensitivity.INTERNAL)
    organ = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+", db_index=False)
    drafter = models.ForeignKey(Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    lead_unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    parent = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="children", db_index=False
    )
    original_due = models.DateField(null=True)
    current_due = models.DateField(null=True)
    due_is_provisional = models.BooleanField(default=False)
    long_term = models.BooleanField(default=False)
    stopped_on = models.DateField(null=True)
    light = models.SmallIntegerField(choices=Light.choices, default=Light.GREY)
    waits_for = models.CharField(max_length=12, blank=True, choices=Waits.choices, default=Waits.NONE)
    moved_on = models.DateField(null=True)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    archived_at = models.DateTimeField(null=True)

    objects = MatterQuerySet.as_manager()

    class Meta:
        indexes = [
            models.Index(
                fields=["organ", "kind", "group", "current_due", "id"],
                name="matter_ledger_by_due",
                condition=models.Q(group=Group.OPEN),
            ),
            models.Index(fields=["organ", "kind", "id"], name="matter_ledger_newest"),
            models.Index(
                fields=["kind", "group", "current_due", "id"],
                name="matter_known_by_due",
                condition=models.Q(group=Group.OPEN),
            ),
            models.Index(
                fields=["lead_unit", "group", "current_due", "id"],
                name="matter_unit_by_due",
                condition=models.Q(group=Group.OPEN),
            ),
            models.Index(
                fields=["lead_unit", "id"], name="matter_unit_ended", condition=models.Q(group=Group.CLOSED)
            ),
            models.Index(fields=["drafter", "id"], name="matter_started_by"),
            models.Index(fields=["parent"], name="matter_parts", condition=models.Q(parent__isnull=False)),
            models.Index(
                fields=["light", "current_due"], name="matter_sweep", condition=models.Q(group=Group.OPEN)
            ),
            models.Index(
                fields=["waits_for", "moved_on"], name="matter_rest", condition=models.Q(group=Group.OPEN)
            ),
            models.Index(
                fields=["organ", "kind", "waits_for", "current_due", "id"],
                name="matter_ledger_by_wait",
                condition=models.Q(group=Group.OPEN),
            ),
            models.Index(
                fields=["organ", "title"], name="matter_same_title", condition=models.Q(group=Group.OPEN)
            ),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["organ", "number"], name="matter_number_once_an_organ", condition=~models.Q(number="")
            ),
            models.CheckConstraint(
                condition=~models.Q(group=Group.OPEN)
                | models.Q(current_due__isnull=False, opened_at__isnull=False),
                name="matter_open_has_a_date",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def stream(self) -> str:
        """The journal stream of this matter."""
        return stream_of(self.pk)

    @property
    def is_open(self) -> bool:
        return self.group == Group.OPEN

    def as_facts(self) -> dict[str, Any]:
        """What the archive and the API tell of a matter."""
        return {
            "id": self.pk,
            "kind": self.kind,
            "state": self.state,
            "number": self.number,
            "title": self.title,
            "body": self.body,
            "original_due": self.original_due,
            "current_due": self.current_due,
            "opened_at": self.opened_at,
            "closed_at": self.closed_at,
        }


def stream_of(matter_id: int) -> str:
    """The journal stream of the matter with this id."""
    return f"matter:{matter_id}"


KNOWS_MANY = 2000
