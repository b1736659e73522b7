from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs.registry import every
from zhongshu.supervision import services


@every("supervision.escalate", _("逾期升级"), daily="08:40")
def escalate(at: datetime) -> int:
    """Late matters climb the ladder; on working days only."""
    return services.escalate(actor=SYSTEM, at=at)
