"""What can be done from the pages of services: for each deed its address, its words, its form, its service."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Unit
from zhongshu.ui import deeds
from zhongshu.welfare import policies, queries, services
from zhongshu.welfare.forms import cases, keeping
from zhongshu.welfare.models import Case, Service

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.SubjectDeed):
    """One form; on a page its ``name`` is that of the verb that must be offered."""

    area = "welfare"


def _found(verb: str) -> Callable[[Actor, int], Case]:
    def find(actor: Actor, ref: int) -> Case:
        one = queries.case(actor, ref)
        policies.require(actor, verb, one)
        return one

    return find


def _of(verb: Callable[..., object]) -> Callable[[Data, Data, Case], object]:
    """The verb of a case, called with what was filled in."""
    return lambda data, common, one: verb(matter_id=one.pk, **data, **common)


def _asked(actor: Actor, ref: int) -> Service:
    one = queries.service(actor, ref)
    policies.may_ask(actor, one).require()
    return one


def _kept(actor: Actor, ref: int) -> Service:
    one = queries.service(actor, ref)
    policies.may_keep(actor, one.organ_id).require()
    return one


def _section(actor: Actor, ref: int) -> Unit:
    one = org.unit(ref)
    policies.may_keep(actor, one.organ_id or one.pk).require()
    return one


def _page(one: Case) -> str:
    return reverse("welfare:case", args=[one.pk])


def _service(one: Service) -> str:
    return reverse("welfare:service", args=[one.pk])


def _services(section: object) -> str:
    return reverse("welfare:services")


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="ask", path="services/<int:ref>/cases/", title=_("申请办理"), button=_("提交"), icon="send",
        done=_("已提交，经办人已收到通知。"), form=cases.AskForm, find=_asked, back=_service, after=_page,
        run=lambda data, common, one: services.ask(service_id=one.pk, **data, **common),
        note=_("时限按经办机构的受理期推算；只有您本人、经办人、经办科室负责人和审计看得到。"),
    ),
    Deed(
        name="submit", path="<int:ref>/submission/", title=_("报送经办机构"), button=_("报送"), icon="send",
        done=_("已记下报送，申请人已收到通知。"), form=cases.SubmitForm, find=_found("submit"), back=_page,
        run=_of(services.submit),
    ),
    Deed(
        name="supplement", path="<int:ref>/papers/", title=_("补材料"), icon="paperclip",
        done=_("已补交，报送时限重新推算。"), form=cases.SupplementForm, find=_found("supplement"), back=_page,
        run=_of(services.supplement),
    ),
    Deed(
        name="answer", path="<int:ref>/answer/", title=_("记下机构的答复"), button=_("记答复"), icon="mail-opened",
        done=_("已记下。"), form=cases.AnswerForm, find=_found("answer"), back=_page, run=_of(services.answer),
    ),
    Deed(
        name="report_back", path="<int:ref>/reply/", title=_("回告本人，办结"), button=_("回告"), icon="check",
        done=_("已回告，办结。"), form=cases.ReportForm, find=_found("report_back"), back=_page,
        run=_of(services.report_back),
    ),
    Deed(
        name="send_back", path="<int:ref>/return/", title=_("退回补材料"), button=_("退回"), icon="arrow-back-up",
        done=_("已退回，缺什么已一次告诉申请人。"), form=cases.SendBackForm, find=_found("send_back"), back=_page,
        run=_of(services.send_back),
    ),
    Deed(
        name="withdraw", path="<int:ref>/withdrawal/", title=_("撤回"), icon="x", grave=True, done=_("已撤回。"),
        form=cases.WithdrawForm, find=_found("withdraw"), back=_page, run=_of(services.withdraw),
    ),
    Deed(
        name="service-new", path="units/<int:ref>/services/", title=_("设立服务事项"), button=_("设立"), icon="plus",
        done=_("已设立，请接着录入受理期。"), form=keeping.OfferForm, find=_section, back=_services, after=_service,
        run=lambda data, common, unit: services.offer_service(unit_id=unit.pk, **data, **common),
    ),
    Deed(
        name="calendar", path="services/<int:ref>/calendar/", title=_("录入受理期"), button=_("执行"),
        icon="calendar-event", done=_("已录入，在办件的时限已重新推算。"), form=keeping.CalendarForm, find=_kept,
        back=_service, note=_("照经办机构公布的写。以前的受理期留着，不改动。"),
        run=lambda data, common, one: services.set_calendar(service_id=one.pk, **data, **common),
    ),
    Deed(
        name="service-change", path="services/<int:ref>/change/", title=_("更新服务事项"), button=_("更新"),
        done=_("已更新。"), form=keeping.ChangeForm, find=_kept, back=_service,
        run=lambda data, common, one: services.change_service(service_id=one.pk, **data, **common),
    ),
)  # fmt: skip
BY_NAME: Mapping[str, Deed] = {one.name: one for one in DEEDS}


def offered(verbs: list[str]) -> list[Deed]:
    """The deeds that ``verbs`` allow, the most pressing first."""
    return [one for one in DEEDS if one.name in verbs]
