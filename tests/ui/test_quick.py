"""Quick templates and controls say exactly what the framework's own say."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django import forms
from django.db.models import TextChoices
from django.forms.renderers import DjangoTemplates
from django.template import Context, Engine, Origin, Template
from django.utils import translation
from django.utils.safestring import mark_safe
from django.utils.translation import gettext_lazy
from hypothesis import given
from hypothesis import strategies as st

from zhongshu.supervision.forms.fields import UnitField
from zhongshu.ui.forms import Form, unchanging
from zhongshu.ui.marks import worded
from zhongshu.ui.quick.loader import Loader, QuickTemplate
from zhongshu.ui.quick.widgets import Renderer

ENGINE = Engine(
    libraries={
        "i18n": "django.templatetags.i18n",
        "static": "django.templatetags.static",
        "ui": "zhongshu.ui.templatetags.ui",
    },
    builtins=["django.templatetags.i18n"],
)


class Light(TextChoices):
    RED = "red", "逾期"


class Desk:
    """Something with everything that a template can ask for."""

    name = "督查科<1>"
    light = Light.RED
    due = date(2026, 12, 1)
    empty = None

    def count(self) -> int:
        return 1200

    def needs(self, more: int) -> int:
        return more

    def save(self) -> None:
        raise AssertionError("a template must not write")

    save.alters_data = True  # type: ignore[attr-defined]

    @property
    def lost(self) -> str:
        raise Gone

    @property
    def broken(self) -> str:
        raise RuntimeError("broken")

    def __getitem__(self, key: str) -> str:
        return {"q": "键"}[key]


class Gone(Exception):
    silent_variable_failure = True


SNIPPETS = (
    "{{ name }}", "{{ desk.name }}", "{{ desk.name|safe }}", "{{ desk.count }}", "{{ desk.needs }}", "{{ desk.save }}",
    "{{ desk.lost }}|", "{{ desk.q }}", "{{ desk.light }}", "{{ desk.light.label }}", "{{ desk.due }}",
    "{{ desk.due|date:'Y-m-d' }}", "{{ desk.empty }}", "{{ desk.missing }}|", "{{ missing }}|", "{{ missing.more }}|",
    "{{ missing|default:'无' }}", "{{ desk.missing|default:name }}", "{{ rows.0 }}", "{{ rows.9 }}|", "{{ pair.one }}",
    "{{ pair.items }}", "{{ 5 }}{{ 'a<b' }}{{ _('在办') }}", "{{ lazy }}", "{{ safe }}",
    "{{ number }}", "{{ half }}", "{{ yes }}",
    "{% if name %}有{% else %}无{% endif %}", "{% if missing %}有{% elif number > 3 %}多{% endif %}",
    "{% if desk.missing.more and name %}有{% else %}无{% endif %}", "{% if not missing %}无{% endif %}",
    "{% for row in rows %}{{ forloop.counter }}/{{ forloop.revcounter0 }}{{ row }}{% if forloop.last %}.{% endif %}{% endfor %}",
    "{% for row in rows reversed %}{{ row }}{% for one in row %}{{ forloop.parentloop.first }}{{ one }}{% endfor %}{% endfor %}",
    "{% for row in missing %}{{ row }}{% empty %}空{% endfor %}",
    "{% for a, b in pairs %}{{ a }}{{ b }}{% endfor %}{{ a }}",
    "{% for row in generated %}{{ row }}{% endfor %}{{ row }}",
    "{% with x=desk.name y=rows %}{{ x }}{{ y.1 }}{% endwith %}{{ x }}",
    "{% translate '在办' %}", "{% translate name %}",
    "{% translate '在办' as word %}{{ word }}{{ word }}", "{% translate '50%%' %}",
    "{% blocktranslate with n=number %}{{ n }} 件{% endblocktranslate %}", "{% translate '<b>' %}",
    "{% autoescape off %}{{ name }}{{ desk.name }}{% translate '<b>' %}{% endautoescape %}",
    "{% load ui %}{% icon 'search' %}{% icon kind %}{% icon 'search' as mark %}{{ mark }}{% shape 'late' css='big' %}",
    "{% for row in rows %}{{ row|default:name }}{% if row %} x{% endif %}{% endfor %}|{{ forloop.counter }}",
    "{% for row in rows %}{% for one in row %}{{ one }}{% endfor %}{% endfor %}{{ forloop }}",
    "{% for row in rows %}{% for one in pairs %}{{ forloop.parentloop.counter }}{% endfor %}{% endfor %}",
    "{% for row in rows %}{% ifchanged row %}c{% endifchanged %}{% cycle '1' '2' %}{% endfor %}",
    "{% for row in rows %}{% with n=forloop.counter %}{{ n }}{% endwith %}{% endfor %}",
    "{% for row in rows %}{% for one in row %}{% if one %}{{ forloop.last }}{% endif %}{% endfor %}{% endfor %}",
    "{{ pair.one|add:name }}{{ missing|default:desk.name }}{{ pair.gone|default:pair.one }}",
    "{% load static %}{% static 'ui/icon.svg' %}{% static 'a b<' as x %}{{ x }}{% static kind %}",
    "{% blocktranslate with n=number who=name %}{{ n }} 件 {{ who }} 100%{% endblocktranslate %}{{ who }}",
    "{% blocktranslate with names=number %}{{ names }} 件{% endblocktranslate %}",
    "{% with names=number more=name %}{{ names }}{{ more }}{% endwith %}",
    "{% blocktranslate %}{{ name }}{{ missing }}{{ number }}{% endblocktranslate %}",
    "{% blocktranslate count n=number %}{{ n }} 件{% plural %}{{ n }} 件{% endblocktranslate %}",
    "{% if number == missing or name in rows %}1{% elif missing == None %}2{% endif %}",
    "{% if number < name %}1{% else %}0{% endif %}{% if desk.lost == '' %}1{% endif %}",
    "{% if not desk.lost.more %}0{% endif %}",
    "{% if rows|length > 2 and pair.one|default:name %}1{% endif %}{% if number|add:1 is not None %}2{% endif %}",
    "{% for a, b in pairs %}{{ forloop.counter }}{% with c=b %}{{ c }}{% endwith %}{{ c }}{% empty %}x{% endfor %}",
    "{% for row in rows %}{% translate '在办' as word %}{{ word }}{% endfor %}{{ word }}|",
    "{% with row=number %}{% for row in rows %}{{ row }}{% endfor %}{{ row }}{% endwith %}{{ row }}",
    "{% load ui %}{% alert 'late' %}{% for row in rows %}{{ row }}{% endfor %}{% endalert %}{% urgency kind %}",
    "{% load ui %}{% partialdef part inline %}{{ name }}{% endpartialdef %}{% partial part %}",
    "{{ kinds.RED.label }}{{ desk.Light }}{{ desk.light.value.0 }}{{ safe|upper }}",
    "{{ name|linebreaks }}{{ desk.due|date:kind }}",
    "{{ True }}{{ None }}{{ rows.1.0 }}{{ desk.needs.x }}|{{ template }}|{{ request }}",
    "{% get_current_language as lang %}{% if lang == 'en' %}E{% endif %}{{ lang }}",
    "{% csrf_token %}|{% with csrf_token='a1B2' %}{% csrf_token %}{% endwith %}",
    "{% with csrf_token=name %}{% csrf_token %}{% endwith %}",
    "{% language 'en' %}{% translate '取消' %}{% endlanguage %}",
    "{% cycle 'a' 'b' as c %}{{ c }}{% firstof missing name %}{% comment %}{{ x }}{% endcomment %}{# x #}{{ desk.due|date }}",
)  # fmt: skip


def _context() -> dict[str, Any]:
    rows = ["甲<", "乙&", "丙"]
    return {
        "name": "王<芳>&'\"", "desk": Desk(), "rows": rows, "pair": {"one": "一", "items": "物"}, "pairs": [("a", 1), ("b", 2)],
        "lazy": gettext_lazy("在办"), "safe": mark_safe("<i>"), "number": 1234567, "half": 0.5, "yes": True, "kind": "x",
        "kinds": Light,
        "generated": (row for row in rows),
    }  # fmt: skip


def _drawn(template: Callable[..., Template], source: str, **more: Any) -> str:
    return template(source, engine=ENGINE).render(Context(_context() | more))


@pytest.mark.parametrize("language", ["zh-hans", "en"])
@pytest.mark.parametrize("source", SNIPPETS)
def test_the_same_drawing_first_and_again(source: str, language: str) -> None:
    quick = QuickTemplate(source, engine=ENGINE)
    with translation.override(language):
        asked = _drawn(Template, source)
        assert quick.render(Context(_context())) == asked
        assert quick.render(Context(_context())) == asked


def test_a_constant_sentence_follows_the_language() -> None:
    quick = QuickTemplate("{% translate '取消' %}", engine=ENGINE)
    said = []
    for language in ("zh-hans", "en", "zh-hans"):
        with translation.override(language):
            said.append(quick.render(Context()))
    assert said[0] == said[2] == "取消"
    assert said[1] != "取消"


def test_what_breaks_still_breaks() -> None:
    with pytest.raises(RuntimeError, match="broken"):
        _drawn(QuickTemplate, "{{ desk.broken }}")


@given(
    st.one_of(
        st.text(), st.integers(), st.booleans(), st.none(), st.floats(), st.dates(), st.lists(st.text())
    )
)
def test_any_value_is_drawn_alike(value: object) -> None:
    source = "{{ it }}{{ it|default:'-' }}{% if it %}1{% endif %}{% for one in it|make_list %}{{ one }}{% endfor %}"
    assert _drawn(QuickTemplate, source, it=value) == _drawn(Template, source, it=value)


class Everything(forms.Form):
    text = forms.CharField(
        label="事项", max_length=9, widget=forms.TextInput(attrs={"list": "<units>", "autofocus": True})
    )
    long = forms.CharField(widget=forms.Textarea)
    day = forms.DateField()
    when = forms.DateTimeField()
    number = forms.IntegerField(min_value=1)
    tick = forms.BooleanField(required=False)
    hidden = forms.CharField(widget=forms.HiddenInput)
    one = forms.ChoiceField(
        choices=[("", gettext_lazy("不限")), ("a&", "甲<"), (3, 4), ("组", [("b", "乙"), ("c", "丙")])]
    )
    some = forms.MultipleChoiceField(choices=[("a", "甲"), ("b", "乙")])
    radio = forms.ChoiceField(choices=[("a", "甲")], widget=forms.RadioSelect)
    file = forms.FileField()
    password = forms.CharField(widget=forms.PasswordInput(render_value=True))


def test_a_date_is_an_input_with_a_button_beside_it() -> None:
    class Dated(Form):
        day = forms.DateField(widget=forms.DateInput)

    box = str(Dated({"day": "2026-<12>"})["day"])
    assert box.startswith('<span class="datebox"><input type="text" name="day" value="2026-&lt;12&gt;" ')
    assert " data-date " in box and 'data-cmd="calendar" aria-label="打开日历" hidden>' in box
    assert Dated({"day": "后天"}).errors["day"] == ["看不懂这个日期。请按年-月-日填写，如 2026-12-31。"]


def test_words_of_rows_are_escaped_unless_they_are_safe() -> None:
    pattern = "<b>{}</b>"
    for _ in range(2):
        assert worded(pattern, "<i>") == "<b>&lt;i&gt;</b>"
        assert worded(pattern, mark_safe("<i>")) == "<b><i></b>"


@unchanging
class Narrowing(Form):
    word = forms.CharField(max_length=3)
    until = forms.DateField(required=False, widget=forms.DateInput)
    unit = UnitField(label="牵头单位")


def test_forms_of_an_unchanging_kind_share_fields_and_nothing_else() -> None:
    good, bad = Narrowing({"word": "水库"}), Narrowing({"word": "水库的事", "until": "昨天"})
    assert good.fields["word"] is bad.fields["word"] and good.fields is not bad.fields
    assert good.fields["unit"] is not bad.fields["unit"], "it keeps the names it found"
    assert good.is_valid() and set(bad.errors) == {"word", "until"}
    assert "fld" not in str(good["word"]) and 'class="inp"' in str(good["word"])
    assert str(Narrowing()["until"]).count("datebox") == 1


VALUE = st.sampled_from(["", "a", "a&", "3", "b", "2026-12-01", "<b>'\"&", "on", "0"]) | st.text(max_size=5)


@given(st.none() | st.fixed_dictionaries(dict.fromkeys(Everything.base_fields, VALUE)))
def test_every_control_is_drawn_alike(data: dict[str, str] | None) -> None:
    own, theirs = Everything(data, renderer=Renderer()), Everything(data, renderer=DjangoTemplates())
    for name in Everything.base_fields:
        assert str(own[name]) == str(theirs[name])


FAMILY = {
    "plain": "{{ x }}",
    "child": "{% extends 'plain' %}",
    "frame": "<{% block a %}a{{ x }}{% endblock %}{% block b %}b{% block c %}c{% endblock %}{% endblock %}>{{ x }}",
    "middle": "{% extends 'frame' %}{% block b %}B{% block c %}{% endblock %}{% endblock %}",
    "page": "{% extends 'middle' %}{% block c %}{% include 'part' with y=x %}{{ y }}{% endblock %}{% block no %}!{% endblock %}",
    "more": "{% extends 'page' %}{% block a %}{{ block.super }}+{{ block.super }}{% endblock %}{% block c %}C{% endblock %}",
    "under": "{% extends 'more' %}{% block c %}{{ block.super }}{% for x in rows %}{{ x }}{% endfor %}{{ x }}{% endblock %}",
    "part": "[{{ y }}{{ x }}{% translate '在办' as y %}{{ y }}{% for z in rows %}{% include 'turn' %}{% endfor %}]",
    "turn": "{{ forloop.counter }}{{ z }}{% if forloop.first %}{% include name with z=1 only %}{% endif %}",
    "one": "{{ z }}{{ x }}",
    "around": "{% include 'under' %}{% include 'plain' with x='<' only %}{{ x }}{% include other %}",
}


def _engine(*through: str) -> Engine:
    held = ("django.template.loaders.locmem.Loader", FAMILY)
    loaders = [(through[0], [held])] if through else [held]
    return Engine(loaders=loaders, builtins=["django.templatetags.i18n"])


@pytest.mark.parametrize("name", FAMILY)
def test_templates_among_others_are_drawn_alike(name: str) -> None:
    def facts() -> Context:
        other = Template("{{ x }}!", engine=_engine())
        return Context({"x": "&", "rows": ["p", "<"], "name": "one", "other": other})

    quick = _engine(f"{Loader.__module__}.Loader").get_template(name)
    asked = _engine().get_template(name).render(facts())
    assert quick.render(facts()) == asked
    assert quick.render(facts()) == asked


def test_a_template_is_compiled_once() -> None:
    engine = _engine(f"{Loader.__module__}.Loader")
    assert engine.get_template("plain") is engine.get_template("plain")
    assert isinstance(engine.get_template("plain"), QuickTemplate)


def test_a_fault_shows_the_line_of_the_template() -> None:
    origin = Origin("/where/it/stands.html")
    quick = QuickTemplate("one\n{% if name %}\n{{ desk.broken }}\n{% endif %}", origin, engine=ENGINE)
    with pytest.raises(RuntimeError, match="broken") as fault:
        quick.render(Context(_context()))
    assert ("/where/it/stands.html", 3) in [(str(one.path), one.lineno + 1) for one in fault.traceback]
