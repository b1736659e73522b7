"""Assets as they are told (F-12)."""

from datetime import date

from ninja import Schema

from zhongshu.api.schemas.amounts import Sum
from zhongshu.api.schemas.named import Named


class Asset(Schema):
    """A card of the ledger; ``value`` in yuan, ``category`` a code of the setting of classes."""

    id: int
    number: str
    name: str
    spec: str
    category: str
    quantity: int
    measure: str
    value: Sum
    bought_on: date
    origin: str
    place: str
    unit: Named
    keeper: Named
    state: str
    lent_to: str
    back_by: date | None


class Assets(Schema):
    """A page of the ledger; ``next_cursor`` is "" on the last."""

    rows: list[Asset]
    next_cursor: str = ""
