"""How the values of a model's columns are told to the driver: plain ones at once, the others by their fields.

A field asks a dozen questions of a word or a number and hands it on as it is; one step of an approval writes a
hundred and fifty of them. What is left to do for a row follows from the types of its values, and is found out once
for each row of types that occurs.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from operator import attrgetter, itemgetter
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import DateField, Field, Model

from zhongshu.kernel.connected import here
from zhongshu.kernel.moments import told_day, told_moment

Tell = Callable[[Any], Any]
FRAMEWORK, MOST_KINDS = "django.db.models.fields", 500


class Telling:
    """The columns ``names`` (by attribute) of ``model``, told together."""

    def __init__(self, model: type[Model], names: Sequence[str]) -> None:
        fields = {one.attname: one for one in model._meta.concrete_fields}
        self.fields = [fields[name] for name in names]
        self.tells = [tells_of(model)[name] for name in names]
        self.picked = itemgetter(*names) if len(names) > 1 else lambda own: (own[names[0]],)
        self.added = [(place, one.pre_save) for place, one in enumerate(self.fields) if not is_as_set(one)]
        self.left: dict[tuple[type, ...], list[tuple[int, Tell]]] = {}

    def new(self, row: Model) -> list[Any]:
        """What stands in a new ``row``; a field that adds something of its own, such as the present moment, adds it."""
        values = [*self.picked(row.__dict__)]
        for place, make in self.added:
            values[place] = make(row, True)
        return self._told(values)

    def of(self, own: Mapping[str, Any]) -> list[Any]:
        """What stands in ``own``, the attributes of a row."""
        return self._told([*self.picked(own)])

    def _told(self, values: list[Any]) -> list[Any]:
        kinds = tuple(map(type, values))
        left = self.left.get(kinds)
        if left is None:
            left = self._left_to_do(kinds)
        for place, tell in left:
            values[place] = tell(values[place])
        return values

    def _left_to_do(self, kinds: tuple[type, ...]) -> list[tuple[int, Tell]]:
        """The places of a row with values of these types that are not told as they are, and how they are told."""
        if len(self.left) >= MOST_KINDS:
            self.left.clear()
        tells = [_tell_of(*each) for each in zip(self.fields, kinds, self.tells, strict=True)]
        found = self.left[kinds] = [(place, tell) for place, tell in enumerate(tells) if tell]
        return found


def _tell_of(field: "Field[Any, Any]", kind: type, tell: Tell) -> Tell | None:
    """How a value of type ``kind`` is told, whatever it is; None where it is as it stands."""
    plain, plainly = _plain(field, here())
    if kind is type(None):
        return None
    if kind is plain:
        return plainly
    one_of_some = (
        issubclass(kind, Enum) and plain in (str, int) and plainly is None and issubclass(kind, plain)
    )
    return attrgetter("_value_") if one_of_some else tell


@lru_cache
def tells_of(model: type[Model]) -> dict[str, Tell]:
    """What makes of a value, by attribute, what the driver wants."""
    there = here()
    return {one.attname: _tell(one, there) for one in model._meta.concrete_fields}


def is_as_set(field: "Field[Any, Any]") -> bool:
    """Whether what is stored is what was put into the row: the field adds nothing, such as the present moment."""
    if isinstance(field, DateField):
        return not (field.auto_now or field.auto_now_add)
    return type(field).pre_save is Field.pre_save


def _tell(field: "Field[Any, Any]", connection: BaseDatabaseWrapper) -> Tell:
    plain, plainly = _plain(field, connection)

    def told(value: Any) -> Any:
        if isinstance(value, Enum):
            value = value._value_
        if value is None:
            return None
        if type(value) is plain:
            return plainly(value) if plainly else value
        return field.get_db_prep_save(value, connection)

    return told


def _plain(field: Any, connection: BaseDatabaseWrapper) -> tuple[type | None, Tell | None]:
    """The type of value of which a field asks nothing, and what is done with it, if anything."""
    while field.remote_field:
        field = field.target_field
    kind, ops = field.get_internal_type(), connection.ops
    if not type(field).__module__.startswith(FRAMEWORK):
        return None, None
    if kind.endswith("AutoField"):
        return int, None
    if kind.endswith("IntegerField"):
        return int, _integer(ops, kind)
    known: dict[str, tuple[type, Tell | None]] = {
        "CharField": (str, None),
        "SlugField": (str, None),
        "TextField": (str, None),
        "BooleanField": (bool, None),
        "DateField": (date, told_day),
        "DateTimeField": (datetime, told_moment),
    }
    return known.get(kind, (None, None))


def _integer(ops: BaseDatabaseOperations, kind: str) -> Tell | None:
    if type(ops).adapt_integerfield_value is BaseDatabaseOperations.adapt_integerfield_value:
        return None
    return lambda value: ops.adapt_integerfield_value(value, kind)
