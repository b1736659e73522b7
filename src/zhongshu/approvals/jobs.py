from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import services
from zhongshu.platform.jobs.registry import every


@every("approvals.late", _("审批超时处理"), daily="08:50")
def late(at: datetime) -> int:
    """Papers past the date of their stage: reminded of, passed over or returned, as the stage says."""
    return services.sweep_late(at=at)
