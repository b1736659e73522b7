"""What a use case did outside the database, taken back when it fails: files written, folders made."""

from collections.abc import Callable
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


class undoing:  # noqa: N801  read as a word after ``with``
    """The extent of one use case; a use case within another is undone with the outer one, too."""

    __slots__ = ("mine", "outer", "token")

    def __enter__(self) -> None:
        self.outer = _pending.get()
        self.mine: list[Undo] = []
        self.token = _pending.set(self.mine)

    def __exit__(self, kind: type[BaseException] | None, *_how: object) -> None:
        try:
            if kind is not None:
                for undo in reversed(self.mine):
                    undo()
        finally:
            _pending.reset(self.token)
        if kind is None and self.outer is not None:
            self.outer.extend(self.mine)
