"""The frame of a page, drawn once for what it shows (:mod:`zhongshu.ui.drawn`).

Two things differ with every request, the token of forms and the address to come back to. Marks that nobody can guess
stand in their places in what is remembered.
"""

from html import escape
from secrets import token_hex

from django.http import HttpRequest
from django.utils.safestring import SafeString

from zhongshu.ui.context import Look
from zhongshu.ui.drawn import draw, drawn_once
from zhongshu.ui.menu import Menu
from zhongshu.ui.parts import Tab
from zhongshu.ui.preferences import Preferences

TOKEN, PATH = token_hex(16), token_hex(16)
MOST = 100


def head(look: Look, request: HttpRequest, token: str) -> SafeString:
    """The head of the desk's pages but for the house's name: search, 新建, letter size, inbox, one's own menu."""
    actor = look.actor
    names = (actor.name, actor.acting_for_name) if actor else ("", "")
    return _filled(_head(look.menu, *names, look.preferences.size), request, token)


def size_form(look: Look, request: HttpRequest, token: str) -> SafeString:
    """The large-type switch."""
    return _filled(_size_form(look.preferences.size), request, token)


def _filled(drawn: str, request: HttpRequest, token: str) -> SafeString:
    return SafeString(drawn.replace(TOKEN, token).replace(PATH, escape(request.get_full_path())))


@drawn_once(most=MOST)
def _head(menu: Menu, name: str, acting_for: str, size: str) -> SafeString:
    return draw("ui/_head.html", menu=menu, name=name, acting_for=acting_for, **_for_forms(size))


@drawn_once(most=MOST)
def _size_form(size: str) -> SafeString:
    return draw("ui/_size.html", **_for_forms(size))


def _for_forms(size: str) -> dict[str, object]:
    return {"preferences": Preferences(size=size), "path": PATH, "csrf_token": TOKEN}


@drawn_once(most=MOST)
def side(menu: Menu, here: str) -> SafeString:
    """The side column; ``here`` is the code of the entry that the page belongs to."""
    return draw("ui/_side.html", menu=menu, here=here)


@drawn_once(most=MOST)
def phone(menu: Menu, here: str) -> SafeString:
    """The phone's bottom bar; nothing where there is nothing to go to."""
    return draw("ui/_phone_bar.html", menu=menu, here=here)


@drawn_once(most=MOST)
def tabs(told: tuple[tuple[str, str, int | None, bool], ...], label: str, css: str) -> SafeString:
    """The boxes or saved views of a page, each told as a :class:`Tab` is."""
    return draw("ui/_tabs.html", tabs=[Tab(*one) for one in told], label=label, css=css)
