from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal, refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Waits
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Case
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.desks import date_it, lay_before, tell_asker


@use_case("welfare.submit")
def submit(
    *,
    actor: Actor,
    matter_id: int,
    on: date,
    receipt: str,
    because: str = "",
    files: Sequence[File] = (),
    at: datetime,
) -> Case:
    """Note that a case went to the agency: when, and under which number it took it in (``receipt``).

    Within the agency's window, or it is said ``because`` of what the agency took it in outside (F-15). From now on its
    date is that by which the agency should have answered.
    """
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "submit", case)
    _require_told(case, on, receipt, local_day(at))
    _go_in(case, on, because)
    case.move("submit")
    case.submitted_on, case.receipt = on, receipt.strip()
    due, provisional = queries.answer_due(case, on, workdays.calendar())
    date_it(case.matter, due, provisional=provisional, at=at)
    case.matter.waits_for = Waits.SUPERIOR
    matters.attach(case.matter, files, role=AttachmentRole.PROGRESS, at=at)
    lay_before(case, [actor.in_name_of or 0], actor=actor, at=at)
    facts = {"agency": case.service.agency, "day": on.isoformat(), "receipt": case.receipt}
    told = on_record("已报送%(agency)s（%(receipt)s），等它答复：%(title)s")
    tell_asker(case, told % {**facts, "title": case.matter.title}, actor=actor, at=at)
    trail.keep(case, "submitted", actor=actor, at=at, **facts, because=case.reason)
    return case


def _require_told(case: Case, on: date, receipt: str, today: date) -> None:
    faults: dict[str, object] = {}
    if not receipt.strip():
        faults["receipt"] = _("请填写受理号或回执号；没有编号的，写明由谁收下。")
    if on > today or on < case.asked_on:
        faults["on"] = _("报送日期应在%(first)s到今天之间。") % {"first": case.asked_on}
    refuse_faults(faults, "submission_has_faults", _("还有 %(count)s 处要改。"), rule="F-15")


def _go_in(case: Case, on: date, because: str) -> None:
    """Note the window it went into, be it an earlier one than was reckoned; refuse where none is open."""
    slot = rules.open_on(queries.terms(case.service), workdays.calendar(), on)
    verdict = rules.F_15_in_window(
        on, is_open=slot is not None, opens=case.opens_on, closes=case.closes_on, because=because
    )
    if not verdict:
        told = {"on": verdict.sentence, "because": verdict.hint}
        raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)
    case.reason = "" if slot else because.strip()[:300]
    if slot:
        case.opens_on, case.closes_on = slot.opens, slot.closes
