"""The ledger of assets: listed, shown, and what becomes of an asset from day to day (F-12)."""

from typing import Any, Literal

from django.utils.translation import gettext_noop as _
from ninja import Query, Router, Schema

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import assets as told
from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.tellings import assets as tellings
from zhongshu.assets import queries, services
from zhongshu.assets.models import State
from zhongshu.kernel.requests import Request

router = Router(tags=[_("资产")])
ONE = "/assets/{asset_id}"
NOTE = {"note": text(300)}


class Narrowed(Schema):
    """The filters of the ledger."""

    text: str = ""
    category: str = ""
    state: State | Literal[""] = ""
    mine: bool = False


@router.get("/assets", response=told.Assets, summary=_("资产台账"))
def assets(request: Request, narrowed: Query[Narrowed], cursor: str = "") -> told.Assets:
    """Those that the asker may know of, the newest first."""
    asked = narrowed.dict() | {"mine": "1" if narrowed.mine else ""}
    rows = queries.assets(request.actor, queries.Narrowed(**asked))
    page = queries.page_of(rows.select_related("claim__matter", "contract__matter"), cursor=cursor)
    return told.Assets(rows=[tellings.asset(one) for one in page.rows], next_cursor=page.next_cursor)


@router.get(ONE, response=told.Asset, summary=_("一项资产"))
def show_asset(request: Request, asset_id: int) -> told.Asset:
    """Its card."""
    return tellings.asset(queries.asset(request.actor, asset_id))


def _told(request: Request, done: Any) -> told.Asset:
    return tellings.asset(queries.asset(request.actor, done.pk))


expose(
    router,
    (
        Offer(path=ONE + "/loan", title=_("借出"), run=services.lend, words={"lent_to": text(100)}),
        Offer(path=ONE + "/return", title=_("归还"), run=services.take_back, words=NOTE),
        Offer(path=ONE + "/idle", title=_("停用（闲置）"), run=services.lay_idle, words=NOTE),
        Offer(path=ONE + "/use", title=_("启用"), run=services.use_again, words=NOTE),
        Offer(path=ONE + "/repairs", title=_("记录维修"), run=services.note_repair, words=NOTE),
        Offer(
            path=ONE + "/value", title=_("减值"), run=services.write_down,
            words={"value": SumSent, "reason": text(300)},
        ),
    ),
    answer=told.Asset,
    tell=_told,
)  # fmt: skip
