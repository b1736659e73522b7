"""What a check found, in words."""

from django.utils.translation import gettext as _

from zhongshu.archive.services import Checked
from zhongshu.archive.wording import FAULTS, PROPERTIES


def finding(checked: Checked) -> tuple[str, str]:
    """The sentence to be said after a check, and its tone."""
    first = checked.first
    if first is None:
        return _("检查通过：真实性、完整性、可用性、安全性四项相符，没有外来文件。"), "ok"
    told = {
        "property": PROPERTIES[first.broken],
        "path": first.path,
        "what": FAULTS[first.kind],
        "n": len(checked.faults),
    }
    return _("检查不通过，%(property)s有问题：%(path)s，%(what)s（共%(n)s处）。") % told, "late"
