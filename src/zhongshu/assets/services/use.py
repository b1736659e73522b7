"""What becomes of an asset from day to day: lent, back, idle, in use, repaired, put right."""

from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries, rules
from zhongshu.assets.models import Asset
from zhongshu.assets.services import trail
from zhongshu.assets.settings import classes
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.platform.usecases.registry import use_case


@use_case("assets.lend")
def lend(*, actor: Actor, asset_id: int, lent_to: str, back_by: date, at: datetime) -> Asset:
    """Lend an asset to somebody until a day."""
    asset = _held(actor, "lend", asset_id)
    faults: dict[str, object] = {} if lent_to.strip() else {"lent_to": _("请写明借给谁。")}
    if back_by < local_day(at):
        faults["back_by"] = _("请选今天或以后的日期。")
    refuse_faults(faults, "loan_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    asset.move("lend")
    asset.lent_to, asset.back_by = lent_to.strip(), back_by
    trail.keep(asset, "lent", actor=actor, at=at, to=asset.lent_to, until=back_by.isoformat())
    return asset


@use_case("assets.take_back")
def take_back(*, actor: Actor, asset_id: int, note: str = "", at: datetime) -> Asset:
    """What was lent is back, idle until it is used again."""
    asset = _held(actor, "take_back", asset_id)
    lender = asset.lent_to
    asset.move("take_back")
    trail.keep(asset, "taken_back", actor=actor, at=at, by=lender, note=note.strip())
    return asset


@use_case("assets.lay_idle")
def lay_idle(*, actor: Actor, asset_id: int, note: str = "", at: datetime) -> Asset:
    """Nobody uses it for now."""
    asset = _held(actor, "lay_idle", asset_id)
    asset.move("lay_idle")
    trail.keep(asset, "laid_idle", actor=actor, at=at, note=note.strip())
    return asset


@use_case("assets.use_again")
def use_again(*, actor: Actor, asset_id: int, note: str = "", at: datetime) -> Asset:
    """What was idle is in use again."""
    asset = _held(actor, "use_again", asset_id)
    asset.move("use")
    trail.keep(asset, "used_again", actor=actor, at=at, note=note.strip())
    return asset


@use_case("assets.note_repair")
def note_repair(*, actor: Actor, asset_id: int, note: str, at: datetime) -> Asset:
    """Write down that it was repaired: what, by whom, under which claim."""
    asset = _held(actor, "note_repair", asset_id)
    faults: dict[str, object] = {} if note.strip() else {"note": _("请写明修了什么。")}
    refuse_faults(faults, "repair_has_faults", _("还有 %(count)s 处要改。"))
    trail.keep(asset, "repaired", actor=actor, at=at, note=note.strip())
    return asset


@use_case("assets.amend")
def amend(
    *, actor: Actor, asset_id: int, name: str, spec: str, category: str, measure: str, place: str, paper: str,
    at: datetime,
) -> Asset:  # fmt: skip
    """Put a card right: words, class, place. Its number, quantity and value are not changed here."""
    asset = _held(actor, "amend", asset_id)
    given = {
        "name": name,
        "spec": spec,
        "category": category,
        "measure": measure,
        "place": place,
        "paper": paper,
    }
    told = {field: words.strip() for field, words in given.items()}
    needed = ("name", "measure", "place")
    faults: dict[str, object] = {field: _("请填写。") for field in needed if not told[field]}
    if category not in classes():
        faults["category"] = _("请选资产类别。")
    refuse_faults(faults, "card_has_faults", _("资产卡片还有 %(count)s 处要改。"), rule="F-12")
    changed = {field: [getattr(asset, field), words] for field, words in told.items()}
    changed = {field: pair for field, pair in changed.items() if pair[0] != pair[1]}
    for field, words in told.items():
        setattr(asset, field, words)
    trail.keep(asset, "amended", actor=actor, at=at, changed=changed)
    return asset


def _held(actor: Actor, verb: str, asset_id: int) -> Asset:
    """The asset locked, if ``verb`` is lawful and ``actor``'s to do."""
    asset = queries.asset_for_update(actor, asset_id)
    policies.require(actor, verb, asset)
    if verb != "note_repair":
        rules.F_12_at_rest(queries.counted_in([asset.pk])).require()
    return asset
