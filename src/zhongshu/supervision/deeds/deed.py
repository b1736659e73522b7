"""What a deed is: its address, its words, its form and its service."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zhongshu.supervision.services import Decided
from zhongshu.ui import deeds
from zhongshu.ui.deeds import Words

Run = Callable[[dict[str, Any], dict[str, Any]], object]
DECISION = ("how", "other_id", "why")
"""Fields that tell what becomes of the open matters that a task is like."""


def decided(data: dict[str, Any]) -> Decided:
    """Those fields as the decision that a service is given."""
    return Decided(how=data["how"], other_id=data["other_id"], reason=data["why"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.Deed):
    """One thing that can be done to a matter.

    ``resource``  last part of the address, and the name of the URL.
    ``verbs``     the verbs of the policy; one of them must be offered for the button to show.
    ``run``       calls the service with the cleaned form and the common arguments.
    ``take_back`` what it is to ``services.take_back``, if it can be taken back within seconds.
    ``opens``     another matter, to which one goes afterwards.
    ``confirm``   asked first; names the matter where it holds ``%(title)s``.
    """

    resource: str
    verbs: tuple[str, ...]
    run: Run
    confirm: Words = ""
    take_back: str = ""
    opens: bool = False

    @property
    def url_name(self) -> str:
        """Name of its address."""
        return f"supervision:{self.resource}"
