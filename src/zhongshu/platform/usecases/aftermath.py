"""What must be written although the use case came to nothing: that, when and why it was refused.

The counterpart of ``undo``: that takes back files before the roll-back, this speaks after it.
"""

from collections.abc import Callable
from contextvars import ContextVar

Callback = Callable[[], None]


class _Watch:
    """Callbacks waiting to see how their use case ends (``armed``), and those to be run (``due``)."""

    def __init__(self) -> None:
        self.armed: list[Callback] = []
        self.due: list[Callback] = []

    def failed_from(self, mark: int) -> None:
        self.due += self.armed[mark:]
        del self.armed[mark:]


_watch: ContextVar[_Watch | None] = ContextVar("use_case_aftermath", default=None)


def after_failure(callback: Callback) -> None:
    """Have ``callback`` run after the present use case has failed and was rolled back.

    It runs once the outermost use case has ended, whether that held or not, so what it writes
    stays. RuntimeError outside a use case, where nobody would ever call it.
    """
    watch = _watch.get()
    if watch is None:
        raise RuntimeError("only a use case under way can fail")
    watch.armed.append(callback)


def under_way() -> object | None:
    """What stands for the use case being carried out, one thing from the beginning of the outermost to its end."""
    return _watch.get()


class remembering:  # noqa: N801  read as a word after ``with``
    """Around the transaction of a use case. Inner ones hand what is due to the outermost.

    Written out as a class, as ``undoing`` is: every act passes both, and a generator takes four calls more.
    """

    __slots__ = ("mark", "outer", "token", "watch")

    def __enter__(self) -> None:
        self.outer = _watch.get()
        self.watch = self.outer or _Watch()
        self.mark = len(self.watch.armed)
        self.token = _watch.set(self.watch)

    def __exit__(self, kind: type[BaseException] | None, *_how: object) -> None:
        if kind is not None:
            self.watch.failed_from(self.mark)
        _watch.reset(self.token)
        if self.outer is None:
            for callback in self.watch.due:
                callback()
