"""What the framework keeps for a request is kept by its thread, since a request is answered by one from end to end.

Language and addresses are asked two hundred times a page. The framework is made for servers of many tasks in one
thread, too, and looks through a context for each answer (:class:`asgiref.local.Local`): a twentieth of a page.
"""

from threading import local

from django.urls import base
from django.utils.translation import trans_real


def settle() -> None:
    """Keep the active language, the address prefix and the table of addresses by thread; once, before any is set."""
    trans_real._active = local()  # type: ignore[attr-defined]
    base._prefixes = local()  # type: ignore[attr-defined]
    base._urlconfs = local()  # type: ignore[attr-defined]
