"""Forms by which a case is asked for and carried through."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.files.keeping import FilesField, HoldsFiles
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import needed
from zhongshu.welfare import queries
from zhongshu.welfare.models import Outcome

NO_SECRETS = _("可以一次选多份；不用附身份证号、银行卡号的照片，也不得上传涉密文件。")


def _papers(label: Any, hint: Any = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(
        label=label, required=False, help_text=hint, widget=forms.CheckboxSelectMultiple
    )


def _words(label: Any, *, required: bool = True, hint: Any = "") -> forms.CharField:
    box = forms.Textarea(attrs={"rows": 3})
    return forms.CharField(label=label, required=required, help_text=hint, max_length=1000, widget=box)


class _OfPapers(HoldsFiles, DeedForm):
    """A form whose papers are ticked by name; ``wanted`` says which there are to tick."""

    ticked = "handed"

    def wanted(self) -> list[str]:
        """The papers that can be ticked."""
        return list(self.subject.papers)

    def offer(self) -> None:
        fields: Any = self.fields
        fields[self.ticked].choices = [(one, one) for one in self.wanted()]
        if not self.wanted():
            del self.fields[self.ticked]


class AskForm(_OfPapers):
    """For whom, since when, with which papers; the subject is the service."""

    person_id = forms.TypedChoiceField(label=_("为谁申请"), coerce=int)
    since = forms.DateField(
        label=_("从哪天起"), required=False, help_text=_("如调入日期、变动日期。"), widget=forms.DateInput
    )
    note = _words(_("说明"), required=False, hint=_("写清要办什么；身份证号、银行卡号不用写。"))
    handed = _papers(_("已备的材料"), _("附在下面的，或已经当面交给经办人的，都打勾；要一次备齐。"))
    files = FilesField(label=_("附件"), help_text=NO_SECRETS)  # type: ignore[assignment]

    def offer(self) -> None:
        super().offer()
        people = queries.asks_for(self.actor, self.subject, self.today)
        if "handed" in self.fields:
            needed(self.fields["handed"])
        person: Any = self.fields["person_id"]
        person.choices, person.initial = people, people[0][0]
        if len(people) == 1:
            person.widget = forms.HiddenInput()


class SupplementForm(_OfPapers):
    """What was missing."""

    handed = _papers(_("补来的材料"), _("附在下面的，或已经当面交给经办人的，都打勾。"))
    files = FilesField(label=_("附件"), help_text=NO_SECRETS)  # type: ignore[assignment]
    note = _words(_("说明"), required=False)

    def wanted(self) -> list[str]:
        """All that is not there yet."""
        return [one for one in self.subject.service.papers if one not in self.subject.handed]


class SendBackForm(DeedForm):
    """All that is missing, at once."""

    missing = _papers(_("缺哪些材料"))
    reason = _words(_("还要改什么"), required=False, hint=_("一次说全，不要让人跑第二趟。"))

    def offer(self) -> None:
        choices: Any = self.fields["missing"]
        choices.choices = [(one, one) for one in self.subject.service.papers]
        if not self.subject.service.papers:
            del self.fields["missing"]


class SubmitForm(HoldsFiles, DeedForm):
    """When, and under which number the agency took it in."""

    on = forms.DateField(label=_("报送日期"), widget=forms.DateInput)
    receipt = forms.CharField(label=_("受理号或回执号"), max_length=60)
    because = forms.CharField(label=_("受理期外报送的情况"), max_length=200, required=False)
    files = FilesField(label=_("回执"), help_text=NO_SECRETS)  # type: ignore[assignment]

    def offer(self) -> None:
        self.fields["on"].initial = self.today
        needed(self.fields["because"], _("受理期外报送的必填"))


class AnswerForm(HoldsFiles, DeedForm):
    """What came of it."""

    outcome = forms.ChoiceField(label=_("结果"), choices=Outcome.choices, widget=forms.RadioSelect)
    answer = _words(_("办理结果"), hint=_("未予办理的，写明机构说的理由。"))
    files = FilesField(label=_("结果材料"), help_text=NO_SECRETS)  # type: ignore[assignment]


class ReportForm(DeedForm):
    """What the employee is told."""

    told = _words(_("回告本人"), hint=_("结果是什么，从哪天起，还要做什么。"))

    def offer(self) -> None:
        self.fields["told"].initial = self.subject.answer


class WithdrawForm(DeedForm):
    """Why it is taken back."""

    reason = _words(_("理由"))
