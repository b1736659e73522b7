"""What floors above wish to hear of. They register at start-up; nothing here knows them."""

from collections.abc import Callable
from datetime import datetime

from zhongshu.kernel.actors import Actor

SecrecyListener = Callable[[Actor, datetime], None]
_on_secrecy_mark: list[SecrecyListener] = []


def on_secrecy_mark(listener: SecrecyListener) -> None:
    """Have ``listener`` told (who, when; never what) whenever a marked paper was turned away (C-01)."""
    _on_secrecy_mark.append(listener)


def tell_of_secrecy_mark(actor: Actor, at: datetime) -> None:
    """Tell everybody registered."""
    for listener in _on_secrecy_mark:
        listener(actor, at)
