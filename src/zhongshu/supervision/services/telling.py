"""Who is told that a matter ended before its time, or came back: part of the use case that did so."""

from collections.abc import Iterable
from datetime import datetime

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Assignment
from zhongshu.org import queries as org
from zhongshu.platform.notify import services as notify
from zhongshu.platform.notify.models import Weight
from zhongshu.supervision.models import Directive, State
from zhongshu.supervision.services import trail


def ended_words(directive: Directive) -> str:
    """That it ended; why only where it was terminated: of what goes to an authority no more is said (D-11)."""
    if directive.state == State.TERMINATED:
        return on_record("已终止督办（%(reason)s）") % {"reason": directive.ended_reason[:100].rstrip("。")}
    return on_record("已移送有权机关，不再督办")


def tell_of_end(directive: Directive, held: Iterable[Assignment], *, actor: Actor, at: datetime) -> None:
    """Those on whose desks it lay (``held``) and the leader who instructed; what they were told before lapses."""
    notify.settle(subject=directive.matter.stream, at=at)
    told = on_record("“%(title)s”%(why)s。") % {
        "title": directive.matter.title,
        "why": ended_words(directive),
    }
    _tell({*_holders(held, at), *instructing(directive, at)} - actor.seats, directive, told, at)


def tell_of_return(
    directive: Directive, held: Assignment, reason: str, *, actor: Actor, at: datetime
) -> None:
    """Who is to carry it on, and the leader to whom it had been reported done."""
    told = on_record("复开，请继续办理：%(title)s。%(reason)s")
    facts = {"title": directive.matter.title, "reason": reason}
    _tell({*_holders([held], at)} - actor.seats, directive, told % facts, at, weight=Weight.ACT)
    if directive.answer:
        told = on_record("复开重办，办好后再向您回告：%(title)s。%(reason)s")
        _tell({*answered(directive, at)} - actor.seats, directive, told % facts, at)


def tell_of_new_start(directive: Directive, reason: str, *, actor: Actor, at: datetime) -> None:
    """The leader to whom an archived matter had been reported done, that it was not and is begun anew."""
    if directive.answer:
        told = on_record("归档后查明没有办到位，已另登记重新办理，办好后再向您回告：%(title)s。%(reason)s")
        facts = {"title": directive.matter.title, "reason": reason}
        _tell({*answered(directive, at)} - actor.seats, directive, told % facts, at)


def instructing(directive: Directive, at: datetime) -> list[int]:
    """The leader who instructed; where he has left, who took over from him, else the leaders of the organ."""
    return _in_office(directive, directive.instructed_by_id, at)


def answered(directive: Directive, at: datetime) -> list[int]:
    """Who gets the answer: the leader who instructed; where none did (a meeting, a plan), the one who approved it (D-01)."""
    return _in_office(directive, directive.instructed_by_id or directive.approver_id, at)


def _in_office(directive: Directive, leader: int | None, at: datetime) -> list[int]:
    matter, now = directive.matter, org.in_place_of(leader)
    if now is None and leader is not None:
        return [one.pk for one in org.leaders_of(matter.organ_id, local_day(at))]
    if now is not None and now != leader:
        matters.make_known(matter.pk, [f"p:{now}"], origin="handed_over", at=at)
    return [now] if now else []


def _holders(held: Iterable[Assignment], at: datetime) -> Iterable[int]:
    for one in held:
        if one.holder_person_id:
            yield one.holder_person_id
        elif one.holder_unit_id:
            yield from (person.pk for person in org.receivers(one.holder_unit_id, local_day(at)))


def _tell(
    people: Iterable[int], directive: Directive, told: str, at: datetime, *, weight: Weight = Weight.WATCH
) -> None:
    for person_id in sorted(people):
        url = trail.address(directive)
        matters.tell_person(directive.matter, person_id, told[:300], url=url, at=at, weight=weight)
