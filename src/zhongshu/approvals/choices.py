"""What forms offer: the colleagues of an organ."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.approvals.grammar import Flow, Power, Route, WhoKind
from zhongshu.approvals.queries.named import called
from zhongshu.kernel.refusals import Refusal
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Person

Choice = tuple[int, str]


def colleagues(organ_id: int, day: date) -> list[Choice]:
    """Everybody with a post in the organ today, each with the name of his unit; no administrators (G-05)."""
    administer = org.administrators()
    people = {pk: label for pk, label, _number in _people(organ_id, day)}
    return [(pk, label) for pk, label in people.items() if pk not in administer]


def require_colleagues(people: Sequence[Person], organ_id: int, day: date) -> None:
    """Refuse whoever of ``people`` is no colleague here: who works elsewhere or administers need not know (C-05)."""
    known = dict(colleagues(organ_id, day))
    if strangers := [one.name for one in people if one.pk not in known]:
        sentence = _("%(names)s不在本机关任职，或者是管理员，不能抄送。") % {"names": _("、").join(strangers)}
        hint = _("请从名单里选本机关的人。")
        raise Refusal("no_colleague", sentence, hint=hint, fields={"person_ids": sentence})


def choosable(plan: Route, organ_id: int, day: date) -> list[Choice]:
    """Whom a drafter can choose along a route: the colleagues; who audits only where that is asked, or a stage names him."""
    asked = [one for one in Flow(plan).stages.values() if one.who.kind == WhoKind.CHOSEN]
    people = colleagues(organ_id, day)
    if any(one.power == Power.AUDIT for one in asked):
        return people
    named, numbers = {number for one in asked for number in one.who.people}, staff_numbers(organ_id, day)
    duties = org.duties_held(day)
    return [one for one in people if Duty.AUDIT not in duties.get(one[0], ()) or numbers[one[0]] in named]


def labelled(people: Sequence[int], day: date) -> list[Choice]:
    """These people in the same words, wherever they hold a post."""
    held = org.appointments_on(people, day).select_related("person", "post__unit")
    labels = {one.person_id: f"{one.person.name}（{one.post.unit.short_name}）" for one in reversed(held)}
    return [(pk, labels[pk]) for pk in people if pk in labels]


def staff_numbers(organ_id: int, day: date) -> dict[int, str]:
    """Staff numbers of the colleagues, by id."""
    return {pk: number for pk, _label, number in _people(organ_id, day)}


def for_route(plan: Route, organ_id: int, day: date) -> tuple[list[Choice], dict[int, str]]:
    """Whom a route drawn up in an organ can name, and all staff numbers: its colleagues and whom it names already.

    Who has left and whose number nobody has are among these: they go when they are taken out, not by saving.
    """
    stages = Flow(plan).stages.values()
    numbers = staff_numbers(organ_id, day)
    named = {number for one in stages for number in (*one.who.people, *one.fallback)} - set(numbers.values())
    strange = org.people_numbered(sorted(named), also_left=True)
    labels = {
        one.pk: f"{one.name}（{one.staff_number}）" if one.left_on is None else called(one) for one in strange
    }
    others = {one.pk: one.staff_number for one in strange}
    for key, number in enumerate(sorted(named - set(others.values())), 1):
        labels[-key], others[-key] = _("工号%(number)s") % {"number": number}, number
    return [*colleagues(organ_id, day), *labels.items()], numbers | others


def posts(organ_id: int, day: date) -> list[str]:
    """Titles of the posts of an organ that somebody holds today."""
    held = org.people_of(org.known_unit(organ_id), day, whole_organ=True)
    return list(dict.fromkeys(one.post.title for one in held))


def units(organ_id: int) -> list[tuple[str, str]]:
    """Units in which a duty or a post can be looked for, as (code, name): those of the organ, then other organs."""
    found = [one for one in org.open_units() if one.code]
    own = [one for one in found if one.organ_id == organ_id and one.pk != organ_id]
    others = [one for one in found if one.organ_id == one.pk and one.pk != organ_id]
    return [(one.code, one.name) for one in (*own, *others)]


@org.remembered
def _people(organ_id: int, day: date) -> tuple[tuple[int, str, str], ...]:
    held = org.people_of(org.known_unit(organ_id), day, whole_organ=True)
    return tuple(
        (one.person_id, f"{one.person.name}（{one.post.unit.short_name}）", one.person.staff_number)
        for one in held
    )
