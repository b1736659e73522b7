"""Forms of the deeds around claims: budget lines, thresholds, decisions, funds, repayments."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.finance.forms.claims import NONE, money, pick
from zhongshu.finance.models import Category, LargeKind, MovementKind
from zhongshu.kernel.actors import Actor
from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.forms import Form

PAPER = {"required": _("请写明书面依据。")}


class MoneyForm(Form):
    """The form of a deed about ``subject``."""

    def __init__(self, *args: Any, subject: Any, actor: Actor, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.subject, self.actor, self.today = subject, actor, today
        self.offer()

    def offer(self) -> None:
        """Fill in the choices and the first answers that depend on the subject."""


class LineForm(MoneyForm):
    """A budget line to be entered; the subject is the organ."""

    year = forms.IntegerField(label=_("年度"), min_value=2000, max_value=2100)
    code = forms.CharField(label=_("指标代码"), max_length=30)
    title = forms.CharField(label=_("指标名称"), max_length=100)
    amount = money(label=_("指标金额（元）"))
    unit_id = pick(_("使用科室"), help_text=_("不选表示全机关都可以用。"))
    categories = forms.MultipleChoiceField(
        label=_("适用类别"),
        choices=Category.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("一个都不选，各类支出都可以用。"),
    )

    def offer(self) -> None:
        self.fields["year"].initial = self.today.year
        self.fields["unit_id"].choices = [NONE, *queries.sections(self.subject)]  # type: ignore[attr-defined]


class AdjustForm(MoneyForm):
    """A budget line to hold more or less."""

    amount = money(label=_("调剂后金额（元）"))
    reason = forms.CharField(label=_("调剂依据"), max_length=200, error_messages=PAPER)

    def offer(self) -> None:
        self.fields["amount"].initial = self.subject.amount


class ThresholdForm(MoneyForm):
    """From when on what sum is large."""

    kind = forms.ChoiceField(label=_("管什么"), choices=LargeKind.choices)
    amount = money(label=_("标准（元，达到即为大额）"))
    paper = forms.CharField(
        label=_("书面规定"), max_length=200, help_text=_("文件名和文号。"), error_messages=PAPER
    )
    valid_from = forms.DateField(label=_("启用日期"), widget=forms.DateInput)


class DecisionForm(HoldsFiles, MoneyForm):
    """What a meeting passed."""

    meeting = forms.CharField(label=_("会议"), max_length=100, help_text=_("如：2026 年第 12 次党组会。"))
    item = forms.CharField(label=_("议题"), max_length=200)
    held_on = forms.DateField(label=_("开会日期"), widget=forms.DateInput)
    entitled = forms.IntegerField(label=_("应到人数"), min_value=1, max_value=1000)
    present = forms.IntegerField(label=_("到会人数"), min_value=0, max_value=1000)
    in_favour = forms.IntegerField(label=_("赞成人数"), min_value=0, max_value=1000)
    limit = money(label=_("批准金额（元）"), min_value=0)
    files = FilesField(  # type: ignore[assignment]
        label=_("会议纪要或表决记录"), accept=".pdf,.ofd,.docx,.jpg,.png"
    )

    def clean(self) -> dict[str, Any]:
        """Nothing counts without evidence."""
        data = super().clean() or {}
        if not (data.get("files") or data.get("kept")):
            self.add_error("files", _("请上传签字的会议纪要或表决记录。"))
        return data


class LinkForm(MoneyForm):
    """The decision on which a claim rests."""

    decision_id = pick(_("会议决定"), required=True)

    def offer(self) -> None:
        rows = [(one.pk, _decided(one)) for one in queries.decisions(self.actor)[:100]]
        self.fields["decision_id"].choices = [NONE, *rows]  # type: ignore[attr-defined]


def _decided(one: Any) -> str:
    told = {"meeting": one.meeting, "item": one.item, "limit": f"{one.limit:,.2f}"}
    return str(_("%(meeting)s · %(item)s · 批准 %(limit)s 元") % told)


class ExplainForm(MoneyForm):
    """What was found about a suspicion."""

    explanation = forms.CharField(
        label=_("核实情况"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )


class FundForm(MoneyForm):
    """What was asked from above; the subject is the organ."""

    project = forms.CharField(label=_("项目"), max_length=200)
    asked_of = forms.CharField(label=_("向谁申请"), max_length=100)
    asked = money(label=_("申请金额（元）"))
    asked_on = forms.DateField(label=_("申请日期"), widget=forms.DateInput)
    paper = forms.CharField(label=_("申请文件"), max_length=200, required=False)
    unit_id = pick(_("责任科室"), required=True)

    def offer(self) -> None:
        self.fields["unit_id"].choices = queries.sections(self.subject)  # type: ignore[attr-defined]


class MovementForm(MoneyForm):
    """A sum granted, received or used."""

    kind = forms.ChoiceField(label=_("变动"), choices=MovementKind.choices)
    amount = money(label=_("金额（元）"))
    on = forms.DateField(label=_("日期"), widget=forms.DateInput)
    paper = forms.CharField(label=_("依据"), max_length=200, required=False)


class CloseForm(MoneyForm):
    """What came of an application."""

    note = forms.CharField(label=_("结果"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}))


class RepayForm(MoneyForm):
    """Part of an advance paid back."""

    amount = money(label=_("还款金额（元）"))
    receipt = forms.CharField(label=_("收据号"), max_length=60)

    def offer(self) -> None:
        self.fields["amount"].initial = self.subject.unsettled
