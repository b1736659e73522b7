from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.platform.jobs import services
from zhongshu.platform.jobs.schedule import every
from zhongshu.platform.journal import services as journal


@every("journal.seal", _("封存留痕"), minutes=60)
def seal(at: datetime) -> int:
    """Seal what was written within the last hour."""
    count = 0
    while sealed := journal.seal(at=at):
        count += sealed.count
    return count


@every("jobs.prune", _("清理任务记录"), daily="03:10")
def prune(at: datetime) -> int:
    return services.prune(at=at)


@every("jobs.back_up", _("备份数据库"), daily="02:30")
def back_up(at: datetime) -> str:
    return services.back_up(at=at).name
