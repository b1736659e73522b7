"""The language of the office, for words that are written down and read by others later."""

from contextlib import AbstractContextManager
from functools import lru_cache

from django.conf import settings
from django.utils.translation import gettext, override


def in_office_language() -> AbstractContextManager[None]:
    """What is told within is told as the office writes it."""
    return override(settings.LANGUAGE_CODE)


def on_record(sentence: str) -> str:
    """``sentence`` as the office writes it, whatever language the person who acts has chosen."""
    return _translated(sentence, settings.LANGUAGE_CODE)


@lru_cache(maxsize=1000)
def _translated(sentence: str, language: str) -> str:
    with override(language):
        return gettext(sentence)
