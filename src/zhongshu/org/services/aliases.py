"""Other names that units go by (发改委): added by the keeper, learnt from corrections, revoked again."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict
from zhongshu.org import queries
from zhongshu.org.models import Unit, UnitAlias
from zhongshu.org.services.locks import locked
from zhongshu.org.services.trail import told
from zhongshu.org.services.units import kept
from zhongshu.platform.usecases.registry import use_case


@use_case("org.add_alias")
def add_alias(
    *, actor: Actor, unit_id: int, name: str, source: str = "correction", at: datetime
) -> UnitAlias:
    """Let a unit also be known as ``name``; refused when that is another unit's name or alias."""
    return note_alias(actor=actor, unit=kept(actor, unit_id), name=name, source=source, at=at)


@use_case("org.revoke_alias")
def revoke_alias(*, actor: Actor, alias_id: int, at: datetime) -> UnitAlias:
    """A unit is no longer known by this alias."""
    alias = locked(UnitAlias.objects.select_related("unit"), alias_id)
    kept(actor, alias.unit_id)
    return forget_alias(actor=actor, alias=alias, at=at)


def note_alias(*, actor: Actor, unit: Unit, name: str, source: str, at: datetime) -> UnitAlias:
    """Write down another name of ``unit`` for a use case that has judged who may; ``source`` says whence."""
    name = name.strip()
    other = queries.directory().get(name)
    if other is not None and other != unit.pk:
        raise Conflict("name_is_taken", _("“%(name)s”已经是另一个单位的名称。") % {"name": name})
    made = UnitAlias.kept(unit, name, source=source, at=at)
    told(unit, "alias_added", actor=actor, at=at, alias=made.name)
    return made


def forget_alias(*, actor: Actor, alias: UnitAlias, at: datetime) -> UnitAlias:
    """Revoke an alias for a use case that has judged who may."""
    alias.revoked_at = at
    alias.save(update_fields=["revoked_at"])
    told(alias.unit, "alias_revoked", actor=actor, at=at, alias=alias.name)
    return alias
