from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.assets import services
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs.registry import every


@every("assets.plan_stocktakes", _("资产盘点到期"), daily="00:40")
def plan_stocktakes(at: datetime) -> int:
    """A new day: where the ledger of an organ is due to be counted, that is laid before who keeps it."""
    return services.plan_all(actor=SYSTEM, at=at)
