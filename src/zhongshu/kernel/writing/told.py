"""How the values of a model's columns are told to the driver: plain ones at once, the others by their fields.

A field asks a dozen questions of a word or a number and hands it on as it is; one step of an approval writes a
hundred and fifty of them.
"""

from collections.abc import Callable
from datetime import date, datetime
from enum import Enum
from functools import lru_cache
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.base.operations import BaseDatabaseOperations
from django.db.models import DateField, Field, Model

from zhongshu.kernel.connected import here
from zhongshu.kernel.moments import told_day, told_moment

Tell = Callable[[Any], Any]
FRAMEWORK = "django.db.models.fields"


@lru_cache
def tells_of(model: type[Model]) -> dict[str, Tell]:
    """What makes of a value, by attribute, what the driver wants."""
    there = here()
    return {one.attname: _tell(one, there) for one in model._meta.concrete_fields}


def taken_as_it_is(field: "Field[Any, Any]") -> type | None:
    """The type of value that the driver takes from ``field`` as it stands in the row; None where there is none."""
    plain, plainly = _plain(field, here())
    return None if plainly else plain


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
