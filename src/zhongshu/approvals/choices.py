"""What forms offer: the colleagues of an organ."""

from datetime import date

from zhongshu.org import queries as org

Choice = tuple[int, str]


def colleagues(organ_id: int, day: date) -> list[Choice]:
    """Everybody with a post in the organ today, each with the name of his unit; no administrators (G-05)."""
    administer = org.administrators()
    people = {pk: label for pk, label, _number in _people(organ_id, day)}
    return [(pk, label) for pk, label in people.items() if pk not in administer]


def staff_numbers(organ_id: int, day: date) -> dict[int, str]:
    """Staff numbers of the colleagues, by id."""
    return {pk: number for pk, _label, number in _people(organ_id, day)}


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
