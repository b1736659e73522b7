"""From a checked row of a ledger to a matter of the house, before it is stored."""

from dataclasses import dataclass
from datetime import date, datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Matter, Role
from zhongshu.supervision import waiting
from zhongshu.supervision.imports import Line
from zhongshu.supervision.ledgers import DROPPED, FINISHED
from zhongshu.supervision.models import KIND, Cycle, Directive, LedgerImport, State
from zhongshu.supervision.services.due import Due, Terms, due_for

EVENTS = {"": ("docket", "dispatch"), FINISHED: ("take_over_finished",), DROPPED: ("take_over_dropped",)}


@dataclass(slots=True)
class Taken:
    """A row as it will be stored."""

    line: Line
    arrival: matters.Arrival
    directive: Directive


def taken_from(line: Line, ledger: LedgerImport, *, actor: Actor, at: datetime) -> Taken:
    """The matter that a row without mistakes becomes; its number is still to be given."""
    today = local_day(at)
    due = _due(line, ledger, today)
    matter = _matter(line, ledger, due, actor=actor, at=at)
    directive = _directive(line, ledger, matter, at=at)
    for event in EVENTS[line.ending]:
        directive.move(event)
    matter.waits_for, matter.moved_on = waiting.waits_for(directive, "taken_over"), today
    arrival = matters.Arrival(matter)
    units = [(Role.LEAD, line.lead_id or 0), *((Role.SUPPORT, unit) for unit in line.support_ids)]
    if line.ending:
        matter.light = Light.GREY
        arrival.known_to = [unit for _role, unit in units]
    else:
        matter.light = matters.light_on(today, due.day)
        arrival.holders = units
    return Taken(line, arrival, directive)


def _due(line: Line, ledger: LedgerImport, today: date) -> Due:
    cycle = Cycle.QUARTERLY if line.rule else Cycle.ONCE
    return due_for(Terms(today=today, origin=ledger.origin, rule=line.rule, cycle=cycle), line.due)


def _matter(line: Line, ledger: LedgerImport, due: Due, *, actor: Actor, at: datetime) -> Matter:
    one, dated = line.matter, line.due is not None or not line.ending
    problem = on_record("存在问题：%(text)s") % {"text": one.problem} if one.problem else ""
    return Matter(
        kind=KIND,
        state=State.REGISTERED,
        title=_title(one.task),
        body="\n".join(filter(None, (one.task, problem))),
        organ_id=ledger.organ_id,
        unit_id=ledger.unit_id,
        drafter_id=actor.in_name_of,
        lead_unit_id=line.lead_id,
        original_due=due.day if dated else None,
        current_due=due.day if dated else None,
        due_is_provisional=due.provisional and dated,
        long_term=due.long_term,
        opened_at=at,
    )


def _title(task: str) -> str:
    title = task.split("\n")[0]
    return title if len(title) <= 200 else title[:199] + "…"


def _directive(line: Line, ledger: LedgerImport, matter: Matter, *, at: datetime) -> Directive:
    one = line.matter
    return Directive(
        matter=matter,
        origin=ledger.origin,
        source_title=ledger.file.name.rpartition(".")[0][:200],
        source_excerpt=_place(line),
        basis=ledger.basis,
        approver_id=ledger.approver_id,
        owner_name=one.leader[:60],
        deadline_text=one.due_text[:100],
        deadline_rule=line.rule,
        cycle=Cycle.QUARTERLY if line.rule else Cycle.ONCE,
        foreign_number=one.number[:60],
        ended_reason=_ended(line),
        last_progress=(on_record("（补录）") + one.progress)[:300] if one.progress else "",
        last_progress_at=at if one.progress else None,
    )


def _ended(line: Line) -> str:
    """Why a dropped matter ended, as the ledger says."""
    said = line.matter.status or line.matter.remark
    told = on_record("原台账注明：%(said)s") % {"said": said} if said else on_record("原台账已划掉")
    return told[:300] if line.ending == DROPPED else ""


def _place(line: Line) -> str:
    one = line.matter
    told = on_record("补录自工作表“%(sheet)s”第%(row)s行") % {"sheet": one.sheet, "row": one.row}
    return told + (on_record("，类别：%(category)s") % {"category": one.category} if one.category else "")


def facts_of(taken: Taken, ledger: LedgerImport) -> dict[str, object]:
    """What the journal tells of a row taken over: where it stood, what it said, what it became."""
    one, matter = taken.line.matter, taken.arrival.matter
    return {
        "import": ledger.pk,
        "file": ledger.file.name,
        "sheet": one.sheet,
        "row": one.row,
        "number": matter.number,
        "foreign_number": one.number,
        "lead": "、".join(one.lead),
        "support": "、".join(one.support),
        "due": matter.current_due.isoformat() if matter.current_due else "",
        "said": one.status or one.remark,
        "progress": one.progress,
        "became": matter.state,
    }
