from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals import services
from zhongshu.platform.jobs.registry import Progress, every, job


@every("approvals.late", _("审批超时处理"), daily="08:50")
def late(at: datetime) -> int:
    """Papers past the date of their stage: reminded of, passed over or returned, as the stage says."""
    return services.sweep_late(at=at)


@job("approvals.deposit", _("审批件归档"), attempts=3)
def deposit(progress: Progress, *, matter_id: int) -> None:
    """A concluded paper goes into the archive; begun again, what is there stays as it is."""
    services.file_away(matter_id=matter_id, at=progress.at)


@every("approvals.deposits", _("补归审批件"), daily="01:10")
def deposits(at: datetime) -> int:
    """Concluded papers that are not filed yet: an advance settled since, an organ that has its fonds number now."""
    return services.ask_for_deposits(at=at)
