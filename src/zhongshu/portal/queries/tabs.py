"""The sentence above the desk, and the four boxes as tabs."""

from dataclasses import dataclass

from django.utils.translation import gettext_lazy

from zhongshu.matters.queries import Counts
from zhongshu.ui.parts import Tab

TITLES = {
    "todo": gettext_lazy("待办"),
    "toread": gettext_lazy("待阅"),
    "started": gettext_lazy("我发起"),
    "done": gettext_lazy("已办"),
}


@dataclass(frozen=True, slots=True)
class Summary:
    """今天 ``now`` 件要办，其中 ``late`` 件已逾期；另有 ``toread`` 件待阅. ``todo`` is the whole box."""

    now: int
    late: int
    todo: int
    toread: int


def summary(counted: Counts) -> Summary:
    """How much is to be done today; overdue and due today both count."""
    return Summary(counted.late + counted.today, counted.late, counted.todo, counted.toread)


def boxes(current: str, counted: Summary) -> list[Tab]:
    """The four boxes; the two that ask for something carry a count."""
    counts = {"todo": counted.todo, "toread": counted.toread}
    return [Tab(title, f"?box={code}", counts.get(code), code == current) for code, title in TITLES.items()]
