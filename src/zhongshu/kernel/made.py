"""Rows of the database as models, made without going through the constructor's many questions."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import Model
from django.db.models.base import ModelState
from django.db.models.signals import post_init, pre_init  # noqa: TID251 asked only whether anybody listens

Row = Sequence[Any]
Make = Callable[[Row], Any]
Made = TypeVar("Made", bound=Model)


def makes(compiler: Any, alias: str) -> Make:
    """What makes a model with its ``select_related`` and annotations of a row of the query that ``compiler`` spelled."""
    make = _with_related(compiler.klass_info, compiler.select, alias)
    extra = list((compiler.annotation_col_map or {}).items())
    if not extra:
        return make

    def annotated(row: Row) -> Any:
        made = make(row)
        for name, seat in extra:
            setattr(made, name, row[seat])
        return made

    return annotated


def columns(compiler: Any) -> dict[str, int]:
    """The places of the values in a row of that query, by the way to each field (``matter__title``), then annotations."""
    return _columns(compiler.klass_info, compiler.select, "") | dict(compiler.annotation_col_map or {})


def fresh(model: type[Made], **told: Any) -> Made:
    """A new row of ``model``, not stored yet: what is told by attribute (``person_id``), and defaults for the rest.

    As the constructor makes it, for a third of the time; it takes no related rows and no properties.
    """
    same, each_its_own = _defaults(model)
    values = {**same, **told}
    if len(values) > len(same):
        raise TypeError(f"{model._meta.label} has no {', '.join(told.keys() - same.keys())}")
    for name, make in each_its_own:
        if name not in told:
            values[name] = make()
    values["_state"] = ModelState()
    row = model.__new__(model)
    row.__dict__ = values
    return row


def at_hand(row: Model, name: str, found: Sequence[Model]) -> None:
    """Let ``row`` give ``found`` as its related rows called ``name``, as if they had been fetched beforehand."""
    related = getattr(row, name).all()
    related._result_cache, related._prefetch_done = [*found], True
    row.__dict__.setdefault("_prefetched_objects_cache", {})[name] = related


@lru_cache
def _defaults(model: type[Model]) -> tuple[dict[str, Any], list[tuple[str, Callable[[], Any]]]]:
    """What every new row begins with, by attribute, and what is made anew for each."""
    fields = model._meta.concrete_fields
    makers = {one.attname: one.get_default for one in fields if one.has_default() and callable(one.default)}
    same = {one.attname: None if one.attname in makers else one.get_default() for one in fields}
    return same, list(makers.items())


def _with_related(known: Mapping[str, Any], select: Sequence[Any], alias: str) -> Make:
    """A model and those joined to it, as deep as was asked for."""
    alone = _alone(known, select, alias)
    related = [
        (_with_related(one, select, alias), _key_seat(one, select), one["local_setter"], one["remote_setter"])
        for one in known.get("related_klass_infos", ())
    ]
    if not related:
        return alone

    def make(row: Row) -> Any:
        made = alone(row)
        for joined, key, here, there in related:
            if row[key] is None:
                here(made, None)
                continue
            other = joined(row)
            here(made, other)
            there(other, made)
        return made

    return make


def _alone(known: Mapping[str, Any], select: Sequence[Any], alias: str) -> Make:
    model, seats = known["model"], known["select_fields"]
    names = [select[seat][0].target.attname for seat in seats]
    first, end = seats[0], seats[-1] + 1
    if len(names) != end - first:
        raise TypeError(f"the columns of {model._meta.label} do not stand side by side")
    if not _is_plain(model):
        return lambda row: model.from_db(alias, names, row[first:end])
    new = model.__new__

    def make(row: Row) -> Any:
        made = new(model)
        state = ModelState()
        state.adding, state.db = False, alias
        own = made.__dict__
        own["_state"] = state
        own.update(zip(names, row[first:end] if first else row, strict=False))  # what comes after is left
        return made

    return make


def _columns(known: Mapping[str, Any], select: Sequence[Any], way: str) -> dict[str, int]:
    places = {f"{way}{select[seat][0].target.attname}": seat for seat in known["select_fields"]}
    for one in known.get("related_klass_infos", ()):
        field = one["field"]
        name = field.related_query_name() if one["reverse"] else field.name
        places |= _columns(one, select, f"{way}{name}__")
    return places


def _is_plain(model: type[Model]) -> bool:
    """Whether nobody wants to know, or to change, how a row becomes this model."""
    usual = model.__init__ is Model.__init__ and model.from_db.__func__ is Model.from_db.__func__  # type: ignore[attr-defined]
    return usual and not (pre_init.has_listeners(model) or post_init.has_listeners(model))


def _key_seat(known: Mapping[str, Any], select: Sequence[Any]) -> int:
    key = known["model"]._meta.pk.attname
    seats: Sequence[int] = known["select_fields"]
    return next(seat for seat in seats if select[seat][0].target.attname == key)
