"""Docketing what a leader's instruction registered."""

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.supervision import choices, services
from zhongshu.supervision.forms.alike import DecidesAlike
from zhongshu.supervision.forms.deeds import Dispatch
from zhongshu.supervision.forms.fields import BasisInput
from zhongshu.supervision.forms.known import as_before


class Docketing(DecidesAlike, Dispatch):
    """As a first handing out, with who approved it and on what grounds; no date means that of rule D-19."""

    field_order = ("how", "other_id", "why", "lead_id", "support_ids", "due", "approver_id", "basis")
    due = forms.DateField(
        label=_("办结时限"), widget=forms.DateInput, required=False, help_text=_("不填按来源的常规时限推算。")
    )
    approver_id = forms.TypedChoiceField(
        label=_("批准人"), coerce=int, error_messages={"required": _("请选择批准立项的领导。")}
    )
    basis = forms.CharField(
        label=_("立项依据"),
        max_length=200,
        widget=BasisInput,
        error_messages={"required": _("请写明依据，如哪位领导的批示。")},
    )

    def offer(self) -> None:
        matter, leader = self.directive.matter, self.directive.instructed_by_id
        people = choices.approvers(matter.organ, self.today)
        self.fields["approver_id"].choices = [("", _("请选择")), *people]  # type: ignore[attr-defined]
        self.fields["approver_id"].initial = leader if leader in dict(people) else None
        self.fields["basis"].initial = self.directive.source_title
        as_before(self.directive, self.fields)

    def compare(self) -> None:
        """Offer the open matters that it is like, as it was sent."""
        data, matter = self.cleaned_data, self.directive.matter
        task = services.as_registered(self.directive, data["lead_id"], data["support_ids"], data["due"])
        (found,) = services.similar_to(
            self.actor, [task], matter.organ, today=self.today, but=[self.directive]
        )
        self.offer_alike(found)
