"""What floors above tell the archive: who may not carry away what."""

from collections.abc import Callable
from typing import Any

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.verdicts import YES, Verdict

MayCopy = Callable[[Actor, Any], Verdict]

_asked: dict[str, MayCopy] = {}


def ask_before_copies(app: str, may: MayCopy) -> None:
    """Have ``may`` asked, with the actor and the deposit, before a package or a file of it is given away."""
    _asked[app] = may


def may_copy(actor: Actor, deposit: Any) -> Verdict:
    """Whether nobody objects to ``actor`` taking a copy of ``deposit``."""
    verdicts = (may(actor, deposit) for may in _asked.values())
    return next((one for one in verdicts if not one), YES)
