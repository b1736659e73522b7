"""Papers that are missing: the case goes back to who asked, and comes again."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Waits
from zhongshu.platform.files.models import File
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.welfare import policies, queries, rules
from zhongshu.welfare.models import Case
from zhongshu.welfare.services import trail
from zhongshu.welfare.services.ask import require_papers
from zhongshu.welfare.services.desks import date_it, lay_before_undertakers, tell_asker
from zhongshu.welfare.services.own import lay_before_asker


@use_case("welfare.send_back")
def send_back(
    *, actor: Actor, matter_id: int, missing: Sequence[str] = (), reason: str = "", at: datetime
) -> Case:
    """Send a case back to who asked, with everything that is missing: before it goes to the agency, or when that wants
    more. ``missing`` are papers by name, ``reason`` what else is to be put right; one of both is needed.
    """
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "send_back", case)
    words = rules.masked(reason)
    wanted = list(dict.fromkeys(one.strip() for one in missing if one.strip()))
    if not wanted and not words:
        told = _("请勾选缺的材料，或写明要改什么；一次说全。")
        raise Refusal("nothing_missing", told, fields={"missing": told}, rule="F-15")
    case.move("send_back")
    case.missing, case.reason = wanted, words[:300]
    case.handed = [one for one in case.handed if one not in wanted]
    if case.submitted_on:  # the agency wants more: there is another window to catch
        case.submitted_on, case.receipt, case.asked_on = None, "", local_day(at)
    _date_by_window(case, at)
    case.matter.waits_for = Waits.OURSELVES
    lay_before_asker(case, actor=actor, at=at)
    facts = {"missing": "、".join(wanted), "reason": words}
    told = on_record("材料不全，请补：%(what)s（%(title)s）") % {
        "what": "；".join(one for one in facts.values() if one),
        "title": case.matter.title,
    }
    tell_asker(case, told, actor=actor, at=at, weight=Weight.ACT)
    trail.keep(case, "sent_back", actor=actor, at=at, **facts)
    return case


@use_case("welfare.supplement")
def supplement(
    *,
    actor: Actor,
    matter_id: int,
    handed: Sequence[str] = (),
    files: Sequence[File] = (),
    note: str = "",
    at: datetime,
) -> Case:
    """Bring what was missing; its window is reckoned anew from today. What is still missing is told at once."""
    case = queries.case_for_update(actor, matter_id)
    policies.require(actor, "supplement", case)
    have = [*case.handed, *(one for one in handed if one not in case.handed)]
    require_papers(case.service, have)
    case.move("supplement")
    case.handed, case.missing, case.reason, case.asked_on = have, [], "", local_day(at)
    _date_by_window(case, at)
    case.matter.waits_for = Waits.OFFICE
    if words := rules.masked(note):
        case.matter.body = f"{case.matter.body}\n{words}".strip()
    matters.attach(case.matter, files, role=AttachmentRole.SOURCE, at=at)
    told = on_record("材料已补：%(title)s") % {"title": case.matter.title}
    lay_before_undertakers(case, told, actor=actor, at=at)
    facts = {"handed": "、".join(handed), "files": len(files), "due": str(case.matter.current_due)}
    trail.keep(case, "supplemented", actor=actor, at=at, **facts)
    return case


def _date_by_window(case: Case, at: datetime) -> None:
    """The date of its window; the old one where the calendar has none ahead."""
    if found := queries.reckoned(case, workdays.calendar()):
        case.opens_on, case.closes_on = found.slot.opens, found.slot.closes
        date_it(case.matter, found.slot.due, provisional=found.slot.provisional, at=at)
