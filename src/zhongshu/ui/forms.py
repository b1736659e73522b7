"""Forms of the house: the look's controls, and messages that say the same words twice."""

import copy
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any, Generic, TypeVar

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms import BaseForm
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from zhongshu.kernel.refusals import Refusal
from zhongshu.kernel.text import MOST_WORDS
from zhongshu.ui.parts import Mistake
from zhongshu.ui.quick.widgets import DATE

DJANGO_ROWS = "10"
WRITTEN_DATES = ("%Y-%m-%d", "%Y/%m/%d", "%Y.%m.%d", "%Y年%m月%d日", "%Y%m%d")
"""Dates as they are typed here; shown and sent as the first. A browser's own date box follows its language,
and an English one would show 31 December as 12/31: so the box is ours, and only the calendar is the browser's."""
DATE_PATTERN = r"\d{4}[\-\/.年]?\d{1,2}[\-\/.月]?\d{1,2}日?"
Filled = TypeVar("Filled", bound=Any)
Narrowed = TypeVar("Narrowed")
Made = TypeVar("Made", bound="forms.Form")


def _asked_for(field: forms.Field) -> str:
    return gettext("请填写“%(name)s”。") % {"name": field.label}


ASKED_FOR = lazy(_asked_for, str)
TOO_LONG = _("最多 %(limit_value)s 个字，现在有 %(show_value)s 个。请压缩，细节放进附件。")
PLAIN = forms.Field.default_error_messages["required"]


def _css(widget: forms.Widget) -> str:
    if isinstance(
        widget, forms.CheckboxInput | forms.RadioSelect | forms.CheckboxSelectMultiple | forms.FileInput
    ):
        return ""
    return "sel" if isinstance(widget, forms.Select) and not widget.allow_multiple_selected else "inp"


class LookMixin:
    """Gives every control its CSS class and date fields their box. Goes before the form class."""

    label_suffix = ""
    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        if not isinstance(getattr(self, "base_fields", None), _Shared):
            for field in self.fields.values():
                dress(field)


class _Shared(dict[str, forms.Field]):
    """Fields that forms share, where the framework copies all of them for each form."""

    def __deepcopy__(self, memo: dict[int, Any]) -> dict[str, forms.Field]:
        """A mapping of its own; of the fields only those that keep something for their form."""
        return {
            name: copy.deepcopy(field, memo) if getattr(field, "of_each_form", False) else field
            for name, field in self.items()
        }


def unchanging(form: type[Made]) -> type[Made]:
    """Marks a form none of whose instances changes a field, such as the filter of a list: copying two dozen fields
    takes longer than reading the address. A field that keeps something for its form says ``of_each_form``.
    """
    for field in form.base_fields.values():
        dress(field)
    form.base_fields = _Shared(form.base_fields)
    return form


def dress(field: forms.Field) -> None:
    """Put the look's class and input type on ``field``'s control."""
    field.needed = getattr(field, "needed", "")  # type: ignore[attr-defined]
    field.frame = getattr(field, "frame", "")  # type: ignore[attr-defined]
    if field.label and field.error_messages.get("required") == PLAIN:
        field.error_messages["required"] = ASKED_FOR(field)
    if isinstance(field, forms.CharField):
        _limit(field)
    widget = field.widget
    css = dict.fromkeys([*_css(widget).split(), *str(widget.attrs.get("class", "")).split()])
    if css:
        widget.attrs["class"] = " ".join(css)
    if isinstance(field, forms.DateField):
        field.input_formats = WRITTEN_DATES
        field.error_messages["invalid"] = _("看不懂这个日期。请按年-月-日填写，如 2026-12-31。")
    if isinstance(field, forms.FileField):
        field.error_messages["empty"] = _("这个文件是空的。请检查原文件后重新选择。")
    if isinstance(widget, forms.DateInput):
        widget.format = WRITTEN_DATES[0]
        widget.template_name = DATE
        widget.attrs |= _date_attributes()
    if isinstance(widget, forms.DateTimeInput):
        widget.input_type = "datetime-local"
        widget.format = "%Y-%m-%dT%H:%M"
    if isinstance(widget, forms.Textarea):
        widget.attrs.pop("cols", None)
        if widget.attrs.get("rows") == DJANGO_ROWS:
            widget.attrs["rows"] = "3"


def _limit(field: forms.CharField) -> None:
    """A box for words that says nothing of its length takes as many as a program may send; what is hidden, any."""
    if field.max_length is None and not field.widget.is_hidden:
        field.max_length = MOST_WORDS
        field.validators.append(MaxLengthValidator(MOST_WORDS))
    field.error_messages.setdefault("max_length", TOO_LONG)


