"""Slips of rising weight about a matter that is not kept to: raised, issued, acknowledged (rule D-23)."""

from datetime import datetime

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.kernel.worktime import compute
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Matter, Outcome, Role
from zhongshu.org.models import Person
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive, Slip, SlipWeight
from zhongshu.supervision.services import line, trail


@use_case("supervision.raise_slip")
def raise_slip(*, actor: Actor, directive_id: int, at: datetime) -> Slip:
    """Raise the slip that the ladder of rule D-23 asks for today; a light one goes out at once.

    Of one matter no more than one slip is raised a day, each weight once for each date missed.
    From 督办函 on it is only proposed to the supervisors, who press or do not. Conflict where
    no slip is due.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "remind", directive)
    directive.move("remind")
    step = queries.step_due(directive, local_day(at), workdays.calendar())
    if step is None:
        raise Conflict("no_slip_due", _("今天没有要升级的督办单。"), rule="D-23")
    slip = _raised(directive, step.weight, _words(directive, at), at=at)
    if rules.D_23_goes_by_itself(step.weight):
        _issue(slip, directive, line.superiors(directive, step.to, local_day(at)), actor=actor, at=at)
        return slip
    days = _late(directive, at)
    trail.record(directive, "slip_proposed", actor=actor, at=at, slip=_name(slip), days=days)
    told = on_record("“%(title)s”已逾期 %(days)s 个工作日，建议发%(slip)s，请审定") % {
        "title": directive.matter.title,
        "days": days,
        "slip": _name(slip),
    }
    matters.tell_unit(directive.matter, directive.matter.unit_id, told, url=trail.address(directive), at=at)
    return slip


@use_case("supervision.issue_slip")
def issue_slip(*, actor: Actor, directive_id: int, weight: int, text: str, at: datetime) -> Slip:
    """A supervisor issues a slip, one that the ladder proposed or one of his own; criticism (通报) is the approver's.

    It goes to the rung of the line of command that the ladder names for its weight. Conflict
    where a slip of this weight is out already for the date that was missed.
    """
    directive = queries.for_update(actor, directive_id)
    policies.may_issue(actor, directive, weight).require()
    directive.move("remind")
    if weight not in SlipWeight.values:
        raise Refusal("no_such_slip", _("没有这种督办单。"), fields={"weight": _("请选一种。")})
    slip = queries.slip_for_this_lateness(directive, weight)
    if slip is not None and slip.issued_at is not None:
        raise Conflict(
            "slip_is_out",
            _("这次逾期的%(slip)s已经发过。") % {"slip": slip},
            rule="D-23",
            hint=_("请发更重的一级，或等对方签收。"),
        )
    slip = slip or _raised(directive, weight, "", at=at)
    slip.text = text.strip() or slip.text or _words(directive, at)
    to = next((step.to for step in rules.D_23_ladder() if step.weight == weight), "principal_leader")
    _issue(slip, directive, line.superiors(directive, to, local_day(at)), actor=actor, at=at)
    return slip


@use_case("supervision.acknowledge_slips")
def acknowledge_slips(*, actor: Actor, directive_id: int, at: datetime) -> Directive:
    """Somebody to whom slips of this matter went says that he has them; one for all of his rung."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "acknowledge_slips", directive)
    directive.move("instruct")
    for held in _to_read(directive).filter(holder_person_id__in=sorted(actor.seats)):
        matters.finish(held, Outcome.DONE, actor=actor, at=at)
    slips_read(directive.matter, actor, at)
    return directive


def slips_read(matter: Matter, actor: Actor, at: datetime) -> None:
    """Whoever has read a matter has the slips about it that went to him, too; part of a use case."""
    directive: Directive = matter.directive
    mine = queries.slips_to_acknowledge(actor, directive)
    if not mine:
        return
    for slip in mine:
        slip.acknowledged_at, slip.acknowledged_by_id = at, actor.in_name_of
        slip.save(update_fields=["acknowledged_at", "acknowledged_by"])
    told = "、".join(map(_name, mine))
    trail.record(directive, "slip_acknowledged", actor=actor, at=at, slips=told)


def _raised(directive: Directive, weight: int, text: str, *, at: datetime) -> Slip:
    missed = directive.matter.current_due
    assert missed is not None
    return Slip.objects.create(directive=directive, weight=weight, missed=missed, text=text, raised_at=at)


def _issue(slip: Slip, directive: Directive, to: list[Person], *, actor: Actor, at: datetime) -> None:
    """Send it. Who holds the matter himself is told as its holder, never as somebody above it."""
    slip.issued_at, slip.issued_by_id = at, actor.person_id
    slip.save()
    slip.to.set(to)
    matter = directive.matter
    matters.make_known(matter.pk, [f"p:{person.pk}" for person in to], origin="escalated", at=at)
    names = "、".join(person.name for person in to)
    trail.record(directive, "slip_issued", actor=actor, at=at, slip=_name(slip), to=names, text=slip.text)
    facts = {"slip": _name(slip), "title": matter.title, "text": slip.text, "unit": matter.lead_unit}
    holding = {person.pk: person for person in line.holders(directive, local_day(at))}
    _lay_before(directive, [person for person in to if person.pk not in holding], at=at)
    for person in {**holding, **{one.pk: one for one in to}}.values():
        own = person.pk in holding
        told = (
            on_record("您承办的“%(title)s”收到%(slip)s：%(text)s")
            if own
            else on_record("%(slip)s：%(unit)s“%(title)s”。%(text)s")
        )
        weight = Weight.ACT if own else Weight.WATCH
        url = trail.address(directive)
        matters.tell_person(matter, person.pk, told % facts, url=url, at=at, weight=weight)


def _lay_before(directive: Directive, superiors: list[Person], *, at: datetime) -> None:
    """Into the to-read box of those above the holder, where it is not there yet, until they sign for it."""
    read_by = compute(local_day(at), rules.D_16_reading_limit(), workdays.calendar()).due
    there = {held.holder_person_id for held in _to_read(directive)}
    for person in superiors:
        if person.pk not in there:
            matters.assign(directive.matter, Role.READ, person_id=person.pk, due=read_by, at=at)


def _to_read(directive: Directive) -> QuerySet[Assignment]:
    return matter_queries.open_assignments(directive.pk).filter(role=Role.READ)


def _late(directive: Directive, at: datetime) -> int:
    due = directive.matter.current_due
    return workdays.calendar().count(due, local_day(at)) if due else 0


def _name(slip: Slip) -> str:
    """What it is called on record."""
    with in_office_language():
        return str(slip)


def _words(directive: Directive, at: datetime) -> str:
    """What a slip says where nobody has written its words."""
    due, days = directive.matter.current_due, _late(directive, at)
    if days <= 0:
        return on_record("时限为 %(due)s，请抓紧办理并回告进展。") % {"due": due}
    facts = {"due": due, "days": days}
    return on_record("时限为 %(due)s，已逾期 %(days)s 个工作日，请抓紧办理并说明原因。") % facts


def pass_slips_on(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """Slips that somebody who leaves has not signed for are his successor's to sign for."""
    held = list(_unsigned(from_id))
    for slip in held:
        slip.to.remove(from_id)
        slip.to.add(to_id)
    return len(held)


def slips_held_by(person_id: int) -> int:
    """How many slips somebody has yet to sign for."""
    return _unsigned(person_id).count()


def _unsigned(person_id: int) -> QuerySet[Slip]:
    return Slip.objects.filter(queries.SLIP_OPEN, to=person_id, issued_at__isnull=False)
