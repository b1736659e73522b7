"""Forms by which services and the agencies' calendar are entered."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.ui.deeds import DeedForm
from zhongshu.welfare.models import Rest


class LinesField(forms.CharField):
    """Names, one to a line; cleans to a tuple."""

    widget = forms.Textarea

    def clean(self, value: Any) -> Any:
        """The names, without blanks."""
        return tuple(line.strip() for line in super().clean(value).splitlines() if line.strip())


class _ServiceForm(DeedForm):
    branch = forms.CharField(
        label=_("类别"), max_length=20, help_text=_("养老、医疗、公积金，或本单位自己的说法。")
    )
    agency = forms.CharField(label=_("经办机构"), max_length=60)
    papers = LinesField(
        label=_("要哪些材料"), max_length=1000, required=False, help_text=_("一行一样，申请时一次说清。")
    )
    guide = forms.CharField(
        label=_("办理须知"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    answers_in = forms.IntegerField(
        label=_("机构答复用几个工作日"), min_value=1, max_value=250, required=False,
        help_text=_("不填就按本单位的一般规定。"),
    )  # fmt: skip


class OfferForm(_ServiceForm):
    """A new service; the subject is the section that undertakes it."""

    name = forms.CharField(label=_("事项名称"), max_length=60)
    periodic = forms.BooleanField(
        label=_("单位自己的定期事项"),
        required=False,
        help_text=_("如每月申报缴费：不用申请，到期自动生成一件。"),
    )
    field_order = ("name", "branch", "agency", "periodic", "papers", "guide", "answers_in")


class ChangeForm(_ServiceForm):
    """What a service says of itself."""

    closed = forms.BooleanField(label=_("不再受理申请"), required=False)

    def offer(self) -> None:
        one = self.subject
        told = {"papers": "\n".join(one.papers), "closed": one.closed_on is not None}
        for name, field in self.fields.items():
            field.initial = told.get(name, getattr(one, name, None))


class CalendarForm(DeedForm):
    """When the agency takes papers in, from a day on."""

    valid_from = forms.DateField(label=_("从哪天起执行"), widget=forms.DateInput)
    windows = forms.CharField(
        label=_("受理期"), max_length=500, widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("一行一个，如：每月1—15日；每月25日—次月5日；每年7月1日—7月31日；2026年12月1—20日。"),
    )  # fmt: skip
    rest = forms.ChoiceField(label=_("截止日遇休息日"), choices=Rest.choices, initial=Rest.BEFORE)
    lead = forms.IntegerField(
        label=_("提前几个工作日报送"), min_value=0, max_value=60, required=False,
        help_text=_("不填就按本单位的一般规定。"),
    )  # fmt: skip
    source = forms.CharField(label=_("出处"), max_length=200, help_text=_("哪个机构、什么文件或通知。"))

    def offer(self) -> None:
        self.fields["valid_from"].initial = self.today
        if calendar := self.subject.calendar:
            last = calendar[-1]
            for name in ("windows", "rest", "lead"):
                self.fields[name].initial = getattr(last, name)
