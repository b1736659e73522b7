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

Data = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Deed:
    """One change. ``subject`` is a kind of SUBJECTS; ``act(actor, id, data, at)`` does it.

    ``may`` answers for the subject's id; ``done`` is the sentence afterwards; ``grave`` is asked once more.
    """

    code: str
    subject: str
    title: object
    form: type[forms.DeedForm]
    act: Callable[[Actor, int, Data, datetime], object]
    done: object
    grave: bool = False


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


SUBJECTS = {
    "unit": Subject(
        lambda pk: queries.unit(pk).name,
        lambda actor, pk: policies.may_keep(actor, queries.unit(pk)),
        _unit_page,
    ),
    "post": Subject(
        lambda pk: queries.post(pk).title,
        lambda actor, pk: policies.may_keep(actor, queries.post(pk).unit),
        lambda pk: _unit_page(queries.post(pk).unit_id),
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
    "appointment": Subject(
        lambda pk: f"{queries.appointment(pk).person} {queries.appointment(pk).post}",
        lambda actor, pk: policies.may_keep(actor, queries.appointment(pk).post.unit),
        lambda pk: _person_page(queries.appointment(pk).person_id),
    ),
}

DEEDS = (
    Deed(
        "open", "unit", _("设立下级单位"), forms.UnitForm,
        lambda actor, pk, data, at: services.open_unit(actor=actor, parent_id=pk, at=at, **data),
        _("已设立。"),
    ),
    Deed(
        "rename", "unit", _("更名"), forms.RenameForm,
        lambda actor, pk, data, at: services.rename_unit(actor=actor, unit_id=pk, at=at, **data),
        _("已更名，原名称留作别名。"),
    ),
    Deed(
        "amend", "unit", _("修改代字、全宗号"), forms.AmendForm,
        lambda actor, pk, data, at: services.amend_unit(actor=actor, unit_id=pk, at=at, **data),
        _("已修改。"),
    ),
    Deed(
        "close", "unit", _("撤销单位"), forms.DeedForm,
        lambda actor, pk, data, at: services.close_unit(actor=actor, unit_id=pk, at=at),
        _("已撤销。"), grave=True,
    ),
    Deed(
        "alias", "unit", _("增加别名"), forms.AliasForm,
        lambda actor, pk, data, at: services.add_alias(actor=actor, unit_id=pk, at=at, **data),
        _("已增加，识别文件时会认得它。"),
    ),
    Deed(
        "post", "unit", _("设岗位"), forms.PostForm,
        lambda actor, pk, data, at: services.create_post(actor=actor, unit_id=pk, at=at, **data),
        _("已设岗位。"),
    ),
    Deed(
        "take-on", "unit", _("登记新人员"), forms.TakeOnForm,
        lambda actor, pk, data, at: services.take_on(actor=actor, at=at, **data),
        _("已登记并任职。"),
    ),
    Deed(
        "duties", "post", _("调整岗位职责"), forms.DutiesForm,
        lambda actor, pk, data, at: services.set_duties(actor=actor, post_id=pk, at=at, **data),
        _("职责已调整，马上生效。"),
    ),
    Deed(
        "amend", "person", _("修改人员信息"), forms.PersonForm,
        lambda actor, pk, data, at: services.amend_person(actor=actor, person_id=pk, at=at, **data),
        _("已修改。"),
    ),
    Deed(
        "appoint", "person", _("任职"), forms.AppointForm,
        lambda actor, pk, data, at: services.appoint(actor=actor, person_id=pk, at=at, **data),
        _("已任职。"),
    ),
    Deed(
        "end", "appointment", _("免职"), forms.EndForm,
        lambda actor, pk, data, at: services.end_appointment(actor=actor, appointment_id=pk, at=at, **data),
        _("已记下任职的最后一天。"),
    ),
    Deed(
        "leave-office", "person", _("办理离任"), forms.LeaveOfficeForm,
        lambda actor, pk, data, at: services.leave_office(actor=actor, person_id=pk, at=at, **data),
        _("离任已办：事项已移交，任职、代理和登录同时停止。"), grave=True,
    ),
    Deed(
        "leave", "absent", _("登记请假"), forms.LeaveForm,
        lambda actor, pk, data, at: services.set_leave(actor=actor, person_id=pk, at=at, **data),
        _("已登记请假。请再指定代理人，免得事情没人办。"),
    ),
    Deed(
        "stand-in", "absent", _("指定代理人"), forms.StandInForm,
        lambda actor, pk, data, at: services.stand_in(actor=actor, absent_id=pk, at=at, **data),
        _("已指定代理人。"),
    ),
)  # fmt: skip


def offered(actor: Actor, subject: str, pk: int) -> list[tuple[Deed, str]]:
    """Deeds on this subject with their addresses; none when ``actor`` may not."""
    if not SUBJECTS[subject].may(actor, pk):
        return []
    return [(deed, address(deed, pk)) for deed in DEEDS if deed.subject == subject]


def address(deed: Deed, pk: int) -> str:
    """Where the form of ``deed`` stands."""
    return reverse(f"org:{deed.subject}-{deed.code}", args=[pk])
