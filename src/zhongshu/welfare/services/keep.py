"""What is offered, and the agencies' calendar: entered and kept by those who undertake it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Edition, Rest, Service
from zhongshu.welfare.services.redate import redate_cases

TWO_YEARS = timedelta(days=730)


@use_case("welfare.offer_service")
def offer_service(
    *,
    actor: Actor,
    unit_id: int,
    branch: str,
    name: str,
    agency: str,
    guide: str = "",
    papers: Sequence[str] = (),
    answers_in: int | None = None,
    periodic: bool = False,
    at: datetime,
) -> Service:
    """Enter something an agency does for employees, or asks of the office each period (``periodic``).

    ``unit_id`` is the section that undertakes it; ``branch`` 养老, 医疗, 公积金 or a word of the institution's own.
    Its calendar is entered next.
    """
    unit = org.unit(unit_id)
    organ_id = unit.organ_id or unit.pk
    policies.may_keep(actor, organ_id).require()
    _require_words(organ_id, branch=branch, name=name, agency=agency)
    made = Service.objects.create(
        organ_id=organ_id, unit=unit, branch=branch.strip(), name=name.strip(), agency=agency.strip(),
        guide=guide.strip(), papers=_listed(papers), answers_in=answers_in, periodic=periodic,
    )  # fmt: skip
    _note(made, "service_offered", actor=actor, at=at)
    return made


@use_case("welfare.change_service")
def change_service(
    *,
    actor: Actor,
    service_id: int,
    branch: str,
    agency: str,
    guide: str = "",
    papers: Sequence[str] = (),
    answers_in: int | None = None,
    closed: bool = False,
    at: datetime,
) -> Service:
    """Change what a service asks for and says of itself, or stop offering it; open cases go on as they are."""
    one = _kept(actor, service_id)
    _require_words(one.organ_id, branch=branch, agency=agency)
    one.branch, one.agency, one.guide = branch.strip(), agency.strip(), guide.strip()
    one.papers, one.answers_in = _listed(papers), answers_in
    one.closed_on = (one.closed_on or local_day(at)) if closed else None
    one.save()
    _note(one, "service_changed", actor=actor, at=at, closed=closed)
    return one


@use_case("welfare.set_calendar")
def set_calendar(
    *,
    actor: Actor,
    service_id: int,
    valid_from: date,
    windows: str,
    rest: str,
    source: str,
    lead: int | None = None,
    at: datetime,
) -> Edition:
    """Enter when the agency takes papers in, from a day on (F-15): ``windows`` one to a line, as it publishes them.

    ``source`` says where. What was in force before is kept; the dates of open cases are reckoned anew and each shift is
    journalled.
    """
    one = _kept(actor, service_id)
    read = rules.read(windows)
    _require_calendar(one, valid_from, rest, source, read)
    given = {
        "windows": "\n".join(line.strip() for line in windows.splitlines() if line.strip()),
        "rest": rest, "source": source.strip(), "lead": lead,
        "entered_by_id": actor.in_name_of, "entered_at": at,
    }  # fmt: skip
    made, _new = Edition.objects.update_or_create(service=one, valid_from=valid_from, defaults=given)
    why = on_record("经办机构日历更新")
    moved = redate_cases(queries.datable(one.pk), workdays.calendar(), why=why, actor=actor, at=at)
    facts = {"windows": str(made), "from": valid_from.isoformat(), "source": made.source, "moved": moved}
    _note(one, "calendar_set", actor=actor, at=at, **facts)
    return made


def _kept(actor: Actor, service_id: int) -> Service:
    one = queries.service_for_update(actor, service_id)
    policies.may_keep(actor, one.organ_id).require()
    return one


def _listed(papers: Sequence[str]) -> list[str]:
    return list(dict.fromkeys(one.strip() for one in papers if one.strip()))


def _require_words(organ_id: int, **told: str) -> None:
    faults: dict[str, object] = {key: _("请填写。") for key, value in told.items() if not value.strip()}
    name = told.get("name", "").strip()
    if name and Service.objects.filter(organ_id=organ_id, name=name).exists():
        faults["name"] = _("已经有“%(name)s”，请打开它更新，或换个名称。") % {"name": name}
    refuse_faults(faults, "service_has_faults", _("还有 %(count)s 处要改。"), rule="F-15")


def _require_calendar(
    one: Service, valid_from: date, rest: str, source: str, read: Sequence[rules.Window]
) -> None:
    faults: dict[str, object] = {}
    if not source.strip():
        faults["source"] = _("请写明出处：哪个机构、什么文件或通知。")
    if rest not in Rest.values:
        faults["rest"] = _("请选截止日遇休息日怎么办。")
    closings = Counter(
        f"{span.closes:%Y-%m}" for window in read for span in window.spans(valid_from, valid_from + TWO_YEARS)
    )
    if one.periodic and any(count > 1 for count in closings.values()):
        faults["windows"] = _("定期事项一个月只能有一个受理期，请另设一个事项。")
    refuse_faults(faults, "calendar_has_faults", _("还有 %(count)s 处要改。"), rule="F-15")


def _note(one: Service, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    told = {"service": one.name, **facts}
    journal.record(stream=one.stream, verb=f"welfare.{verb}", actor=actor, at=at, data=told)
