"""What numbers were given. Numbers tell nothing of the matter they stand on, so no actor is asked."""

from django.db.models import Count, Max, QuerySet

from zhongshu.platform.numbering.models import Counter, Issued


def issued(series: str, year: int) -> QuerySet[Issued]:
    """All numbers given in ``series`` (its code) and ``year``, void ones too, in order."""
    return Issued.objects.filter(series__code=series, year=year).order_by("n")


def gaps(series: str, year: int) -> list[int]:
    """Numbers that should be there and are not. Always empty, or law 6 is broken."""
    rows = issued(series, year).order_by()
    found = rows.aggregate(count=Count("n"), highest=Max("n"))
    last = Counter.objects.filter(series__code=series, year=year).values_list("last", flat=True).first() or 0
    highest = max(last, found["highest"] or 0)
    if found["count"] == highest:
        return []
    return sorted(set(range(1, highest + 1)) - set(rows.values_list("n", flat=True)))


def all_gaps() -> dict[tuple[str, int], list[int]]:
    """Gaps of every series and year that has any; empty when the house is in order."""
    runs = Counter.objects.values_list("series__code", "year").order_by("series__code", "year")
    return {(code, year): missing for code, year in runs if (missing := gaps(code, year))}
