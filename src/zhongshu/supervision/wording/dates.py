"""How it is told that a new table of workdays moved a date."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.platform.journal.sentences import register


def _recomputed(facts: Mapping[str, Any]) -> str:
    """Where a later date was granted, only the first one moved: it is that which is assessed (D-20)."""
    if facts.get("first"):
        return _("按%(notice)s重新计算原定时限：%(old)s改为%(new)s，现时限不变") % facts
    return _("按%(notice)s重新计算时限：%(old)s改为%(new)s") % facts


register("supervision.recomputed", _recomputed, icon="calendar-event", tone="amber")
