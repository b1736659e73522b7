"""How often a matter is reported on: set when it is opened, or by the supervisors later (D-24, D-26)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.verdicts import Verdict
from zhongshu.matters.models import Matter
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Cycle, Directive, Round
from zhongshu.supervision.rules import cycles
from zhongshu.supervision.services import rounds, trail


@dataclass(frozen=True, slots=True)
class Milestone:
    """A point of the way at which the matter is reported on."""

    name: str
    due: date


@use_case("supervision.set_cycle")
def set_cycle(
    *,
    actor: Actor,
    directive_id: int,
    cycle: str,
    at: datetime,
    basis: str = "",
    until: date | None = None,
    milestones: Sequence[Milestone] = (),
) -> Directive:
    """Set how often the lead unit reports on a matter in hand, from today on; what was open so far ends.

    A weekly cycle needs ``basis`` and ``until`` (D-24) and turns monthly after it. Refuses more reports
    a month than one unit is to be asked for (D-26), and "once" for a long-term matter, which lives by its cycle.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "set_cycle", directive)
    directive.move("remind")
    today, matter = local_day(at), directive.matter
    _check(directive, cycle, basis, until, today)
    ask_no_more_than_allowed(matter.lead_unit_id, cycle, but=matter.pk)
    rounds.end(directive, actor=actor, at=at)
    short = cycle == Cycle.WEEKLY
    directive.cycle, directive.cycle_text = cycle, ""
    directive.cycle_basis, directive.cycle_until = basis.strip()[:200], until if short else None
    if cycle == Cycle.MILESTONE:
        _set_milestones(directive, milestones, today)
    rounds.begin(directive, at=at)
    names = "、".join(f"{one.name} {one.due.isoformat()}" for one in milestones)
    facts = {"cycle": cycle, "label": str(Cycle(cycle).label), "basis": directive.cycle_basis,
             "until": directive.cycle_until, "milestones": names if cycle == Cycle.MILESTONE else ""}  # fmt: skip
    trail.keep(directive, "cycle_set", actor=actor, at=at, **facts)
    return directive


def first_cycle(
    cycle: str, *, rule: str, words: str, basis: str, long_term: bool, today: date
) -> dict[str, object]:
    """The cycle with which a matter is opened, by columns of Directive.

    What repeats without saying how often reports by the quarter. A weekly cycle stands on the words it was
    read from, or the basis of the matter, and for no longer than the days set (D-24).
    """
    if cycle == Cycle.MILESTONE:
        raise Refusal(
            "milestones_later",
            _("节点在立项后设定。"),
            fields={"cycle": _("请先选一个周期或一次性，立项后用“设定回告周期”逐个填节点。")},
            rule="D-24",
        )
    if long_term and cycle == Cycle.ONCE:
        cycle = Cycle.MONTHLY if cycles.day_of_month(rule) else Cycle.QUARTERLY
    short = cycle == Cycle.WEEKLY
    until = today + timedelta(days=rules.short_cycle_days()) if short else None
    return {"cycle": cycle, "cycle_basis": (words or basis)[:200] if short else "", "cycle_until": until}


def ask_no_more_than_allowed(unit_id: int | None, cycle: str, *, but: int | None = None) -> None:
    """Refuse a cycle by which the unit would be asked for more reports a month than set (D-26)."""
    if cycle == Cycle.ONCE or unit_id is None:
        return
    asked = [*queries.cycles_of_unit(unit_id, but=but), cycle]
    _at(rules.D_26_reports_a_month(asked, unit=org.unit(unit_id).short_name), "cycle")


def _check(directive: Directive, cycle: str, basis: str, until: date | None, today: date) -> None:
    if cycle not in Cycle.values:
        raise Refusal("no_such_cycle", _("没有这种回告周期。"), fields={"cycle": _("请选一种。")})
    if cycle == Cycle.ONCE and directive.matter.long_term:
        raise Refusal(
            "long_term_needs_a_cycle",
            _("长期坚持的事项靠回告周期推进，不能设为一次性。"),
            fields={"cycle": _("请选每月、每季度等周期，或按节点。")},
            rule="D-24",
        )
    _at(rules.D_24_short_cycle(cycle, basis=basis, until=until, today=today), "until")


def _set_milestones(directive: Directive, milestones: Sequence[Milestone], today: date) -> None:
    matter: Matter = directive.matter
    ordered = sorted(milestones, key=lambda one: one.due)
    whole = None if matter.long_term else matter.current_due
    _at(rules.D_26_milestones([one.due for one in ordered], whole=whole), "milestones")
    taken = set(directive.rounds.filter(ended_at__isnull=True).values_list("nominal", flat=True))
    calendar, window, earliest = workdays.calendar(), rules.opens_before(Cycle.MILESTONE), today
    for one in ordered:
        if not one.name.strip() or one.due < today or one.due in taken:
            told = _("每行一个节点：名称和今天以后、还没有回告过的日期。")
            raise Refusal("bad_milestone", told, fields={"milestones": told}, rule="D-24")
        opens = min(one.due, max(earliest, calendar.shift(one.due, -window)))
        Round.objects.create(
            directive=directive, name=one.name.strip()[:60], nominal=one.due, opens_on=opens, due=one.due
        )
        earliest = one.due + timedelta(days=1)


def _at(verdict: Verdict, field: str) -> None:
    """Require ``verdict``; a form shows what is wrong beside ``field``."""
    if not verdict:
        told = {field: f"{verdict.sentence}{verdict.hint}"}
        raise Refusal(verdict.code, verdict.sentence, fields=told, rule=verdict.rule, hint=verdict.hint)
