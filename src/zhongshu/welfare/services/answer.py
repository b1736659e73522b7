from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import compute
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Role, Waits
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Case, Outcome
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import date_it, lay_before, take_off, tell_asker


@use_case("welfare.answer")
def answer(
    *,
    actor: Actor,
    matter_id: int,
    outcome: str,
    answer: str,
    files: Sequence[File] = (),
    at: datetime,
) -> Case:
    """Note what the agency answered, with its evidence. A duty of the office is done with it; who asked has still to be
    told (``report_back``), within the working days of the settings.
    """
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "answer", case)
    words = rules.masked(answer)
    if outcome not in Outcome.values or not words:
        told = {"answer": _("请写明办理结果；未予办理的，写明机构说的理由。")}
        raise Refusal("no_answer", _("请写明办理结果。"), fields=told, rule="F-15")
    case.move("settle" if case.period else "answer")
    case.outcome, case.answer, case.answered_on = outcome, words, local_day(at)
    matters.attach(case.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    if case.period:
        take_off(case, actor=actor, at=at)
    else:
        _to_be_told(case, actor, at)
    facts = {"agency": case.service.agency, "outcome": outcome, "files": len(files)}
    trail.keep(case, "answered", actor=actor, at=at, **facts)
    return case


def _to_be_told(case: Case, actor: Actor, at: datetime) -> None:
    found = compute(local_day(at), rules.report_limit(), workdays.calendar())
    date_it(case.matter, found.due, provisional=found.provisional, at=at)
    case.matter.waits_for = Waits.OFFICE
    undertaker = actor.in_name_of or 0
    lay_before(case, [undertaker], actor=actor, at=at, role=Role.REPORT)


@use_case("welfare.report_back")
def report_back(*, actor: Actor, matter_id: int, told: str, at: datetime) -> Case:
    """Tell who asked what became of it (回告): the answer comes back, and the case is closed."""
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "report_back", case)
    words = rules.masked(told)
    if not words:
        fault = {"told": _("请写几句告诉本人：结果是什么，还要做什么。")}
        raise Refusal("nothing_told", _("请写明怎样回告。"), fields=fault, rule="F-15")
    case.move("report_back")
    case.told = words
    take_off(case, actor=actor, at=at)
    line = on_record("%(outcome)s：%(title)s。%(told)s") % {
        "outcome": case.get_outcome_display(), "title": case.matter.title, "told": words,
    }  # fmt: skip
    tell_asker(case, line, actor=actor, at=at)
    trail.keep(case, "reported_back", actor=actor, at=at, outcome=case.outcome)
    return case
