"""How the archive is told: sentences of the timeline, names of faults and properties."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as now
from django.utils.translation import gettext_lazy as _

from zhongshu.platform.journal import sentences

FAULTS = {
    "missing": _("缺少"),
    "differs": _("内容已变"),
    "foreign": _("外来文件"),
    "manifest": _("清单被改动"),
    "replaced": _("清单与登记的摘要不符"),
    "unreadable": _("读不出来"),
    "metadata": _("元数据与文件不符"),
    "chain": _("留痕链条断开"),
}
PROPERTIES = {
    "authenticity": _("真实性"),
    "completeness": _("完整性"),
    "usability": _("可用性"),
    "safety": _("安全性"),
}


def register() -> None:
    """Teach the timeline the archive's verbs."""
    sentences.register("archive.deposited", _deposited, icon="archive", tone="green")
    sentences.register("archive.checked", _checked, icon="shield-check")
    sentences.register("archive.copied", _copied, icon="download")
    sentences.register("archive.list_exported", _listed, icon="download")


def _deposited(told: Mapping[str, Any]) -> str:
    return now("归档，档号 %(code)s，文件 %(files)s 份") % told


def _checked(told: Mapping[str, Any]) -> str:
    if told["sound"]:
        return now("检查归档包，全部相符")
    return now("检查归档包，发现 %(faults)s 处不符，首先是 %(first)s") % told


def _listed(told: Mapping[str, Any]) -> str:
    return now("导出归档目录 %(count)s 条") % told


def _copied(told: Mapping[str, Any]) -> str:
    return now("下载归档文件 %(path)s") % told if told["path"] else now("下载归档包 %(code)s") % told
