"""Named filters of the ledger: one's own, and those the people of one's units share."""

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.prepared import prepared
from zhongshu.kernel.refusals import NotFound
from zhongshu.supervision.models import SavedFilter

SHOWN = 40
"""Of so many a list is made; a person keeps fewer, a unit rarely more."""


def saved_filters(actor: Actor) -> list[SavedFilter]:
    """Those of ``actor`` first, then what is shared with a unit of his, each in the order they were made."""
    rows = _seen(actor.person_id or 0, tuple(sorted(actor.unit_ids)) or (0,))
    return sorted(rows, key=lambda kept: kept.person_id != actor.person_id)


@prepared
def _seen(person_id: int, unit_ids: tuple[int, ...]) -> QuerySet[SavedFilter]:
    seen = SavedFilter.objects.filter(Q(person_id=person_id) | Q(shared_with__pk__in=unit_ids))
    return seen.select_related("person", "shared_with").order_by("id")[:SHOWN]


def own_filter_for_update(actor: Actor, filter_id: int) -> SavedFilter:
    """A filter of ``actor`` himself, locked; 404 for any other, shared ones too."""
    own = SavedFilter.objects.select_for_update(of=("self",)).filter(person_id=actor.person_id or 0)
    kept = own.filter(pk=filter_id).first()
    if kept is None:
        raise NotFound("no_such_filter", _("没有这个筛选，或者不是您存的。"))
    return kept
