from dataclasses import dataclass
from typing import Any

from zhongshu.ui import deeds

Data = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.SubjectDeed):
    """One form; about an asset or a stocktake its ``name`` is that of the verb that must be offered."""

    area = "assets"
