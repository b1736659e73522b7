"""How it is told that a matter went to an authority, and that evidence was not taken."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from zhongshu.platform.journal.sentences import register


def _transferred(facts: Mapping[str, Any]) -> str:
    """To whom and why only for whom that is (D-11)."""
    if "to" in facts:
        return _("移送%(to)s：%(reason)s") % facts
    return _("随上级事项%(number)s移送有权机关") % facts if "number" in facts else _("移送有权机关")


register("supervision.transferred", _transferred, icon="arrow-forward-up", reserved=("to", "reason"))
register(
    "supervision.evidence_refused",
    lambda d: _("不认可佐证%(names)s：%(reason)s") % d,
    icon="eye-check",
    tone="amber",
)
