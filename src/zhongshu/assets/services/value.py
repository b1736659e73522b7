from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _

from zhongshu.assets import policies, queries
from zhongshu.assets.models import Asset
from zhongshu.assets.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.platform.usecases.registry import use_case


@use_case("assets.write_down")
def write_down(*, actor: Actor, asset_id: int, value: Decimal, reason: str, at: datetime) -> Asset:
    """Write the value of an asset down to ``value`` yuan, with the reason; by who keeps the books (F-01, F-12)."""
    asset = queries.asset_for_update(actor, asset_id)
    policies.require(actor, "write_down", asset)
    faults: dict[str, object] = {} if reason.strip() else {"reason": _("请写明依据。")}
    if not 0 <= value < asset.value:
        faults["value"] = _("减值后的价值要小于现在的 %(value)s 元。") % {"value": f"{asset.value:,.2f}"}
    refuse_faults(faults, "value_has_faults", _("还有 %(count)s 处要改。"), rule="F-12")
    before, asset.value = asset.value, value
    facts = {"before": f"{before:.2f}", "value": f"{value:.2f}", "reason": reason.strip()}
    trail.keep(asset, "written_down", actor=actor, at=at, **facts)
    return asset
