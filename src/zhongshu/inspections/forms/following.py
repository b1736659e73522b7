from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import policies, queries
from zhongshu.inspections.forms.fields import day, pick, words
from zhongshu.inspections.models import Finding
from zhongshu.supervision import choices
from zhongshu.ui.deeds import DeedForm
from zhongshu.ui.forms import asked_with, needed

OPEN, JOIN, LEAVE = "open", "join", "leave"
WAYS = {OPEN: _("立为督办事项"), JOIN: _("并入已有的督办事项"), LEAVE: _("不立督办，写明理由")}
OF_WAYS = {
    OPEN: ("title", "requirement", "due", "approver_id", "basis", "another_because", "desk_id"),
    JOIN: ("directive_id",),
    LEAVE: ("reason",),
}
NEEDED = {OPEN: _("立为督办时必填"), JOIN: _("并入时必填"), LEAVE: _("不立督办时必填")}
ASKED = {
    "title": _("请写督办事项的名称。"),
    "approver_id": _("请选批准立项的领导。"),
    "basis": _("请写立项依据。"),
    "directive_id": _("请选督办事项。"),
    "reason": _("请写明为什么不立督办。"),
}


class SettleForm(DeedForm):
    """What becomes of a finding; the subject is that."""

    how = forms.ChoiceField(label=_("怎样处理"), choices=list(WAYS.items()), widget=forms.RadioSelect)
    title = forms.CharField(label=_("督办事项名称"), max_length=200, required=False)
    requirement = words(_("整改要求"), required=False)
    due = day(_("完成时限"), required=False, hint=_("不填的按现场督查的默认时限。"))
    approver_id = pick(_("批准立项的领导"))
    basis = forms.CharField(label=_("立项依据"), max_length=200, required=False)
    another_because = forms.CharField(label=_("与已有事项相似仍要另立的理由"), max_length=200, required=False)
    desk_id = forms.TypedChoiceField(coerce=int, required=False, empty_value=None, widget=forms.HiddenInput)
    directive_id = pick(_("已有的督办事项"))
    reason = words(_("不立督办的理由"), rows=2, required=False)

    def offer(self) -> None:
        one: Finding = self.subject
        fields: Any = self.fields
        desks = choices.desks(self.actor, self.today)
        may_open = bool(policies.may_open(self.actor, one.inspection)) and bool(desks)
        fields["how"].choices = [(way, words) for way, words in WAYS.items() if may_open or way != OPEN]
        fields["how"].initial = OPEN if may_open else JOIN
        fields["desk_id"].choices, fields["desk_id"].initial = desks, desks[0][0] if desks else None
        organ = one.inspection.matter.organ
        fields["approver_id"].choices = [("", _("请选择")), *choices.approvers(organ, self.today)]
        fields["approver_id"].initial = one.inspection.approver_id
        fields["basis"].initial = f"{one.inspection.matter.title}（{one.inspection.matter.number}）"[:200]
        fields["requirement"].initial = one.text
        others = queries.open_matters(self.actor, one.unit_id)
        fields["directive_id"].choices = [("", _("请选择")), *others]
        self._drop_unless(may_open)
        for way, names in OF_WAYS.items():
            for name in set(names) & set(ASKED) & set(self.fields):
                needed(self.fields[name], NEEDED[way])
        asked_with(self, "how", OF_WAYS)

    def _drop_unless(self, may_open: bool) -> None:
        for name in () if may_open else OF_WAYS[OPEN]:
            del self.fields[name]

    def clean(self) -> dict[str, Any]:
        """Only what belongs to the chosen way, and all of it."""
        data = super().clean() or {}
        names = OF_WAYS.get(data.get("how", ""), ())
        for name in set(self.errors) - {"how", *names}:
            del self.errors[name]
        for name in names:
            if name in ASKED and not data.get(name) and name not in self.errors:
                self.add_error(name, ASKED[name])
        return {"how": data.get("how"), **{name: data.get(name) for name in names}}
