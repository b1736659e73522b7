"""No template holds an inline script, style or handler; ours list their context; error pages stand alone."""

import re
from pathlib import Path

import pytest
from django.template.loader import render_to_string

import zhongshu

PACKAGE = Path(zhongshu.__file__).parent
TEMPLATES = sorted(PACKAGE.rglob("templates/**/*.html"))
OURS = [path for path in TEMPLATES if "ui" in path.relative_to(PACKAGE).parts[:1]]
FORBIDDEN = {
    "style attribute": re.compile(r"""<[^>]*\sstyle\s*=""", re.I),
    "inline handler": re.compile(r"""<[^>]*\son[a-z]+\s*=""", re.I),
    "htmx handler": re.compile(r"""\shx-on[:-]""", re.I),
    "inline style": re.compile(r"<style\b", re.I),
    "inline script": re.compile(r"<script\b(?![^>]*\bsrc=)", re.I),
    "javascript address": re.compile(r"""["']\s*javascript:""", re.I),
    "address of another site": re.compile(r"""\b(?:src|href)=["'](?:https?:)?//""", re.I),
    "value passed by js:": re.compile(r"""hx-(?:vals|headers)=["']js:""", re.I),
}


def name(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", TEMPLATES, ids=name)
def test_a_template_keeps_the_content_security_policy(path: Path) -> None:
    text = re.sub(
        r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", path.read_text(encoding="utf-8"), flags=re.S
    )
    assert [what for what, pattern in FORBIDDEN.items() if pattern.search(text)] == []


def test_a_date_on_a_card_says_of_what_it_is() -> None:
    """On a phone a row is a card without the heading of its columns."""
    bare = {
        name(path): cell
        for path in TEMPLATES
        for table in re.findall(r'<table class="tbl tbl--cards.*?</table>', path.read_text("utf-8"), re.S)
        for cell in re.findall(r'<td class="c-due[^"]*"(?! data-label)>\{\{ [\w.]+\|date:', table)
    }
    assert bare == {}


@pytest.mark.parametrize("path", OURS, ids=name)
def test_a_template_lists_its_context_at_the_top(path: Path) -> None:
    head = "\n".join(path.read_text(encoding="utf-8").splitlines()[:5])
    assert "{#" in head or "{% comment %}" in head


@pytest.mark.parametrize("template", ["400.html", "403.html", "403_csrf.html", "404.html", "500.html"])
def test_an_error_page_can_be_drawn_without_any_context_and_says_what_to_do(template: str) -> None:
    html = render_to_string(template)
    assert "接下来：" in html
    assert "data-sentence" in html
    body = re.search(r"<main[^>]*>(.*)</main>", html, re.S)
    assert body is not None
    words = re.sub(r"<[^>]*>", "", body.group(1))
    assert re.findall(r"[A-Za-z]{4,}", words) == []
