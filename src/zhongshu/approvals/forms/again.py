"""The form of a paper on its drafter's desk."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.forms.paper import PaperForm


class AgainForm(PaperForm):
    """A draft, or a paper that was given back: the same fields, and a word to whoever gave it back."""

    opinion = forms.CharField(label=_("修改说明"), required=False, widget=forms.Textarea(attrs={"rows": 2}))

    dropped = forms.TypedMultipleChoiceField(
        label=_("去掉哪些附件"),
        coerce=int,
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("前面的人同意时在的附件，去掉了要重新逐级审批。"),
    )

    def __init__(self, *args: Any, attached: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["urgency"]
        dropped: Any = self.fields["dropped"]
        dropped.choices = attached
        if not attached:
            del self.fields["dropped"]

    def recall(self, chosen: Mapping[str, list[str]]) -> None:
        """Fill in whom the drafter chose before: staff numbers by stage."""
        by_number = {number: pk for pk, number in self.numbers.items()}
        for code, numbers in chosen.items():
            self.choose(code, [by_number[number] for number in numbers if number in by_number])
