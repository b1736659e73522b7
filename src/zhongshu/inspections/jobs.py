from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.inspections import services
from zhongshu.kernel.actors import SYSTEM
from zhongshu.platform.jobs.registry import every


@every("inspections.lapse", _("督查结论期满"), daily="00:30")
def lapse(at: datetime) -> int:
    """A new day: conclusions whose term for asking for a review ran out yesterday become final."""
    return services.lapse_all(actor=SYSTEM, at=at)
