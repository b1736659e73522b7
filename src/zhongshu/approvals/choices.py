"""What forms offer: the colleagues of an organ."""

from datetime import date

from zhongshu.org import queries as org

Choice = tuple[int, str]


def colleagues(organ_id: int, day: date) -> list[Choice]:
    """Everybody with a post in the organ today, each with the name of his unit."""
    return list({pk: label for pk, label, _number in _people(organ_id, day)}.items())


def staff_numbers(organ_id: int, day: date) -> dict[int, str]:
    """Staff numbers of the colleagues, by id."""
    return {pk: number for pk, _label, number in _people(organ_id, day)}


@org.remembered
def _people(organ_id: int, day: date) -> tuple[tuple[int, str, str], ...]:
    held = org.people_of(org.known_unit(organ_id), day, whole_organ=True)
    return tuple(
        (one.person_id, f"{one.person.name}（{one.post.unit.short_name}）", one.person.staff_number)
        for one in held
    )
