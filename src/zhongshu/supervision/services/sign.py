from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.worktime import Limit, compute
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment, Outcome, Role
from zhongshu.org import queries as org
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.presence import present


@use_case("supervision.sign_for")
def sign_for(*, actor: Actor, directive_id: int, at: datetime) -> Directive:
    """The lead unit takes the matter over (签收); who signs becomes its handler."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "sign_for", directive)
    directive.move("sign_for")
    lead = lead_assignment(directive)
    matters.name_person(lead, actor=actor, at=at)
    rounds.follow(directive, lead)
    trail.had_a_hand(directive, actor, at=at)
    trail.keep(directive, "signed_for", actor=actor, at=at, person=actor.acting_for_name or actor.name)
    return directive


@use_case("supervision.object")
def object_to(*, actor: Actor, directive_id: int, reason: str, at: datetime) -> Directive:
    """The lead unit says it is not the one, within the time set, with its reason (table D-30)."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "object", directive)
    directive.move("object")
    lead = lead_assignment(directive)
    rules.D_13_objection(
        handed_out=local_day(lead.opened_at), today=local_day(at), calendar=workdays.calendar()
    ).require()
    words = reasons.given(reason, _("请写明为什么不归本单位牵头，应当由谁牵头。"))
    rounds.end(directive, actor=actor, at=at)
    matters.finish_all(directive.matter, actor=actor, at=at, outcome=Outcome.OBJECTED, opinion=words)
    back_to_supervisors(directive, at=at, within=rules.close_out_limit())
    trail.keep(directive, "objected", actor=actor, at=at, reason=words)
    told = on_record("%(unit)s提出异议：%(reason)s") % {"unit": directive.matter.lead_unit, "reason": words}
    matters.tell_unit(directive.matter, directive.matter.unit_id, told, url=trail.address(directive), at=at)
    return directive


@use_case("supervision.pass_on")
def pass_on(*, actor: Actor, directive_id: int, person_id: int, at: datetime) -> Directive:
    """Hand the matter to somebody of the same organ to handle (转经办); absence asks for another."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "pass_on", directive)
    directive.move("report")
    lead = lead_assignment(directive)
    person = org.colleague(directive.matter.lead_unit_id, person_id, local_day(at))
    assert directive.matter.lead_unit_id is not None
    present(person, directive.matter.lead_unit_id, due=lead.due, at=at)
    lead.holder_person = person
    lead.save(update_fields=["holder_person"])
    rounds.follow(directive, lead)
    matters.make_known(directive.pk, [f"p:{person.pk}"], origin="assigned", at=at)
    trail.had_a_hand(directive, actor, at=at)
    trail.keep(directive, "passed_on", actor=actor, at=at, to=person.name)
    told = on_record("请您经办：%(title)s") % {"title": directive.matter.title}
    matters.tell_person(directive.matter, person.pk, told, url=trail.address(directive), at=at)
    return directive


def lead_assignment(directive: Directive) -> Assignment:
    """The open assignment of the one who leads."""
    return matter_queries.open_assignments(directive.pk).get(role=Role.LEAD)


def back_to_supervisors(
    directive: Directive, *, at: datetime, within: Limit, desk_id: int | None = None
) -> date:
    """Put the matter on the desk of the supervising unit, or of ``desk_id``, to be dealt with within a limit."""
    due = compute(local_day(at), within, workdays.calendar()).due
    matters.assign(directive.matter, Role.HANDLE, unit_id=desk_id or directive.matter.unit_id, due=due, at=at)
    return due
