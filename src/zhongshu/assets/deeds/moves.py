"""Deeds by which assets change hands or leave the house."""

from collections.abc import Callable

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import policies, queries, services
from zhongshu.assets.deeds.deed import Deed
from zhongshu.assets.deeds.ledger import asset_for, asset_page
from zhongshu.assets.forms import counting, moving
from zhongshu.assets.models import Move
from zhongshu.kernel.actors import Actor


def _found(verb: str) -> Callable[[Actor, int], Move]:
    def find(actor: Actor, ref: int) -> Move:
        one = queries.move(actor, ref)
        policies.require_move(actor, verb, one)
        return one

    return find


def _page(one: Move) -> str:
    return reverse("assets:move", args=[one.pk])


OF_ASSETS: tuple[Deed, ...] = (
    Deed(
        name="hand_over", path="<int:ref>/hand-over/", title=_("移交"), icon="arrow-forward-up",
        done=_("移交单已开出，双方签字后生效。"), form=moving.HandOverForm, find=asset_for("hand_over"),
        back=asset_page, after=_page,
        run=lambda data, common, one: services.hand_over(**data, **common),
        note=_("移交人和接收人都签字以后，台账才变。"),
    ),
    Deed(
        name="dispose", path="<int:ref>/disposal/", title=_("申请处置"), button=_("处置"), icon="x", grave=True,
        done=_("已报请批准，批准以前列为待处置。"), form=moving.DisposeForm, find=asset_for("dispose"),
        back=asset_page, after=_page,
        run=lambda data, common, one: services.dispose(**data, **common),
        note=_("合计价值达到大额处置标准的，要有集体决策。"),
    ),
)  # fmt: skip
OF_SLIPS: tuple[Deed, ...] = (
    Deed(
        name="sign", path="moves/<int:ref>/signature/", title=_("在移交单上签字"), button=_("签字"), icon="check",
        done=_("已签字。"), form=counting.PlainForm, find=_found("sign"), back=_page,
        run=lambda data, common, one: services.sign(matter_id=one.pk, **common),
        note=_("请当面点清实物再签字。"),
    ),
    Deed(
        name="approve", path="moves/<int:ref>/approval/", title=_("批准处置"), button=_("批准"), icon="check",
        done=_("已批准，资产已销账。"), form=moving.ApproveForm, find=_found("approve"), back=_page,
        run=lambda data, common, one: services.approve_disposal(matter_id=one.pk, **data, **common),
    ),
    Deed(
        name="refuse", path="moves/<int:ref>/refusal/", title=_("不同意"), icon="x", grave=True, done=_("已退回。"),
        form=counting.StopForm, find=_found("refuse"), back=_page,
        run=lambda data, common, one: services.refuse_move(matter_id=one.pk, **data, **common),
    ),
)  # fmt: skip
