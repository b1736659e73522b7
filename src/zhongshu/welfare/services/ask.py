from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Case, Service
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import lay_before_undertakers, tell_asker
from zhongshu.welfare.services.open import Asked, open_case


@use_case("welfare.ask")
def ask(
    *,
    actor: Actor,
    service_id: int,
    person_id: int,
    note: str = "",
    since: date | None = None,
    handed: Sequence[str] = (),
    files: Sequence[File] = (),
    at: datetime,
) -> Case:
    """Ask for a service, for oneself or for somebody of one's unit (F-15): numbered, with the date of the agency's
    next window, before the undertakers.

    ``handed`` are the names of the papers that are there, as ``files`` or on paper; all that is missing is told at once.
    Numbers of identity and bank cards in ``note`` are made unreadable.
    """
    service = queries.service(actor, service_id)
    policies.may_ask(actor, service).require()
    _require_for(actor, service, person_id, local_day(at))
    require_papers(service, handed)
    found = rules.reckon(queries.terms(service), workdays.calendar(), local_day(at))
    if found is None:
        told = _("“%(service)s”的经办机构日历里没有以后的受理期。") % {"service": service}
        raise Refusal("no_window_ahead", told, rule="F-15", hint=_("请经办人先录入新的受理期。"))
    name = org.known_person(person_id).name
    asked = Asked(
        title=on_record("%(service)s：%(name)s") % {"service": service, "name": name},
        body=rules.masked(note), person_id=person_id, since=since, handed=tuple(handed),
    )  # fmt: skip
    case = open_case(service, asked, found.slot, actor=actor, at=at)
    matters.attach(case.matter, files, role=AttachmentRole.SOURCE, at=at)
    told = on_record("职工服务申请：%(title)s") % {"title": case.matter.title}
    lay_before_undertakers(case, told, actor=actor, at=at)
    tell_asker(case, told, actor=actor, at=at)
    facts = {"service": service.name, "number": case.matter.number, "due": found.slot.due.isoformat()}
    trail.keep(case, "asked", actor=actor, at=at, **facts)
    return case


def require_papers(service: Service, handed: Sequence[str]) -> None:
    """Refuse while papers are missing, all of them named."""
    verdict = rules.F_15_complete(rules.missing(service.papers, handed))
    if not verdict:
        told = {"handed": f"{verdict.sentence}{verdict.hint}"}
        raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)


def _require_for(actor: Actor, service: Service, person_id: int, day: date) -> None:
    if person_id in {pk for pk, _name in policies.asks_for(actor, service, day)}:
        return
    told = _("您只能为自己申请；为别人申请的，要是本单位收办人员或经办人。")
    raise Refusal("not_for_him", told, fields={"person_id": told}, rule="F-15")
