"""Assets as answers."""

from zhongshu.api.schemas import assets as told
from zhongshu.api.schemas.named import Named
from zhongshu.api.tellings.named import unit_named
from zhongshu.assets.models import Asset

_CARD = (
    "id", "number", "name", "spec", "category", "quantity", "measure", "value", "bought_on", "origin", "place",
    "state", "lent_to", "back_by",
)  # fmt: skip


def asset(one: Asset) -> told.Asset:
    """A card with who uses and who keeps it."""
    words = {name: getattr(one, name) for name in _CARD}
    keeper = Named(id=one.keeper_id, name=one.keeper.name)
    return told.Asset(**words, unit=unit_named(one.unit), keeper=keeper)
