"""The language of the office, for words that are written down and read by others later."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.utils.translation import get_language, gettext, override


def in_office_language() -> AbstractContextManager[None]:
    """What is told within is told as the office writes it."""
    return override(settings.LANGUAGE_CODE)


def on_record(sentence: str) -> str:
    """``sentence`` as the office writes it, whatever language the person who acts has chosen."""
    if get_language() == settings.LANGUAGE_CODE:
        return gettext(sentence)
    with in_office_language():
        return gettext(sentence)
