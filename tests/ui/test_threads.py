"""What one thread has set, such as its language, no other one sees."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.conf import settings
from django.test import override_settings
from django.urls import get_script_prefix, get_urlconf, set_script_prefix, set_urlconf
from django.utils import translation
from django.utils.translation import gettext

from zhongshu.config.threads import see_settings_plainly

Seen = tuple[str, str | None, str]


def _seen() -> Seen:
    return gettext("取消"), get_urlconf(), get_script_prefix()


def _set_and_seen(language: str, urlconf: str | None, prefix: str) -> Seen:
    translation.activate(language)
    set_urlconf(urlconf)
    set_script_prefix(prefix)
    return _seen()


@override_settings(LANGUAGE_CODE="zh-hans")
def test_a_thread_keeps_language_and_addresses_to_itself() -> None:
    with ThreadPoolExecutor(1) as one, ThreadPoolExecutor(1) as other:
        mine = one.submit(_set_and_seen, "en", "tests.ui.look_site", "/office/").result()
        assert other.submit(_seen).result() == ("取消", None, "/")
        assert one.submit(_seen).result() == mine
    assert mine[0] != "取消" and mine[1:] == ("tests.ui.look_site", "/office/")


def test_settings_are_seen_as_they_are_now() -> None:
    see_settings_plainly()
    for told in ("甲", "乙"):
        with override_settings(OF_THIS_TEST=told):
            assert (told, told) == (settings.OF_THIS_TEST, settings.OF_THIS_TEST)
    with pytest.raises(AttributeError):
        _gone = settings.OF_THIS_TEST
