"""The form of a paper, made from the fields of its route."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import grammar
from zhongshu.approvals.forms.asked import CHOSEN, VALUE, FieldsForm
from zhongshu.approvals.forms.choosing import Choosing
from zhongshu.approvals.forms.people import Choice, PeopleField
from zhongshu.matters.models import Urgency
from zhongshu.platform.files.keeping import FilesField, HoldsFiles


class PaperForm(HoldsFiles, FieldsForm):
    """A new paper: its title, the fields of its route, whom the drafter chooses, files.

    ``people``  whom the drafter may choose, as (id, label).
    ``numbers`` staff numbers by id.
    """

    title = forms.CharField(
        label=_("标题"), max_length=200, error_messages={"required": _("请写标题，一句话说清要办什么。")}
    )
    body = forms.CharField(label=_("说明"), required=False, widget=forms.Textarea(attrs={"rows": 3}))
    urgency = forms.TypedChoiceField(
        label=_("紧急程度"), choices=Urgency.choices, coerce=int, initial=Urgency.NORMAL
    )
    files = FilesField(label=_("附件"), help_text=_("一次可选多份；不得上传涉密文件。"))  # type: ignore[assignment]

    def __init__(
        self,
        *args: Any,
        plan: grammar.Route,
        people: Sequence[Choice],
        numbers: Mapping[int, str],
        draft: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, asked=plan.fields, **kwargs)
        self.plan, self.numbers, self.draft = plan, numbers, draft
        for one in self.asked if draft else ():
            self.fields[VALUE + one.code].required = False
        self.choosing = Choosing(plan, people, numbers)
        for stage in self.choosing.stages:
            self.fields[CHOSEN + stage.code] = self.choosing.field(stage, draft=draft)
        asked = [
            *(VALUE + one.code for one in self.asked),
            *(CHOSEN + one.code for one in self.choosing.stages),
        ]
        self.order_fields(["title", *asked, "body", "urgency", "files", "kept"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if self.draft:
            return data
        self.judge(self.plan)
        for code in self.choosing.wanted(self.values()):
            name = CHOSEN + code
            if name not in self.errors and not data.get(name):
                self.add_error(name, _("请选择这一环节由谁审批。"))
        return data

    def choose(self, code: str, ids: list[int]) -> None:
        """Fill in whom the drafter chose before."""
        field = self.fields.get(CHOSEN + code)
        if isinstance(field, PeopleField):
            field.initial = "、".join(label for pk, label in field.people if pk in ids)

    def chosen(self) -> dict[str, list[str]]:
        """Staff numbers by stage."""
        return {
            stage.code: [self.numbers[pk] for pk in self.cleaned_data.get(CHOSEN + stage.code) or ()]
            for stage in self.choosing.stages
        }
