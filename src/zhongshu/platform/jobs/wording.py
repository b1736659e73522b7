from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.platform.jobs.queries import title_of
from zhongshu.platform.journal.sentences import register


def _began(data: Mapping[str, Any]) -> str:
    return _("立即执行了定时任务“%(title)s”") % {"title": title_of(data["name"])}


register("jobs.began_now", _began, icon="refresh")
