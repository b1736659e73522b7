from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.files import services
from zhongshu.platform.jobs.registry import every


@every("files.sweep", _("清扫无主文件"), daily="03:00")
def sweep(at: datetime) -> int:
    """What killed processes have left behind."""
    return len(services.sweep(at=at))
