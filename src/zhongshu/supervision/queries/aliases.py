"""Names of units learnt from corrections on the split page, and from ledgers taken over."""

from datetime import datetime

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.keysets import ordered
from zhongshu.kernel.paging import Page
from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import UnitAlias
from zhongshu.supervision import policies

_TAUGHT, _BY_LEDGER = "intake:", "ledger:"


def taught_by(intake_id: int) -> str:
    """What an alias learnt from this intake has as its source."""
    return f"{_TAUGHT}{intake_id}"


def taught_by_ledger(import_id: int) -> str:
    """What an alias explained for this import has as its source."""
    return f"{_BY_LEDGER}{import_id}"


def learnt_aliases(actor: Actor, *, cursor: str = "", before: str = "", size: int = 25) -> Page[UnitAlias]:
    """Every name learnt, revoked ones too, newest first; for those who supervise."""
    policies.may_supervise(actor).require()
    newest = ordered(
        _learnt().select_related("unit__organ"), newest_first=True, learnt_at=datetime.fromisoformat, id=int
    )
    return newest.page(after=cursor, before=before, size=size)


def learnt_from(intake_id: int) -> list[UnitAlias]:
    """The names that the corrections of one intake taught and that still hold."""
    return _in_force(taught_by(intake_id))


def explained_for(import_id: int) -> list[UnitAlias]:
    """The names that were explained for one import and that still hold."""
    return _in_force(taught_by_ledger(import_id))


def _in_force(source: str) -> list[UnitAlias]:
    kept = UnitAlias.objects.filter(source=source, revoked_at__isnull=True)
    return list(kept.select_related("unit").order_by("id"))


def learnt_alias_for_update(alias_id: int) -> UnitAlias:
    """A learnt name still in force, locked; 404 for any other."""
    found = _learnt().select_for_update(of=("self",)).filter(pk=alias_id, revoked_at__isnull=True)
    alias = found.select_related("unit").first()
    if alias is None:
        raise NotFound("no_such_alias", _("没有这个叫法，或者已经停用。"))
    return alias


def _learnt() -> QuerySet[UnitAlias]:
    return UnitAlias.objects.filter(Q(source__startswith=_TAUGHT) | Q(source__startswith=_BY_LEDGER))