def _date_attributes() -> dict[str, object]:
    return {
        "inputmode": "numeric",
        "autocomplete": "off",
        "placeholder": _("年-月-日"),
        "title": _("按年-月-日填写，如 2026-12-31"),
        "pattern": DATE_PATTERN,
        "data-date": True,
    }


def needed(field: forms.Field, words: object = _("必填")) -> None:
    """Say beside ``field`` that it is needed, or when; the form asks for it where another field makes it so.

    Without this a field that is not always required is called 可不填.
    """
    field.needed = words  # type: ignore[attr-defined]


WAYS = ("way way-1", "way way-2", "way way-3")
"""Of the first answers to a choice, how the fields that go with each are marked; styles/33-forms.css knows them."""


def asked_with(form: BaseForm, choice: str, ways: Mapping[str, Collection[str]]) -> None:
    """Show fields only while their answer to the radio buttons of ``choice`` is ticked; ``ways`` names them by answer.

    Without a stylesheet that knows ``:has()`` all of them stand there: what counts is what the form checks.
    IndexError where an answer behind those of ``WAYS`` has fields of its own.
    """
    buttons = form.fields[choice]
    buttons.frame = "ways"  # type: ignore[attr-defined]
    for place, (answer, _words) in enumerate(buttons.choices):  # type: ignore[attr-defined]
        for name in ways.get(answer, ()):
            form.fields[name].frame = WAYS[place]  # type: ignore[attr-defined]


class IdsField(forms.Field):
    """Ids that buttons of the page send, kept from send to send; cleans to a tuple."""

    widget = forms.MultipleHiddenInput

    def clean(self, value: Any) -> tuple[int, ...]:
        """Whatever is a number."""
        return tuple(int(one) for one in value or () if str(one).isdecimal())


class Form(LookMixin, forms.Form):
    """A form drawn with ``{% field %}``."""


class FilterForm(Form, Generic[Narrowed]):
    """The filter of a list: its fields are those of ``narrows``, in which "" stands for whatever was not asked for."""

    narrows: type[Narrowed]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything was asked for."""
        return self.narrowed() != self.narrows()

    def narrowed(self) -> Narrowed:
        """What was asked for; what is wrong in the address counts as not given."""
        self.is_valid()
        return self.narrows(**{name: self.cleaned_data.get(name) or "" for name in self.fields})


class ModelForm(LookMixin, forms.ModelForm):  # type: ignore[type-arg]
    """A model form drawn with ``{% field %}``; it still never saves outside a service."""


def refuse(form: BaseForm, refusal: Refusal) -> None:
    """Put a refusal's messages beside the fields at fault, or above the form."""
    known = {name: text for name, text in refusal.fields.items() if name in form.fields}
    for name, text in known.items():
        form.add_error(name, str(text))
    if not known:
        form.add_error(None, refusal.told)


PAGES_OF_THEIR_OWN = (403, 404)


class Attempt(Generic[Filled]):
    """``with Attempt(form) as attempt:`` what is refused within stands in the form; 403 and 404 go their way.

    ``bare``    the statuses that go their way, where others than these.
    ``put``     puts the refusal into the form; :func:`refuse` unless the form is made of several.
    ``status``  the status to answer with: 200, or that of the refusal.
    """

    def __init__(
        self,
        form: Filled,
        put: Callable[[Filled, Refusal], object] = refuse,
        bare: Collection[int] = PAGES_OF_THEIR_OWN,
    ) -> None:
        self.form, self.put, self.bare = form, put, bare
        self.status = 200

    def __enter__(self) -> "Attempt[Filled]":
        return self

    def __exit__(self, kind: object, refusal: BaseException | None, trace: object) -> bool:
        if not isinstance(refusal, Refusal) or refusal.status in self.bare:
            return False
        self.put(self.form, refusal)
        self.status = refusal.status
        return True

    @property
    def failed(self) -> bool:
        return self.status != 200


def mistakes(form: BaseForm) -> Iterator[Mistake]:
    """What the error summary lists, in the order of the fields; general mistakes first."""
    if not form.is_bound:
        return
    for text in form.non_field_errors():
        yield Mistake("", "", (str(text),))
    for bound in form:
        if bound.errors:
            target = bound.id_for_label or bound.auto_id or bound.html_name
            yield Mistake(target, bound.label, tuple(str(text) for text in bound.errors))
