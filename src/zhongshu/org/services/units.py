from datetime import datetime

from django.db.models import F, Value
from django.db.models.functions import Concat, Substr
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import policies, queries, registry, rules
from zhongshu.org.models import Appointment, Unit, UnitAlias
from zhongshu.org.services.trail import keep
from zhongshu.platform.usecases.registry import use_case

EDITABLE = ("number_prefix", "fonds_code", "order")


@use_case("org.open_unit")
def open_unit(
    *,
    actor: Actor,
    code: str,
    name: str,
    short_name: str = "",
    kind: str,
    parent_id: int | None = None,
    number_prefix: str = "",
    fonds_code: str = "",
    order: int = 0,
    at: datetime,
) -> Unit:
    """Open a unit under ``parent_id`` (None: at the top). ``code`` is unique in the house."""
    parent = queries.unit(parent_id) if parent_id else None
    policies.may_keep(actor, parent).require()
    rules.placed(kind, parent).require()
    _unused(code)
    made = Unit(code=code, name=name.strip(), short_name=short_name.strip() or name.strip(), kind=kind)
    made.parent, made.number_prefix, made.fonds_code, made.order = parent, number_prefix, fonds_code, order
    made.path = ""
    made.save(force_insert=True)
    is_organ = kind in rules.ORGANS or parent is None
    made.organ = made if is_organ else parent and (parent.organ or parent)
    made.path = f"{parent.path if parent else '/'}{made.pk}/"
    keep(made, "unit_opened", actor=actor, at=at, name=made.name, above=parent.name if parent else "")
    return made


@use_case("org.rename_unit")
def rename_unit(*, actor: Actor, unit_id: int, name: str, short_name: str = "", at: datetime) -> Unit:
    """Give a unit a new name; it still answers to the old one, for old papers."""
    unit = kept(actor, unit_id)
    former = (unit.name, unit.short_name)
    unit.name, unit.short_name = name.strip(), short_name.strip() or name.strip()
    if (unit.name, unit.short_name) == former:
        raise Refusal("same_name", _("名称没有变化。"), fields={"name": _("请填写新的名称。")})
    for old in dict.fromkeys(former):
        if old not in (unit.name, unit.short_name):
            UnitAlias.kept(unit, old, source="former", at=at)
    keep(unit, "unit_renamed", actor=actor, at=at, old=former[0], new=unit.name)
    return unit


@use_case("org.amend_unit")
def amend_unit(
    *, actor: Actor, unit_id: int, number_prefix: str, fonds_code: str, order: int, at: datetime
) -> Unit:
    """Set a unit's 机关代字, 全宗号 and place among its siblings."""
    unit = kept(actor, unit_id)
    before = [getattr(unit, name) for name in EDITABLE]
    unit.number_prefix, unit.fonds_code, unit.order = number_prefix.strip(), fonds_code.strip(), order
    after = [getattr(unit, name) for name in EDITABLE]
    keep(unit, "unit_amended", actor=actor, at=at, before=before, after=after)
    return unit


@use_case("org.move_unit")
def move_unit(*, actor: Actor, unit_id: int, parent_id: int, at: datetime) -> Unit:
    """Hang a section, with all under it, under another unit of the same organ."""
    unit, parent = kept(actor, unit_id), queries.unit(parent_id)
    policies.may_keep(actor, parent).require()
    rules.placed(unit.kind, parent).require()
    if unit.is_organ or unit.organ_id != queries.organ_of(parent) or parent.path.startswith(unit.path):
        raise Refusal("not_movable_there", _("只能在同一机关内调整内设机构，也不能移到它自己的下级。"))
    old, new = unit.path, f"{parent.path}{unit.pk}/"
    unit.parent = parent
    below = Unit.objects.filter(path__startswith=old).exclude(pk=unit.pk)
    below.update(path=Concat(Value(new), Substr(F("path"), len(old) + 1)))
    unit.path = new
    keep(unit, "unit_moved", actor=actor, at=at, above=parent.name)
    return unit


@use_case("org.close_unit")
def close_unit(*, actor: Actor, unit_id: int, at: datetime) -> Unit:
    """Close a unit for good. Refused while units, people or open work remain in it (law 1)."""
    unit = kept(actor, unit_id)
    day = local_day(at)
    below = Unit.objects.filter(parent=unit, closed_on__isnull=True).count()
    people = Appointment.objects.filter(post__unit=unit).exclude(ends_on__lte=day).count()
    left: list[tuple[object, int]] = [(_("下级单位"), below), (_("在任人员"), people)]
    left += [(held.title, held.count) for held in registry.held_by_unit(unit.pk)]
    told_left = "、".join(f"{title} {count}" for title, count in left if count)
    if told_left:
        raise Refusal(
            "unit_is_not_empty",
            _("“%(unit)s”还有%(left)s，不能撤销。") % {"unit": unit.name, "left": told_left},
            hint=_("请先移交在办事项、调整人员和下级单位。"),
        )
    unit.closed_on = day
    keep(unit, "unit_closed", actor=actor, at=at, name=unit.name)
    return unit


def kept(actor: Actor, unit_id: int) -> Unit:
    """The unit, locked, if the actor keeps it and it is still open."""
    policies.may_keep(actor, queries.unit(unit_id)).require()
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    if unit.closed_on is not None:
        raise Conflict("unit_is_closed", _("“%(unit)s”已经撤销。") % {"unit": unit.name})
    return unit


def _unused(code: str) -> None:
    if Unit.objects.filter(code=code).exists():
        raise Conflict(
            "code_is_taken",
            _("单位代码“%(code)s”已经有了。") % {"code": code},
            fields={"code": _("请换一个代码。")},
        )
