"""What a deed is: its address, its words, its form and its service."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from zhongshu.ui import deeds

Run = Callable[[Any, dict[str, Any]], object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed(deeds.Deed):
    """One verb of a paper's page.

    ``offer``     as ``policies.offered`` names it.
    ``resource``  last part of the address, and the name of the URL.
    ``run``       calls the service with the cleaned form and the common arguments.
    """

    offer: str
    resource: str
    run: Run

    @property
    def url_name(self) -> str:
        """Name of its address."""
        return f"approvals:{self.resource}"
