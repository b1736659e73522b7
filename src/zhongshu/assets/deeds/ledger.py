"""Deeds about the ledger and one asset."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import policies, queries, services
from zhongshu.assets.deeds.deed import Deed
from zhongshu.assets.forms import entering, using
from zhongshu.assets.models import Asset
from zhongshu.finance.models import Claim
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org


def asset_for(verb: str) -> Callable[[Actor, int], Asset]:
    """Finds the asset to which ``verb`` may be done now."""

    def find(actor: Actor, ref: int) -> Asset:
        one = queries.asset(actor, ref)
        policies.require(actor, verb, one)
        return one

    return find


def _entering(actor: Actor, ref: int) -> Any:
    policies.may_keep(actor, ref).require()
    return org.unit(ref)


def _to_ledger(subject: object) -> str:
    return reverse("assets:assets")


def _to_purchases(claim: Claim) -> str:
    return reverse("assets:purchases")


def asset_page(one: Asset) -> str:
    """Where it is shown."""
    return reverse("assets:asset", args=[one.pk])


def _made(cards: list[Asset]) -> str:
    """The page of what was entered; of several the ledger, newest first."""
    return asset_page(cards[0]) if len(cards) == 1 else _to_ledger(cards)


DEEDS: tuple[Deed, ...] = (
    Deed(
        name="enter", path="organs/<int:ref>/new/", title=_("登记资产"), button=_("登记入账"),
        done=_("已登记入账。"), form=entering.EnterForm, find=_entering, back=_to_ledger, after=_made,
        run=lambda data, common, organ: services.enter(organ_id=organ.pk, card=services.Card(**data), **common),
        note=_("经报销购置的，请从“待入账采购”登记，编号和金额与单据对得上。"),
    ),
    Deed(
        name="enter_purchase", path="purchases/<int:ref>/", title=_("采购入账"), button=_("登记入账"),
        done=_("已登记入账。"), form=entering.PurchaseForm, find=queries.purchase, back=_to_purchases, after=_made,
        run=lambda data, common, one: services.enter_purchase(
            claim_id=one.pk, card=services.Card(**data), **common
        ),
        note=_("与入库单一致；几种东西分几次登记，累计不超过单据金额。"),
    ),
    Deed(
        name="lend", path="<int:ref>/loan/", title=_("借出"), icon="arrow-forward-up", done=_("已登记借出。"),
        form=using.LendForm, find=asset_for("lend"), back=asset_page,
        run=lambda data, common, one: services.lend(asset_id=one.pk, **data, **common),
    ),
    Deed(
        name="take_back", path="<int:ref>/return/", title=_("归还"), icon="arrow-back-up", done=_("已归还，现在闲置。"),
        form=using.NoteForm, find=asset_for("take_back"), back=asset_page,
        run=lambda data, common, one: services.take_back(asset_id=one.pk, **data, **common),
    ),
    Deed(
        name="use_again", path="<int:ref>/use/", title=_("启用"), icon="check", done=_("已启用。"),
        form=using.NoteForm, find=asset_for("use_again"), back=asset_page,
        run=lambda data, common, one: services.use_again(asset_id=one.pk, **data, **common),
    ),
    Deed(
        name="lay_idle", path="<int:ref>/idle/", title=_("停用（闲置）"), button=_("停用"), icon="clock",
        done=_("已停用，列为闲置。"), form=using.NoteForm, find=asset_for("lay_idle"), back=asset_page,
        run=lambda data, common, one: services.lay_idle(asset_id=one.pk, **data, **common),
    ),
    Deed(
        name="note_repair", path="<int:ref>/repairs/", title=_("记录维修"), done=_("已记录。"),
        form=using.RepairForm, find=asset_for("note_repair"), back=asset_page,
        run=lambda data, common, one: services.note_repair(asset_id=one.pk, **data, **common),
    ),
    Deed(
        name="amend", path="<int:ref>/amended/", title=_("更正资产卡片"), button=_("更正"), done=_("已更正。"),
        form=using.AmendForm, find=asset_for("amend"), back=asset_page,
        run=lambda data, common, one: services.amend(asset_id=one.pk, **data, **common),
        note=_("编号、数量和价值不在这里改：数量由盘点和处置改，价值由会计调整。"),
    ),
    Deed(
        name="write_down", path="<int:ref>/value/", title=_("减值"), done=_("账面价值已调整。"),
        form=using.WriteDownForm, find=asset_for("write_down"), back=asset_page,
        run=lambda data, common, one: services.write_down(asset_id=one.pk, **data, **common),
    ),
)  # fmt: skip
