"""A matter is entered by hand: one origin, one or several tasks, each looked up among what is open (D-04, D-14)."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import LinkKind, Role, Urgency
from zhongshu.org.models import Unit
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.due import due_for
from zhongshu.supervision.services.open import Task, open_directive
from zhongshu.supervision.services.presence import HolderAway


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a person decided about the open matters that a task is like.

    ``how``  "" nothing yet, "link" open it and link it to ``other_id``, "merge" open nothing and let its
    units support ``other_id``, "go_on" open it because of ``reason``.
    """

    how: str = ""
    other_id: int | None = None
    reason: str = ""


@use_case("supervision.enter")
def enter(
    *, actor: Actor, unit_id: int, tasks: Sequence[Task], decided: Sequence[Decided] = (), at: datetime
) -> list[Directive]:
    """Docket and hand out ``tasks``, all of one origin, all or none; several are linked to one another.

    Refuses an origin that lacks what its kind must tell (D-27), and a task that is like an open matter
    unless ``decided``, in the order of the tasks, says what is to become of it (D-04). Faults are told
    by the place of their task. Returns what was opened; for a merged task the matter it was merged into.
    """
    if not tasks:
        raise Refusal("no_tasks", _("还没有写任务。"))
    _origin_is_told(tasks[0])
    given = [*decided, *(Decided() for _more in tasks[len(decided) :])]
    opened: list[Directive] = []
    faults: dict[str, object] = {}
    for place, (task, choice) in enumerate(zip(tasks, given, strict=True), 1):
        try:
            opened.append(_enter(task, choice, opened, actor=actor, unit_id=unit_id, at=at))
        except HolderAway as away:
            away.place = place
            raise
        except Refusal as refusal:
            if len(tasks) == 1 or refusal.status in (403, 404):
                raise
            faults[f"task-{place}"] = str(refusal)
    if faults:
        count = {"count": len(faults)}
        raise Refusal("some_tasks_refused", _("有 %(count)s 项要改，改好后一并立项。") % count, fields=faults)
    _link(opened, at=at)
    return opened


def _origin_is_told(task: Task) -> None:
    missing = rules.D_27_missing(task.origin, asdict(task))
    if missing:
        words = "".join(str(one) for one in missing.values())
        raise Refusal("origin_not_told", words, fields=missing, rule="D-27")


def _enter(
    task: Task, choice: Decided, before: list[Directive], *, actor: Actor, unit_id: int, at: datetime
) -> Directive:
    organ = queries.organ_of_desk(unit_id)
    policies.may_supervise(actor, organ.pk).require()
    alike = similar_to(actor, task, organ, at=at, but=before)
    chosen = choice.other_id in {one.matter.pk for one in alike}
    rules.D_04_decided(found=len(alike), decision=choice.how, reason=choice.reason, chosen=chosen).require()
    if choice.how == "merge" and chosen:
        return _merge(task, choice.other_id or 0, actor=actor, at=at)
    directive = open_directive(actor=actor, unit_id=unit_id, task=task, at=at)
    if choice.how == "link" and chosen:
        other = queries.get(actor, choice.other_id or 0)
        matters.link(directive.matter, LinkKind.RELATES_TO, other.matter, at=at)
        trail.record(directive, "linked", actor=actor, at=at, number=other.matter.number)
    if choice.how == "go_on" and alike:
        numbers = "、".join(one.matter.number for one in alike)
        reason = choice.reason.strip()
        trail.record(directive, "another_one", actor=actor, at=at, numbers=numbers, reason=reason)
    return directive


def similar_to(
    actor: Actor, task: Task, organ: Unit, *, at: datetime, but: Sequence[Directive] = ()
) -> list[queries.Similar]:
    """The open matters of ``organ`` that ``task``, handed out now, may repeat."""
    due = due_for(
        given=task.due,
        rule=task.deadline_rule,
        cycle=task.cycle,
        origin=task.origin,
        urgent=task.urgency > Urgency.NORMAL,
        today=local_day(at),
    )
    left_out = [one.pk for one in but]
    return queries.similar(actor, organ.pk, title=task.title, lead_id=task.lead_id, due=due.day, but=left_out)


def _merge(task: Task, other_id: int, *, actor: Actor, at: datetime) -> Directive:
    """Nothing new is opened: the units named here support the matter that is open already."""
    other = queries.for_update(actor, other_id)
    policies.require(actor, "remind", other)
    if not other.can("remind"):
        raise Conflict(
            "cannot_merge_now",
            _("“%(title)s”现在是“%(state)s”，不能并入。")
            % {"title": other.matter.title, "state": other.state.label},
            rule="D-04",
            hint=_("请改选关联，或另立并写明理由。"),
        )
    matter = other.matter
    assert matter.current_due is not None
    held = matter_queries.open_assignments(matter.pk).values_list("holder_unit_id", flat=True)
    joining = [one for one in _units(task) if one not in {*held, matter.lead_unit_id}]
    for unit_id in joining:
        matters.assign(matter, Role.SUPPORT, unit_id=unit_id, due=matter.current_due, at=at)
        told = on_record("请配合办理：%(title)s") % {"title": matter.title}
        matters.tell_unit(matter, unit_id, told, url=trail.address(other), at=at)
    names = "、".join(Unit.objects.filter(pk__in=joining).values_list("short_name", flat=True))
    source = " ".join(filter(None, (task.source_title, task.source_number)))
    facts = {"source": source, "title": task.title, "text": task.requirement, "support": names}
    trail.keep(other, "merged", actor=actor, at=at, **facts)
    return other


def _units(task: Task) -> Iterator[int]:
    yield from dict.fromkeys(one for one in (task.lead_id, *task.support_ids) if one)


def _link(opened: Sequence[Directive], *, at: datetime) -> None:
    first, *others = opened
    for other in others:
        if other.pk != first.pk:
            matters.link(other.matter, LinkKind.SAME_SOURCE, first.matter, at=at)
