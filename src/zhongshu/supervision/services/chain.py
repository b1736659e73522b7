"""A chain of steps at work on a matter: one after another they become its parts (步骤模板, table D-30)."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, NotFound, Refusal
from zhongshu.kernel.worktime import Limit, Unit, compute
from zhongshu.matters import services as matters
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import ChainRun, ChainTurn, ChainVersion, Directive
from zhongshu.supervision.services import trail
from zhongshu.supervision.services.part import hand_down, registered_part
from zhongshu.supervision.services.presence import in_the_way
from zhongshu.supervision.services.takers import Taker, differing, may_take, taker


@use_case("supervision.begin_chain")
def begin_chain(
    *,
    actor: Actor,
    directive_id: int,
    chain_id: int,
    units: Mapping[int, int] | None = None,
    instead_ids: tuple[int, ...] = (),
    at: datetime,
) -> Directive:
    """Put a kept order of steps to work on a matter: its first step is handed out, each next one when the one
    before it is accepted.

    Roles lead to a unit, or to the holder of a post, on the day it comes to the step; ``units`` chosen here, by
    the number of the step, go before. The supervisors' steps may go to whatever unit; those of a lead unit that
    breaks its matter down to units below it. Refuses a second chain, one that ends after the matter, and a step
    that nobody can take (D-18).
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "begin_chain", directive)
    directive.move("remind")
    if queries.chain_run(directive.pk) is not None:
        raise Conflict("chain_at_work", _("这件事已经按步骤模板在办。"), hint=_("请在页面上看办到了哪一步。"))
    version, chosen = _version(directive, chain_id), dict(units or {})
    run = _run(directive, version, actor=actor, at=at)
    _check(run, directive, chosen, local_day(at))
    run.save()
    for step in version.steps.all():
        other = differing(step, directive, chosen.get(step.order), local_day(at))
        ChainTurn.objects.create(run=run, step=step, unit_id=other)
    if run.desk_id != directive.matter.unit_id:
        trail.had_a_hand(directive, actor, at=at)
    steps = " → ".join(step.title for step in version.steps.all())
    facts = {"name": version.chain.name, "version": version.number, "steps": steps}
    trail.keep(directive, "chain_begun", actor=actor, at=at, **facts)
    _hand_out_next(run, directive, instead_ids, actor=actor, at=at)
    return directive


