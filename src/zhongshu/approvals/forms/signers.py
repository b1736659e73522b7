"""Forms of signers added and removed."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import policies
from zhongshu.approvals.forms.deeds import DeedForm, ToSomebody, words
from zhongshu.approvals.forms.people import PersonField
from zhongshu.approvals.models import SeatKind


class AddSigner(ToSomebody):
    person_id = PersonField(label=_("请谁加签"), error_messages={"required": _("请选择一个人。")})
    place = forms.ChoiceField(
        label=_("顺序"),
        choices=[
            (SeatKind.BEFORE.value, _("在我之前：他先签，我再签")),
            (SeatKind.BESIDE.value, _("与我并行：各签各的")),
            (SeatKind.AFTER.value, _("在我之后：我现在同意，他接着签")),
        ],
        initial=SeatKind.BEFORE.value,
        widget=forms.RadioSelect,
    )
    opinion = words(_("意见"))

    def offer(self) -> None:
        """Whoever may not agree himself cannot have others sign after him."""
        super().offer()
        if not policies.hindrance(self.paper.actor, self.paper.walk):
            place: Any = self.fields["place"]
            place.choices = [one for one in place.choices if one[0] != SeatKind.AFTER]


class RemoveSigner(DeedForm):
    seat = forms.TypedChoiceField(
        label=_("减去谁"),
        coerce=int,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择减去谁。")},
    )

    def offer(self) -> None:
        own = policies.own_signers(self.paper.actor, self.paper.walk)
        field: Any = self.fields["seat"]
        field.choices = [(one.number, f"{one.person.name}（{one.get_kind_display()}）") for one in own]
        if len(own) == 1:  # nobody else could be meant
            self.initial["seat"] = own[0].number
