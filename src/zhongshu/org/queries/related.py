"""Who is related to whom, as declared: asked wherever somebody would decide for a relative (F-06)."""

from collections.abc import Iterable, Mapping

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import Kinship, Person
from zhongshu.org.queries.memory import remembered


def kinships() -> QuerySet[Kinship]:
    """Everything declared that counts."""
    return Kinship.objects.filter(ended_at__isnull=True).select_related("first", "second")


def kinships_of(person_id: int) -> QuerySet[Kinship]:
    """What is declared of one person, in the order in which it was."""
    return kinships().filter(Q(first_id=person_id) | Q(second_id=person_id)).order_by("id")


def kinship(kinship_id: int) -> Kinship:
    """One that counts; NotFound when there is none."""
    found = kinships().filter(pk=kinship_id).first()
    if found is None:
        raise NotFound("no_such_kinship", _("没有这一条亲属登记。"))
    return found


def relatives_of(people: Iterable[int]) -> list[Person]:
    """The relatives of ``people``, as declared."""
    known = kin()
    related = {other for one in people for other in known.get(one, ())}
    return list(Person.objects.filter(pk__in=related)) if related else []


@remembered
def kin() -> Mapping[int, frozenset[int]]:
    """The relatives of everybody who has any here."""
    found: dict[int, set[int]] = {}
    for first, second in kinships().values_list("first_id", "second_id"):
        found.setdefault(first, set()).add(second)
        found.setdefault(second, set()).add(first)
    return {person_id: frozenset(others) for person_id, others in found.items()}
