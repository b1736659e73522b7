from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.worktime import compute
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.extraction.lines import tasks_in
from zhongshu.supervision.extraction.titles import heading_of
from zhongshu.supervision.models import Directive, InstructionClass, Origin
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import due_for, terms_of
from zhongshu.supervision.services.open import register
from zhongshu.supervision.services.presence import give
from zhongshu.supervision.services.task import Task


@dataclass(frozen=True, slots=True, kw_only=True)
class Instruction:
    """What a leader wrote on a matter: the words, their class (rule D-16), whether to supervise it."""

    text: str
    instruction_class: str = InstructionClass.ORDER
    supervise: bool = False
    instead_ids: tuple[int, ...] = ()


@use_case("supervision.instruct")
def instruct(*, actor: Actor, directive_id: int, instruction: Instruction, at: datetime) -> Directive:
    """Record a leader's instruction (批示) on a matter, and put it before those it concerns.

    The supervisors get it to read; guidance and reference go to the lead unit, too. With
    ``supervise`` each of its lines is registered as a new matter for the supervisors to docket, linked to the
    others (D-14); the first is returned.
    Refuses a matter that is ended, an empty text, and supervision of what only guides or informs (D-16).
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "instruct", directive)
    directive.move("instruct")
    label = _checked(instruction)
    text = instruction.text.strip()
    trail.record(directive, "instructed", actor=actor, at=at, text=text, label=str(label))
    _put_before(directive, instruction, actor=actor, at=at)
    if not instruction.supervise:
        return directive
    first, *others = [
        _registered(directive, task, text, instruction.instead_ids, actor=actor, at=at)
        for task in tasks_in(text)
    ]
    for other in others:
        matters.link(other.matter, LinkKind.SAME_SOURCE, first.matter, at=at)
    return first


def _checked(instruction: Instruction) -> object:
    if not instruction.text.strip():
        raise Refusal(
            "no_instruction",
            _("还没有写批示。"),
            fields={"text": _("请写批示内容，或点一个常用语。")},
        )
    if instruction.instruction_class not in InstructionClass.values:
        raise Refusal(
            "unknown_class", _("批示要分为批办、指导或参阅。"), fields={"instruction_class": _("请选一类。")}
        )
    if instruction.supervise:
        rules.D_16_docketing(instruction.instruction_class).require()
    return InstructionClass(instruction.instruction_class).label


def _put_before(directive: Directive, instruction: Instruction, *, actor: Actor, at: datetime) -> None:
    matter = directive.matter
    due = compute(local_day(at), rules.D_16_reading_limit(), workdays.calendar()).due
    units = [matter.unit_id]
    if instruction.instruction_class != InstructionClass.ORDER and matter.lead_unit_id:
        units.append(matter.lead_unit_id)
    told = on_record("%(leader)s批示：%(text)s") % {"leader": actor.name, "text": instruction.text.strip()}
    for unit_id in dict.fromkeys(units):
        matters.assign(matter, Role.READ, unit_id=unit_id, due=due, at=at)
        matters.tell_unit(matter, unit_id, told[:300], url=trail.address(directive), at=at)
    for held in matter_queries.open_assignments(matter.pk):
        if held.holder_person_id and held.role in (Role.LEAD, Role.SUPPORT):
            matters.tell_person(
                matter, held.holder_person_id, told[:300], url=trail.address(directive), at=at
            )


def _registered(
    source: Directive, task_text: str, text: str, instead_ids: tuple[int, ...], *, actor: Actor, at: datetime
) -> Directive:
    leader = actor.in_name_of
    named = {"leader": actor.acting_for_name or actor.name}
    task = Task(
        title=heading_of(task_text),
        requirement=task_text,
        origin=Origin.INSTRUCTION,
        source_title=on_record("%(leader)s批示") % named,
        source_excerpt=source.matter.title,
        instruction_class=InstructionClass.ORDER,
        instructed_by_id=leader,
        instruction=text,
        instructed_on=local_day(at),
        urgency=source.matter.urgency,
    )
    due = due_for(terms_of(task, local_day(at)))
    matter = source.matter
    registered = register(task, matter.unit, matter.organ, due, actor=actor, at=at)
    who: dict[str, Any] = {"instead_ids": instead_ids, "field": "text", "actor": actor, "at": at}
    give(registered, Role.HANDLE, unit_id=matter.unit_id, due=due.day, **who)
    matters.link(registered.matter, LinkKind.ARISES_FROM, matter, at=at)
    told = on_record("%(leader)s批示要求督办，请立项") % named
    matters.tell_unit(registered.matter, matter.unit_id, told, url=trail.address(registered), at=at)
    return registered
