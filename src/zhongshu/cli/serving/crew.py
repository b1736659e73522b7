"""One parent, several children: started together, kept alive, stopped together."""

import ctypes
import os
import signal
import sys
import time
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass

STOPPING = frozenset({signal.SIGTERM, signal.SIGINT, signal.SIGHUP})
HEARD = STOPPING | {signal.SIGCHLD}
STEADY_SECONDS = 60.0
LONGEST_PAUSE_SECONDS = 30.0
GRACE_SECONDS = 20.0
PR_SET_PDEATHSIG = 1


@dataclass(slots=True)
class Hand:
    """One child: what it runs, its process while it lives, when it may be started (again)."""

    name: str
    work: Callable[[], None]
    pid: int = 0
    started: float = 0.0
    due: float = 0.0
    falls: int = 0


class Crew:
    """Runs every piece of work in a forked child of its own until told to stop.

    A child that dies is started again, after a pause that doubles with each fall in a row
    (1 s … 30 s) and is forgotten once it has stood for a minute. SIGTERM, SIGINT or SIGHUP
    to the parent stops all: they get SIGTERM and 20 s to finish, then SIGKILL. A second
    signal does not wait. ``tell`` is given a sentence about each fall.
    """

    def __init__(self, works: Mapping[str, Callable[[], None]], tell: Callable[[str], None]) -> None:
        self.hands = [Hand(name, work) for name, work in works.items()]
        self.tell = tell

    def run(self) -> None:
        """Start all and stay until stopped; the caller has let go of everything that may not be forked."""
        signal.pthread_sigmask(signal.SIG_BLOCK, HEARD)
        told = 0
        while told not in STOPPING:
            self._start_those_due()
            told = self._listen()
            self._bury()
        self._stop()

    def _start_those_due(self) -> None:
        for hand in self.hands:
            if not hand.pid and hand.due <= time.monotonic():
                hand.pid, hand.started = _fork(hand.work), time.monotonic()

    def _listen(self) -> int:
        waiting = [hand.due - time.monotonic() for hand in self.hands if not hand.pid]
        heard = signal.sigtimedwait(HEARD, max(0.0, min(waiting, default=3600.0)))
        return heard.si_signo if heard else 0

    def _bury(self) -> None:
        for hand in self.hands:
            if hand.pid and (status := _ended(hand.pid)) is not None:
                lived = time.monotonic() - hand.started
                hand.falls = 1 if lived > STEADY_SECONDS else hand.falls + 1
                pause = min(2.0 ** (hand.falls - 1), LONGEST_PAUSE_SECONDS)
                hand.pid, hand.due = 0, time.monotonic() + pause
                self.tell(f"{hand.name} 意外退出（{status}），{pause:.0f} 秒后重新启动。")

    def _stop(self) -> None:
        for hand in self.hands:
            _signal(hand.pid, signal.SIGTERM)
        limit = time.monotonic() + GRACE_SECONDS
        while any(hand.pid for hand in self.hands):
            heard = signal.sigtimedwait(HEARD, max(0.0, limit - time.monotonic()))
            self._forget_the_ended()
            if heard is None or heard.si_signo in STOPPING:
                for hand in self.hands:
                    _signal(hand.pid, signal.SIGKILL)
                limit = time.monotonic() + GRACE_SECONDS

    def _forget_the_ended(self) -> None:
        for hand in self.hands:
            if hand.pid and _ended(hand.pid) is not None:
                hand.pid = 0


def _fork(work: Callable[[], None]) -> int:
    sys.stdout.flush()
    sys.stderr.flush()
    parent = os.getpid()
    pid = os.fork()
    if pid:
        return pid
    _live_in_own_group(parent)
    code = 1
    try:
        work()
        code = 0
    except SystemExit as leaving:
        code = leaving.code if isinstance(leaving.code, int) else int(leaving.code is not None)
    except BaseException:  # the edge of a process: told in full, then out, never back into the parent's code
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


def _live_in_own_group(parent: int) -> None:
    """Ctrl-C reaches the parent only, which stops us in order; should it be killed, so are we."""
    os.setpgid(0, 0)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, HEARD)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM, 0, 0, 0)
    if os.getppid() != parent:
        os._exit(1)


def _ended(pid: int) -> int | None:
    """The exit code of ``pid`` (negative: the signal that killed it), or None while it lives."""
    done, status = os.waitpid(pid, os.WNOHANG)
    return os.waitstatus_to_exitcode(status) if done else None


def _signal(pid: int, signum: int) -> None:
    if pid:
        os.kill(pid, signum) if signum != signal.SIGKILL else os.killpg(pid, signum)
