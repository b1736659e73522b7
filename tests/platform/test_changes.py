"""Only what was changed is written back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from zhongshu.platform.accounts.models import User
from zhongshu.platform.usecases.changes import remember, save_changes

pytestmark = pytest.mark.django_db


def stored() -> User:
    return User.objects.get(pk=User.objects.create(username="limin", password="!").pk)


def test_only_the_changed_column_is_written() -> None:
    row = stored()
    remember(row)
    User.objects.filter(pk=row.pk).update(password="by somebody else")
    row.username = "li.min"
    save_changes(row)
    kept = User.objects.get(pk=row.pk)
    assert (kept.username, kept.password) == ("li.min", "by somebody else")


def test_nothing_changed_is_nothing_written_and_a_second_change_is() -> None:
    row = stored()
    remember(row)
    with CaptureQueriesContext(connection) as asked:
        save_changes(row)
    assert len(asked) == 0
    for name in ("li.min", "limin"):
        row.username = name
        save_changes(row)
        assert User.objects.get(pk=row.pk).username == name


def test_what_was_not_remembered_is_written_whole() -> None:
    row = stored()
    row.username = "li.min"
    save_changes(row)
    assert User.objects.get(pk=row.pk).username == "li.min"


def test_a_column_that_was_not_read_is_written_once_it_is_set_and_else_left_alone() -> None:
    row = User.objects.defer("password").get(pk=stored().pk)
    remember(row)
    with CaptureQueriesContext(connection) as asked:
        save_changes(row)
    assert len(asked) == 0
    row.password = "new"
    save_changes(row)
    assert User.objects.get(pk=row.pk).password == "new"
