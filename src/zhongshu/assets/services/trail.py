"""What every verb of assets does at its end: save what changed, write the journal."""

from datetime import datetime

from zhongshu.assets.models import Asset
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.changes import save_changes


def keep(asset: Asset, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save an asset and write ``verb`` into its journal."""
    save_changes(asset)
    journal.record(stream=asset.stream, verb=f"assets.{verb}", actor=actor, at=at, data=facts)
