"""Origins and returns counted anew from the rows, for the nightly recount of the totals."""

from collections.abc import Iterator

from django.db import connection

from zhongshu.matters import tallies
from zhongshu.matters.models import Measure
from zhongshu.matters.tallies import EPOCH, NEVER, Counted, Key
from zhongshu.supervision.models import KIND

_ROWS = "supervision_directive d JOIN matters_matter m ON m.id = d.matter_id"
_OPEN, _ENDED = 'm."group" = 1', 'm."group" = 2 AND m.closed_at IS NOT NULL'


def recounted() -> Iterator[Counted]:
    """Every total of origins and returns that is not nought."""
    month = tallies.month_sql(tallies.local_day_sql("m", "closed_at"))
    due = "CASE WHEN m.stopped_on IS NULL THEN m.current_due END"
    unit, none, sent_back = "coalesce(m.lead_unit_id, 0)", "CAST(NULL AS date)", " AND d.returns > 0"
    for measure, of_unit, code, day, where in (
        (Measure.ORIGIN, "0", "d.origin", due, _OPEN),
        (Measure.ORIGIN_ENDED, "0", "d.origin", month, _ENDED),
        (Measure.BACK, unit, "''", none, _OPEN + sent_back),
        (Measure.BACK_ENDED, unit, "''", month, _ENDED + sent_back),
    ):
        without = NEVER if measure == Measure.ORIGIN else EPOCH
        sql = (
            f"SELECT m.organ_id, {of_unit} AS of_unit, {code} AS of_code, {day} AS of_day, COUNT(*) "  # noqa: S608
            f"FROM {_ROWS} WHERE {where} GROUP BY 1, 2, 3, 4"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql)
            for organ_id, unit_id, of_code, of_day, n in cursor.fetchall():
                told = tallies.day_of(of_day) if of_day else without
                yield (organ_id, KIND, Key(str(measure), unit_id, of_code, told)), (n, 0)
