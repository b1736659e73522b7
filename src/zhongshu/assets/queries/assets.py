from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum
from django.utils.translation import gettext as _

from zhongshu.assets.models import Asset, State
from zhongshu.assets.policies import OVERSEEING
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.platform.usecases.changes import remember


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """Some words, a class, a state; "" for any. ``mine`` keeps what the actor himself keeps."""

    text: str = ""
    category: str = ""
    state: str = ""
    mine: str = ""


def known(actor: Actor) -> QuerySet[Asset]:
    """Assets that ``actor`` may know of: his organ's by duty, else what his units use and what he keeps.

    The three administrators have no business and know of none.
    """
    if actor.is_system:
        return Asset.objects.all()
    if actor.admin_role:
        return Asset.objects.none()
    own = Q(unit_id__in=sorted(actor.unit_ids | actor.led_unit_ids)) | Q(keeper_id__in=sorted(actor.seats))
    return Asset.objects.filter(own | Q(organ_id__in=actor.organs_with(*OVERSEEING)))


def asset(actor: Actor, asset_id: int) -> Asset:
    """The asset, if ``actor`` may know of it; else it does not exist (404)."""
    rows = known(actor).select_related("organ", "unit", "keeper", "claim__matter", "contract__matter")
    found = rows.filter(pk=asset_id).first()
    if found is None:
        raise _none()
    return found


def asset_for_update(actor: Actor, asset_id: int) -> Asset:
    """As ``asset``, locked until the end of the transaction."""
    return assets_for_update(actor, [asset_id])[0]


def assets_for_update(actor: Actor, asset_ids: Iterable[int]) -> list[Asset]:
    """All of these, locked in the order of their ids; NotFound where one of them may not be known."""
    wanted = sorted(set(asset_ids))
    seen = known(actor).filter(pk__in=wanted).values_list("pk", flat=True)
    if not wanted or len(set(seen)) < len(wanted):
        raise _none()
    rows = Asset.objects.select_for_update(of=("self",)).select_related("unit", "keeper", "organ")
    found = list(rows.filter(pk__in=wanted).order_by("pk"))
    for one in found:
        remember(one)
    return found


def assets(actor: Actor, narrowed: Narrowed) -> QuerySet[Asset]:
    """The narrowed ledger as far as ``actor`` may know it, newest first."""
    rows = known(actor)
    if narrowed.mine:
        rows = rows.filter(keeper_id__in=sorted(actor.seats))
    if narrowed.category:
        rows = rows.filter(category=narrowed.category)
    if narrowed.state:
        rows = rows.filter(state=narrowed.state)
    if said := narrowed.text.strip():
        rows = rows.filter(_saying(said))
    return rows.select_related("unit", "keeper").order_by("-pk")


def page_of(rows: QuerySet[Asset], *, cursor: str = "", before: str = "", size: int = 25) -> Page[Asset]:
    """One page of the ledger."""
    return ordered(rows, newest_first=True, pk=int).page(after=cursor, before=before, size=size)


def worth(rows: QuerySet[Asset]) -> tuple[int, Decimal]:
    """How many cards stand on the books, and what they come to in yuan; what was disposed of is not counted."""
    standing = rows.exclude(state=State.DISPOSED).order_by()
    return standing.count(), standing.aggregate(all=Sum("value"))["all"] or Decimal(0)


def _saying(said: str) -> Q:
    fields = ("name", "number", "spec", "place", "unit__short_name", "keeper__name")
    found = Q()
    for field in fields:
        found |= Q(**{f"{field}__icontains": said})
    return found


def _none() -> NotFound:
    return NotFound(
        "no_such_asset", _("没有这项资产，或者它不在您的知悉范围内。"), hint=_("请从资产台账打开。")
    )
