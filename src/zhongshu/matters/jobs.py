from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.matters import services
from zhongshu.platform.jobs.registry import every


@every("matters.sweep", _("到期检查"), daily="00:05")
def sweep(at: datetime) -> int:
    """A new day: lights turn by the dates of open matters."""
    swept = services.sweep(actor=SYSTEM, at=at)
    return swept.red + swept.yellow + swept.green
