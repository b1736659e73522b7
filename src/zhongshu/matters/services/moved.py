from datetime import date

from django.db.models import Case, F, Value, When

from zhongshu.matters.models import Group, Matter, Waits


def moved(matter_id: int, today: date) -> None:
    """Something was done about an open matter elsewhere, as in one of its parts: it is not at rest."""
    again = Case(When(waits_for=Waits.NOBODY, then=Value(Waits.UNDER_WAY)), default=F("waits_for"))
    Matter.objects.filter(pk=matter_id, group=Group.OPEN).update(moved_on=today, waits_for=again)
