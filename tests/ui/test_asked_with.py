"""Fields that are asked only with the answer they belong to."""

import pytest
from django import forms

from zhongshu.ui.forms import Form, asked_with


class Leaving(Form):
    """How somebody leaves, and what each way asks."""

    how = forms.ChoiceField(
        choices=[("moved", "调动"), ("retired", "退休"), ("lent", "借调"), ("died", "去世")],
        widget=forms.RadioSelect,
    )
    whither = forms.CharField(required=False)
    until = forms.DateField(required=False)


def test_each_field_is_framed_by_the_place_of_its_answer() -> None:
    """The n-th answer shows the fields marked n."""
    form = Leaving()
    asked_with(form, "how", {"moved": ("whither",), "lent": ("until",)})
    assert form.fields["how"].frame == "ways"
    assert form.fields["whither"].frame == "way way-1"
    assert form.fields["until"].frame == "way way-3"


def test_ways_that_are_not_offered_ask_nothing() -> None:
    """A form that leaves an answer out leaves its fields unmarked."""
    form = Leaving()
    asked_with(form, "how", {"moved": (), "vanished": ("nowhere",)})
    assert "way" not in form.fields["whither"].frame


def test_an_answer_no_style_knows_is_a_mistake_of_the_builder() -> None:
    """A fourth answer has no mark, so that fields of its own would always stand there."""
    with pytest.raises(IndexError):
        asked_with(Leaving(), "how", {"died": ("whither",)})
