"""The people behind accounts, as told to ``platform.accounts``."""

from collections.abc import Iterable

from django.db.models import Q

from zhongshu.kernel.clock import local_day, now
from zhongshu.org import registry
from zhongshu.org.models import Person
from zhongshu.org.queries.periods import appointments_on
from zhongshu.platform.accounts.registry import Holder

FOUND_AT_MOST = 500


def account_holders(user_ids: Iterable[int]) -> dict[int, Holder]:
    """Name and unit of the people behind these accounts, by the account's id. Two queries."""
    people = list(Person.objects.filter(user_id__in=list(user_ids)))
    places: dict[int, str] = {}
    for held in appointments_on([one.pk for one in people], local_day(now())):
        places.setdefault(held.person_id, held.post.unit.name)
    return {one.user_id: Holder(one.name, places.get(one.pk, "")) for one in people if one.user_id}


def accounts_called(words: str) -> list[int]:
    """Ids of the accounts of people whose name or staff number holds ``words``."""
    called = Person.objects.filter(Q(name__contains=words) | Q(staff_number=words), user__isnull=False)
    return [pk for pk in called.values_list("user_id", flat=True)[:FOUND_AT_MOST] if pk]


def held_by_account(user_id: int) -> str:
    """What the person behind the account still holds, in words ("督办事项 3、审批 1"); "" where nothing."""
    person_id = Person.objects.filter(user_id=user_id).values_list("pk", flat=True).first()
    held = registry.held_by_person(person_id) if person_id else []
    return "、".join(f"{one.title} {one.count}" for one in held)
