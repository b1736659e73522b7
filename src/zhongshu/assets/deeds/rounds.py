"""Deeds about a stocktake and its lines."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from zhongshu.assets import policies, queries, services
from zhongshu.assets.deeds.deed import Data, Deed
from zhongshu.assets.forms import counting
from zhongshu.assets.models import Line, Stocktake
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org


def _found(verb: str) -> Callable[[Actor, int], Stocktake]:
    def find(actor: Actor, ref: int) -> Stocktake:
        one = queries.stocktake(actor, ref)
        policies.require_round(actor, verb, one)
        return one

    return find


def _line(verb: str) -> Callable[[Actor, int], Line]:
    def find(actor: Actor, ref: int) -> Line:
        line = queries.line(actor, ref)
        policies.require_round(actor, verb, line.stocktake)
        return line

    return find


def _starting(actor: Actor, ref: int) -> Any:
    policies.may_keep(actor, ref).require()
    return org.unit(ref)


def _to_list(organ: object) -> str:
    return reverse("assets:stocktakes")


def _page(one: Stocktake) -> str:
    return reverse("assets:stocktake", args=[one.pk])


def _its_page(line: Line) -> str:
    return _page(line.stocktake)


def _counting(data: Data) -> Data:
    """Who counts and decides, as one; the rest beside it."""
    ids = tuple(data.pop("counter_ids"))
    told = services.Counting(counter_ids=ids, approver_id=data.pop("approver_id"), due=data.pop("due"))
    return {**data, "counting": told}


def _explained(data: Data, common: Data, line: Line) -> object:
    words = data.pop("explanation")
    surplus = services.Surplus(**data) if data else None
    return services.explain(line_id=line.pk, explanation=words, surplus=surplus, **common)


def _decided(data: Data, common: Data, line: Line) -> object:
    if data["how"] == counting.RECOUNT:
        return services.recount(line_id=line.pk, reason=data["reason"], **common)
    return services.agree_difference(line_id=line.pk, decision_id=data["decision_id"], **common)


COUNT = Deed(
    name="count", path="stocktakes/<int:ref>/counts/", title=_("清点"), icon="list-check", done=_("已记下。"),
    form=counting.CountForm, find=_found("count"), back=_page,
    run=lambda data, common, one: services.count(matter_id=one.pk, counts=data["counts"], **common),
    note=_("没有找到的填 0；没有点到的空着，下次再填。自己保管的不在这里。"),
)  # fmt: skip
DEEDS: tuple[Deed, ...] = (
    Deed(
        name="start", path="organs/<int:ref>/stocktakes/", title=_("开始盘点"), done=_("清单已从台账取出，盘点人已收到通知。"),
        form=counting.StartForm, find=_starting, back=_to_list, after=_page,
        run=lambda data, common, organ: services.start_stocktake(
            organ_id=organ.pk, **_counting(data), **common
        ),
        note=_("清单按今天的台账；盘点结束以前，清单上的资产不借出、不移交、不处置。"),
    ),
    Deed(
        name="begin", path="stocktakes/<int:ref>/beginning/", title=_("安排盘点"), done=_("清单已从台账取出，盘点人已收到通知。"),
        form=counting.BeginForm, find=_found("begin"), back=_page,
        run=lambda data, common, one: services.begin_stocktake(matter_id=one.pk, **_counting(data), **common),
    ),
    COUNT,
    Deed(
        name="finish_count", path="stocktakes/<int:ref>/counted/", title=_("清点完毕"), icon="check",
        done=_("清点完毕。"), form=counting.PlainForm, find=_found("finish_count"), back=_page,
        run=lambda data, common, one: services.finish_count(matter_id=one.pk, **common),
        note=_("有差异的转资产管理员说明，没有差异的转领导审定。"),
    ),
    Deed(
        name="note_surplus", path="stocktakes/<int:ref>/surplus/", title=_("记下账外资产"), button=_("账外资产"),
        icon="plus", done=_("已记下。"), form=counting.SurplusForm, find=_found("note_surplus"), back=_page,
        run=lambda data, common, one: services.note_surplus(matter_id=one.pk, **data, **common),
        note=_("现场有、清单上没有的。"),
    ),
    Deed(
        name="explain", path="stocktakes/lines/<int:ref>/explanation/", title=_("说明差异"), button=_("提交说明"),
        done=_("已说明。"), form=counting.ExplainForm, find=_line("explain"), back=_its_page, run=_explained,
    ),
    Deed(
        name="decide", path="stocktakes/lines/<int:ref>/decision/", title=_("审定差异"), button=_("审定"),
        done=_("已审定。"), form=counting.DecideForm, find=_line("decide"), back=_its_page, run=_decided,
        note=_("同意以后，盘点结束时台账按盘点数调整。"),
    ),
    Deed(
        name="close", path="stocktakes/<int:ref>/closing/", title=_("结束盘点"), icon="circle-check",
        done=_("盘点已结束，台账已调整，报告已归档。"), form=counting.PlainForm, find=_found("close"), back=_page,
        run=lambda data, common, one: services.close_stocktake(matter_id=one.pk, **common),
        note=_("台账按盘点数调整：短少的减数量或核销，账外的登记入账，地点改为实际地点。"),
    ),
    Deed(
        name="stop", path="stocktakes/<int:ref>/stop/", title=_("终止盘点"), icon="x", grave=True,
        done=_("盘点已终止，台账没有变动。"), form=counting.StopForm, find=_found("stop"), back=_page,
        run=lambda data, common, one: services.stop_stocktake(matter_id=one.pk, **data, **common),
    ),
)  # fmt: skip
