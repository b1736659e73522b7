from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.jobs.registry import every
from zhongshu.platform.notify import services


@every("notify.digest", _("每日摘要"), minutes=15)
def digest(at: datetime) -> int:
    """A digest for everybody for whom something waits, at most one a day."""
    return services.make_digests(at=at)
