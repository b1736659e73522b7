from datetime import date, datetime
from typing import IO

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries
from zhongshu.org.models import Charge, Unit
from zhongshu.org.services.trail import told
from zhongshu.platform.typesetting.services import laid_out
from zhongshu.platform.usecases.registry import use_case


@use_case("org.export_charges")
def export_charges(*, actor: Actor, organ_id: int, at: datetime) -> IO[bytes]:
    """Every period in which a post of an organ was, is or will be in charge of a unit, for Excel; journalled.

    The first row says who took it and when.
    """
    organ = queries.unit(organ_id)
    heads = [_("单位"), _("分管岗位"), _("从哪天起"), _("到哪天止")]
    rows = (_row(one) for one in queries.charge_history(organ))
    target, count = laid_out(_("领导分管"), heads, rows, actor=actor, at=at)
    _note(organ, count, actor=actor, at=at)
    return target


def _row(one: Charge) -> list[str | date | None]:
    return [one.unit.name, one.post.title, one.starts_on, one.ends_on]


def _note(organ: Unit, rows: int, *, actor: Actor, at: datetime) -> None:
    told(organ, "charges_exported", actor=actor, at=at, rows=rows)
