"""Settings are found where they lie, and can still be overridden."""

import pytest
from django.conf import LazySettings, settings
from django.test import override_settings

from zhongshu.config import settled, wsgi


def test_the_server_has_settled_them() -> None:
    assert wsgi.application is not None
    assert type(settings) is settled.Settled
    assert isinstance(settings, LazySettings)


def test_they_say_the_same_and_can_be_overridden() -> None:
    before = settings.SESSION_IDLE_MINUTES
    with override_settings(SESSION_IDLE_MINUTES=before + 1):
        assert before + 1 == settings.SESSION_IDLE_MINUTES
    assert before == settings.SESSION_IDLE_MINUTES
    settings.SESSION_IDLE_MINUTES = before + 2
    assert before + 2 == settings.SESSION_IDLE_MINUTES
    settings.SESSION_IDLE_MINUTES = before


def test_what_is_not_set_is_missing() -> None:
    with pytest.raises(AttributeError):
        _ = settings.NO_SUCH_SETTING
    assert dir(settings) and "TIME_ZONE" in dir(settings) and settings.is_overridden("TIME_ZONE")
