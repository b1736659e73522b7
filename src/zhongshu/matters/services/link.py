from datetime import datetime

from zhongshu.matters.models import Link, LinkKind, Matter


def link(source: Matter, kind: LinkKind, target: Matter, *, at: datetime) -> Link:
    """Record that ``source`` stands in ``kind`` to ``target`` (来龙去脉)."""
    return Link.objects.get_or_create(source=source, target=target, kind=kind, defaults={"at": at})[0]
