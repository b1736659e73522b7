"""What is said on the next page of a limit that a person gave for a day on which offices rest."""

from collections.abc import Iterable
from datetime import date

from django.utils.translation import gettext as _

from zhongshu.kernel.requests import Request
from zhongshu.supervision import queries
from zhongshu.ui.pages import say


def tell_of_rest_days(request: Request, given: Iterable[date | None], *, undo: bool = False) -> None:
    """Say which of ``given`` are no working day (T-05). ``undo``: what was done can be taken back for another day."""
    if told := queries.resting(given):
        say(request, told + (_("要改的，点“撤回”重填。") if undo else ""), tone="warn")
