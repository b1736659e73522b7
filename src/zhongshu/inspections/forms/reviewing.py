"""Forms by which a unit answers a conclusion, and a review of it is decided."""

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections.forms.fields import words
from zhongshu.inspections.models import Outcome
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import asked_with, needed


class AskForm(DeedForm):
    """What is contested, on which ground."""

    reason = words(_("理由和依据"), rows=5, hint=_("对哪些结论有异议，依据什么材料。"))


class AcceptForm(DeedForm):
    """Nothing to fill in."""


class DecideForm(DeedForm):
    """What becomes of the conclusion."""

    outcome = forms.ChoiceField(label=_("复核结果"), choices=Outcome.choices, widget=forms.RadioSelect)
    opinion = words(_("复核意见"), rows=4, hint=_("核对了什么、事实是什么。"))
    text = words(_("变更后的结论"), rows=4, required=False)

    def offer(self) -> None:
        self.fields["text"].initial = self.subject.text
        needed(self.fields["text"], _("变更结论时必填"))
        asked_with(self, "outcome", {Outcome.CHANGED: ("text",)})

    @property
    def beforehand(self) -> list[tuple[str, str]]:
        """What was concluded, and what the unit holds against it."""
        return [(gettext("原结论"), self.subject.text), (gettext("申请理由"), self.subject.review.reason)]
