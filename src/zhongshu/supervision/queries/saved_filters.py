"""Named filters of the ledger: one's own, and those the people of one's units share."""

from django.db.models import Q
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.supervision.models import SavedFilter

SHOWN = 40
"""Of so many a list is made; a person keeps fewer, a unit rarely more."""


def saved_filters(actor: Actor) -> list[SavedFilter]:
    """Those of ``actor`` first, then what is shared with a unit of his, each in the order they were made."""
    shared = Q(shared_with__in=sorted(actor.unit_ids)) if actor.unit_ids else Q()
    mine = Q(person_id=actor.person_id or 0)
    found = SavedFilter.objects.filter(mine | shared if shared else mine)
    rows = list(found.select_related("person", "shared_with").order_by("id")[:SHOWN])
    return sorted(rows, key=lambda kept: kept.person_id != actor.person_id)


def own_filter_for_update(actor: Actor, filter_id: int) -> SavedFilter:
    """A filter of ``actor`` himself, locked; 404 for any other, shared ones too."""
    own = SavedFilter.objects.select_for_update(of=("self",)).filter(person_id=actor.person_id or 0)
    kept = own.filter(pk=filter_id).first()
    if kept is None:
        raise NotFound("no_such_filter", _("没有这个筛选，或者不是您存的。"))
    return kept
