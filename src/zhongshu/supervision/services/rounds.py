"""Reporting rounds as parts of other use cases: begun, moved on, answered, ended (rule D-24)."""

from datetime import date, datetime

from zhongshu.kernel.actors import SYSTEM, Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import Calendar
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Outcome, Role
from zhongshu.platform.notify.models import Weight
from zhongshu.platform.usecases.changes import save_changes
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import Cycle, Directive, Round
from zhongshu.supervision.services import figures, trail


def begin(directive: Directive, *, at: datetime) -> None:
    """The matter is with those who carry it out: its rounds run from today."""
    if directive.cycle == Cycle.ONCE:
        return
    directive.cycle_since = local_day(at)
    turn(directive, at=at)
    matter, ahead = directive.matter, queries.pending_rounds(directive)
    if matter.long_term and matter.current_due and matter.current_due < directive.cycle_since:
        matter.current_due = ahead[-1].due
        matter.light = matters.light_on(directive.cycle_since, ahead[-1].due)
        matters.redate(matter, ahead[-1].due)
    save_changes(matter)
    save_changes(directive)


def turn(directive: Directive, *, at: datetime) -> bool:
    """Bring the rounds of a matter in hand to what today asks, however long nobody looked; whether any moved.

    Those past their day are marked missed, the one to be reported now is laid before its holder, those it
    overtakes end, and the next one is planned. The same twice a day does nothing the second time.
    """
    if directive.cycle == Cycle.ONCE or directive.state not in queries.LIVE:
        return False
    today, calendar = local_day(at), workdays.calendar()
    directive.cycle_since = directive.cycle_since or today
    moved = _plan(directive, today, calendar)
    pending = queries.pending_rounds(directive)
    for one in pending:
        if one.due < today and one.missed_at is None:
            _miss(directive, one, at=at)
            moved = True
    opened = [one for one in pending if one.opens_on <= today]
    for one in opened[:-1]:
        one.ended_at, moved = at, True
        one.save(update_fields=["ended_at"])
    laid = bool(opened) and _lay_before(directive, opened[-1], today, calendar, at=at)
    return laid or moved


def answer(directive: Directive, text: str, *, actor: Actor, at: datetime) -> Round | None:
    """A report by the lead unit answers the round that is open today, and the next one is planned."""
    turn(directive, at=at)
    today = local_day(at)
    current = queries.current_round(directive, today)
    if current is None:
        return None
    current.reported_at, current.reported_by_id = at, actor.person_id
    current.text = text
    current.missed_at = current.missed_at or (at if current.due < today else None)
    current.save()
    matters.finish_all(directive.matter, actor=actor, at=at, roles=(Role.REPORT,))
    turn(directive, at=at)
    if directive.matter.long_term:
        _hold_until_next(directive, actor=actor, at=at)
    return current


def end(directive: Directive, *, actor: Actor, at: datetime) -> None:
    """The matter leaves the hands of those who carry it out, or is asked for otherwise: its rounds end."""
    directive.rounds.filter(queries.PENDING, opened_at__isnull=True).delete()
    directive.rounds.filter(queries.PENDING).update(ended_at=at)
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.WITHDRAWN, roles=(Role.REPORT,))


def follow(directive: Directive, lead: Assignment) -> None:
    """Whoever handles the matter also reports on it."""
    held = matter_queries.open_assignments(directive.pk).filter(role=Role.REPORT)
    held.update(holder_person=lead.holder_person, received_at=lead.received_at)


def _plan(directive: Directive, today: date, calendar: Calendar) -> bool:
    """Plan rounds until one is ahead; several where nobody looked for long."""
    moved, last = False, queries.last_nominal(directive)
    while not directive.rounds.filter(queries.PENDING, due__gte=today).exists():
        planned = queries.next_round(directive, last, today, calendar)
        if planned is None:
            break
        Round.objects.create(
            directive=directive, nominal=planned.nominal, opens_on=planned.opens_on, due=planned.due
        )
        moved, last = True, planned.nominal
    return moved


def _miss(directive: Directive, one: Round, *, at: datetime) -> None:
    one.missed_at = one.reminded_at = at
    one.save(update_fields=["missed_at", "reminded_at"])
    facts = {"round": str(one), "due": one.due.isoformat()}
    trail.record(directive, "round_missed", actor=SYSTEM, at=at, **facts)
    matter = directive.matter
    told = on_record("%(unit)s本期未报：%(title)s（%(due)s）") % {
        "unit": matter.lead_unit, "title": matter.title, "due": one.due,
    }  # fmt: skip
    url = trail.address(directive)
    matters.tell_unit(matter, matter.unit_id, told, url=url, at=at, weight=Weight.WATCH)


def _lay_before(directive: Directive, one: Round, today: date, calendar: Calendar, *, at: datetime) -> bool:
    """Put the open round on the desk of whoever handles the matter; remind of it shortly before its day."""
    near = calendar.shift(today, rules.reminds_before()) >= one.due
    fresh = one.opened_at is None
    if not fresh and (one.reminded_at is not None or not near):
        return False
    one.opened_at = one.opened_at or at
    one.reminded_at = at if near else one.reminded_at
    one.save(update_fields=["opened_at", "reminded_at"])
    if fresh:
        facts = {"round": str(one), "due": one.due.isoformat()}
        trail.record(directive, "round_opened", actor=SYSTEM, at=at, **facts)
        figures.renew(directive, one, at=at)
    else:
        trail.record(directive, "round_reminded", actor=SYSTEM, at=at, due=one.due.isoformat())
    lead = matter_queries.open_assignments(directive.pk).filter(role=Role.LEAD).first()
    if lead is not None:
        _tell(directive, one, lead, fresh=fresh, at=at)
    return True


def _tell(directive: Directive, one: Round, lead: Assignment, *, fresh: bool, at: datetime) -> None:
    """A long-term matter lies on the desk as it is; another gets the round beside it."""
    matter, unit, person = directive.matter, lead.holder_unit_id, lead.holder_person_id
    if fresh and not matter.long_term:
        finished = {"actor": SYSTEM, "at": at, "outcome": Outcome.WITHDRAWN}
        matters.finish_all(matter, roles=(Role.REPORT,), **finished)  # type: ignore[arg-type]
        matters.assign(matter, Role.REPORT, unit_id=unit, person_id=person, due=one.due, at=at)
    told = on_record("请于%(due)s前回告：%(title)s%(name)s") % {
        "due": one.due, "title": matter.title, "name": f"（{one.name}）" if one.name else "",
    }  # fmt: skip
    if person:
        matters.tell_person(matter, person, told, url=trail.address(directive), at=at)
    elif unit:
        matters.tell_unit(matter, unit, told, url=trail.address(directive), at=at)


def _hold_until_next(directive: Directive, *, actor: Actor, at: datetime) -> None:
    """A long-term matter is held anew until its next round, and the turn just taken is among what was done."""
    matter = directive.matter
    ahead = queries.pending_rounds(directive)[-1]
    matter.current_due, matter.light = ahead.due, matters.light_on(local_day(at), ahead.due)
    matter.due_is_provisional = workdays.calendar().is_provisional(ahead.due)
    for held in matters.finish_all(matter, actor=actor, at=at, roles=(Role.LEAD,)):
        again = matters.assign(
            matter,
            Role.LEAD,
            unit_id=held.holder_unit_id,
            person_id=held.holder_person_id,
            due=ahead.due,
            at=at,
        )
        again.received_at = held.received_at and at
        again.save(update_fields=["received_at"])
    matters.redate(matter, ahead.due)
