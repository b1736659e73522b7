"""What is asked, of every system the same: the random choices of W1–W6 over D(N), and the right answers."""

import datetime as dt
import random
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from bench import dataset
from bench.dataset import CLOSED, IN_PROGRESS, PROBES, RETURNED, UNITS, Task

TITLES = {
    "W1": "create",
    "W2": "report progress",
    "W3": "my open matters",
    "W4": "overdue in one unit",
    "W5": "search",
    "W6": "one matter, history",
}
READS = ("W3", "W4", "W5", "W6")
MEMBER, SUPERVISOR = 1, 201


@dataclass(slots=True)
class Drawn:
    """What the data set holds, as far as the workload asks for it; ``today`` decides what is late."""

    count: int
    today: dt.date
    mine: int = 0
    late_in_7: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(PROBES, 0))
    under_way: list[int] = field(default_factory=list)

    def matter(self, rng: random.Random) -> int:
        """Any matter."""
        return rng.randint(1, self.count)

    def one_under_way(self, rng: random.Random) -> int:
        """A matter on which progress can be reported."""
        return rng.choice(self.under_way)

    def unit(self, rng: random.Random) -> int:
        """Any unit."""
        return rng.randint(1, UNITS)

    def probe(self, rng: random.Random) -> str:
        """A word of which it is known where it stands."""
        return rng.choice(PROBES)

    def see(self, task: Task) -> Task:
        """Note what ``task`` adds to the answers."""
        is_open = task.status != CLOSED
        self.mine += is_open and task.lead == MEMBER
        self.late_in_7 += is_open and task.unit == 7 and task.due < self.today
        if task.status in (IN_PROGRESS, RETURNED):
            self.under_way.append(task.id)
        for probe in PROBES:
            self.found[probe] += probe in task.title or probe in task.body
        return task


def here_and_now() -> dt.date:
    """Today where the office stands."""
    return dt.datetime.now(ZoneInfo("Asia/Shanghai")).date()


def draw(count: int) -> Drawn:
    """Go through D(``count``) once and note what the workload needs."""
    drawn = Drawn(count, here_and_now())
    for task in dataset.tasks(count):
        drawn.see(task)
    return drawn


def words(count: int, rng: random.Random) -> str:
    """``count`` words of the trade in a row."""
    return "".join(rng.choice(dataset.WORDS) for _ in range(count))
