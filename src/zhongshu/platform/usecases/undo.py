"""What a use case did outside the database, taken back when it fails: files written, folders made."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Undo = Callable[[], object]

_pending: ContextVar[list[Undo] | None] = ContextVar("undo_on_failure", default=None)


def on_failure(undo: Undo) -> None:
    """Have ``undo`` called if the outermost use case under way fails; last one first.

    A process killed in between runs nothing: what ``undo`` would remove must also be harmless when it stays.
    """
    pending = _pending.get()
    if pending is None:
        raise RuntimeError("only a use case under way can be undone")
    pending.append(undo)


@contextmanager
def undoing() -> Iterator[None]:
    """The extent of one use case; a use case within another is undone with the outer one, too."""
    outer, mine = _pending.get(), list[Undo]()
    token = _pending.set(mine)
    try:
        yield
    except BaseException:
        for undo in reversed(mine):
            undo()
        raise
    finally:
        _pending.reset(token)
    if outer is not None:
        outer.extend(mine)
