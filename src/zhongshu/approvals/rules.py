"""The law of approvals, asked outside the walk: who may stand in for whom. No database."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Pair, Power, clash
from zhongshu.kernel.verdicts import YES, Verdict, no


def meeting(powers: Iterable[str]) -> Pair | None:
    """The first pair among ``powers`` that never meets in one person; None when all go together."""
    held = sorted({Power(one) for one in powers})
    return next((pair for one in held for other in held if (pair := clash(one, other))), None)


def F_01_stand_in(own: Iterable[str], taken: Iterable[str], name: str, route: str) -> Verdict:  # noqa: N802
    """Nobody stands in where his own powers along a route meet those of the seat he takes (F-01, on grant)."""
    pair = meeting([*own, *taken])
    if pair is None:
        return YES
    told = {"name": name, "route": route, "source": pair.source}
    return no(
        "powers_would_meet",
        _("%(name)s代理后会在“%(route)s”中同时行使不相容的职权（%(source)s）。") % told,
        _("请另选代理人。"),
        rule=pair.rule,
        source=pair.source,
    )
