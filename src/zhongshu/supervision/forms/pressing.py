"""Forms of following up: slips, the judgement of risk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import policies, queries, services
from zhongshu.supervision.forms.alike import HOW, DecidesAlike
from zhongshu.supervision.forms.deeds import DeedForm, GivesWork, words
from zhongshu.supervision.forms.fields import UnitField
from zhongshu.supervision.models import Blocker, Risk, SlipWeight
from zhongshu.ui.forms import needed

SEEN = [
    (code, _("承办单位自身原因") if code == Blocker.OURSELVES else label) for code, label in Blocker.choices
]
"""What a matter waits for, as those say it who look at it from outside: 本单位 would be their own."""


class Acknowledgement(DeedForm):
    """Nothing to fill in."""


class IssueSlip(DeedForm):
    weight = forms.TypedChoiceField(
        label=_("发哪一种"), coerce=int, error_messages={"required": _("请选一种督办单。")}
    )
    text = words(_("内容"), hint=_("不写就用：时限、逾期天数和请抓紧办理的话。"))

    def offer(self) -> None:
        out = queries.slips_out(self.directive)
        mine = [one for one in SlipWeight if policies.may_issue(self.actor, self.directive, one)]
        left = [(one.value, one.label) for one in mine if one.value not in out]
        self.fields["weight"].choices = left  # type: ignore[attr-defined]
        proposed = self.directive.slips.filter(issued_at__isnull=True).order_by("-weight").first()
        self.fields["weight"].initial = proposed.weight if proposed else None


class Decompose(DecidesAlike, GivesWork):
    """One part; the next is added the same way."""

    ways = (HOW[0], HOW[-1])  # nobody merges into a matter that others follow up
    field_order = ("how", "other_id", "why", "title", "lead_id", "due", "requirement")

    title = forms.CharField(
        label=_("分解任务"), max_length=200, error_messages={"required": _("请写任务名称。")}
    )
    lead_id = UnitField(
        label=_("交给"),
        required=True,
        help_text=_("本单位的内设机构或下级单位。"),
        error_messages={"required": _("请选承办的科室或下级单位。")},
    )
    due = forms.DateField(
        label=_("办结时限"), widget=forms.DateInput, error_messages={"required": _("请选择日期。")}
    )
    requirement = words(_("要求"), hint=_("不写就同任务名称。"))

    def offer(self) -> None:
        self.fields["due"].initial = self.directive.matter.current_due

    def compare(self) -> None:
        """Offer what the unit has in hand that the part is like, as it was sent."""
        data = self.cleaned_data
        found, unseen = services.like_part(
            self.directive, data["title"], data["lead_id"], data["due"], actor=self.actor
        )
        self.offer_alike(found, unseen)

    @property
    def unit_labels(self) -> list[str]:
        """Names for the list that the unit field offers."""
        return list(self.fields["lead_id"].names.labels.values())  # type: ignore[attr-defined]


class JudgeRisk(DeedForm):
    risk = forms.ChoiceField(label=_("风险"), choices=Risk.choices, required=False, widget=forms.RadioSelect)
    reason = words(_("理由"), hint=_("一句话：哪里有风险。"))

    def offer(self) -> None:
        needed(self.fields["reason"], _("需关注、高风险必填"))
        self.fields["risk"].initial = self.directive.risk
        self.fields["reason"].initial = self.directive.risk_reason


class NoteWait(DeedForm):
    blocker = forms.ChoiceField(label=_("卡在哪里"), choices=SEEN, required=False, widget=forms.RadioSelect)
    reason = words(_("说明"), hint=_("一句话：怎么了解到的，等什么。"))

    def offer(self) -> None:
        needed(self.fields["reason"], _("有卡点的必填"))
        self.fields["blocker"].initial = self.directive.blocker
        self.fields["reason"].initial = self.directive.blocker_note
