"""Who is in charge of what in an organ (领导分管), in ready words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import policies, queries
from zhongshu.org.models import Charge, Duty, Unit


@dataclass(frozen=True, slots=True)
class UnitLine:
    """One unit: who is asked as its leader in charge today, and why that one."""

    unit: Unit
    leaders: str
    why: str
    since: date | None


@dataclass(frozen=True, slots=True)
class LeaderLine:
    """One leader's post: its holders and units; ``change`` whether the reader may change them."""

    post_id: int
    title: str
    holders: str
    units: str


class ChargesPage:
    """An organ's leaders and units as ``actor`` sees them on ``day``."""

    def __init__(self, actor: Actor, organ: Unit, day: date) -> None:
        self.actor, self.organ, self.day = actor, organ, day

    @cached_property
    def may(self) -> bool:
        """Whether the reader says who is in charge here."""
        return bool(policies.may_keep(self.actor, self.organ))

    @cached_property
    def current(self) -> list[Charge]:
        return list(queries.charges_on(self.organ, self.day))

    @cached_property
    def units(self) -> list[UnitLine]:
        """Every unit of the organ but itself, in the order of the tree."""
        below = queries.open_units().filter(organ_id=self.organ.pk).exclude(pk=self.organ.pk)
        return [self._unit(unit) for unit in below]

    def _unit(self, unit: Unit) -> UnitLine:
        own = [one for one in self.current if one.unit_id == unit.pk]
        leaders = _names(one.name for one in queries.in_charge_of(unit.pk, self.day))
        why = _("直接分管") if own else _("没有指定，由上一级或主要领导负责")
        return UnitLine(unit, leaders, why, min((one.starts_on for one in own), default=None))

    @cached_property
    def leaders(self) -> list[LeaderLine]:
        """Posts that lead the organ, sit at its top, or are in charge of something.

        Posts held by the three administrators (三员) alone are none of them: they have no business (rule G-05).
        """
        held: dict[int, list[str]] = {}
        for one in queries.people_of(self.organ, self.day):
            if not (one.person.user and one.person.user.admin_role):
                held.setdefault(one.post_id, []).append(one.person.name)
        charged = {one.post_id for one in self.current}
        found = []
        for post in queries.posts_of(self.organ):
            if post.pk in charged or {Duty.LEAD_ORGAN, Duty.LEAD_UNIT} & set(post.duties) or post.pk in held:
                units = _names(one.unit.short_name for one in self.current if one.post_id == post.pk)
                found.append(LeaderLine(post.pk, post.title, _names(held.get(post.pk, [])), units))
        return sorted(found, key=lambda line: not line.units)

    @cached_property
    def history(self) -> list[Charge]:
        """Every period, the newest first; those that begin later are planned."""
        return list(queries.charge_history(self.organ))


def _names(words: Iterable[str]) -> str:
    return _("、").join(words)
