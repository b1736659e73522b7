"""The budget: its lines with what is bound, spent and left."""

from typing import Annotated, Literal

from django.utils.translation import gettext_noop as _
from ninja import Router
from pydantic import Field

from zhongshu.api.exposing import Offer, expose, text
from zhongshu.api.schemas import registers as told
from zhongshu.api.schemas.amounts import SumSent
from zhongshu.api.tellings.records import each, plain
from zhongshu.finance import queries, services
from zhongshu.finance.models import Category, Measure
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.requests import Request
from zhongshu.org.models import Grade

router = Router(tags=[_("资金")])
Year = Annotated[int, Field(ge=2000, le=2100)]
LINE = {"year": Year, "code": text(30, least=1), "title": text(100, least=1), "categories": list[Category]}


@router.get("/budget-lines", response=list[told.BudgetLine], summary=_("预算指标"))
def budget_lines(request: Request, year: Year | None = None) -> list[told.BudgetLine]:
    """The lines of a year; of this one, if none is named."""
    asked = year or local_day(request.at).year
    return each(told.BudgetLine, queries.budget_lines(request.actor, asked))


@router.get("/standards", response=list[told.ExpenseStandard], summary=_("开支标准"))
def standards(request: Request) -> list[told.ExpenseStandard]:
    """What the asker's organs have set; where they have set nothing, the settings hold."""
    return each(told.ExpenseStandard, queries.standards(request.actor))


_STANDARD = Offer(
    path="/organs/{organ_id}/standards", title=_("登记开支标准"), run=services.set_standard, status=201,
    words={
        "measure": Measure, "grade": Grade | Literal[""], "place": text(40), "paper": text(200), "most": SumSent,
    },
)  # fmt: skip
expose(router, (_STANDARD,), answer=told.ExpenseStandard, tell=plain(told.ExpenseStandard))
expose(
    router,
    (
        Offer(
            path="/organs/{organ_id}/budget-lines", title=_("登记预算指标"), run=services.enter_line,
            words={**LINE, "amount": SumSent}, status=201,
        ),
        Offer(
            path="/budget-lines/{line_id}/amount", title=_("调剂预算指标"), run=services.adjust_line,
            words={"amount": SumSent},
        ),
    ),
    answer=told.BudgetLine,
    tell=plain(told.BudgetLine),
)  # fmt: skip
