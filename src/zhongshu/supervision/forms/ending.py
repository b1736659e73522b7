"""Forms by which a matter is reported done, verified, answered for, struck off and looked at again."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from django import forms
from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext_lazy as _

from zhongshu.matters import queries as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.supervision import choices, proofs, rules
from zhongshu.supervision.forms.deeds import DeedForm, FilesMixin, GivesWork, words
from zhongshu.supervision.forms.ends import EndsMixin
from zhongshu.supervision.forms.known import FiguresMixin, result_so_far
from zhongshu.supervision.models import Origin, Soundness
from zhongshu.ui.forms import asked_with, needed

PROGRESS = AttachmentRole.PROGRESS
_SIZED = "（%s）"


class Completion(FilesMixin, FiguresMixin, EndsMixin, GivesWork):
    verify_by = forms.DateField(required=False, widget=forms.HiddenInput)
    feedback = words(
        _("办理结果"), hint=_("采取的措施、取得的结果、遗留的问题。"), missing=_("请写明办理结果。"), rows=5
    )
    signed_by_id = forms.TypedChoiceField(
        label=_("签字的单位负责人"),
        coerce=int,
        empty_value=None,
        error_messages={"required": _("请选择签字的单位负责人。")},
    )
    attached_ids = forms.TypedMultipleChoiceField(
        label=_("随回告报过的材料"),
        help_text=_("勾选的也作佐证，不用再传。"),
        coerce=int,
        empty_value=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    replaced_ids = forms.TypedMultipleChoiceField(
        label=_("上次报的佐证，哪些已被代替"),
        help_text=_("勾选的不再作佐证，仍留在附件里；不勾的继续算数。"),
        coerce=int,
        empty_value=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    field_order = ("feedback", "replaced_ids", "attached_ids", "files", "signed_by_id", "kept")

    def offer(self) -> None:
        if not self.is_bound:
            self.fields["feedback"].initial = result_so_far(self.actor, self.directive, self.today)
        offer_evidence(self, {"attached_ids": PROGRESS, "replaced_ids": AttachmentRole.EVIDENCE})
        self.fields["files"].label = _("佐证材料")
        needed(self.fields["files"], _("销号前必须有"))
        heads = choices.heads(self.directive.matter.lead_unit_id, self.today)
        mine = [pk for pk, _name in heads if pk in self.actor.seats]
        self.fields["signed_by_id"].choices = heads if mine else [("", _("请选择")), *heads]  # type: ignore[attr-defined]
        self.fields["signed_by_id"].initial = mine[0] if mine else None
        self.fields["signed_by_id"].required = bool(heads) and rules.signs_feedback()
        self.offer_figures(self.directive)

    def clean(self) -> dict[str, Any]:
        return self.gathered(super().clean() or {})


def offer_evidence(form: DeedForm, roles: Mapping[str, AttachmentRole]) -> None:
    """In each field the files of the matter in one role, those of one name told apart; asked where there is any."""
    there = matters.attachments(form.directive.matter)
    names = Counter(one.file.name for one in there)
    for name, role in roles.items():
        offered = [
            (
                one.pk,
                one.file.name
                + (_SIZED % filesizeformat(one.file.blob.size) if names[one.file.name] > 1 else ""),
            )
            for one in there
            if one.role == role
        ]
        form.fields[name].choices = offered  # type: ignore[attr-defined]
        if not offered:
            del form.fields[name]


class Verification(GivesWork):
    ACCEPT, RETURN = "accept", "return"
    verdict = forms.ChoiceField(
        label=_("审核意见"),
        choices=[(ACCEPT, _("通过，同意办结")), (RETURN, _("退回重办"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择通过或退回。")},
    )
    refused_ids = forms.TypedMultipleChoiceField(
        label=_("不认可的佐证"),
        help_text=_(
            "勾选的不再作佐证，仍留在附件里并注明；请在说明里写明为什么。由承办单位另交，您不用替它换。"
        ),
        coerce=int,
        empty_value=[],
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    opinion = words(_("说明"), hint=_("退回的，写哪里不清楚、要补什么。"))
    explanation = words(
        _("疑点核实情况"), hint=_("怎样核实的，结果如何。退回的、有疑点的佐证都不认可的，不用填。")
    )

    def offer(self) -> None:
        """What was found out is asked only where the evidence leaves something open."""
        self.questions = proofs.questions(self.actor, self.directive)
        offer_evidence(self, {"refused_ids": AttachmentRole.EVIDENCE})
        needed(self.fields["opinion"], _("退回、不认可佐证时必填"))
        needed(self.fields["explanation"], _("通过时必填"))
        if self.questions:
            asked_with(self, "verdict", {self.ACCEPT: ("explanation",)})
        else:
            del self.fields["explanation"]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        accepts = data.get("verdict") == self.ACCEPT
        if accepts and not data.get("explanation", "").strip() and self._left_open(data):
            self.add_error("explanation", _("上面的疑点怎样核实的，请写一两句；核实不了的，退回重办。"))
        if data.get("verdict") == self.RETURN and not data.get("opinion", "").strip():
            self.add_error("opinion", _("退回要写明理由：哪里不清楚、要补什么。"))
        elif data.get("refused_ids") and not data.get("opinion", "").strip():
            self.add_error("opinion", _("请写明哪份佐证为什么不认可。"))
        return data

    def _left_open(self, data: dict[str, Any]) -> bool:
        """Whether the evidence that is taken leaves something open."""
        refused = data.get("refused_ids")
        asked = proofs.questions(self.actor, self.directive, but=refused) if refused else self.questions
        return bool(asked)


class Recheck(DeedForm):
    outcome = forms.ChoiceField(
        label=_("复查结果"),
        choices=Soundness.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("请选择属实或不实。")},
    )
    note = words(_("复查情况"), missing=_("请写看了什么、结果如何。"))


OF_OTHERS = (Origin.SUPERIOR, Origin.PROPOSAL, Origin.PETITION, Origin.INSPECTION, Origin.CRITICISM)
"""Origins with somebody besides the office's own leaders who waits for an answer."""


class Answer(DeedForm):
    """What became of it; it says who is told of it here, and who is to be written to."""

    answer = words(_("回告内容"), missing=_("请写明办理结果。"), rows=5)

    def offer(self) -> None:
        told, answer = self.directive, self.fields["answer"]
        answer.initial = told.answer or told.feedback
        leader = told.instructed_by or told.approver
        notes = [_("%(name)s会收到通知。") % {"name": leader.name}] if leader else []
        if told.origin in OF_OTHERS and told.source_organ:
            notes.append(_("给%(organ)s的答复请另行行文。") % {"organ": told.source_organ})
        if told.origin == Origin.PETITION:
            notes.append(str(_("信访人由承办单位书面答复。")))
        answer.help_text = "".join(str(note) for note in notes)


class Closure(DeedForm):
    """Nothing to fill in; the page names what will be struck off."""
