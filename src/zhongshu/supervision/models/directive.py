from django.db import models
from django.utils.translation import gettext_lazy as _

from zhongshu.matters.models import Matter, Moving
from zhongshu.org.models import Person
from zhongshu.supervision.models.intake import Intake
from zhongshu.supervision.models.states import LIFE, STAGE_STATES, State


class Origin(models.TextChoices):
    """Where a matter comes from; none is without an origin."""

    INSTRUCTION = "instruction", _("领导批示")
    MEETING = "meeting", _("会议议定")
    SUPERIOR = "superior", _("上级文件")
    KEY_WORK = "key_work", _("年度重点工作")
    PROPOSAL = "proposal", _("建议提案")
    PETITION = "petition", _("信访事项")
    INSPECTION = "inspection", _("现场督查")
    CRITICISM = "criticism", _("问题整改")


class InstructionClass(models.TextChoices):
    """Classes of a leader's instruction; only the first starts a clock (rule D-16 {S conv.})."""

    ORDER = "order", _("批办")
    GUIDANCE = "guidance", _("指导")
    REFERENCE = "reference", _("参阅")


class Cycle(models.TextChoices):
    """How often progress is reported (rule D-24)."""

    ONCE = "once", _("一次性")
    WEEKLY = "weekly", _("每周")
    MONTHLY = "monthly", _("每月")
    QUARTERLY = "quarterly", _("每季度")
    YEARLY = "yearly", _("每年")
    MILESTONE = "milestone", _("按节点")


class Blocker(models.TextChoices):
    """What a matter waits for."""

    NONE = "", _("正常推进")
    MONEY = "money", _("等资金")
    SUPERIOR = "superior", _("等上级")
    OTHER_UNIT = "other_unit", _("等配合单位")
    OURSELVES = "ourselves", _("本单位原因")


class Risk(models.TextChoices):
    """The supervisor's judgement, beside the light that dates alone compute."""

    NONE = "", _("无明显风险")
    WATCH = "watch", _("需关注")
    HIGH = "high", _("高风险")


def slowest_first(stage: str) -> models.Index:
    """What ended, by the time it took in ``stage``: the list behind an average of the board."""
    took = f"took_{stage}"
    condition = models.Q(**{f"{took}__isnull": False})
    return models.Index(fields=[took, "matter"], name=f"directive_slow_{stage}", condition=condition)


class Directive(Moving, models.Model):
    """A supervised matter (督办事项). Only ``move`` writes its state.

    ``took_…`` are the working days that each stage took in all, written as it is closed out.
    """

    LIFE = LIFE
    matter = models.OneToOneField(
        Matter, on_delete=models.CASCADE, primary_key=True, related_name="directive"
    )
    origin = models.CharField(max_length=12, choices=Origin.choices)
    source_title = models.CharField(max_length=200)
    source_number = models.CharField(max_length=100, blank=True)
    source_organ = models.CharField(max_length=100, blank=True)
    source_date = models.DateField(null=True)
    source_excerpt = models.TextField(blank=True)
    intake = models.ForeignKey(
        Intake, null=True, on_delete=models.PROTECT, related_name="directives", db_index=False
    )
    instruction_class = models.CharField(max_length=10, blank=True, choices=InstructionClass.choices)
    instructed_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    instruction = models.TextField(blank=True)
    instructed_on = models.DateField(null=True)
    basis = models.CharField(max_length=200, blank=True)
    approver = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    owner_name = models.CharField(max_length=60, blank=True)
    deadline_text = models.CharField(max_length=100, blank=True)
    deadline_rule = models.CharField(max_length=60, blank=True)
    due_given = models.BooleanField(null=True)  # a person gave the day; None: not kept when it was opened
    cycle = models.CharField(max_length=10, choices=Cycle.choices, default=Cycle.ONCE)
    cycle_text = models.CharField(max_length=40, blank=True)
    cycle_basis = models.CharField(max_length=200, blank=True)
    cycle_until = models.DateField(null=True)
    cycle_since = models.DateField(null=True)
    blocker = models.CharField(max_length=12, blank=True, choices=Blocker.choices)
    blocked_since = models.DateField(null=True)
    blocker_note = models.CharField(max_length=200, blank=True)  # by the supervisors, see services.note_wait
    blocker_noted_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    risk = models.CharField(max_length=5, blank=True, choices=Risk.choices)
    risk_reason = models.CharField(max_length=200, blank=True)
    risk_judged_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    risk_judged_at = models.DateTimeField(null=True)
    last_progress = models.CharField(max_length=300, blank=True)
    last_progress_at = models.DateTimeField(null=True)
    reminders = models.PositiveSmallIntegerField(default=0)
    returns = models.PositiveSmallIntegerField(default=0)
    extensions = models.PositiveSmallIntegerField(default=0)
    feedback = models.TextField(blank=True)
    feedback_signed_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    completed_at = models.DateTimeField(null=True)
    verified_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    verified_at = models.DateTimeField(null=True)
    answer = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True)
    ended_reason = models.CharField(max_length=300, blank=True)
    took_docketing = models.PositiveSmallIntegerField(null=True)
    took_signing = models.PositiveSmallIntegerField(null=True)
    took_undertaking = models.PositiveSmallIntegerField(null=True)
    took_verification = models.PositiveSmallIntegerField(null=True)
    took_closure = models.PositiveSmallIntegerField(null=True)
    foreign_number = models.CharField(max_length=60, blank=True)
    closed_out_by = models.ForeignKey(
        Person, null=True, on_delete=models.PROTECT, related_name="+", db_index=False
    )

    class Meta:
        indexes = [
            models.Index(fields=["cycle"], name="directive_reports", condition=~models.Q(cycle=Cycle.ONCE)),
            models.Index(
                fields=["intake"], name="directive_intake", condition=models.Q(intake__isnull=False)
            ),
            models.Index(
                fields=["instructed_by"],
                name="directive_instructed_by",
                condition=models.Q(instructed_by__isnull=False),
            ),
            *(slowest_first(stage) for stage in STAGE_STATES),
        ]

    def __str__(self) -> str:
        return str(self.matter)

    @property
    def state(self) -> State:
        return State(self.matter.state)
