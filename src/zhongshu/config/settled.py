"""The framework's settings, found where they lie once they have been read.

Each ``settings.X`` goes through two functions that ask whether ``X`` is a method to be hidden: a page asks fifty times,
which costs as much as the statement that finds its session.
"""

from django.conf import LazySettings, settings


class Settled(LazySettings):
    """Settings as the framework keeps them; a value it has put among the object's own is taken from there."""

    __getattribute__ = object.__getattribute__


def settle() -> None:
    """From now on; settings may still be overridden, which empties what was kept."""
    object.__dict__["__class__"].__set__(settings, Settled)
