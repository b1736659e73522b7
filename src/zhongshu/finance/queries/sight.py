"""What of a claim, a contract or a project its reader may see: the route of its paper says it field by field."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q

from zhongshu.approvals import queries as approvals
from zhongshu.finance.models import Outlay
from zhongshu.kernel.actors import Actor

SUM, NAMES, CATEGORY, LARGE = "amount", frozenset({"payee", "party"}), "category", "large"


@dataclass(frozen=True, slots=True)
class Sight:
    """What one reader is told of one outlay; ``hidden`` are codes of fields of its form."""

    hidden: frozenset[str] = frozenset()

    @property
    def of_sums(self) -> bool:
        """Whether amounts are told."""
        return SUM not in self.hidden

    @property
    def of_names(self) -> bool:
        """Whether it is told who gets the money."""
        return not NAMES & self.hidden

    @property
    def of_size(self) -> bool:
        """Whether it is told that it is large."""
        return self.of_sums and LARGE not in self.hidden

    def sum(self, amount: Decimal) -> Decimal | None:
        """``amount``, or None."""
        return amount if self.of_sums else None

    def name(self, told: str, instead: str = "") -> str:
        """The name, account or code of who gets the money, or ``instead``."""
        return told if self.of_names else instead

    def category(self, told: str, instead: str = "") -> str:
        """What it is for, or ``instead``."""
        return instead if CATEGORY in self.hidden else told


class Sights(dict[int, Sight]):
    """Sights by matter; of one that hides nothing all is seen."""

    def __missing__(self, matter_id: int) -> Sight:
        return Sight()


def sights(actor: Actor, matter_ids: Iterable[int]) -> Sights:
    """What ``actor`` may see of each of these."""
    hidden = approvals.hidden_among(actor, list(matter_ids))
    return Sights({pk: Sight(codes) for pk, codes in hidden.items()})


def sight(actor: Actor, one: Outlay) -> Sight:
    """What ``actor`` may see of one."""
    return sights(actor, [one.pk])[one.pk]


def where_told(actor: Actor, code: str, kinds: Iterable[str], said: Q) -> Q:
    """Matters found by ``said`` about their field ``code``, as far as ``actor`` may see that field."""
    return said & approvals.readable(actor, [code], list(kinds))
