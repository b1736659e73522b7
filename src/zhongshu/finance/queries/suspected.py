from collections.abc import Iterable

from zhongshu.finance.models import Claim, Outlay, SplitFlag, Undertaking


def suspected(found: Iterable[SplitFlag]) -> dict[int, list[Outlay]]:
    """The papers that each of these suspicions is about as they are today, by its id, in the order of their hand-in.

    Whoever may read a suspicion may read these of it; what his route hides of them, their sight says.
    """
    flags = list(found)
    ids = {pk for one in flags for pk in (one.matter_id, *one.others)}
    claims = Claim.objects.select_related("matter").in_bulk(ids)
    undertakings = Undertaking.objects.select_related("matter").in_bulk(ids)
    papers: dict[int, Outlay] = {**claims, **undertakings}
    return {
        one.pk: [papers[pk] for pk in sorted({one.matter_id, *one.others}) if pk in papers] for one in flags
    }
