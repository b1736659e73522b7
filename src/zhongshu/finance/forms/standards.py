"""What expenses may come to, as a form."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance.forms.claims import money
from zhongshu.finance.models import Measure
from zhongshu.org.models import Grade
from zhongshu.ui.deeds import DeedForm


class StandardForm(DeedForm):
    """From when on what is the most; the subject is the organ."""

    measure = forms.ChoiceField(label=_("管什么"), choices=Measure.choices)
    most = money(label=_("最多（元或人）"))
    grade = forms.ChoiceField(label=_("职级"), choices=[("", _("不分职级")), *Grade.choices], required=False)
    place = forms.CharField(
        label=_("地点"), max_length=40, required=False, help_text=_("例如“省城”；不填就是各地通用。")
    )
    paper = forms.CharField(label=_("书面依据"), max_length=200, help_text=_("文件名和文号。"))
    valid_from = forms.DateField(label=_("启用日期"), widget=forms.DateInput)
