from django.db.models import Q

from zhongshu.matters.models import Group


def stopped() -> Q:
    """Claims and undertakings that came to nothing: refused or made void. What they had bound is free again."""
    return Q(matter__group=Group.VOID) | Q(matter__state="refused")
