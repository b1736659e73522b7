"""``{% load money %}``: sums of money in pages."""

from decimal import Decimal

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from zhongshu.finance.presenters import words
from zhongshu.ui.menu import Title

register = template.Library()


@register.filter
def figure(amount: Decimal) -> str:
    """12,000.00."""
    return words.figure(amount)


@register.simple_tag
def sum_cell(amount: Decimal | None, label: Title, css: str = "") -> SafeString:
    """A cell of a column of sums, in yuan; ``label`` says on a phone, where heads are not shown, what it is."""
    told = words.figure(amount) if amount is not None else "—"
    return format_html('<td class="c-sum {}" data-label="{}">{}</td>', css, label, told)
