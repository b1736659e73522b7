from datetime import datetime

from django.template.defaultfilters import filesizeformat
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.files import queries, services
from zhongshu.platform.jobs.registry import every, figure


@every("files.sweep", _("清扫无主文件"), daily="03:00")
def sweep(at: datetime) -> int:
    """What killed processes have left behind."""
    return len(services.sweep(at=at))


def _stored() -> str:
    told = queries.figures()
    size = filesizeformat(told["bytes"])
    return _now("%(files)s 个，去重后 %(blobs)s 份，%(size)s") % {**told, "size": size}


figure("c.files", _("文件"), _stored)
