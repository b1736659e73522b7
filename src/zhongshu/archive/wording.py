"""Names of what can be wrong with a package, and of the four properties of a record."""

from django.utils.translation import gettext_lazy as _

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
