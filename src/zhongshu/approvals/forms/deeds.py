"""The small forms of a paper's page, one for each verb."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import choices, policies
from zhongshu.approvals.forms.paper import FieldsForm
from zhongshu.approvals.forms.people import PeopleField, PersonField
from zhongshu.approvals.grammar import Right
from zhongshu.approvals.walking import SUBMIT, Walk, targets
from zhongshu.kernel.actors import Actor


def words(label: Any, *, missing: Any = "", hint: Any = "") -> forms.CharField:
    """A box for sentences, required when ``missing`` says what to do if it is left empty."""
    return forms.CharField(
        label=label,
        help_text=hint,
        required=bool(missing),
        error_messages={"required": missing},
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class DeedForm(FieldsForm):
    """A form about one paper, filled in by one person today."""

    writes = False

    def __init__(self, *args: Any, walk: Walk, actor: Actor, today: date, **kwargs: Any) -> None:
        self.walk, self.actor, self.today = walk, actor, today
        self.seat = policies.seat_for(actor, walk)
        values = walk.approval.values
        super().__init__(*args, plan=walk.flow.route, values=values, only=self._writable(), **kwargs)
        if "asked_as" in self.fields and self.seat:
            self.initial["asked_as"] = self.seat.number
        self.offer()

    def _writable(self) -> list[str]:
        stage = self.walk.stage(self.walk.leg(self.seat.leg)) if self.writes and self.seat else None
        return [code for code, right in stage.rights.items() if right == Right.WRITE] if stage else []

    def offer(self) -> None:
        """Fill in what this paper allows to choose from."""

    @property
    def people(self) -> list[str]:
        """The labels that the page offers where a person is typed."""
        found = next(
            (one.people for one in self.fields.values() if isinstance(one, PersonField | PeopleField)), ()
        )
        return [label for _pk, label in found]

    def _let_choose(self, name: str) -> None:
        field: Any = self.fields[name]
        field.people = choices.colleagues(self.walk.approval.matter.organ_id, self.today)


class Nothing(DeedForm):
    """Nothing to fill in."""


class InSeat(DeedForm):
    """For what one does in one's seat: the form knows for which seat it was shown."""

    asked_as = forms.IntegerField(required=False, widget=forms.HiddenInput)


class Agree(InSeat):
    """An opinion, and corrections where the stage may write."""

    writes = True
    opinion = words(_("意见"))

    def told(self) -> dict[str, Any]:
        """What the service is given."""
        given = {name: self.cleaned_data[name] for name in ("opinion", "asked_as")}
        return {**given, "changes": self.values()}


class Opinion(InSeat):
    opinion = words(_("意见"), missing=_("请写明意见。"))


class Refusing(InSeat):
    opinion = words(_("不同意的理由"), missing=_("请写明为什么不同意。"))


class GiveBack(InSeat):
    target = forms.ChoiceField(
        label=_("退回给"), widget=forms.RadioSelect, error_messages={"required": _("请选择退回给谁。")}
    )
    way = forms.ChoiceField(
        label=_("办好后"),
        choices=[("again", _("逐级重走")), ("straight", _("直接返回我"))],
        initial="again",
        widget=forms.RadioSelect,
    )
    opinion = words(_("退回原因"), missing=_("请写明要改什么、补什么。"))

    def offer(self) -> None:
        if self.seat is None:
            return
        codes = targets(self.walk, self.seat)
        titles = {code: stage.title for code, stage in self.walk.flow.stages.items()}
        drafter = _now("起草人（%(name)s）") % {"name": self.walk.approval.submitter.name}
        field: Any = self.fields["target"]
        field.choices = [(code, titles.get(code, drafter)) for code in codes]
        self.initial["target"] = SUBMIT if codes == [SUBMIT] else codes[0]

    def told(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("target", "opinion", "asked_as")}
        return {**given, "straight": self.cleaned_data["way"] == "straight"}


class ToSomebody(InSeat):
    """For handing on and for asking an opinion: to whom, and a word along."""

    person_id = PersonField(label=_("交给谁"), error_messages={"required": _("请选择一个人。")})
    opinion = words(_("附言"))

    def offer(self) -> None:
        self._let_choose("person_id")


class Copy(DeedForm):
    person_ids = PeopleField(
        label=_("抄送给"),
        help_text=_("他们只阅，不审批。"),
        error_messages={"required": _("请至少选一人。")},
    )

    def offer(self) -> None:
        self._let_choose("person_ids")


class Remind(DeedForm):
    note = words(_("催办的话"))


class Because(DeedForm):
    reason = words(_("原因"), missing=_("请写明原因。"))
