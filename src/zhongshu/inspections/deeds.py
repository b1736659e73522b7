"""What can be done to inspections from their pages: for each deed its address, its words, its form, its service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import policies, queries, services
from zhongshu.inspections.forms import (
    concluding,
    designating,
    following,
    planning,
    reissuing,
    reviewing,
    working,
)
from zhongshu.inspections.models import Conclusion, Designation, Finding, Inspection
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.ui import deeds

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.SubjectDeed):
    """One form; on a page its ``name`` is that of the verb that must be offered."""

    area = "inspections"


def _found(verb: str) -> Callable[[Actor, int], Inspection]:
    def find(actor: Actor, ref: int) -> Inspection:
        one = queries.inspection(actor, ref)
        policies.require(actor, verb, one)
        return one

    return find


def _answered(verb: str) -> Callable[[Actor, int], Conclusion]:
    def find(actor: Actor, ref: int) -> Conclusion:
        one = queries.conclusion(actor, ref)
        policies.require_answer(actor, verb, one)
        return one

    return find


def _finding(actor: Actor, ref: int) -> Finding:
    one = queries.finding(actor, ref)
    policies.require(actor, "follow_finding", one.inspection)
    return one


def _designating(actor: Actor, ref: int) -> Any:
    policies.may_designate(actor, ref).require()
    return org.unit(ref)


def _withdrawing(actor: Actor, ref: int) -> Designation:
    one = queries.designation(actor, ref)
    policies.may_designate(actor, one.organ_id).require()
    return one


def _planning(actor: Actor, ref: int) -> Any:
    policies.may_plan(actor).require()
    return org.unit(ref)


def _page(one: Inspection) -> str:
    return reverse("inspections:inspection", args=[one.pk])


def _conclusion(one: Conclusion) -> str:
    return reverse("inspections:conclusion", args=[one.pk])


def _to_list(organ: object) -> str:
    return reverse("inspections:inspections")


def _to_designations(organ: object) -> str:
    return reverse("inspections:designations")


def _fed_back(data: Data, common: Data, one: Inspection) -> object:
    said = {name: data[name] for name in ("overview", "advice")}
    return services.feed_back(matter_id=one.pk, texts=concluding.texts(data), **said, **common)


def _designated(data: Data, common: Data, organ: Any) -> object:
    (file, *_others) = data.pop("files")
    return services.designate(organ_id=organ.pk, file=file, **data, **common)


def _settled(data: Data, common: Data, one: Finding) -> object:
    given = {"finding_id": one.pk, **common}
    match data.pop("how"):
        case following.OPEN:
            return services.follow_finding(**data, **given)
        case following.JOIN:
            return services.join_finding(directive_id=data["directive_id"], **given)
        case _:
            return services.leave_finding(reason=data["reason"], **given)


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="designation-new", path="organs/<int:ref>/designations/", title=_("书面指定部门督查"), button=_("指定"),
        done=_("已指定，部门可以在期限内开展督查。"), form=designating.DesignateForm, find=_designating,
        run=_designated,
        back=_to_designations, note=_("部门没有书面指定，不能代表政府开展督查。"), rule="D-05",
    ),
    Deed(
        name="designation-withdrawal", path="designations/<int:ref>/withdrawal/", title=_("撤回书面指定"),
        button=_("撤回"), icon="arrow-back-up", grave=True, done=_("已撤回，部门已收到通知。"), form=planning.WithdrawForm,
        find=_withdrawing, back=_to_designations,
        run=lambda data, common, one: services.withdraw_designation(designation_id=one.pk, **data, **common),
    ),
    Deed(
        name="inspection-new", path="organs/<int:ref>/new/", title=_("拟订督查方案"), button=_("报批"),
        done=_("督查方案已报请批准。"), form=planning.PlanForm, find=_planning,
        run=lambda data, common, organ: services.plan_inspection(plan=services.Plan(**data), **common),
        back=_to_list, after=_page,
        note=_("方案写明督查内容、对象和范围；批准的领导确定组长，督查组成员不能是被督查单位的人。"),
    ),
    Deed(
        name="approve", path="<int:ref>/approval/", title=_("批准督查"), button=_("批准"), icon="check",
        done=_("已批准，督查组成员已收到通知。"), form=planning.ApproveForm, find=_found("approve"), back=_page,
        run=lambda data, common, one: services.approve(matter_id=one.pk, **data, **common),
        note=_("督查组有且只有一名组长，由您确定。"),
    ),
    Deed(
        name="feed_back", path="<int:ref>/conclusions/", title=_("反馈督查结论"), button=_("反馈"), icon="mail",
        done=_("督查结论已分别反馈，被督查单位三十日内可以申请复核。"), form=concluding.FeedBackForm,
        find=_found("feed_back"), back=_page,
        run=_fed_back,
        note=_("每个被督查单位只看到自己的结论；同时编号报送督查专报，督查归档，不能再补记。"),
    ),
    Deed(
        name="reissue_report", path="<int:ref>/report/", title=_("重报督查专报"), button=_("重报"), icon="refresh",
        done=_("督查专报已重报，原来的一期已作废并保留。"), form=reissuing.ReissueForm, find=_found("reissue_report"),
        run=lambda data, common, one: services.reissue_report(matter_id=one.pk, **data, **common), back=_page,
        note=_("复核变更、撤销的结论按决定写入新的一期，另编号报送领导；原来的一期作废，两期都留着。"),
    ),
    Deed(
        name="record_step", path="<int:ref>/steps/", title=_("记录督查情况"), button=_("记录督查"), icon="list-check",
        done=_("已记录。"), form=working.StepForm, find=_found("record_step"), back=_page,
        run=lambda data, common, one: services.record_step(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="note_finding", path="<int:ref>/findings/", title=_("记下发现的问题"), button=_("记问题"),
        icon="alert-triangle", done=_("已记下，反馈结论前要逐个处理。"), form=working.FindingForm,
        find=_found("note_finding"), back=_page,
        run=lambda data, common, one: services.note_finding(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="change_team", path="<int:ref>/team/", title=_("调整督查组"), icon="users", done=_("督查组已调整。"),
        form=planning.TeamForm, find=_found("change_team"), back=_page,
        run=lambda data, common, one: services.change_team(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="stop", path="<int:ref>/stop/", title=_("不批准或终止督查"), button=_("终止"), icon="x", grave=True,
        done=_("已终止。"), form=planning.StopForm, find=_found("stop"), back=_page,
        run=lambda data, common, one: services.stop(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="finding", path="findings/<int:ref>/", title=_("处理问题"), button=_("确定"),
        done=_("已处理。"), form=following.SettleForm, find=_finding, run=_settled,
        back=lambda one: _page(one.inspection),
    ),
    Deed(
        name="decide_review", path="conclusions/<int:ref>/decision/", title=_("复核督查结论"), button=_("复核"),
        icon="eye-check", done=_("复核决定已送达被督查单位。"), form=reviewing.DecideForm,
        find=_answered("decide_review"), back=_conclusion,
        run=lambda data, common, one: services.decide_review(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="ask_review", path="conclusions/<int:ref>/review/", title=_("申请复核"), icon="arrow-back-up",
        done=_("已申请复核，三十日内作出决定。"), form=reviewing.AskForm, find=_answered("ask_review"),
        back=_conclusion, note=_("参加过这次督查的人不办理复核。"),
        run=lambda data, common, one: services.ask_review(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="accept_conclusion", path="conclusions/<int:ref>/acceptance/", title=_("认可结论"), icon="check",
        done=_("已认可，结论生效。"), form=reviewing.AcceptForm, find=_answered("accept_conclusion"),
        back=_conclusion, note=_("认可后不再申请复核。"),
        run=lambda data, common, one: services.accept_conclusion(matter_id=one.pk, **common),
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Deed] = {one.name: one for one in DEEDS}


def offered(verbs: list[str]) -> list[Deed]:
    """The deeds that ``verbs`` allow, the most pressing first."""
    return [one for one in DEEDS if one.name in verbs]
