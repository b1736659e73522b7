"""Forms of following up: slips, the judgement of risk."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import policies, queries
from zhongshu.supervision.forms.deeds import DeedForm, words
from zhongshu.supervision.models import Risk, SlipWeight


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


class JudgeRisk(DeedForm):
    risk = forms.ChoiceField(label=_("风险"), choices=Risk.choices, required=False, widget=forms.RadioSelect)
    reason = words(_("理由"), hint=_("一句话：哪里有风险。需关注、高风险必填。"))

    def offer(self) -> None:
        self.fields["risk"].initial = self.directive.risk
        self.fields["reason"].initial = self.directive.risk_reason
