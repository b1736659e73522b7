"""What every verb of assets does at its end: save what changed, write the journal, put it on the next desk."""

from collections.abc import Iterable
from datetime import datetime

from django.urls import reverse

from zhongshu.assets.models import Asset, Stocktake
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.matters import services as matters
from zhongshu.matters.models import Role
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.changes import save_changes


def keep(asset: Asset, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save an asset and write ``verb`` into its journal."""
    save_changes(asset)
    journal.record(stream=asset.stream, verb=f"assets.{verb}", actor=actor, at=at, data=facts)


def keep_round(one: Stocktake, verb: str, *, actor: Actor, at: datetime, **facts: object) -> None:
    """Save a stocktake with its matter and write ``verb`` into its journal."""
    matters.keep(one, f"assets.{verb}", actor=actor, at=at, **facts)


def to_count(one: Stocktake, counter_ids: Iterable[int], *, at: datetime) -> None:
    """On the desks of who counts, who are told."""
    told = on_record("请清点资产：%(title)s") % {"title": one.matter.title}
    for person_id in counter_ids:
        _put(one, Role.HANDLE, person_id, told, at=at)


def to_decide(one: Stocktake, *, at: datetime) -> None:
    """On the desk of the leader who was asked, who is told; of the organ where he left and no other could be."""
    told = on_record("请审定盘点结果：%(title)s") % {"title": one.matter.title}
    if one.approver_id:
        _put(one, Role.APPROVE, one.approver_id, told, at=at)
        return
    matters.assign(one.matter, Role.APPROVE, unit_id=one.matter.organ_id, due=one.until, at=at)


def _put(one: Stocktake, role: Role, person_id: int, told: str, *, at: datetime) -> None:
    matters.assign(one.matter, role, person_id=person_id, due=one.until, at=at)
    url = reverse("assets:stocktake", args=[one.pk])
    matters.tell_person(one.matter, person_id, told, url=url, at=at)
