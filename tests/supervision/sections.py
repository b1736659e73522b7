"""A section of development and reform, and a matter broken down to it."""

from datetime import date, timedelta

from tests import world as city
from tests.supervision import story
from tests.world import AT, FOUNDED, WANG_JIANPING, World
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Appointment, Duty, Person, Post, Unit, UnitKind
from zhongshu.supervision import services
from zhongshu.supervision.models import Directive
from zhongshu.supervision.services import Part


def investment(town: World) -> Unit:
    """投资科, a section of development and reform, headed by 林芳 (林芳 also signs for it)."""
    above = town.units["FGW"]
    unit = Unit.objects.create(
        code="FGW-TZ",
        name="投资科",
        short_name="投资科",
        kind=UnitKind.SECTION,
        parent=above,
        organ=above,
        path="",
    )
    unit.path = f"{above.path}{unit.pk}/"
    unit.save()
    lin = Person.objects.create(name="林芳", staff_number="linfang")
    duties = [str(Duty.LEAD_UNIT), str(Duty.RECEIVE)]
    post = Post.objects.create(unit=unit, title="投资科科长", duties=duties)
    Appointment.objects.create(person=lin, post=post, starts_on=FOUNDED)
    town.people["林芳"], town.units["FGW-TZ"] = lin, unit
    return unit


def lin_fang(town: World) -> Actor:
    return org.actor_of(town.people["林芳"], city.TODAY)


def broken_down(town: World, *, due: date = date(2026, 10, 10)) -> tuple[Directive, Directive]:
    whole = story.signed_for(town, story.handed_over(town))
    part = Part(title="汇总各县项目", lead_id=investment(town).pk, due=due)
    services.decompose(
        actor=town.actor(WANG_JIANPING), directive_id=whole.pk, parts=(part,), at=AT + timedelta(hours=2)
    )
    return whole, Directive.objects.get(matter__parent_id=whole.pk)


def end(town: World, part: Directive) -> None:
    """The section carries it out; 王建平, who broke the whole down, verifies and closes it."""
    at, lin = AT + timedelta(days=1), lin_fang(town)
    services.sign_for(actor=lin, directive_id=part.pk, at=at)
    files = (story.proof(lin, at=at),)
    services.complete(
        actor=lin, directive_id=part.pk, feedback="已汇总。", signed_by_id=lin.person_id, files=files, at=at
    )
    services.accept(actor=town.actor(WANG_JIANPING), directive_id=part.pk, opinion="", at=at)
    services.close_out(actor=town.actor(WANG_JIANPING), directive_id=part.pk, at=at)
