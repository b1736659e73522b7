"""What becomes of the open parts when the whole ends, stops, runs on or is given another date: decided, recorded, told."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import trail


@dataclass(frozen=True, slots=True, kw_only=True)
class ForParts:
    """The decision about open parts: ``how`` "follow" (as the whole does), or "go_on" because of ``reason``."""

    how: str = ""
    reason: str = ""


UNDECIDED = ForParts()


def settle_parts(
    whole: Directive,
    decided: ForParts,
    *,
    event: str,
    follow: Callable[[Directive], object],
    actor: Actor,
    at: datetime,
) -> None:
    """Do to the open parts of ``whole`` what was decided about them, ``event`` having happened to it.

    A part for which the event is not lawful now goes on, and its journal says so. Refuses where there are
    open parts and nothing was decided (D-18).
    """
    parts = queries.open_parts_for_update(whole.pk)
    rules.D_18_parts_settled(parts=len(parts), how=decided.how, reason=decided.reason).require()
    for part in parts:
        if decided.how == "follow" and part.can(event):
            follow(part)
        else:
            _goes_on(part, whole, decided.reason, actor=actor, at=at)


def _goes_on(part: Directive, whole: Directive, reason: str, *, actor: Actor, at: datetime) -> None:
    facts = {"number": whole.matter.number, "state": str(whole.state.value), "reason": reason.strip()}
    trail.record(part, "whole_moved", actor=actor, at=at, **facts)
    told = on_record("上级事项“%(title)s”有变动，本任务继续办理。%(reason)s")
    tell_holders(part, told % {"title": whole.matter.title, "reason": reason.strip()}, at=at)


def tell_of_date(whole: Directive, *, actor: Actor, at: datetime) -> None:
    """Tell the open parts that the whole has another date, and write it down: theirs stay until somebody asks."""
    due = whole.matter.current_due
    assert due is not None
    for part in queries.open_parts_for_update(whole.pk):
        facts = {"number": whole.matter.number, "due": due.isoformat()}
        trail.record(part, "whole_redated", actor=actor, at=at, **facts)
        told = on_record("上级事项“%(title)s”时限改为%(due)s") % {
            "title": whole.matter.title,
            "due": due.isoformat(),
        }
        tell_holders(part, told, at=at)


def pull_parts_in(*, actor: Actor, at: datetime) -> int:
    """Give parts that a moved whole no longer reaches the whole's date (D-18); how many. From the top down."""
    pulled = 0
    while found := queries.parts_beyond_their_whole(local_day(at)):
        for part in found:
            matter = part.matter
            old, bound = matter.current_due, matter.parent.current_due if matter.parent else None
            assert old is not None and bound is not None
            matter.current_due = bound
            matter.light = matters.light_on(local_day(at), bound)
            matters.redate(matter, bound)
            facts = {"old": old.isoformat(), "new": bound.isoformat()}
            trail.keep(part, "part_pulled_in", actor=actor, at=at, **facts)
            told = on_record("上级事项时限提前，本任务时限改为%(due)s") % {"due": bound.isoformat()}
            tell_holders(part, told, at=at)
        pulled += len(found)
    return pulled


def tell_holders(part: Directive, told: str, *, at: datetime) -> None:
    """Tell the unit that broke the whole down and the one that holds the part."""
    matter = part.matter
    for unit_id in {matter.unit_id, matter.lead_unit_id} - {None}:
        assert unit_id is not None
        matters.tell_unit(matter, unit_id, told[:300], url=trail.address(part), at=at)
