from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.platform.journal.sentences import register


def _stored(data: Mapping[str, Any]) -> str:
    return _("上传了文件《%(name)s》") % {"name": data["name"]}


def _downloaded(data: Mapping[str, Any]) -> str:
    return _("下载了文件《%(name)s》") % {"name": data["name"]}


register("files.stored", _stored, icon="paperclip")
register("files.downloaded", _downloaded, icon="download")
register(
    "files.turned_away_marked", gettext_lazy("提交的内容带有密级标志，未予接收"), icon="lock", tone="red"
)
