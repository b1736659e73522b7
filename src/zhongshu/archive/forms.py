from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.archive.models import Retention
from zhongshu.archive.queries import Filters
from zhongshu.ui.forms import Form


class FilterForm(Form):
    """What narrows the list; lives in the address. Whatever is mangled narrows nothing."""

    q = forms.CharField(label=_("题名或档号"), required=False, max_length=60)
    year = forms.TypedChoiceField(label=_("年度"), required=False, coerce=int, empty_value=None)
    retention = forms.ChoiceField(label=_("保管期限"), required=False)
    unit = forms.TypedChoiceField(label=_("办理单位"), required=False, coerce=int, empty_value=None)

    def __init__(self, data: object, *, years: list[int], units: list[tuple[int, str]]) -> None:
        super().__init__(data)
        self.fields["year"].choices = [("", _("全部年度")), *((year, str(year)) for year in years)]  # type: ignore[attr-defined]
        self.fields["retention"].choices = [("", _("全部期限")), *Retention.choices]  # type: ignore[attr-defined]
        self.fields["unit"].choices = [("", _("全部单位")), *units]  # type: ignore[attr-defined]

    def filters(self) -> Filters:
        """The filters that the valid fields make."""
        self.full_clean()
        sent = self.cleaned_data
        return Filters(
            year=sent.get("year"),
            retention=sent.get("retention", ""),
            unit=sent.get("unit"),
            text=sent.get("q", ""),
        )
