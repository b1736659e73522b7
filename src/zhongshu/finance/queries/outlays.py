from collections.abc import Iterable

from zhongshu.finance.models import Claim, Outlay, Undertaking, UndertakingKind
from zhongshu.finance.queries.claims import claim
from zhongshu.finance.queries.undertakings import undertaking
from zhongshu.kernel.actors import Actor
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Matter


def outlay(actor: Actor, matter_id: int) -> Outlay:
    """The claim, contract or project of a matter that ``actor`` may know of; else it does not exist (404)."""
    of_undertaking = matters.get(actor, matter_id).kind in UndertakingKind.values
    return undertaking(actor, matter_id) if of_undertaking else claim(actor, matter_id)


def openable(actor: Actor, ids: Iterable[int]) -> frozenset[int]:
    """Those of the matters ``ids`` that ``actor`` may know of: what a page names is a link only then."""
    return frozenset(Matter.objects.visible_to(actor).filter(pk__in=set(ids)).values_list("pk", flat=True))


def known_numbers(actor: Actor, numbers: Iterable[str]) -> set[str]:
    """Those of ``numbers`` that belong to matters ``actor`` may know of."""
    wanted = set(numbers)
    rows = Matter.objects.visible_to(actor).filter(number__in=wanted) if wanted else Matter.objects.none()
    return set(rows.values_list("number", flat=True))


def outlay_for_update(matter: Matter) -> Outlay:
    """What money the matter is about, locked until the end of the transaction. Part of a use case."""
    model: type[Claim] | type[Undertaking] = Undertaking if matter.kind in UndertakingKind.values else Claim
    found: Outlay = model._default_manager.select_for_update(of=("self",)).get(pk=matter.pk)
    found.matter = matter
    return found
