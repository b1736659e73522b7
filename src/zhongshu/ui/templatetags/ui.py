"""``{% load ui %}``: every component of the look. Shown with all its states at /look/kit/."""

from collections.abc import Iterable, Sequence
from html import escape
from secrets import token_hex
from typing import Any

from django import template
from django.forms import BaseForm
from django.forms.boundfield import BoundField
from django.http import QueryDict
from django.template import Context
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from zhongshu.kernel.paging import Page
from zhongshu.ui import marks, pages, parts, querystrings, wording
from zhongshu.ui.drawn import at_work, draw, drawn_once
from zhongshu.ui.forms import mistakes
from zhongshu.ui.menu import Title
from zhongshu.ui.partials import do_partial, do_partialdef
from zhongshu.ui.quick.words import constant
from zhongshu.ui.stretches import do_drawn_once, do_own

register = template.Library()
register.tag("partialdef", do_partialdef)
register.tag("partial", do_partial)
register.tag("drawn_once", do_drawn_once)
register.tag("own", do_own)
register.filter("minute", wording.minute)

STATUS_WORDS = {
    "todo": gettext_lazy("待签收"),
    "doing": gettext_lazy("办理中"),
    "soon": gettext_lazy("临期"),
    "late": gettext_lazy("逾期"),
    "review": gettext_lazy("待审核"),
    "back": gettext_lazy("已退回"),
    "hold": gettext_lazy("已暂缓"),
    "done": gettext_lazy("已办结"),
}
LIGHTS = {
    "green": ("on", gettext_lazy("正常")),
    "yellow": ("soon", gettext_lazy("临期")),
    "red": ("late", gettext_lazy("逾期")),
    "grey": ("none", gettext_lazy("未定时限")),
}
URGENCY = {"urgent": ("urg urg--2", gettext_lazy("加急")), "critical": ("urg", gettext_lazy("特急"))}
SLIPS = {
    "blue": ("b", gettext_lazy("蓝单")),
    "yellow": ("y", gettext_lazy("黄单")),
    "red": ("r", gettext_lazy("红单")),
}


@register.simple_tag
def sprite() -> str:
    """Address of the sprite, for list rows: ``<svg><use href="{{ marks }}#s-late"/></svg>``."""
    return marks.sprite()


@register.simple_tag
@constant
def icon(name: str, css: str = "") -> SafeString:
    """An icon that adds nothing to the words beside it."""
    return marks.use(f"i-{name}", f"i {css}".strip())


@register.simple_tag
@constant
def shape(name: str, css: str = "") -> SafeString:
    """The silhouette of a state: todo doing soon late review back hold done on none."""
    return marks.use(f"s-{name}", f"sh {css}".strip())


@register.simple_tag
def status(code: str, word: Title = "") -> SafeString:
    """A state as word, shape and colour. ``word`` replaces the usual one: 逾期 3 天."""
    said = str(word or STATUS_WORDS[code])
    return marks.worded('<span class="st st--{}">{}{}</span>', code, shape(code), said)


@register.simple_tag
def light(colour: str, word: Title = "") -> SafeString:
    """亮灯: green, yellow, red or grey, as word, shape and colour."""
    state, usual = LIGHTS[colour]
    return marks.worded('<span class="lamp lamp--{}">{}{}</span>', colour, shape(state), str(word or usual))


@register.simple_tag
def urgency(code: str) -> SafeString:
    """特急 (``critical``), 加急 (``urgent``), or nothing for any other code."""
    if code not in URGENCY:
        return mark_safe("")
    css, word = URGENCY[code]
    return marks.worded('<span class="{}">{}</span>', css, str(word))


@register.simple_tag
def slip(colour: str, word: Title = "") -> SafeString:
    """A 督办单: blue, yellow or red, with the colour's word on it; nothing for ""."""
    if not colour:
        return mark_safe("")
    css, usual = SLIPS[colour]
    return marks.worded('<span class="slip slip--{}">{}</span>', css, str(word or usual))


@register.simple_tag
def kind(icon_name: str, word: Title) -> SafeString:
    """The kind of a matter: icon and word."""
    return marks.worded('<span class="kind">{}{}</span>', icon(icon_name), str(word))


@register.simple_tag
def number(counted: parts.Number) -> SafeString:
    """A count that leads to the list of what it counts; drawn by hundreds, hence without ``format_html``."""
    return SafeString(f'<a class="link" href="{escape(counted.url)}">{counted.n}</a>')


@register.simple_tag
def due(words: wording.Due) -> SafeString:
    """The words of :func:`zhongshu.ui.wording.due_words`, in their tone."""
    told = format_html('<span class="due {}">{}</span>', words.tone, words.text)
    return told + format_html('<span class="mut">{}</span>', _("（暂定）")) if words.provisional else told


@register.simple_tag
def progress(value: int, label: Title = "", maximum: int = 100) -> SafeString:
    """A bar with its number. ``value`` of ``maximum``; said as ``label`` or 进度."""
    text = f"{value}%" if maximum == 100 else f"{value}/{maximum}"
    return format_html(
        '<span class="prog"><progress value="{}" max="{}" aria-label="{}"></progress>{}</span>',
        value, maximum, label or _("进度"), text,
    )  # fmt: skip


@register.simple_tag(takes_context=True)
def qs(context: Context, **changes: object) -> str:
    """The present query with ``changes``; None or "" drops a name. Cursors are dropped unless named."""
    return querystrings.changed(_query(context), changes)


def _query(context: Context) -> QueryDict:
    """The present address: of the request, or what is drawn once is given as ``query``, read or as it stands."""
    found: QueryDict | str = context["query"] if "query" in context else context["request"].GET
    return querystrings.read(found) if isinstance(found, str) else found


