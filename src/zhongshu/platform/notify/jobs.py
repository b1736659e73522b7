from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.jobs.registry import every
from zhongshu.platform.notify import services


@every("notify.release", _("送出消息"), minutes=1)
def release(at: datetime) -> int:
    """What no worker's own round has put into the inboxes yet."""
    return services.release(at=at)


@every("notify.digest", _("每日摘要"), minutes=15)
def digest(at: datetime) -> int:
    """A digest for everybody for whom something waits, at most one a day."""
    return services.make_digests(at=at)
