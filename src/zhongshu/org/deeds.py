"""Every change of the organisation that has a form: who may, what is asked, what is done, where one lands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import Verdict
from zhongshu.org import forms, policies, queries, services
from zhongshu.ui import deeds

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.Deed):
    """One change. ``subject`` is a kind of SUBJECTS; ``act(actor, id, data, at)`` does it."""

    code: str
    subject: str
    act: Callable[[Actor, int, Data, datetime], object]

    @property
    def resource(self) -> str:
        """Its key, and the name of its address."""
        return f"{self.subject}-{self.code}"


@dataclass(frozen=True, slots=True)
class Subject:
    """What a deed is about: its name as shown, who may change it, the page to go back to."""

    name: Callable[[int], str]
    may: Callable[[Actor, int], Verdict]
    page: Callable[[int], str]


def _unit_page(unit_id: int) -> str:
    return reverse("org:unit", args=[unit_id]) if unit_id else reverse("org:tree")


def _person_page(person_id: int) -> str:
    return reverse("org:person", args=[person_id])


def _charges_page(post_id: int) -> str:
    return reverse("org:charges", args=[queries.organ_of(queries.post(post_id).unit)])


_UNIT = Subject(
    lambda pk: queries.unit(pk).name,
    lambda actor, pk: policies.may_keep(actor, queries.unit(pk)),
    _unit_page,
)
SUBJECTS = {
    "unit": _UNIT,
    "section": _UNIT,
    "post": Subject(
        lambda pk: queries.post(pk).title,
        lambda actor, pk: policies.may_keep(actor, queries.post(pk).unit),
        lambda pk: _unit_page(queries.post(pk).unit_id),
    ),
    "charge": Subject(
        lambda pk: queries.post(pk).title,
        lambda actor, pk: policies.may_keep(actor, queries.post(pk).unit),
        _charges_page,
    ),
    "person": Subject(
        lambda pk: queries.person(pk).name,
        lambda actor, pk: policies.may_keep_person(actor, queries.person(pk)),
        _person_page,
    ),
    "absent": Subject(
        lambda pk: queries.person(pk).name,
        lambda actor, pk: policies.may_set_absence(actor, queries.person(pk)),
        _person_page,
    ),
    "kin": Subject(
        lambda pk: queries.person(pk).name,
        lambda actor, pk: policies.may_declare_kin(actor, queries.person(pk)),
        _person_page,
    ),
    "kinship": Subject(
        lambda pk: str(queries.kinship(pk)),
        lambda actor, pk: policies.may_end_kinship(actor, queries.kinship(pk)),
        lambda pk: _person_page(queries.kinship(pk).first_id),
    ),
    "appointment": Subject(
        lambda pk: f"{queries.appointment(pk).person} {queries.appointment(pk).post}",
        lambda actor, pk: policies.may_keep(actor, queries.appointment(pk).post.unit),
        lambda pk: _person_page(queries.appointment(pk).person_id),
    ),
}

DEEDS = (
    Deed(
        code="open", subject="unit", title=_("设立下级单位"), form=forms.UnitForm,
        act=lambda actor, pk, data, at: services.open_unit(actor=actor, parent_id=pk, at=at, **data),
        done=_("已设立。"),
    ),
    Deed(
        code="rename", subject="unit", title=_("更名"), form=forms.RenameForm,
        act=lambda actor, pk, data, at: services.rename_unit(actor=actor, unit_id=pk, at=at, **data),
        done=_("已更名，原名称留作别名。"),
    ),
    Deed(
        code="amend", subject="unit", title=_("修改代字、全宗号"), form=forms.AmendForm,
        act=lambda actor, pk, data, at: services.amend_unit(actor=actor, unit_id=pk, at=at, **data),
        done=_("已修改。"),
    ),
    Deed(
        code="move", subject="section", title=_("调整隶属关系"), form=forms.MoveForm,
        act=lambda actor, pk, data, at: services.move_unit(actor=actor, unit_id=pk, at=at, **data),
        done=_("已调整，下级单位随同调整。"),
    ),
    Deed(
        code="close", subject="unit", title=_("撤销单位"), form=forms.DeedForm,
        act=lambda actor, pk, data, at: services.close_unit(actor=actor, unit_id=pk, at=at),
        done=_("已撤销。"), grave=True,
    ),
    Deed(
        code="alias", subject="unit", title=_("增加别名"), form=forms.AliasForm,
        act=lambda actor, pk, data, at: services.add_alias(actor=actor, unit_id=pk, at=at, **data),
        done=_("已增加，识别文件时会认得它。"),
    ),
    Deed(
        code="post", subject="unit", title=_("设岗位"), form=forms.PostForm,
        act=lambda actor, pk, data, at: services.create_post(actor=actor, unit_id=pk, at=at, **data),
        done=_("已设岗位。"),
    ),
    Deed(
        code="take-on", subject="unit", title=_("登记新人员"), form=forms.TakeOnForm,
        act=lambda actor, pk, data, at: services.take_on(actor=actor, at=at, **data),
        done=_("已登记并任职。"),
    ),
    Deed(
        code="duties", subject="post", title=_("调整岗位职责"), form=forms.DutiesForm,
        act=lambda actor, pk, data, at: services.set_duties(actor=actor, post_id=pk, at=at, **data),
        done=_("职责已调整，马上生效。"),
    ),
    Deed(
        code="set", subject="charge", title=_("调整分管"), form=forms.ChargeForm,
        act=lambda actor, pk, data, at: services.put_in_charge(actor=actor, post_id=pk, at=at, **data),
        done=_("分管已调整，到日子就按它找分管领导。"),
    ),
    Deed(
        code="amend", subject="person", title=_("修改人员信息"), form=forms.PersonForm,
        act=lambda actor, pk, data, at: services.amend_person(actor=actor, person_id=pk, at=at, **data),
        done=_("已修改。"),
    ),
    Deed(
        code="grade", subject="person", title=_("登记职级"), form=forms.GradeForm,
        act=lambda actor, pk, data, at: services.set_grade(actor=actor, person_id=pk, at=at, **data),
        done=_("已登记，差旅标准按职级对照。"),
    ),
    Deed(
        code="appoint", subject="person", title=_("任职"), form=forms.AppointForm,
        act=lambda actor, pk, data, at: services.appoint(actor=actor, person_id=pk, at=at, **data),
        done=_("已任职。"),
    ),
    Deed(
        code="end", subject="appointment", title=_("免职"), form=forms.EndForm,
        act=lambda actor, pk, data, at: services.end_appointment(actor=actor, appointment_id=pk, at=at, **data),
        done=_("已记下任职的最后一天。"),
    ),
    Deed(
        code="hand-over", subject="person", title=_("移交在办事项"), form=forms.HandOverForm,
        act=lambda actor, pk, data, at: services.hand_over(actor=actor, person_id=pk, at=at, **data),
        done=_("在办事项已全部移交。"), grave=True,
    ),
    Deed(
        code="leave-office", subject="person", title=_("办理离任"), form=forms.LeaveOfficeForm,
        act=lambda actor, pk, data, at: services.leave_office(actor=actor, person_id=pk, at=at, **data),
        done=_("离任已办：事项已移交，任职、代理和登录同时停止。"), grave=True,
    ),
    Deed(
        code="leave", subject="absent", title=_("登记请假"), form=forms.LeaveForm,
        act=lambda actor, pk, data, at: services.set_leave(actor=actor, person_id=pk, at=at, **data),
        done=_("已登记请假。请再指定代理人，免得事情没人办。"),
    ),
    Deed(
        code="stand-in", subject="absent", title=_("指定代理人"), form=forms.StandInForm,
        act=lambda actor, pk, data, at: services.stand_in(actor=actor, absent_id=pk, at=at, **data),
        done=_("已指定代理人。"),
    ),
    Deed(
        code="declare", subject="kin", title=_("登记亲属"), form=forms.KinForm,
        act=lambda actor, pk, data, at: services.declare_kin(actor=actor, person_id=pk, at=at, **data),
        done=_("已登记，双方互不审核、审批对方的单据。"),
    ),
    Deed(
        code="end", subject="kinship", title=_("撤销亲属登记"), form=forms.EndKinshipForm,
        act=lambda actor, pk, data, at: services.end_kinship(actor=actor, kinship_id=pk, at=at, **data),
        done=_("已撤销。"), grave=True,
    ),
)  # fmt: skip
BY_RESOURCE: Mapping[str, Deed] = {one.resource: one for one in DEEDS}


def offered(actor: Actor, subject: str, pk: int) -> list[tuple[Deed, str]]:
    """Deeds on this subject with their addresses; none when ``actor`` may not."""
    if not SUBJECTS[subject].may(actor, pk):
        return []
    return [(deed, address(deed, pk)) for deed in DEEDS if deed.subject == subject]


def address(deed: Deed, pk: int) -> str:
    """Where the form of ``deed`` stands."""
    return reverse(f"org:{deed.resource}", args=[pk])
