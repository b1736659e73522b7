"""A matter named in a form by the number that stands on it."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.finance import queries
from zhongshu.kernel.refusals import NotFound
from zhongshu.ui.deeds import DeedForm


class MatterField(forms.CharField):
    """A matter by the number that stands on it."""

    def __init__(self) -> None:
        words = _("督办事项、公文、审批单的编号；在它自己的页面上可以看到。")
        super().__init__(label=_("关联事项或公文"), max_length=60, required=False, help_text=words)


class TieForm(DeedForm):
    """The supervised matter, by its number, that sees something through; cleans to its id."""

    directive_id = forms.CharField(
        label=_("督办事项编号"), max_length=60, help_text=_("在办的督办事项；编号在它自己的页面上可以看到。")
    )

    def clean_directive_id(self) -> int:
        """As its actor may know of it."""
        found = queries.to_be_tied(self.actor, self.cleaned_data["directive_id"])
        if found is None:
            raise forms.ValidationError(_("没有这个编号的督办事项，或者它不在您的知悉范围内。请核对编号。"))
        return found.pk


class Linking(DeedForm):
    """A form that names a matter by its number; cleans to its id, or to None."""

    matter_id = MatterField()

    def clean_matter_id(self) -> int | None:
        """As its actor may know of it."""
        number: str = self.cleaned_data["matter_id"]
        try:
            return queries.numbered(self.actor, number).pk if number else None
        except NotFound as none:
            raise forms.ValidationError(str(none)) from none
