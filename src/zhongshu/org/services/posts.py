from datetime import date, datetime, timedelta

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import policies, queries, rules
from zhongshu.org.models import Appointment, Person, Post
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import keep, told
from zhongshu.platform.usecases.registry import use_case


@use_case("org.create_post")
def create_post(
    *, actor: Actor, unit_id: int, title: str, duties: list[str], order: int = 0, at: datetime
) -> Post:
    """Set up a post in a unit with the duties (codes of Duty) that come with it."""
    unit = queries.unit(unit_id)
    policies.may_keep(actor, unit).require()
    _lawful(duties)
    if Post.objects.filter(unit=unit, title=title.strip()).exists():
        raise Conflict(
            "post_exists",
            _("“%(unit)s”已经有岗位“%(title)s”。") % {"unit": unit.name, "title": title.strip()},
            fields={"title": _("请换一个岗位名称。")},
        )
    made = Post.objects.create(unit=unit, title=title.strip(), duties=sorted(set(duties)), order=order)
    told(unit, "post_created", actor=actor, at=at, title=made.title, duties=made.duties)
    return made


@use_case("org.set_duties")
def set_duties(*, actor: Actor, post_id: int, duties: list[str], at: datetime) -> Post:
    """Change what a post carries, for whoever holds it from now on. Not for the holder himself to do."""
    post = locked(Post.objects.select_related("unit"), post_id)
    policies.may_keep(actor, post.unit).require()
    _lawful(duties)
    not_for_oneself(actor, list(Appointment.objects.filter(post=post).values_list("person_id", flat=True)))
    today = local_day(at)
    for held in queries.people_of(post.unit, today):
        if held.post_id == post.pk:
            _apart(held.person, duties, today, but=post.pk)
    before, post.duties = post.duties, sorted(set(duties))
    post.save(update_fields=["duties"])
    told(post.unit, "duties_set", actor=actor, at=at, title=post.title, before=before, duties=post.duties)
    return post


@use_case("org.enter_person")
def enter_person(*, actor: Actor, name: str, staff_number: str, mobile: str = "", at: datetime) -> Person:
    """Enter somebody who works here; a log-in is opened elsewhere."""
    if not (actor.is_system or actor.has_duty("keep_org")):
        policies.may_keep(actor, None).require()
    if Person.objects.filter(staff_number=staff_number.strip()).exists():
        raise Conflict(
            "staff_number_is_taken",
            _("工号“%(number)s”已经有人使用。") % {"number": staff_number},
            fields={"staff_number": _("请核对工号。")},
        )
    made = Person(name=name.strip(), staff_number=staff_number.strip(), mobile=mobile.strip())
    keep(made, "person_entered", actor=actor, at=at, name=made.name)
    return made


@use_case("org.amend_person")
def amend_person(*, actor: Actor, person_id: int, name: str, mobile: str, at: datetime) -> Person:
    """Correct a person's name or telephone number."""
    person = locked(Person.objects.all(), person_id)
    policies.may_keep_person(actor, person).require()
    before, person.name, person.mobile = person.name, name.strip(), mobile.strip()
    keep(person, "person_amended", actor=actor, at=at, before=before, name=person.name)
    return person


@use_case("org.appoint")
def appoint(
    *,
    actor: Actor,
    person_id: int,
    post_id: int,
    starts_on: date,
    ends_on: date | None = None,
    is_primary: bool = True,
    at: datetime,
) -> Appointment:
    """Appoint a person to a post from a day to a day (both included). Nobody appoints himself."""
    person = locked(Person.objects.all(), person_id)
    post = queries.post(post_id)
    policies.may_keep(actor, post.unit).require()
    rules.period(starts_on, ends_on).require()
    not_for_oneself(actor, [person.pk])
    if person.left_on or post.unit.closed_on:
        raise Refusal("not_here_any_more", _("此人已离任，或该单位已撤销，不能任职。"))
    held = Appointment.objects.filter(person=person, post=post).exclude(ends_on__lt=starts_on)
    if (held.filter(starts_on__lte=ends_on) if ends_on else held).exists():
        raise Conflict("already_appointed", _("%(name)s在这段时间已任此岗位。") % {"name": person.name})
    _apart(person, post.duties, starts_on)
    made = Appointment.objects.create(
        person=person, post=post, starts_on=starts_on, ends_on=ends_on, is_primary=is_primary
    )
    told(person, "appointed", actor=actor, at=at, post=post.title, unit=post.unit.name, since=starts_on)
    return made


@use_case("org.take_on")
def take_on(
    *,
    actor: Actor,
    name: str,
    staff_number: str,
    post_id: int,
    starts_on: date,
    mobile: str = "",
    at: datetime,
) -> Person:
    """Enter a new person and appoint him to his first post, in one."""
    made = enter_person(actor=actor, name=name, staff_number=staff_number, mobile=mobile, at=at)
    appoint(actor=actor, person_id=made.pk, post_id=post_id, starts_on=starts_on, at=at)
    return made


@use_case("org.end_appointment")
def end_appointment(*, actor: Actor, appointment_id: int, ends_on: date, at: datetime) -> Appointment:
    """End an appointment; ``ends_on`` is the last day on which it counts."""
    appointment = locked(Appointment.objects.select_related("person", "post__unit"), appointment_id)
    policies.may_keep(actor, appointment.post.unit).require()
    rules.period(appointment.starts_on, ends_on).require()
    appointment.ends_on = ends_on
    appointment.save(update_fields=["ends_on"])
    post = appointment.post
    told(
        appointment.person,
        "appointment_ended",
        actor=actor,
        at=at,
        post=post.title,
        unit=post.unit.name,
        last=ends_on,
        free_from=ends_on + timedelta(days=1),
    )
    return appointment


def _lawful(duties: list[str]) -> None:
    rules.known_duties(duties).require()
    rules.incompatible_duties(duties).require()
    rules.F_01_apart(duties, str(_("一个岗位"))).require()


def _apart(person: Person, duties: list[str], day: date, *, but: int = 0) -> None:
    """What the person would hold with ``duties`` beside his posts (other than ``but``) goes together."""
    held = [one.post for one in queries.appointments_on([person.pk], day) if one.post_id != but]
    rules.F_01_apart([*duties, *(duty for post in held for duty in post.duties)], person.name).require()


def not_for_oneself(actor: Actor, person_ids: list[int]) -> None:
    """Refuse who would change his own post (G-07)."""
    if actor.seats & set(person_ids):
        raise Refusal(
            "not_for_oneself",
            _("不能给自己任职或改自己岗位的职责。"),
            rule="G-07",
            hint=_("请由另一位机构人员管理员办理。"),
        )
