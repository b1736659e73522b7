"""The lists as Excel files: each as its page shows it."""

from collections.abc import Iterable
from datetime import datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.inspections import queries
from zhongshu.inspections.queries import Narrowed
from zhongshu.kernel.actors import Actor
from zhongshu.platform.typesetting.services import MOST, written
from zhongshu.platform.usecases.registry import use_case

VERB = "inspections.exported"


@use_case("inspections.export")
def export(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed list of inspections that ``actor`` may know of, at most 20,000 rows. Journalled."""
    heads = [
        _("编号"), _("督查名称"), _("类别"), _("状态"), _("督查单位"), _("督查对象"), _("范围"), _("依据"), _("组长"), _("成员"),
        _("开始"), _("结束"), _("问题"), _("待处理"),
    ]  # fmt: skip
    rows = (
        (
            one.matter.number, one.matter.title, one.get_kind_display(), str(one.state.label),
            one.matter.unit.short_name, _names(one.units.all()), one.scope, one.basis,
            _names(m.person for m in one.members.all() if m.leads),
            _names(m.person for m in one.members.all() if not m.leads),
            one.starts_on, one.ends_on, one.found, one.pending,
        )
        for one in queries.inspections(actor, narrowed)[:MOST]
    )  # fmt: skip
    return written(_("督查行动"), heads, rows, verb=VERB, actor=actor, at=at)


@use_case("inspections.export_conclusions")
def export_conclusions(*, actor: Actor, narrowed: Narrowed, at: datetime) -> IO[bytes]:
    """The narrowed list of conclusions that ``actor`` may know of, at most 20,000 rows. Journalled."""
    heads = [
        _("编号"), _("督查名称"), _("被督查单位"), _("状态"), _("反馈"), _("可申请复核至"), _("结论"), _("复核意见"),
    ]  # fmt: skip
    rows = (
        (
            one.matter.number, one.inspection.matter.title, one.unit.short_name, str(one.standing.label),
            one.fed_back_on, one.ask_until, one.in_force,
            one.review.opinion if hasattr(one, "review") else "",
        )
        for one in queries.conclusions(actor, narrowed)[:MOST]
    )  # fmt: skip
    return written(_("督查结论"), heads, rows, verb=VERB, actor=actor, at=at)


def _names(found: Iterable[object]) -> str:
    return "、".join(str(one) for one in found)
