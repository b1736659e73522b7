from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from zhongshu.finance import policies
from zhongshu.finance.models import BudgetLine
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.org.models import Unit


def budget_lines(actor: Actor, year: int) -> QuerySet[BudgetLine]:
    """The budget of ``actor``'s organs in a year, with what is bound, spent and left; for who keeps or watches it."""
    policies.may_see_budget(actor).require()
    rows = BudgetLine.objects.filter(year=year).select_related("unit", "organ")
    if not actor.is_system:
        rows = rows.filter(organ_id__in=sorted(actor.organ_ids))
    return rows.order_by("organ_id", "code")


def line(actor: Actor, line_id: int) -> BudgetLine:
    """One line of ``actor``'s organs; else it does not exist (404)."""
    rows = BudgetLine.objects.select_related("organ", "unit").filter(pk=line_id)
    found = rows.first() if actor.is_system else rows.filter(organ_id__in=sorted(actor.organ_ids)).first()
    if found is None:
        raise NotFound("no_such_line", _("没有这条预算指标。"), hint=_("请重新选择。"))
    return found


def lines_for(unit: Unit, year: int, category: str = "") -> list[BudgetLine]:
    """Lines that a claim of ``unit`` may use: those of the unit and the organ's own, for the category."""
    organ_id = unit.organ_id or unit.pk
    rows = BudgetLine.objects.filter(Q(unit=unit) | Q(unit__isnull=True), organ_id=organ_id, year=year)
    return [line for line in rows.order_by("code") if not category or _serves(line.categories, category)]


def line_for_update(line_id: int) -> BudgetLine:
    """One line, locked until the end of the transaction, so that two claims never spend the same yuan."""
    line = BudgetLine.objects.select_for_update().filter(pk=line_id).first()
    if line is None:
        raise NotFound("no_such_line", _("没有这条预算指标。"), hint=_("请重新选择。"))
    return line


def _serves(categories: Iterable[str], category: str) -> bool:
    return not categories or category in categories
