"""Forms about large sums: thresholds, decisions, suspicions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.forms.claims import money
from zhongshu.finance.models import LargeKind
from zhongshu.ui.deeds import DeedForm

PAPER = {"required": _("请写明书面依据。")}


class ThresholdForm(DeedForm):
    """From when on what sum is large."""

    kind = forms.ChoiceField(label=_("管什么"), choices=LargeKind.choices)
    amount = money(label=_("标准（元，达到即为大额）"))
    paper = forms.CharField(
        label=_("书面规定"), max_length=200, help_text=_("文件名和文号。"), error_messages=PAPER
    )
    valid_from = forms.DateField(label=_("启用日期"), widget=forms.DateInput)


class ExplainForm(DeedForm):
    """What was found about a suspicion."""

    explanation = forms.CharField(
        label=_("核实情况"), max_length=500, widget=forms.Textarea(attrs={"rows": 4})
    )
