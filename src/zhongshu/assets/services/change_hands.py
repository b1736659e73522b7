from datetime import datetime

from zhongshu.assets.models import Asset, State
from zhongshu.assets.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.platform.usecases.changes import remember


def change_hands(from_id: int, to_id: int, actor: Actor, at: datetime) -> int:
    """All that one person answers for goes to another when he leaves his post; part of that use case.

    Returns how many. The organisation's keeper sees to it that the successor is there and takes it.
    """
    rows = Asset.objects.filter(keeper_id=from_id).exclude(state=State.DISPOSED)
    held = list(rows.select_for_update().order_by("pk"))
    facts = {"from": org.person(from_id).name, "to": org.person(to_id).name}
    for asset in held:
        remember(asset)
        asset.keeper_id = to_id
        trail.keep(asset, "changed_hands", actor=actor, at=at, **facts)
    return len(held)
