"""A stocktake begins: planned or at once, the list drawn from the ledger as it stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import STOCKTAKE, Asset, Line, Stage, Stocktake
from zhongshu.assets.services import trail
from zhongshu.assets.services.number import next_round
from zhongshu.assets.settings import class_named, stocktake_working_days
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Conflict, refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.org import queries as org
from zhongshu.org.models import Duty, Unit
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Who counts until when, and which leader decides on differences."""

    counter_ids: tuple[int, ...]
    approver_id: int
    due: date | None = None


@use_case("assets.start_stocktake")
def start_stocktake(
    *,
    actor: Actor,
    organ_id: int,
    counting: Counting,
    unit_id: int | None = None,
    category: str = "",
    at: datetime,
) -> Stocktake:
    """Count the ledger of an organ, of one of its units or of one class as it stands today (rule F-12)."""
    organ = org.unit(organ_id)
    policies.may_keep(actor, organ.pk).require()
    one = opened(organ, unit_id, category, due=counting.due, actor=actor, at=at)
    return _begun(one, counting, actor=actor, at=at)


@use_case("assets.begin_stocktake")
def begin_stocktake(*, actor: Actor, matter_id: int, counting: Counting, at: datetime) -> Stocktake:
    """Begin the stocktake that the house planned when it was due."""
    one = queries.stocktake_for_update(actor, matter_id)
    policies.require_round(actor, "begin", one)
    return _begun(one, counting, actor=actor, at=at)


def opened(
    organ: Unit, unit_id: int | None, category: str, *, due: date | None = None, actor: Actor, at: datetime
) -> Stocktake:
    """A planned stocktake with its number; part of a use case. Refused while the same is being counted already."""
    today = local_day(at)
    same = Stocktake.objects.filter(matter__organ=organ, unit=unit_id, category=category)
    if same.exclude(matter__state__in=(Stage.CLOSED, Stage.STOPPED)).exists():
        told = _("同一范围的盘点还没有结束。")
        raise Conflict("is_being_counted", told, rule="F-12", hint=_("请先办完那一次。"))
    opening = matters.Opening(
        kind=STOCKTAKE, state=Stage.PLANNED, title=_title(unit_id, category, today), body="",
        organ_id=organ.pk, unit=organ, due=due or workdays.calendar().shift(today, stocktake_working_days()),
    )  # fmt: skip
    matter = matters.open_matter(opening, number=next_round(organ, actor=actor, at=at), actor=actor, at=at)
    return Stocktake.objects.create(matter=matter, unit_id=unit_id, category=category)


def _title(unit_id: int | None, category: str, today: date) -> str:
    scope = org.unit(unit_id).short_name if unit_id else ""
    scope += class_named(category) if category else ""
    told = {"year": today.year, "month": today.month, "scope": scope or on_record("全部")}
    return on_record("%(year)s年%(month)s月%(scope)s资产盘点") % told


def _begun(one: Stocktake, counting: Counting, *, actor: Actor, at: datetime) -> Stocktake:
    today, organ_id = local_day(at), one.matter.organ_id
    found = list(queries.to_list(organ_id, one.unit_id, one.category).select_for_update().order_by("pk"))
    _require_lawful(one, counting, found, today)
    one.move("begin")
    one.day, one.approver_id = today, counting.approver_id
    one.counters.set(counting.counter_ids)
    Line.objects.bulk_create(
        Line(
            stocktake=one,
            asset=card,
            name=card.name,
            spec=card.spec,
            measure=card.measure,
            book=card.quantity,
        )
        for card in found
    )
    matters.finish_all(one.matter, actor=actor, at=at)
    trail.to_count(one, counting.counter_ids, at=at)
    matters.make_known(one.pk, [f"p:{counting.approver_id}"], origin="assigned", at=at)
    names = "、".join(org.person(pk).name for pk in counting.counter_ids)
    trail.keep_round(one, "stocktake_begun", actor=actor, at=at, cards=len(found), counters=names)
    return one


def _require_lawful(one: Stocktake, counting: Counting, found: Sequence[Asset], today: date) -> None:
    organ_id, faults = one.matter.organ_id, dict[str, object]()
    staff = org.staff(organ_id, today)
    if not set(counting.counter_ids) <= staff.keys():
        faults["counter_ids"] = _("请选本机关在职人员。")
    if counting.approver_id not in {person.pk for person in org.leaders_of(organ_id, today)}:
        faults["approver_id"] = _("请选机关领导。")
    elif counting.approver_id in counting.counter_ids:
        faults["approver_id"] = _("盘点的人不能审定，请另选领导。")
    if not found:
        faults["category"] = _("这个范围里没有在账的资产。")
    refuse_faults(faults, "stocktake_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    managers = {person.pk for person in org.holders_of(Duty.KEEP_ASSETS, organ_id, today)}
    named = {pk: staff[pk] for pk in counting.counter_ids}
    rules.F_12_counters(named, managers=managers, keepers={card.keeper_id for card in found}).require()
    ids = [card.pk for card in found]
    rules.F_12_at_rest(queries.counted_in(ids)).require()
    rules.F_12_free(queries.waiting_on(ids)).require()


def held_by_keepers(one: Stocktake, *, at: datetime) -> None:
    """Put it on the desks of who keeps the ledger, else of the organ; part of a use case."""
    keepers = org.holders_of(Duty.KEEP_ASSETS, one.matter.organ_id, local_day(at))
    for person in keepers:
        matters.assign(one.matter, Role.SUPPORT, person_id=person.pk, due=one.until, at=at)
    if not keepers:
        matters.assign(one.matter, Role.SUPPORT, unit_id=one.matter.organ_id, due=one.until, at=at)
