"""The clock of a matter stops and runs on: asked for, approved by somebody else, resumed (table D-30, rule T-09)."""

from datetime import date, datetime
from functools import partial
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.matters import services as matters
from zhongshu.matters.models import Light, Role
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Directive, Suspension
from zhongshu.supervision.queries import Hanging
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.deciding import lay_before, taken_off
from zhongshu.supervision.services.downwards import UNDECIDED, ForParts, settle_parts, tell_holders
from zhongshu.supervision.services.settle import settle
from zhongshu.supervision.timely import seats_that_asked


@use_case("supervision.ask_suspension")
def ask_suspension(
    *, actor: Actor, directive_id: int, reason: str, review_on: date, at: datetime
) -> Suspension:
    """The undertaker or a supervisor asks that the clock stop, with a reason and a day to look at it again."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "ask_suspension", directive)
    directive.require("suspend")
    matter = directive.matter
    assert matter.current_due is not None
    today = local_day(at)
    rules.D_30_suspension(today=today, current_due=matter.current_due, review_on=review_on).require(
        at="review_on"
    )
    words = reasons.given(reason, rule="T-09")
    if queries.running_suspension(directive) is not None:
        raise Conflict("suspension_pending", _("已有一份中止申请在审批中。"), hint=_("请等审批结果。"))
    person_id = actor.in_name_of
    if person_id is None:
        raise Refusal("nobody_asks", _("中止要由承办人或督查人员申请。"))
    asked = Suspension.objects.create(
        directive=directive,
        asked_by_id=person_id,
        asked_at=at,
        reason=words,
        review_on=review_on,
        old_due=matter.current_due,
    )
    facts = {"reason": asked.reason, "review_on": review_on.isoformat()}
    trail.keep(directive, "suspension_asked", actor=actor, at=at, **facts)
    told = on_record("申请中止计时，等您审批：%(title)s") % {"title": directive.matter.title}
    lay_before(directive, told, at=at)
    return asked


@use_case("supervision.decide_suspension")
def decide_suspension(
    *,
    actor: Actor,
    directive_id: int,
    approve: bool,
    opinion: str,
    parts: ForParts = UNDECIDED,
    at: datetime,
) -> Suspension:
    """Approve or refuse that the clock stop; who asked does not decide. ``parts``: what becomes of open parts.

    While it stands the matter is neither late nor near its date; the supervisors hold it until the day set.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "decide_suspension", directive)
    asked = queries.running_suspension(directive)
    if asked is None or asked.decided_at is not None:
        raise Conflict(
            "no_suspension_asked", _("没有待审批的中止申请。"), hint=_("可能别人已经批过，请刷新。")
        )
    if seats_that_asked(directive, "suspension") & actor.seats:
        raise Forbidden("own_suspension", _("不能审批自己的中止申请。"), hint=_("请由其他领导审批。"))
    asked.approved, asked.opinion = approve, opinion.strip()
    asked.decided_by_id, asked.decided_at = actor.person_id, at
    asked.save()
    taken_off(directive, approve=approve, opinion=opinion, actor=actor, at=at)
    if approve:
        _stop(directive, asked, actor=actor, at=at)
        who: dict[str, Any] = {"actor": actor, "at": at}
        settle_parts(directive, parts, event="suspend", follow=partial(_along, above=asked, **who), **who)
    else:
        trail.keep(directive, "suspension_refused", actor=actor, at=at, opinion=asked.opinion)
    told = on_record("中止申请已批复：%(title)s") % {"title": directive.matter.title}
    matters.tell_person(directive.matter, asked.asked_by_id, told, url=trail.address(directive), at=at)
    return asked


def _stop(directive: Directive, asked: Suspension, *, actor: Actor, at: datetime) -> None:
    directive.move("suspend")
    matter, today = directive.matter, local_day(at)
    assert matter.current_due is not None
    if today > matter.current_due:
        rules.D_30_suspension(
            today=today, current_due=matter.current_due, review_on=asked.review_on
        ).require()
    asked.since, asked.old_due = today, matter.current_due
    asked.days_left = max(workdays.calendar().count(today, matter.current_due), 0)
    asked.save()
    rounds.end(directive, actor=actor, at=at)
    matter.stopped_on, matter.light = today, Light.GREY
    matters.redate(matter, asked.review_on)
    matters.assign(matter, Role.HANDLE, unit_id=matter.unit_id, due=asked.review_on, at=at)
    facts = {"reason": asked.reason, "left": asked.days_left, "review_on": asked.review_on.isoformat()}
    trail.keep(directive, "suspended", actor=actor, at=at, **facts)
    settle(directive, on_record("已中止计时"), kinds=(Hanging.EXTENSION,), actor=actor, at=at)


def _along(part: Directive, *, above: Suspension, actor: Actor, at: datetime) -> None:
    """A part stops along with its whole, and its own parts with it."""
    assert part.matter.current_due is not None and above.decided_by_id is not None
    own = Suspension(
        directive=part,
        asked_by_id=above.asked_by_id,
        asked_at=at,
        reason=above.reason,
        review_on=above.review_on,
        old_due=part.matter.current_due,
        decided_by_id=above.decided_by_id,
        decided_at=at,
        approved=True,
        opinion=above.opinion,
        along_with=above,
    )
    if local_day(at) > part.matter.current_due:
        facts = {"number": above.directive.matter.number, "state": "suspended", "reason": ""}
        trail.record(part, "whole_moved", actor=actor, at=at, **facts)
        told = on_record("上级事项“%(title)s”已中止计时；本任务时限已过，不随之中止，请继续办理。")
        tell_holders(part, told % {"title": above.directive.matter.title}, at=at)
        return
    settle(part, on_record("随上级事项中止计时"), kinds=(Hanging.SUSPENSION,), actor=actor, at=at)
    _stop(part, own, actor=actor, at=at)
    follow = partial(_along, above=own, actor=actor, at=at)
    settle_parts(part, ForParts(how="follow"), event="suspend", follow=follow, actor=actor, at=at)
