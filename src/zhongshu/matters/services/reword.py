from collections.abc import Collection

from zhongshu.matters.models import Attachment, Matter
from zhongshu.matters.services.open import searchable
from zhongshu.platform.search import services as search


def reword(matter: Matter, *, title: str, body: str) -> bool:
    """Give a matter another title and text; part of a use case that saves it. Whether anything changed."""
    old = searchable(matter)
    matter.title, matter.body = title.strip(), body.strip()
    changed = searchable(matter) != old
    if changed:
        search.index(matter.pk, searchable(matter), old=old)
    return changed


def detach(matter: Matter, attachment_ids: Collection[int]) -> list[str]:
    """Take files out of a matter, by the ids of their attachments; returns their names. The files stay in store."""
    rows = Attachment.objects.filter(matter=matter, pk__in=attachment_ids).select_related("file")
    names = [one.file.name for one in rows]
    rows.delete()
    return names
