"""Small pieces of markup drawn in Python and remembered, because every page draws them many times."""

from functools import cache, lru_cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString


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
