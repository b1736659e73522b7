"""What processes cost: CPU seconds and memory of whole process trees, read from /proc (Linux)."""

import os
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
MB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Memory:
    """Resident (``rss``) and proportional (``pss``) memory, in MB."""

    rss: float
    pss: float


def tree(*roots: int) -> set[int]:
    """The processes ``roots`` and everything they have started that lives."""
    parents = _parents()
    found, left = set(), list(roots)
    while left:
        pid = left.pop()
        found.add(pid)
        left += parents.get(pid, [])
    return found


def children(pid: int) -> list[int]:
    """What ``pid`` itself has started that lives."""
    return _parents().get(pid, [])


def _parents() -> dict[int, list[int]]:
    started: dict[int, list[int]] = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        fields = _fields(stat)
        if fields:
            started.setdefault(int(fields[1]), []).append(int(stat.parent.name))
    return started


def cpu_seconds(pids: Iterable[int]) -> float:
    """CPU seconds used so far by ``pids`` and by their children that have ended."""
    ticks = 0
    for pid in pids:
        fields = _fields(Path(f"/proc/{pid}/stat"))
        ticks += sum(map(int, fields[11:15])) if fields else 0
    return ticks / TICK


def memory(pids: Iterable[int]) -> Memory:
    """Memory of ``pids`` together."""
    rss = pss = 0
    for pid in pids:
        try:
            rolled = Path(f"/proc/{pid}/smaps_rollup").read_text()
        except (FileNotFoundError, ProcessLookupError):
            continue
        facts = {line.split(":")[0]: line.split()[1] for line in rolled.splitlines()[1:]}
        rss, pss = rss + int(facts["Rss"]), pss + int(facts["Pss"])
    return Memory(rss / 1024, pss / 1024)


def busy_seconds() -> float:
    """CPU seconds that the whole machine has been busy since it was started."""
    user, nice, system, _idle, _iowait, irq, soft, *_ = map(
        int, Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    )
    return (user + nice + system + irq + soft) / TICK


def own_seconds() -> float:
    """CPU seconds of this process, the client."""
    return time.process_time()


def await_rest(root: int, *, seconds: float = 90.0, share: float = 0.03) -> None:
    """Wait until ``root`` and what it has started use no more than ``share`` of a core, at most ``seconds``."""
    limit = time.monotonic() + seconds
    while time.monotonic() < limit:
        before = cpu_seconds(tree(root))
        time.sleep(2)
        if cpu_seconds(tree(root)) - before <= 2 * share:
            return


def load() -> str:
    """The load average of the last minute."""
    return f"{os.getloadavg()[0]:.1f}"


def folder_mb(folder: Path) -> float:
    """What lies in ``folder``, in MB."""
    return sum(one.stat().st_size for one in folder.rglob("*") if one.is_file()) / MB


def _fields(stat: Path) -> list[str]:
    """The fields of a stat file after the name: state, parent, …"""
    try:
        return stat.read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return []
