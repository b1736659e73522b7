"""How far a chain at work on a matter has come."""

from collections.abc import Iterable

from zhongshu.matters.models import Group
from zhongshu.supervision.models import ChainRun, ChainTurn, Directive


def chain_run(directive_id: int) -> ChainRun | None:
    """The run on a matter, with its version and desk."""
    runs = ChainRun.objects.select_related("version__chain", "desk").filter(directive_id=directive_id)
    return runs.first()


def turns(run: ChainRun) -> list[ChainTurn]:
    """The steps of a run in their order, with the parts that they became."""
    rows = run.turns.select_related("step__unit", "step__post__unit", "unit", "part__matter__lead_unit")
    return list(rows.order_by("step__order"))


def at_work(rows: Iterable[ChainTurn]) -> list[str]:
    """Numbers of the steps that were handed out and are not accepted."""
    parts = [turn.part for turn in rows if turn.part is not None]
    return [one.matter.number for one in parts if one.matter.group == Group.OPEN and not one.verified_at]


def run_of_part(part: Directive) -> ChainRun | None:
    """The run of which a part is a step."""
    if part.matter.parent_id is None:
        return None
    return ChainRun.objects.select_related("version__chain", "desk").filter(turns__part=part).first()