@register.simple_tag
def once() -> SafeString:
    """A hidden key by which the server knows a repeated submit; each page's own."""
    if at_work():
        raise RuntimeError("a key is each page's own: put it between {% own %} and {% endown %}")
    return SafeString(f'<input type="hidden" name="once" value="{token_hex(16)}">')


@register.simple_block_tag
def alert(content: str, tone: str = "info") -> SafeString:
    """``{% alert "late" %}…{% endalert %}``: late, warn, info or ok."""
    marks = {"late": shape("late"), "warn": shape("soon"), "info": icon("info-circle"), "ok": shape("done")}
    return format_html('<div class="alert alert--{}">{}<div>{}</div></div>', tone, marks[tone], content)


@register.inclusion_tag("ui/_steps.html")
def steps(items: Sequence[parts.Step], summary: Title = "") -> dict[str, object]:
    """The step strip; ``summary`` is a second line for the phone."""
    now = [step for step in items if step.state == "now"]
    return {
        "steps": items,
        "now": _("、").join(str(step.title) for step in now),
        "at": items.index(now[0]) + 1 if now else 1,
        "summary": summary or (now[0].note if len(now) == 1 else ""),
    }


@register.inclusion_tag("ui/_timeline.html")
def timeline(events: Iterable[parts.Event]) -> dict[str, object]:
    """留痕 for people, newest first."""
    return {"events": events}


@register.inclusion_tag("ui/_facts.html")
def facts(pairs: Iterable[tuple[Title, object]]) -> dict[str, object]:
    """Terms and their values."""
    return {"pairs": pairs}


@register.inclusion_tag("ui/_chain.html")
def chain(origins: Iterable[parts.Origin]) -> dict[str, object]:
    """来龙去脉: where a matter comes from and what became of it."""
    return {"origins": origins}


@register.inclusion_tag("ui/_errors.html")
def errors(*forms: BaseForm) -> dict[str, object]:
    """The error summary above a form; nothing when nothing is wrong."""
    found = [mistake for form in forms for mistake in mistakes(form)]
    return {"mistakes": found, "count": len(found)}


@register.inclusion_tag("ui/_field.html")
def field(bound: BoundField, css: str = "") -> dict[str, object]:
    """One field: label, hint, message and control. ``css`` is put on the frame of the field."""
    return {"field": bound, "css": css}


@register.inclusion_tag("ui/_fields.html")
def fields(form: BaseForm) -> dict[str, object]:
    """All fields of ``form``, hidden ones included."""
    return {"form": form}


@register.inclusion_tag("ui/_narrow.html")
def narrow(form: BaseForm, words: str, said: Title) -> dict[str, object]:
    """The line that narrows a list: the field called ``words``, then choices. ``said`` is read aloud."""
    return {"form": form, "words": form[words], "said": said}


@register.inclusion_tag("ui/_pager.html", takes_context=True)
def pager(context: Context, page: Page[Any], summary: Title = "") -> dict[str, object]:
    """Neighbouring pages by cursor (``?after=`` and ``?before=``), keeping all filters."""
    query = _query(context)
    following = querystrings.changed(query, {"after": page.next_cursor}) if page.next_cursor else ""
    former = querystrings.changed(query, {"before": page.previous_cursor}) if page.previous_cursor else ""
    return {"next": following, "previous": former, "summary": summary}


@register.inclusion_tag("ui/_chips.html", takes_context=True)
def chips(context: Context, items: Iterable[parts.Chip]) -> dict[str, object]:
    """Filters as links: each switches its part of the address."""
    query = _query(context)

    def drawn(chip: parts.Chip) -> tuple[parts.Chip, bool, str]:
        on = chip.value in query.getlist(chip.param)
        return chip, on, querystrings.switched(query, chip.param, chip.value)

    return {"chips": [drawn(chip) for chip in items]}


@register.simple_tag
def tabs(items: Iterable[parts.Tab], label: Title, css: str = "tabs") -> SafeString:
    """Saved views (``css`` "tabs") or the four boxes (``css`` "boxes")."""
    told = tuple((_plain(one.text), _plain(one.url), one.count, one.current) for one in items)
    return _tabs(told, _plain(label), _plain(css))


@drawn_once(most=100)
def _tabs(told: tuple[tuple[str, str, int | None, bool], ...], label: str, css: str) -> SafeString:
    return draw("ui/_tabs.html", tabs=[parts.Tab(*one) for one in told], label=label, css=css)


def _plain(word: Title) -> str:
    """``word`` as a key of what is drawn once: what a template says itself counts as safe, and is escaped again."""
    return str(word) + ""


@register.inclusion_tag("ui/_empty.html")
def empty(
    title: Title, sentence: Title = "", url: str = "", link: Title = "", icon: str = "inbox"
) -> dict[str, object]:
    """An empty list: what that means, and the next thing to do."""
    return {"title": title, "sentence": sentence, "url": url, "link": link, "icon": icon}


@register.inclusion_tag("ui/_bulk.html")
def bulk(deeds: Iterable[parts.Deed]) -> dict[str, object]:
    """The bar of deeds on ticked rows. Stands inside the form around the table."""
    return {"deeds": deeds}


@register.inclusion_tag("ui/_job.html")
def job(state: parts.Job) -> dict[str, object]:
    """A long job: asks again every second until it is finished."""
    return {"job": state}


@register.inclusion_tag("ui/_flash.html", takes_context=True)
def flash(context: Context) -> dict[str, object]:
    """Sentences left by :func:`zhongshu.ui.pages.say`."""
    waiting = [pages.flash(message) for message in context.get("messages") or ()]
    return {"said": waiting, "csrf_token": context.get("csrf_token")}
