from zhongshu.matters.models import Matter
from zhongshu.matters.services.open import searchable
from zhongshu.platform.search import services as search


def reindex() -> int:
    """Forget the words of all matters and index them anew; how many. For a database just filled by other means."""
    search.clear()
    rows = ((one.pk, searchable(one)) for one in Matter.objects.order_by("pk").iterator(chunk_size=1000))
    count = search.index_many(rows)
    search.tidy()
    return count
