"""What a person decides about the open matters that a task is like (rule D-04)."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import queries
from zhongshu.supervision.services import Decided
from zhongshu.ui.forms import Form, dress, needed

LINK, MERGE, GO_ON = "link", "merge", "go_on"
HOW = [
    (LINK, _("另立一件，与它关联")),
    (MERGE, _("不另立，并入它，由这里的单位配合")),
    (GO_ON, _("不是一回事，另立一件")),
]


class DecidesAlike(Form):
    """Fields of a decision: hidden, and kept from send to send, until there is something to decide about.

    ``unseen`` of the matters that it is like are not for this person to know of.
    """

    unseen = 0
    ways: Sequence[tuple[str, Any]] = HOW
    how = forms.ChoiceField(
        label=_("怎样处理相似事项"), choices=HOW, required=False, widget=forms.HiddenInput
    )
    other_id = forms.TypedChoiceField(
        label=_("是哪一件"), coerce=int, required=False, empty_value=None, widget=forms.HiddenInput
    )
    why = forms.CharField(label=_("另立的理由"), max_length=200, required=False, widget=forms.HiddenInput)
    similar: list[queries.Similar]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.similar = []
        told = self.data.get(self.add_prefix("other_id"), "") if self.is_bound else ""
        self.fields["other_id"].choices = [(int(told), told)] if told.isdecimal() else []  # type: ignore[attr-defined]

    def offer_alike(self, found: list[queries.Similar], unseen: int = 0) -> None:
        """Ask about the open matters found, told apart by number, title, unit and date."""
        if not found and not unseen:
            return
        self.similar, self.unseen = found, unseen
        how, why = self.fields["how"], self.fields["why"]
        how.widget = forms.RadioSelect(choices=self.ways if found else [HOW[-1]])
        why.widget = forms.TextInput(attrs={"maxlength": 200})
        dress(why)
        needed(how)
        chosen = self["how"].value()
        needed(why, _("必填") if chosen == GO_ON else _("不是一回事时必填"))
        if found:
            self._offer_which(found, chosen)

    def _offer_which(self, found: list[queries.Similar], chosen: object) -> None:
        other = self.fields["other_id"]
        other.widget = forms.RadioSelect()
        other.choices = [(one.matter.pk, _told(one)) for one in found]  # type: ignore[attr-defined]
        needed(other, _("必填") if chosen in (LINK, MERGE) else self._when_needed())
        if not self["other_id"].value() and len(found) == 1:
            self.initial["other_id"] = found[0].matter.pk

    def _when_needed(self) -> object:
        merges = any(code == MERGE for code, _words in self.ways)
        return _("关联、并入时必填") if merges else _("关联时必填")

    def decided(self) -> Decided:
        """What is to become of the open matters that it is like."""
        data = self.cleaned_data
        return Decided(how=data.get("how", ""), other_id=data.get("other_id"), reason=data.get("why", ""))


def _told(one: queries.Similar) -> str:
    matter = one.matter
    due = matter.current_due.isoformat() if matter.current_due else ""
    return " · ".join(filter(None, (matter.number, matter.title, str(matter.lead_unit or ""), due)))
