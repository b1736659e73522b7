"""The grades of people, day by day."""

from datetime import date

from zhongshu.org.models import Grade, Rank


def ranks_of(person_id: int) -> list[Rank]:
    """Every grade of a person, the newest first."""
    return list(Rank.objects.filter(person_id=person_id).order_by("-since"))


def grade_on(ranks: list[Rank], day: date) -> str:
    """The grade by ``ranks`` (the newest first) on a day; OTHER where none is on record."""
    return next((one.grade for one in ranks if one.since <= day), Grade.OTHER)
