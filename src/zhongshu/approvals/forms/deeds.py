"""The small forms of a paper's page, one for each verb."""

from collections.abc import Mapping
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import choices, policies
from zhongshu.approvals.forms.asked import VALUE, FieldsForm
from zhongshu.approvals.forms.people import PeopleField, PersonField
from zhongshu.approvals.grammar import Field, Right
from zhongshu.approvals.grammar import HandOn as Far
from zhongshu.approvals.models import Seat
from zhongshu.approvals.queries import AtHand
from zhongshu.approvals.walking import SUBMIT, Walk, askable, how_far, takers
from zhongshu.ui.forms import unchanging

SHOWN = 8
"""So many names stand beside the field; the list has them all."""
NOBODY_TO_TAKE_IT = _(
    "现在没有可以转的人：同样有权办理的和上级都办过这份单据，或者另有环节要办。请用“退回”，或者先“委派”听意见再自己办理。"
)


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
    """A form about one paper, filled in by one person today. The paper is read where the form needs it."""

    writes = False

    def __init__(self, *args: Any, paper: AtHand, **kwargs: Any) -> None:
        self.paper, sent = paper, args[0] if args else None
        asked = self._writable(sent) if self.writes else ()
        values = paper.approval.values if asked else {}
        super().__init__(*args, asked=asked, values=values, **kwargs)
        if "asked_as" in self.fields and sent is None and paper.seat:
            self.initial["asked_as"] = paper.seat.number
        self.offer()

    def _writable(self, sent: Mapping[str, Any] | None) -> list[Field]:
        """The fields that the stage may write; of a form that was sent those that stand in it: the service judges."""
        if sent is not None:
            told = {name.removeprefix(VALUE) for name in sent if name.startswith(VALUE)}
            return [one for one in self.paper.fields if one.code in told] if told else []
        seat, walk = self.paper.seat, self.paper.walk
        stage = walk.stage(walk.leg(seat.leg)) if seat else None
        may = {code for code, right in stage.rights.items() if right == Right.WRITE} if stage else set()
        return [one for one in self.paper.fields if one.code in may]

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
        field.people = choices.colleagues(self.paper.approval.matter.organ_id, self.paper.today)


class Nothing(DeedForm):
    """Nothing to fill in."""


class InSeat(DeedForm):
    """For what one does in one's seat: the form knows for which seat it was shown."""

    asked_as = forms.IntegerField(required=False, widget=forms.HiddenInput)


@unchanging
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
        walk, seat = self.paper.walk, self.paper.seat
        if seat is None:
            return
        codes = policies.returnable(walk, seat)
        titles = {code: stage.title for code, stage in walk.flow.stages.items()}
        drafter = _now("起草人（%(name)s）") % {"name": walk.approval.submitter.name}
        field: Any = self.fields["target"]
        field.choices = [(code, titles.get(code, drafter)) for code in codes]
        self.initial["target"] = next(iter(codes), SUBMIT)

    def told(self) -> dict[str, Any]:
        given = {name: self.cleaned_data[name] for name in ("target", "opinion", "asked_as")}
        return {**given, "straight": self.cleaned_data["way"] == "straight"}


class ToSomebody(InSeat):
    """For handing on and for asking an opinion: to whom, and a word along."""

    person_id = PersonField(label=_("交给谁"), error_messages={"required": _("请选择一个人。")})
    opinion = words(_("附言"))

    def offer(self) -> None:
        self._let_choose("person_id")
        if self.paper.seat is None:  # decided meanwhile: the service says so
            return
        field: Any = self.fields["person_id"]
        field.known = field.people
        field.people = choices.labelled(self._among(self.paper.walk, self.paper.seat), self.paper.today)

    def _among(self, walk: Walk, seat: Seat) -> list[int]:
        """Exactly those whom the service accepts."""
        return list(askable(walk, seat))


class HandOn(ToSomebody):
    """To those to whom the stage lets the part be handed on."""

    def offer(self) -> None:
        super().offer()
        field, seat = cast(Any, self.fields["person_id"]), self.paper.seat
        if seat is None or how_far(self.paper.walk, seat, self.paper.actor.seats) == Far.ANYBODY:
            return
        names = _now("、").join(label for _pk, label in field.people[:SHOWN])
        more = _now("等 %(n)s 人") % {"n": len(field.people)} if len(field.people) > SHOWN else ""
        field.help_text = _now("只能转给同样有权办理的人或者上级：%(names)s。") % {"names": names + more}
        if not field.people:
            field.help_text = NOBODY_TO_TAKE_IT
        elif len(field.people) == 1:
            self.initial["person_id"] = field.people[0][1]

    def _among(self, walk: Walk, seat: Seat) -> list[int]:
        return list(takers(walk, seat, self.paper.actor.seats))


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
