"""Shapes of input; nothing is saved here."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries, registry
from zhongshu.org.models import Duty, Grade, KinKind, UnitKind
from zhongshu.ui.forms import Form, needed


class DeedForm(Form):
    """A form about one thing of the organisation: ``subject`` is its id, ``actor`` who fills it in, ``day`` today."""

    def __init__(self, *args: object, actor: Actor, subject: int, day: date, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.actor, self.subject, self.day = actor, subject, day
        self.prepare()

    def prepare(self) -> None:
        """Fill in choices and what stands there now."""

    def choose(self, name: str, choices: list[tuple[object, object]], empty: object = _("请选择")) -> None:
        """Give the field ``name`` its choices, with an empty one first."""
        self.fields[name].choices = [("", empty), *choices]  # type: ignore[attr-defined]


class UnitForm(DeedForm):
    name = forms.CharField(label=_("单位名称"), max_length=100)
    short_name = forms.CharField(label=_("单位简称"), max_length=40, required=False)
    kind = forms.ChoiceField(label=_("单位类型"), choices=UnitKind.choices, initial=UnitKind.SECTION)
    code = forms.CharField(label=_("单位代码"), max_length=30)
    number_prefix = forms.CharField(label=_("机关代字"), max_length=12, required=False)
    fonds_code = forms.CharField(label=_("全宗号"), max_length=12, required=False)


class RenameForm(DeedForm):
    name = forms.CharField(label=_("单位名称"), max_length=100)
    short_name = forms.CharField(label=_("单位简称"), max_length=40)

    def prepare(self) -> None:
        unit = queries.unit(self.subject)
        self.initial = {"name": unit.name, "short_name": unit.short_name}


class AmendForm(DeedForm):
    number_prefix = forms.CharField(
        label=_("机关代字"), max_length=12, required=False, help_text=_("用于发文字号和督办编号。")
    )
    fonds_code = forms.CharField(
        label=_("全宗号"), max_length=12, required=False, help_text=_("由同级档案馆分配，归档时用。")
    )
    order = forms.IntegerField(label=_("排序"), min_value=0, max_value=99999)

    def prepare(self) -> None:
        unit = queries.unit(self.subject)
        self.initial = {name: getattr(unit, name) for name in ("number_prefix", "fonds_code", "order")}


class MoveForm(DeedForm):
    parent_id = forms.TypedChoiceField(label=_("新的上级单位"), coerce=int)

    def prepare(self) -> None:
        self.choose(
            "parent_id", [(unit.pk, unit.name) for unit in queries.parents_for(queries.unit(self.subject))]
        )


class AliasForm(DeedForm):
    name = forms.CharField(label=_("别名"), max_length=100, help_text=_("文件里对这个单位的其他叫法。"))


class DutiesForm(DeedForm):
    duties = forms.MultipleChoiceField(
        label=_("职责"), choices=Duty.choices, required=False, widget=forms.CheckboxSelectMultiple
    )

    def prepare(self) -> None:
        self.initial = {"duties": queries.post(self.subject).duties}


class ChargeForm(DeedForm):
    unit_ids = forms.TypedMultipleChoiceField(
        label=_("分管哪些单位"), coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )
    starts_on = forms.DateField(label=_("从哪天起"), widget=forms.DateInput)

    def prepare(self) -> None:
        organ = queries.organ_of(queries.post(self.subject).unit)
        within = queries.open_units().filter(organ_id=organ)
        field: Any = self.fields["unit_ids"]
        field.choices = [(unit.pk, unit.name) for unit in within]
        needed(field, _("一个都不选，就是不再分管"))
        self.initial = {"unit_ids": queries.charges_of(self.subject, self.day), "starts_on": self.day}


class PostForm(DeedForm):
    title = forms.CharField(label=_("岗位名称"), max_length=60)
    duties = forms.MultipleChoiceField(
        label=_("职责"), choices=Duty.choices, required=False, widget=forms.CheckboxSelectMultiple
    )


class TakeOnForm(DeedForm):
    name = forms.CharField(label=_("姓名"), max_length=40)
    staff_number = forms.CharField(label=_("工号"), max_length=30)
    mobile = forms.CharField(label=_("手机"), max_length=20, required=False)
    post_id = forms.TypedChoiceField(label=_("岗位"), coerce=int)
    starts_on = forms.DateField(label=_("任职日期"), widget=forms.DateInput)

    def prepare(self) -> None:
        posts = queries.posts_of(queries.unit(self.subject))
        self.choose("post_id", [(post.pk, post.title) for post in posts])
        self.initial = {"starts_on": self.day}


class PersonForm(DeedForm):
    name = forms.CharField(label=_("姓名"), max_length=40)
    mobile = forms.CharField(label=_("手机"), max_length=20, required=False)

    def prepare(self) -> None:
        person = queries.person(self.subject)
        self.initial = {"name": person.name, "mobile": person.mobile}


class GradeForm(DeedForm):
    grade = forms.ChoiceField(label=_("职级"), choices=Grade.choices)
    since = forms.DateField(label=_("从哪天起"), widget=forms.DateInput)

    def prepare(self) -> None:
        self.initial = {
            "grade": queries.grade_on(queries.ranks_of(self.subject), self.day),
            "since": self.day,
        }


class AppointForm(DeedForm):
    post_id = forms.TypedChoiceField(label=_("岗位"), coerce=int)
    starts_on = forms.DateField(label=_("任职日期"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("任职到"), widget=forms.DateInput, required=False)
    is_primary = forms.BooleanField(label=_("主要职务"), required=False, initial=True)

    def prepare(self) -> None:
        posts = queries.posts_kept_by(self.actor)
        self.choose("post_id", [(post.pk, f"{post.unit} · {post.title}") for post in posts])
        self.initial = {"starts_on": self.day}


class EndForm(DeedForm):
    ends_on = forms.DateField(label=_("任职到（含当天）"), widget=forms.DateInput)

    def prepare(self) -> None:
        self.initial = {"ends_on": self.day}


class HandOverForm(DeedForm):
    successor_id = forms.TypedChoiceField(label=_("接手人"), coerce=int)
    without = _("在办事项一次全部移交，人留任；调岗、长期外派时用。")

    def prepare(self) -> None:
        held = [f"{one.title} {one.count}" for one in registry.held_by_person(self.subject)]
        told = _("手上有%(held)s，全部一次移交。") % {"held": "、".join(held)}
        self.fields["successor_id"].help_text = told if held else self.without
        self.offer(_colleagues(self.subject, self.day), held)

    def offer(self, others: list[tuple[object, object]], held: list[str]) -> None:
        """Whom it may go to."""
        self.choose("successor_id", others)


class LeaveOfficeForm(HandOverForm):
    successor_id = forms.TypedChoiceField(label=_("接手人"), coerce=int, empty_value=None)
    without = _("手上没有在办的事，不用选接手人。")

    def offer(self, others: list[tuple[object, object]], held: list[str]) -> None:
        """Nobody is needed where nothing is held."""
        self.fields["successor_id"].required = bool(held)
        self.choose("successor_id", others, _("请选择") if held else _("没有要移交的"))


class LeaveForm(DeedForm):
    starts_on = forms.DateField(label=_("从哪天"), widget=forms.DateInput)
    ends_on = forms.DateField(label=_("到哪天（含当天）"), widget=forms.DateInput)
    reason = forms.CharField(label=_("事由"), max_length=100, required=False)


class StandInForm(LeaveForm):
    stand_in_id = forms.TypedChoiceField(label=_("由谁代理"), coerce=int)
    field_order = ("stand_in_id", "starts_on", "ends_on", "reason")

    def prepare(self) -> None:
        self.choose("stand_in_id", _colleagues(self.subject, self.day))


class KinForm(DeedForm):
    other_id = forms.TypedChoiceField(label=_("亲属"), coerce=int)
    kind = forms.ChoiceField(label=_("关系"), choices=KinKind.choices)

    def prepare(self) -> None:
        self.choose("other_id", _colleagues(self.subject, self.day, everybody=True))


class EndKinshipForm(DeedForm):
    reason = forms.CharField(
        label=_("理由"), max_length=200, help_text=_("写明依据，例如登记有误、关系已解除。")
    )


class ImportForm(Form):
    file = forms.FileField(label=_("填好的表格"), help_text=_(".xlsx、.xls、.ods 或 .csv，不超过10MB。"))


def _colleagues(person_id: int, day: date, *, everybody: bool = False) -> list[tuple[object, object]]:
    """Whom work may be given to; ``everybody``: the administrators (三员), too, who have none (G-07)."""
    left_out = {person_id} | (set() if everybody else queries.administrators())
    held = queries.appointments_on([person_id], day)
    people = queries.colleagues({queries.organ_of(one.post.unit) for one in held}, day)
    return [(one.pk, one.name) for one in people if one.pk not in left_out]
