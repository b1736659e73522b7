"""When the clocks of some matters stood, counted anew by another calendar: read at once, written back at once."""

from collections import defaultdict
from collections.abc import Collection
from datetime import date

from zhongshu.kernel.worktime import Calendar
from zhongshu.supervision import rules
from zhongshu.supervision.models import Suspension

COUNTED = ("old_due", "days_left", "new_due")


class Stops:
    """The stops of the matters ``directive_ids``, oldest first; ``anew`` are those that came out otherwise."""

    def __init__(self, directive_ids: Collection[int]) -> None:
        self.of, self.anew = defaultdict[int, list[Suspension]](list), list[Suspension]()
        stood = Suspension.objects.filter(directive_id__in=directive_ids, days_left__isnull=False)
        for stop in stood.order_by("pk"):
            self.of[stop.directive_id].append(stop)

    def day_after(self, directive_id: int, was: date, now: date, calendar: Calendar) -> tuple[date, date]:
        """Where a date that ``was`` and is ``now`` stood behind the stops that followed from it, and where it stands."""
        for stop in self.of[directive_id]:
            assert stop.since is not None
            told = [getattr(stop, name) for name in COUNTED]
            was, now = stop.old_due, now if stop.old_due == was else stop.old_due
            stop.old_due, stop.days_left = now, max(calendar.count(stop.since, now), 0)
            if stop.resumed_on is not None and stop.new_due is not None:
                was, now = stop.new_due, rules.T_09_resumed_due(stop.resumed_on, stop.days_left, calendar)
                stop.new_due = now
            if told != [getattr(stop, name) for name in COUNTED]:
                self.anew.append(stop)
        return was, now

    def keep(self) -> None:
        """Write what came out otherwise."""
        Suspension.objects.bulk_update(self.anew, COUNTED, batch_size=200)
