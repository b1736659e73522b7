"""Writing back only what a use case has changed: fewer bytes, and no index touched for nothing."""

from functools import lru_cache

from django.db.models import Model

from zhongshu.kernel import writing

AS_READ = "_as_read"


def remember(row: Model) -> None:
    """Note the values of ``row`` as they were read, under lock."""
    read = row.__dict__.copy()
    read.pop(AS_READ, None)
    row.__dict__[AS_READ] = read


def save_changes(row: Model) -> None:
    """Save the columns of ``row`` that differ from what was remembered; all of them if nothing was."""
    now = row.__dict__
    read = now.get(AS_READ)
    if read is None:
        row.save()
        return
    touched = [name for name in _columns(type(row)) if now.get(name) is not read.get(name)]
    if changed := [name for name in touched if now.get(name) != read.get(name)]:
        writing.update(row, changed)
        remember(row)


@lru_cache
def _columns(model: type[Model]) -> list[str]:
    """Columns by attribute; the key, which never changes, is left out."""
    return [field.attname for field in model._meta.concrete_fields if not field.primary_key]
