"""How long work tells its way, without knowing who listens."""

from collections.abc import Callable

Step = Callable[[int], None]


def unheard(count: int) -> None:
    """``count`` steps more are done, and nobody follows them."""
