"""Suspicions of splitting, as shown: what they came to when they were raised, and what stands today."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from zhongshu.finance import queries
from zhongshu.finance.models import Claim, Outlay, SplitFlag
from zhongshu.finance.presenters.large import address
from zhongshu.finance.presenters.register import stage_of
from zhongshu.finance.queries import Sight
from zhongshu.finance.wording import claim_word
from zhongshu.kernel.actors import Actor


@dataclass(frozen=True, slots=True)
class Paper:
    """What of one paper must be known to explain it; ``url`` "" for who may not know of the paper itself."""

    url: str
    number: str
    day: date
    payee: str
    amount: Decimal | None
    word: str
    decided: bool


@dataclass(frozen=True, slots=True)
class Suspicion:
    """A suspicion of splitting with the papers it is about as they stand today."""

    flag: SplitFlag
    url: str
    papers: list[Paper]


def suspicions(found: Iterable[SplitFlag], actor: Actor) -> list[Suspicion]:
    """Suspicions, in the order given, as far as ``actor`` is told."""
    flags = list(found)
    papers = queries.suspected(flags)
    ids = {one.pk for several in papers.values() for one in several}
    opens, sights = queries.openable(actor, ids), queries.sights(actor, ids)
    return [
        Suspicion(
            one,
            address(one.matter, one.matter_id in opens),
            [_paper(paper, sights[paper.pk], paper.pk in opens) for paper in papers[one.pk]],
        )
        for one in flags
    ]


def _paper(one: Outlay, seen: Sight, opens: bool) -> Paper:
    word = claim_word(one, one.matter.state) if isinstance(one, Claim) else str(stage_of(one).label)
    payee, amount = seen.name(one.other_side, "—"), seen.sum(one.amount)
    day, decided = one.submitted_on, one.decision_id is not None
    return Paper(address(one.matter, opens), one.matter.number, day, payee, amount, word, decided)
