"""The times written down as matters were closed out, for the nightly recount of the totals."""

from collections.abc import Iterator

from django.db import connection

from zhongshu.matters import tallies
from zhongshu.matters.models import Measure
from zhongshu.matters.tallies import Counted, Key
from zhongshu.supervision.models import KIND, STAGE_STATES


def times_recounted() -> Iterator[Counted]:
    """The times written down so far, summed by organ, stage and month of ending."""
    month = tallies.month_sql(tallies.local_day_sql("m", "closed_at"))
    for stage in STAGE_STATES:
        sql = (
            f"SELECT m.organ_id, {month} AS of_month, COUNT(*), SUM(d.took_{stage}) "  # noqa: S608  our own names
            "FROM supervision_directive d JOIN matters_matter m ON m.id = d.matter_id "
            f"WHERE d.took_{stage} IS NOT NULL GROUP BY 1, 2"
        )
        with connection.cursor() as cursor:
            cursor.execute(sql)
            for organ_id, day, n, amount in cursor.fetchall():
                yield (organ_id, KIND, Key(Measure.TOOK, 0, stage, tallies.day_of(day))), (n, int(amount))
