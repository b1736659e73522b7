"""Addresses without arguments, and such as differ in one number, as every row of a list has one: worked out once.

No request of ours has addresses of its own, so the settings say which there are.
"""

from functools import cache

from django.conf import settings
from django.urls import get_script_prefix, reverse


def fixed(name: str) -> str:
    """The address called ``name``, which has no argument."""
    return _reversed(name, settings.ROOT_URLCONF, get_script_prefix())


@cache
def _reversed(name: str, urlconf: str, prefix: str) -> str:
    return reverse(name, urlconf)


def numbered(name: str, number: int) -> str:
    """The address called ``name``, whose only argument is ``number``."""
    before, after = _around(name, settings.ROOT_URLCONF, get_script_prefix())
    return f"{before}{number}{after}"


@cache
def _around(name: str, urlconf: str, prefix: str) -> tuple[str, str]:
    """What stands before the number and after it."""
    one, two = (reverse(name, urlconf, args=[number]) for number in (1, 23))
    before = next(n for n, (mine, yours) in enumerate(zip(one, two, strict=False)) if mine != yours)
    return one[:before], one[before + 1 :]
