"""What only those may read who keep the budget or seek funds: asked here once, for whoever shows it to a program."""

from datetime import date

from django.db.models import QuerySet

from zhongshu.finance import policies
from zhongshu.finance.models import BudgetLine, FundApplication
from zhongshu.finance.queries.ageing import Age, ageing
from zhongshu.finance.queries.budget import budget_lines
from zhongshu.finance.queries.funds import funds
from zhongshu.kernel.actors import Actor

MOST = 200
"""So many rows are told at once, the newest."""


def budget_register(actor: Actor, year: int) -> QuerySet[BudgetLine]:
    """The lines of a year with what is bound, spent and left."""
    policies.may_see_budget(actor).require()
    return budget_lines(actor, year)


def ageing_register(actor: Actor, today: date) -> list[Age]:
    """How long claims wait for review, approval and payment (F-14)."""
    policies.may_see_budget(actor).require()
    return ageing(actor, today)


def funds_register(actor: Actor) -> QuerySet[FundApplication]:
    """Funds sought from above."""
    policies.may_see_funds(actor).require()
    return funds(actor)[:MOST]
