from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs.registry import every
from zhongshu.welfare import services


@every("welfare.come_up", _("职工服务定期事项"), daily="00:15")
def come_up(at: datetime) -> int:
    """A new day: the duties of the office whose window has opened, or is near, lie before their undertakers."""
    return len(services.come_up_all(actor=SYSTEM, at=at))
