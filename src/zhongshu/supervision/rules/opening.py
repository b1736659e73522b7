"""What must be so before a matter is raised and handed out: D-01, D-13, D-16, D-17, D-18, D-19, M-12."""

from collections.abc import Iterable
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.kernel.worktime import Calendar, Limit, Unit, compute
from zhongshu.supervision.rules.sources import CONVENTION, DC_11, GW_8, GW_24


def D_01_docketing(*, approver_id: int | None, basis: str) -> Verdict:
    """A matter is raised by decision or on approval: approver and basis are on record. {V}"""
    if approver_id and basis.strip():
        return YES
    return no(
        "no_approver",
        _("立项要有批准人和依据。"),
        _("请填写批准立项的领导和依据（如会议纪要、批示）。"),
        rule="D-01",
        source=DC_11,
    )


def D_28_bases() -> list[str]:
    """The texts of its own that a Party organ names as the basis of its supervision. {S}/{M}, a setting.

    They are internal: the office writes down those it holds. Nothing of what they say is built in.
    """
    return [str(one).strip()[:200] for one in settings.RULES["D-28.bases"] if str(one).strip()]


def D_16_docketing(instruction_class: str) -> Verdict:
    """Only an instruction that orders is supervised; guidance and reference are read. conv."""
    if instruction_class == "order":
        return YES
    return no(
        "not_an_order",
        _("指导性、参阅性批示不立项督办。"),
        _("请选“批办”，或去掉“立为督办”。"),
        rule="D-16",
        source=CONVENTION,
    )


def D_16_reading_limit() -> Limit:
    """Until when a leader's instruction is to be read by those it concerns. conv."""
    return Limit(int(settings.RULES["D-16.reading_working_days"]), Unit.WORKING_DAYS)


def D_17_one_lead(lead_ids: Iterable[int], support_ids: Iterable[int]) -> Verdict:
    """Exactly one unit leads; it is not at the same time a supporting unit. {V}"""
    leads = list(dict.fromkeys(lead_ids))
    if len(leads) != 1:
        return no(
            "not_one_lead",
            _("一件事只能有一个牵头单位。"),
            _("请留下一个牵头单位，其余改为配合单位，或拆成几件。"),
            rule="D-17",
            source=GW_24,
        )
    if leads[0] in set(support_ids):
        return no(
            "lead_supports_itself",
            _("牵头单位不能同时是配合单位。"),
            _("请从配合单位中去掉它。"),
            rule="D-17",
            source=GW_24,
        )
    return YES


def D_19_default_limit(origin: str, *, urgent: bool) -> Limit:
    """The limit where none was given: conv., a setting by origin.

    In working days; in calendar days where the norm itself says 日 (petitions: 信访工作条例 art. 34, rule T-07).
    """
    if urgent:
        return Limit(int(settings.RULES["D-19.urgent_working_days"]), Unit.WORKING_DAYS)
    calendar_days = settings.RULES["D-19.default_calendar_days"].get(origin)
    if calendar_days:
        return Limit(int(calendar_days), Unit.CALENDAR_DAYS)
    by_origin = settings.RULES["D-19.default_working_days"]
    return Limit(int(by_origin.get(origin, by_origin["other"])), Unit.WORKING_DAYS)


def D_19_counted_from(origin: str, source_date: date | None, *, urgent: bool, today: date) -> date:
    """The day from which that limit runs: today; where the norm counts 日, the day of its source (受理, 交办: T-07).

    What lay about before it was handed on is not given to the unit a second time.
    """
    by_norm = origin in settings.RULES["D-19.default_calendar_days"] and not urgent
    return min(source_date, today) if source_date and by_norm else today


def past_date(due: date, *, today: date) -> Verdict:
    """A date that has gone by cannot be handed to anybody."""
    if due >= today:
        return YES
    return no(
        "due_in_the_past",
        _("时限 %(due)s 已经过去。") % {"due": due.isoformat()},
        _("请改为今天以后的日期。"),
    )


def T_05_last_day(due: date, calendar: Calendar) -> date:
    """Where a limit ends whose last day is one of rest: on the next working day. {V}

    A day that a person gave stands as he gave it; he is told where the norm would let it end.
    """
    return calendar.on_or_after(due)


def D_19_still_to_come(due: date, *, today: date) -> Verdict:
    """A limit that has run out since the matter was accepted leaves no day to hand out: a person gives one. {D}"""
    if due >= today:
        return YES
    return no(
        "limit_has_run_out",
        _("按受理、交办日期推算，办结时限 %(due)s 已经过去。") % {"due": due.isoformat()},
        _("请填写一个今天以后的办结时限，并在任务要求里写明已经超期。"),
        rule="D-19",
        source=CONVENTION,
    )


def D_13_objection(*, handed_out: date, today: date, calendar: Calendar) -> Verdict:
    """An objection comes within the working days set after it was handed out. conv."""
    limit = Limit(int(settings.RULES["D-13.objection_working_days"]), Unit.WORKING_DAYS)
    if today <= compute(handed_out, limit, calendar).due:
        return YES
    return no(
        "objection_too_late",
        _("提出异议的期限已过。"),
        _("请先签收办理，并直接与督查部门联系。"),
        rule="D-13",
        source=CONVENTION,
    )


def M_12_every_duty_answered(*, unanswered: int, reason: str) -> Verdict:
    """Every agreed item is followed, or it is said why not; a sentence left over needs a reason. {V}/{D}"""
    if not unanswered or reason.strip():
        return YES
    return no(
        "sentences_unanswered",
        _("原文还有 %(n)s 句像是任务，没有着落。") % {"n": unanswered},
        _("请按原句加一条，或写明这些句子不立项的理由。"),
        rule="M-12",
        source=GW_8,
    )
