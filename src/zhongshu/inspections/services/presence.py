"""Nobody on leave is named: another person, or another date, is asked for first."""

from collections.abc import Collection, Sequence
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.inspections import queries
from zhongshu.org import queries as org
from zhongshu.org.models import Leave, Unit
from zhongshu.platform.workdays import queries as workdays
from zhongshu.supervision.services import HolderAway, Offer

LOOKED_AT, OFFERED = 20, 3


def all_there(
    member_ids: Sequence[int],
    units: Collection[Unit],
    *,
    desk: Unit,
    first: date,
    last: date,
    instead_ids: Sequence[int] = (),
) -> dict[int, int]:
    """Who comes instead of each member on leave on the ``first`` or the ``last`` day: of ``instead_ids``, in order.

    Refused (HolderAway) where that is too few: people of the ``desk`` and its organ who are there, and may inspect
    ``units`` (D-12), are offered; and the first working day after the leave, where the inspection could begin then.
    """
    leaves = org.leaves_in_the_way(member_ids, first, last)
    away = [one for one in member_ids if one in leaves]
    if not away:
        return {}
    others = [one for one in dict.fromkeys(instead_ids) if one not in member_ids]
    gone = org.leaves_in_the_way(others, first, last)
    there = [one for one in others if one not in gone]
    if len(there) < len(away):
        missing = [leaves[one] for one in away[len(there) :]]
        offers = [*_others(desk, units, [*member_ids, *there], first, last), *_later(missing, first, last)]
        raise HolderAway(desk, missing, offers, "member_ids")
    return dict(zip(away, there, strict=False))


def _others(
    desk: Unit, units: Collection[Unit], named: Collection[int], first: date, last: date
) -> list[Offer]:
    found = org.may_stand_in(desk, named, first, last)[:LOOKED_AT]
    ids = [one.pk for one in found]
    barred = queries.working_in(ids, units, first) | queries.with_relatives_in(ids, units, first)
    able = [one for one in found if one.pk not in barred]
    return [
        Offer("instead_ids", str(one.pk), _("由%(name)s参加") % {"name": one.name}) for one in able[:OFFERED]
    ]


def _later(leaves: Sequence[Leave], first: date, last: date) -> list[Offer]:
    """To begin after the leaves, where they cover the first day and end before the last."""
    back = workdays.calendar().shift(max(one.ends_on for one in leaves), 1)
    if back > last or any(not one.starts_on <= first for one in leaves):
        return []
    told = _("改为 %(day)s 开始（销假后第一个工作日）") % {"day": back.isoformat()}
    return [Offer("starts_on", back.isoformat(), told)]
