from datetime import date, datetime

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import policies, queries, registry, rules
from zhongshu.org.models import Leave, Person, StandIn
from zhongshu.org.queries.periods import overlapping
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import stream_of, told
from zhongshu.platform.notify import services as notify
from zhongshu.platform.usecases.registry import use_case


@use_case("org.set_leave")
def set_leave(
    *, actor: Actor, person_id: int, starts_on: date, ends_on: date, reason: str = "", at: datetime
) -> Leave:
    """Note that a person is away from a day to a day, both included."""
    person = _locked(person_id)
    policies.may_set_absence(actor, person).require()
    _period(starts_on, ends_on, at)
    if Leave.objects.filter(overlapping(starts_on, ends_on), person=person).exists():
        raise Refusal("already_away", _("这段时间已经登记过请假。"), hint=_("如要延长，请先撤销原来的登记。"))
    needed = _stand_ins(starts_on, ends_on).filter(stand_in=person).select_related("absent").first()
    if needed:
        raise Refusal(
            "stands_in_then",
            _("%(name)s这段时间要代%(absent)s办理。") % {"name": person.name, "absent": needed.absent.name},
            hint=_("请先改由别人代理，再登记请假。"),
        )
    made = Leave.objects.create(person=person, starts_on=starts_on, ends_on=ends_on, reason=reason.strip())
    told(person, "leave_set", actor=actor, at=at, first=starts_on, last=ends_on)
    return made


@use_case("org.end_leave")
def end_leave(*, actor: Actor, leave_id: int, at: datetime) -> Leave:
    """A person is back: the leave ends yesterday, or goes altogether if it had not begun before today."""
    leave = locked(Leave.objects.select_related("person"), leave_id)
    policies.may_set_absence(actor, leave.person).require()
    told(leave.person, "leave_ended", actor=actor, at=at, first=leave.starts_on, last=leave.ends_on)
    today = local_day(at)
    if leave.starts_on >= today:
        leave.delete()
    elif leave.ends_on >= today:
        leave.ends_on = date.fromordinal(today.toordinal() - 1)
        leave.save(update_fields=["ends_on"])
    return leave


@use_case("org.stand_in")
def stand_in(
    *,
    actor: Actor,
    absent_id: int,
    stand_in_id: int,
    starts_on: date,
    ends_on: date,
    reason: str = "",
    at: datetime,
) -> StandIn:
    """Have somebody act for somebody from a day to a day, both included (AB角/代理).

    Refused: oneself, a second stand-in at the same time, a chain (whoever is stood in for stands
    in for nobody), an administrator (G-07), somebody of another organ, somebody who is away himself then.
    """
    absent, deputy = _locked(absent_id), _locked(stand_in_id)
    policies.may_set_absence(actor, absent).require()
    _period(starts_on, ends_on, at)
    _fit(absent, deputy, starts_on, ends_on)
    _apart(absent, deputy, starts_on, ends_on)
    made = StandIn.objects.create(
        absent=absent, stand_in=deputy, starts_on=starts_on, ends_on=ends_on, reason=reason.strip()
    )
    told(absent, "stand_in_set", actor=actor, at=at, name=deputy.name, first=starts_on, last=ends_on)
    told(deputy, "stands_in", actor=actor, at=at, name=absent.name, first=starts_on, last=ends_on)
    days = {"absent": absent.name, "first": starts_on, "last": ends_on}
    text = on_record("请您在 %(first)s 至 %(last)s 代%(absent)s办事") % days
    notify.tell(person_id=deputy.pk, subject=stream_of(absent), text=text, url=reverse("org:absence"), at=at)
    return made


@use_case("org.revoke_stand_in")
def revoke_stand_in(*, actor: Actor, stand_in_id: int, at: datetime) -> StandIn:
    """End a stand-in at once; for the absent person, the keeper, or the stand-in himself."""
    stand = locked(StandIn.objects.select_related("absent", "stand_in"), stand_in_id)
    if actor.person_id != stand.stand_in_id:
        policies.may_set_absence(actor, stand.absent).require()
    if stand.revoked_at is None:
        stand.revoked_at = at
        stand.save(update_fields=["revoked_at"])
    told(stand.absent, "stand_in_revoked", actor=actor, at=at, name=stand.stand_in.name)
    return stand


def _fit(absent: Person, deputy: Person, starts_on: date, ends_on: date) -> None:
    if absent == deputy:
        raise Refusal("oneself", _("不能由本人代理本人。"), fields={"stand_in_id": _("请选择另一个人。")})
    names = {"absent": absent.name, "deputy": deputy.name}
    if queries.administrators() & {absent.pk, deputy.pk}:
        _no("administrator", _("三员不办业务，不能代理别人，也不由别人代理。"), names)
    organs = [
        {queries.organ_of(held.post.unit) for held in queries.appointments_on([one.pk], starts_on)}
        for one in (absent, deputy)
    ]
    if not organs[0] & organs[1]:
        _no("another_organ", _("%(deputy)s与%(absent)s不在同一机关，不能代理。"), names)
    if Leave.objects.filter(overlapping(starts_on, ends_on), person=deputy).exists():
        _no("also_away", _("%(deputy)s这段时间也请假，不能代理。"), names)
    stands = _stand_ins(starts_on, ends_on)
    if stands.filter(absent=absent).exists():
        _no("has_a_stand_in", _("%(absent)s这段时间已经有人代理。"), names)
    if stands.filter(absent=deputy).exists():
        _no("chain", _("%(deputy)s这段时间自己也由别人代理，不能再代%(absent)s办理。"), names)
    if stands.filter(stand_in=absent).exists():
        _no("chain", _("%(absent)s这段时间正代别人办理，不能再转由%(deputy)s代理。"), names)


def _apart(absent: Person, deputy: Person, starts_on: date, ends_on: date) -> None:
    """The deputy's own duties and those of everybody he stands in for then go together (F-01, on grant)."""
    others = _stand_ins(starts_on, ends_on).filter(stand_in=deputy).values_list("absent_id", flat=True)
    taken = {absent.pk, *others}
    held = queries.appointments_on([deputy.pk, *taken], starts_on)
    rules.F_01_apart((duty for one in held for duty in one.post.duties), deputy.name).require()
    for objection in registry.objections.values():
        objection(taken, deputy.pk, starts_on).require()


def _no(code: str, sentence: object, names: dict[str, str]) -> None:
    raise Refusal(
        code,
        str(sentence) % names,
        fields={"stand_in_id": str(sentence) % names},
        hint=_("请另选代理人，或调整起止日期。"),
    )


def _stand_ins(starts_on: date, ends_on: date) -> QuerySet[StandIn]:
    return StandIn.objects.filter(overlapping(starts_on, ends_on), revoked_at__isnull=True)


def _period(starts_on: date, ends_on: date, at: datetime) -> None:
    rules.period(starts_on, ends_on).require()
    if ends_on < local_day(at):
        raise Refusal("is_over", _("结束日期已经过去。"), fields={"ends_on": _("请选今天或以后的日期。")})


def _locked(person_id: int) -> Person:
    """The person, locked, so that two plans for one person's absence are judged one after the other."""
    person = Person.objects.select_for_update().filter(pk=person_id).first()
    if person is None or person.left_on is not None:
        raise Refusal("not_here", _("所选人员不在任。"), hint=_("请重新选择。"))
    return person
