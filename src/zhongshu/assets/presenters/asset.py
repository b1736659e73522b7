"""An asset made ready for its page."""

from datetime import datetime
from functools import cached_property

from django.utils.translation import gettext as _

from zhongshu.assets import deeds, policies, queries
from zhongshu.assets.models import Asset, State
from zhongshu.assets.presenters.ledger import SHAPES
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.platform.journal import queries as journal
from zhongshu.platform.journal.telling import events
from zhongshu.ui import parts


class AssetPage:
    """One asset as ``actor`` sees it at ``at``. Each part is read once, when the template asks."""

    def __init__(self, actor: Actor, one: Asset, at: datetime) -> None:
        self.actor, self.one, self.today = actor, one, local_day(at)
        self.status, self.word = SHAPES[State(one.state)], State(one.state).label

    @cached_property
    def offered(self) -> list[deeds.Deed]:
        """What can be done now, the most pressing first."""
        verbs = policies.offered(self.actor, self.one)
        return deeds.offered([verb for verb in verbs if not self.round or verb == "note_repair"])

    @cached_property
    def round(self) -> str:
        """The number of the stocktake in which it is being counted; it stays where it is meanwhile."""
        return queries.counted_in([self.one.pk])

    @cached_property
    def entries(self) -> list[parts.Event]:
        """What happened to it, newest first."""
        return events(journal.timeline(self.one.stream), self.today)

    @property
    def card(self) -> list[tuple[str, object]]:
        """What stands on its card."""
        one = self.one
        pairs = [
            (_("资产编号"), one.number),
            (_("类别"), one.class_name),
            (_("规格型号"), one.spec),
            (_("数量"), one.amount),
            (_("价值"), _("%(value)s 元") % {"value": f"{one.value:,.2f}"}),
            (_("取得日期"), f"{one.bought_on:%Y-%m-%d}"),
            (_("来源"), one.origin),
        ]
        return [pair for pair in pairs if pair[1]]

    @property
    def whereabouts(self) -> list[tuple[str, object]]:
        """Who uses it, who keeps it, where it is."""
        one = self.one
        pairs: list[tuple[str, object]] = [
            (_("使用单位"), one.unit.short_name),
            (_("保管人"), one.keeper.name),
            (_("存放地点"), one.place),
        ]
        if one.back_by:
            pairs += [(_("借给"), one.lent_to), (_("归还期限"), f"{one.back_by:%Y-%m-%d}")]
        return pairs
