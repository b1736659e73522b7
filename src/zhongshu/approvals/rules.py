"""The law of approvals, asked outside the walk: who may stand in for whom, and take a part. No database."""

from collections.abc import Collection, Iterable

from django.utils.translation import gettext_lazy as _

from zhongshu.approvals.grammar import Pair, Power, clash
from zhongshu.kernel.verdicts import YES, Verdict, no
from zhongshu.org.models import Duty
from zhongshu.org.queries import go_together


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


def F_01_duties(held: Collection[str], asked: str, stage: str) -> Verdict:  # noqa: N802
    """Nobody takes a part in a stage that asks for a duty which never goes with those he holds (F-01)."""
    if not asked or asked in held or go_together([Duty(one) for one in (*held, asked)]):
        return YES
    sentence = _("所选的人的岗位职责与“%(stage)s”不相容。") % {"stage": stage}
    return no("duties_would_meet", sentence, _("请另选一人。"), rule="F-01")
