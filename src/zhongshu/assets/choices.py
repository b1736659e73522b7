"""What forms offer: units and people of the organ, classes, contracts, decisions."""

from datetime import date

from zhongshu.assets.settings import classes
from zhongshu.finance import queries as finance
from zhongshu.finance.models import UndertakingKind
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org.models import Duty

Choice = tuple[int, str]
MOST = 100


def units(organ_id: int) -> list[Choice]:
    """The organ and its sections."""
    rows = org.open_units().filter(organ_id=organ_id)
    return list(rows.values_list("pk", "short_name"))


def people(organ_id: int, day: date) -> list[Choice]:
    """Who works in the organ on ``day``, each once, with his unit; no administrators: they keep and count nothing."""
    held = org.in_business(org.unit(organ_id), day)
    return list(
        {one.person_id: f"{one.person.name}（{one.post.unit.short_name}）" for one in held[::-1]}.items()
    )[::-1]


def categories() -> list[tuple[str, str]]:
    """The classes of the setting."""
    return list(classes().items())


def contracts(actor: Actor) -> list[Choice]:
    """Contracts in force that ``actor`` may know of."""
    found = finance.open_for(actor, UndertakingKind.CONTRACT)[:MOST]
    return [(one.pk, f"{one.matter.number} {one.matter.title}") for one in found]


def decisions(actor: Actor) -> list[Choice]:
    """What meetings passed, and what is left of each."""
    return finance.to_rest_on(actor)


def counters(organ_id: int, day: date) -> list[Choice]:
    """Who may count in the organ: everybody but who keeps its ledger, and who audits it."""
    apart = {
        person.pk for duty in (Duty.KEEP_ASSETS, Duty.AUDIT) for person in org.holders_of(duty, organ_id, day)
    }
    return [one for one in people(organ_id, day) if one[0] not in apart]


def leaders(organ_id: int, day: date) -> list[Choice]:
    """The leaders of the organ."""
    return [(person.pk, person.name) for person in org.leaders_of(organ_id, day)]