@use_case("supervision.continue_chain")
def continue_chain(
    *,
    actor: Actor,
    directive_id: int,
    unit_id: int | None = None,
    instead_ids: tuple[int, ...] = (),
    at: datetime,
) -> Directive:
    """Hand out the next step of a chain that stands still: its step was ended, or nobody was there to take the
    next one. ``unit_id`` takes it instead of whom its role names.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "begin_chain", directive)
    directive.move("remind")
    run = queries.chain_run(directive.pk)
    turns = queries.turns(run) if run else []
    left = [turn for turn in turns if turn.part is None]
    if run is None or not left:
        raise Conflict("no_step_left", _("没有等着交办的步骤。"), rule="D-18")
    rules.D_18_step_is_over(queries.at_work(turns)).require()
    if unit_id is not None:
        left[0].unit_id = unit_id
        left[0].save(update_fields=["unit"])
    _hand_out_next(run, directive, instead_ids, actor=actor, at=at)
    return directive


def go_on(part: Directive, *, actor: Actor, at: datetime) -> None:
    """A step was accepted: the next one is handed out, or the desk is told why it is not. Part of a use case.

    Not over a step at work: one that was reopened is waited for, as is the one after it where that was handed out.
    """
    run = queries.run_of_part(part)
    if run is None:
        return
    whole = queries.for_update(actor, run.directive_id)
    turns = queries.turns(run)
    left = [turn for turn in turns if turn.part is None]
    if not left or queries.at_work(turns) or not whole.can("remind"):
        return
    found = _taker(left[0], whole, local_day(at))
    due = _due(left[0], whole, local_day(at))
    if found is None or in_the_way(found.unit_id, _pk(found), local_day(at), due):
        _halt(run, whole, left[0], actor=actor, at=at)
    else:
        _hand_out(left[0], run, whole, found, (), actor=actor, at=at)


def _version(directive: Directive, chain_id: int) -> ChainVersion:
    kept = next((one for one in queries.chains_for(directive) if one.pk == chain_id), None)
    if kept is None:
        raise NotFound("no_such_chain", _("没有这个步骤模板，或者已经停用。"))
    return queries.newest(kept)


def _run(directive: Directive, version: ChainVersion, *, actor: Actor, at: datetime) -> ChainRun:
    matter = directive.matter
    supervised = policies.may_supervise(actor, matter.organ_id)
    desk = matter.unit if supervised else matter.lead_unit
    begun_by = actor.in_name_of or 0
    return ChainRun(directive=directive, version=version, desk=desk, begun_by_id=begun_by, begun_at=at)


def _check(run: ChainRun, whole: Directive, chosen: Mapping[int, int], today: date) -> None:
    """Every step has a taker today, and all of them end within the time of the matter."""
    steps = list(run.version.steps.all())
    total = Limit(sum(one.working_days for one in steps), Unit.WORKING_DAYS)
    if not whole.matter.long_term and whole.matter.current_due is not None:
        ends = compute(today, total, workdays.calendar()).due
        rules.D_18_chain_fits(ends, whole=whole.matter.current_due).require()
    faults: dict[str, object] = {}
    for step in steps:
        found = taker(step, whole, chosen.get(step.order), today)
        try:
            if found is None:
                raise Refusal("no_taker", _("请选这一步由哪个单位办。"), rule="D-18")
            may_take(found, whole, run.desk)
        except Refusal as refusal:
            faults[f"step-{step.order}"] = " ".join(map(str, refusal.fields.values())) or str(refusal)
    if faults:
        told = _("有 %(n)s 步还没有人承办。") % {"n": len(faults)}
        raise Refusal("steps_without_takers", told, fields=faults, rule="D-18")


def _hand_out_next(
    run: ChainRun, whole: Directive, instead_ids: Iterable[int], *, actor: Actor, at: datetime
) -> None:
    turn = next(turn for turn in queries.turns(run) if turn.part is None)
    found = _taker(turn, whole, local_day(at))
    if found is None:
        told = _("请选“%(step)s”由哪个单位办。") % {"step": turn.step}
        raise Refusal("no_taker", told, fields={"unit_id": told}, rule="D-18")
    may_take(found, whole, run.desk)
    _hand_out(turn, run, whole, found, instead_ids, actor=actor, at=at)


def _hand_out(
    turn: ChainTurn, run: ChainRun, whole: Directive, found: Taker, instead_ids: Iterable[int], *,
    actor: Actor, at: datetime,
) -> None:  # fmt: skip
    step, due = turn.step, _due(turn, whole, local_day(at))
    part = registered_part(
        whole, run.desk, title=f"{step.title}（{whole.matter.title}）",
        requirement=step.requirement or step.title, lead_id=found.unit_id, due=due, actor=actor, at=at,
    )  # fmt: skip
    hand_down(part, whole, found.unit_id, person_id=_pk(found), instead_ids=instead_ids, actor=actor, at=at)
    turn.part = part
    turn.save(update_fields=["part"])
    told = {"step": step.title, "number": part.matter.number, "unit": str(part.matter.lead_unit)}
    trail.record(whole, "chain_went_on", actor=actor, at=at, **told, due=due.isoformat())


def _halt(run: ChainRun, whole: Directive, turn: ChainTurn, *, actor: Actor, at: datetime) -> None:
    told = on_record("“%(step)s”没有人能接，请接续步骤：%(title)s")
    words = told % {"step": turn.step, "title": whole.matter.title}
    matters.tell_unit(whole.matter, run.desk_id, words, url=trail.address(whole), at=at)
    trail.record(whole, "chain_halted", actor=actor, at=at, step=turn.step.title)


def _taker(turn: ChainTurn, whole: Directive, today: date) -> Taker | None:
    return taker(turn.step, whole, turn.unit_id, today)


def _due(turn: ChainTurn, whole: Directive, today: date) -> date:
    """So many working days from today, no later than the whole (of a late whole: today)."""
    limit = Limit(turn.step.working_days, Unit.WORKING_DAYS)
    due = compute(today, limit, workdays.calendar()).due
    matter = whole.matter
    return due if matter.long_term or matter.current_due is None else min(due, max(matter.current_due, today))


def _pk(found: Taker) -> int | None:
    return found.person.pk if found.person else None
