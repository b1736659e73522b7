"""Small pieces of markup drawn in Python and remembered, because every page draws them many times."""

from collections.abc import Iterable
from functools import cache, lru_cache

from django.templatetags.static import static
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from zhongshu.ui.menu import Badge, Link


@cache
def sprite() -> str:
    """Address of the sprite."""
    return static("ui/sprite.svg")


@lru_cache(maxsize=1024)
def use(symbol: str, css: str) -> SafeString:
    """A symbol of the sprite, hidden from screen readers: the words beside it say everything."""
    return format_html(
        '<svg class="{}" aria-hidden="true" focusable="false"><use href="{}#{}"/></svg>',
        css,
        sprite(),
        symbol,
    )


@lru_cache(maxsize=4096, typed=True)
def worded(pattern: str, *parts: str) -> SafeString:
    """``format_html`` for what a list says row by row in few different words. Safe and plain strings are told apart."""
    return format_html(pattern, *parts)


@lru_cache(maxsize=4096)
def _side_link(
    url: str, icon: str, title: str, key: str, words: str, here: bool, badge: Badge | None
) -> SafeString:
    more = (("go", key), ("words", words))
    data = format_html_join("", ' data-{}="{}"', ((name, value) for name, value in more if value))
    current = mark_safe(' aria-current="page"') if here else ""
    late = " n--late" if badge and badge.late else ""
    count = format_html('<span class="n{}">{}</span>', late, badge.text) if badge else ""
    return format_html('<a href="{}"{}{}>{}{}{}</a>', url, data, current, use(f"i-{icon}", "i"), title, count)


@lru_cache(maxsize=4096)
def _phone_link(url: str, icon: str, title: str, here: bool, badge: Badge | None) -> SafeString:
    current = mark_safe(' aria-current="page"') if here else ""
    count: str = ""
    if badge:
        pattern = '<span class="dot" aria-hidden="true">{}</span><span class="vh">{}{}</span>'
        count = format_html(pattern, badge.number, _("，"), badge.said or badge.text)
    return format_html('<a href="{}"{}>{}{}{}</a>', url, current, use(f"i-{icon}", "i"), title, count)


def side_links(links: Iterable[Link], here: str) -> SafeString:
    """Links of the side column; ``here`` is the code of the one that this page belongs to."""
    drawn = [
        _side_link(one.url, one.icon, str(one.title), one.key, one.words, one.code == here, one.badge)
        for one in links
    ]
    return SafeString("\n".join(drawn))


def phone_links(links: Iterable[Link], here: str) -> SafeString:
    """Links of the phone's bottom bar."""
    drawn = [
        _phone_link(one.url, one.icon, str(one.short or one.title), one.code == here, one.badge)
        for one in links
    ]
    return SafeString("".join(drawn))
