from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.steps import Step as Heard
from zhongshu.kernel.steps import unheard
from zhongshu.org.models import Person, Post, Unit
from zhongshu.org.services.aliases import add_alias
from zhongshu.org.services.plan import KINDS, Plan, Step, day_of, duties_of, plan, words
from zhongshu.org.services.posts import amend_person, appoint, create_post, enter_person, set_duties
from zhongshu.org.services.tables import Row, Tables
from zhongshu.org.services.units import amend_unit, open_unit, rename_unit
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("org.import")
def import_tables(*, actor: Actor, tables: Tables, at: datetime, step: Heard = unheard) -> Plan:
    """Carry out what ``tables`` ask for: all of it, or nothing when a single line is wrong.

    What is there already stays as it is; what differs is updated; nothing is ever deleted. ``step`` hears of
    every line carried out.
    """
    wanted = plan(tables, local_day(at))
    if wanted.mistakes:
        first = wanted.mistakes[0]
        raise Refusal(
            "import_has_mistakes",
            _("有%(n)d处要改，没有导入。第一处：%(sheet)s第%(row)d行%(column)s，%(sentence)s")
            % {"n": len(wanted.mistakes), "sheet": first.sheet, "row": first.row, "column": first.column,
               "sentence": first.sentence},
            hint=_("请改好文件，再上传一次。"),
        )  # fmt: skip
    for one in wanted.steps:
        DOERS[one.what](actor, one, at)
        step(1)
    told = {"new": wanted.new, "changed": wanted.changed}
    journal.record(stream="org", verb="org.imported", actor=actor, at=at, data=told)
    return wanted


def _unit(actor: Actor, step: Step, at: datetime) -> None:
    row = step.row
    unit = _opened(actor, row, at) if step.is_new else _updated(actor, row, at)
    known = {unit.name, unit.short_name, *unit.aliases.filter(revoked_at=None).values_list("name", flat=True)}
    for alias in sorted(words(row["aliases"]) - known):
        add_alias(actor=actor, unit_id=unit.pk, name=alias, source="import", at=at)


def _opened(actor: Actor, row: Row, at: datetime) -> Unit:
    parent = Unit.objects.get(code=row["parent"]).pk if row["parent"] else None
    return open_unit(
        actor=actor,
        code=row["code"],
        name=row["name"],
        short_name=row["short_name"],
        kind=KINDS.get(row["kind"]) or ("section" if parent else "organ"),
        parent_id=parent,
        number_prefix=row["number_prefix"],
        fonds_code=row["fonds_code"],
        order=row.number,
        at=at,
    )


def _updated(actor: Actor, row: Row, at: datetime) -> Unit:
    unit = Unit.objects.get(code=row["code"])
    name, short_name = row["name"], row["short_name"] or unit.short_name
    if (unit.name, unit.short_name) != (name, short_name):
        unit = rename_unit(actor=actor, unit_id=unit.pk, name=name, short_name=short_name, at=at)
    given = (row["number_prefix"] or unit.number_prefix, row["fonds_code"] or unit.fonds_code)
    if given != (unit.number_prefix, unit.fonds_code):
        amend_unit(
            actor=actor, unit_id=unit.pk, number_prefix=given[0], fonds_code=given[1], order=unit.order, at=at
        )
    return unit


def _post(actor: Actor, step: Step, at: datetime) -> None:
    row, duties = step.row, duties_of(step.row) or []
    unit = Unit.objects.get(code=row["code"])
    if step.is_new:
        create_post(actor=actor, unit_id=unit.pk, title=row["title"], duties=duties, order=row.number, at=at)
    else:
        post = Post.objects.get(unit=unit, title=row["title"])
        set_duties(actor=actor, post_id=post.pk, duties=duties, at=at)


def _person(actor: Actor, step: Step, at: datetime) -> None:
    row = step.row
    if step.is_new:
        enter_person(
            actor=actor, name=row["person"], staff_number=row["staff_number"], mobile=row["mobile"], at=at
        )
        return
    person = Person.objects.get(staff_number=row["staff_number"])
    mobile = row["mobile"] or person.mobile
    amend_person(actor=actor, person_id=person.pk, name=row["person"], mobile=mobile, at=at)


def _appointment(actor: Actor, step: Step, at: datetime) -> None:
    row = step.row
    appoint(
        actor=actor,
        person_id=Person.objects.get(staff_number=row["staff_number"]).pk,
        post_id=Post.objects.get(unit__code=row["code"], title=row["title"]).pk,
        starts_on=day_of(row["starts_on"]) or local_day(at),
        is_primary=row["is_primary"] != "否",
        at=at,
    )


DOERS = {"unit": _unit, "post": _post, "person": _person, "appointment": _appointment}
