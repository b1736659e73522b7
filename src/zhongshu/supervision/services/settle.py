"""What hangs on a matter lapses when it is done, stands or ends: settled with a reason, told, journalled (D-30)."""

from collections.abc import Callable, Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Outcome, Role
from zhongshu.platform.notify.models import Weight
from zhongshu.supervision import queries
from zhongshu.supervision.models import Ask, Directive, Extension, Paper, Slip, Suspension
from zhongshu.supervision.queries import Hanging
from zhongshu.supervision.services import rounds, trail

NAMES = {
    Hanging.EXTENSION: _("没批的延期申请"),
    Hanging.SUSPENSION: _("没批的中止申请"),
    Hanging.STOP: _("中止计时"),
    Hanging.SLIP: _("未了的督办单"),
    Hanging.ASK: _("没报的数据"),
    Hanging.ROUND: _("没报的回告"),
    Hanging.PAPER: _("没发出的文书"),
}
REQUESTS = (Hanging.EXTENSION, Hanging.SUSPENSION)
Concerned = Iterable[int | None]
"""Persons, by id, whose business lapsed."""


def settle(
    directive: Directive,
    why: str,
    *,
    actor: Actor,
    at: datetime,
    kinds: Collection[Hanging] = tuple(Hanging),
) -> None:
    """Whatever of ``kinds`` is open about the matter lapses because of ``why``; those it concerns are told."""
    found = queries.hanging_on([directive.pk], kinds).get(directive.pk, [])
    if not found:
        return
    people = {one for kind in found for one in _LAPSE[kind](directive, why, actor, at) if one is not None}
    if {*found} & {*REQUESTS}:
        matters.finish_all(
            directive.matter,
            actor=actor,
            at=at,
            roles=(Role.APPROVE,),
            outcome=Outcome.WITHDRAWN,
            opinion=why,
        )
    with in_office_language():
        what = "、".join(str(NAMES[kind]) for kind in found)
    trail.record(directive, "settled", actor=actor, at=at, what=what, why=why)
    facts = {"title": directive.matter.title, "why": why, "what": what}
    told = on_record("“%(title)s”%(why)s，%(what)s随之了结。") % facts
    for person_id in sorted(people - actor.seats):
        url = trail.address(directive)
        matters.tell_person(directive.matter, person_id, told, url=url, at=at, weight=Weight.WATCH)


def _extension(directive: Directive, why: str, _actor: Actor, at: datetime) -> Concerned:
    pending = Extension.objects.filter(directive=directive, decided_at__isnull=True)
    asked_by = list(pending.values_list("asked_by_id", flat=True))
    pending.update(decided_at=at, approved=False, opinion=why)
    return asked_by


def _suspension(directive: Directive, why: str, _actor: Actor, at: datetime) -> Concerned:
    pending = Suspension.objects.filter(directive=directive, decided_at__isnull=True)
    asked_by = list(pending.values_list("asked_by_id", flat=True))
    pending.update(decided_at=at, approved=False, opinion=why)
    return asked_by


def _stop(directive: Directive, why: str, actor: Actor, at: datetime) -> Concerned:
    """The clock stands no longer: it does not run on either, for there is nothing left to be in time with."""
    stands = Suspension.objects.filter(directive=directive, approved=True, resumed_on__isnull=True)
    stands.update(resumed_on=local_day(at), resumed_by_id=actor.person_id, resume_reason=why)
    return ()


def _slips(directive: Directive, _why: str, _actor: Actor, at: datetime) -> Concerned:
    open_ones = Slip.objects.filter(queries.SLIP_OPEN, directive=directive)
    people = list(open_ones.values_list("to", flat=True))
    open_ones.update(lapsed_at=at)
    return people


def _asks(directive: Directive, _why: str, _actor: Actor, at: datetime) -> Concerned:
    Ask.objects.filter(queries.ASK_OPEN, directive=directive).update(lapsed_at=at)
    return ()


def _rounds(directive: Directive, _why: str, actor: Actor, at: datetime) -> Concerned:
    rounds.end(directive, actor=actor, at=at)
    return ()


def _papers(directive: Directive, _why: str, _actor: Actor, _at: datetime) -> Concerned:
    drafts = list(Paper.objects.filter(queries.DRAFTS, directive=directive))
    for paper in drafts:
        paper.discard()
    return [paper.drafted_by_id for paper in drafts]


_LAPSE: dict[Hanging, Callable[[Directive, str, Actor, datetime], Concerned]] = {
    Hanging.EXTENSION: _extension,
    Hanging.SUSPENSION: _suspension,
    Hanging.STOP: _stop,
    Hanging.SLIP: _slips,
    Hanging.ASK: _asks,
    Hanging.ROUND: _rounds,
    Hanging.PAPER: _papers,
}
