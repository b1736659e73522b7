"""The controls of forms drawn without a template where the framework's is one line; the rest as it does."""

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

from django.forms.renderers import DjangoTemplates
from django.http import HttpRequest
from django.utils.formats import localize
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from zhongshu.ui import marks

Widget = Mapping[str, Any]
PLACE = "django/forms/widgets/"
DATE = "ui/date"
INPUTS = ("text", "hidden", "date", "datetime", "time", "number", "email", "password", "checkbox", "input")


class Renderer(DjangoTemplates):
    """Draws what :mod:`django.forms` draws, character by character."""

    def render(self, template_name: str, context: dict[str, Any], request: HttpRequest | None = None) -> str:
        """The markup of one control."""
        draw = DRAWN.get(template_name)
        if draw is None:
            return super().render(template_name, context, request)
        return SafeString(draw(context["widget"]).strip())


def _text(value: Any) -> str:
    if type(value) is str:
        return value if value.isalnum() else escape(value)
    if isinstance(value, Promise):
        value = str(value)
    return str(value.__html__()) if hasattr(value, "__html__") else escape(str(value))


def _attrs(widget: Widget) -> str:
    if not widget["attrs"]:
        return ""
    return "".join(
        f" {_text(name)}" if value is True else f' {_text(name)}="{_text(value)}"'
        for name, value in widget["attrs"].items()
        if value is not False
    )


def _input(widget: Widget) -> str:
    value = widget["value"]
    held = "" if value is None else f' value="{_text(value)}"'
    return f'<input type="{_text(widget["type"])}" name="{_text(widget["name"])}"{held}{_attrs(widget)}>'


def _textarea(widget: Widget) -> str:
    value = widget["value"]
    held = _text(localize(value)) if value else ""
    return f'<textarea name="{_text(widget["name"])}"{_attrs(widget)}>\n{held}</textarea>'


def _select(widget: Widget) -> str:
    drawn = "".join(_group(name, options) for name, options, _index in widget["optgroups"])
    return f'<select name="{_text(widget["name"])}"{_attrs(widget)}>{drawn}\n</select>'


def _group(name: object, options: list[Widget]) -> str:
    drawn = "".join(f"\n  {_option(option)}\n" for option in options)
    return f'\n  <optgroup label="{_text(name)}">{drawn}\n  </optgroup>' if name else drawn


def _option(option: Widget) -> str:
    value, label = option["value"], option["label"]
    said = str(label) if isinstance(label, Promise) else localize(label)
    return f'<option value="{_text(value)}"{_attrs(option)}>{_text(said)}</option>'


def _date(widget: Widget) -> str:
    """A date, typed as 年-月-日; the button opens the browser's calendar where scripts run."""
    said, sign = escape(_("打开日历")), marks.use("i-calendar-event", "i")
    button = (
        f'<button class="icobtn" type="button" data-cmd="calendar" aria-label="{said}" hidden>{sign}</button>'
    )
    return f'<span class="datebox">{_input(widget)}{button}</span>'


DRAWN: dict[str, Callable[[Widget], str]] = {
    **{f"{PLACE}{name}.html": _input for name in INPUTS},
    f"{PLACE}textarea.html": _textarea,
    f"{PLACE}select.html": _select,
    DATE: _date,
}
