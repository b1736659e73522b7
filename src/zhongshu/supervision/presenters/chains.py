"""Templates of steps: the list of them, and the sheet on which one is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from django.http import QueryDict
from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import Refusal
from zhongshu.supervision import choices, queries, services
from zhongshu.supervision.forms.chains import ChainForm, StepForm
from zhongshu.supervision.models import Chain, ChainStep
from zhongshu.supervision.presenters.chain_turns import by
from zhongshu.supervision.rules.chains import MOST_STEPS
from zhongshu.ui.forms import mistakes, refuse
from zhongshu.ui.parts import Mistake

FIRST, MORE = 4, 2
OF_STEP = ("title", "role", "working_days", "requirement", "post_id")


@dataclass(frozen=True, slots=True)
class Kept:
    """A template as a card: its version, who wrote it, its steps in words."""

    chain: Chain
    number: int
    made: str
    steps: list[tuple[str, str, int]]


def kept(actor: Actor) -> list[Kept]:
    """The templates that ``actor`` keeps, with their newest steps."""
    return [_kept(one) for one in queries.chains_kept(actor)]


class ChainSheet:
    """A template being written: as it is kept, empty, or as it was sent."""

    def __init__(self, actor: Actor, at: datetime, chain: Chain | None, data: QueryDict | None) -> None:
        self.chain = chain
        self.adds = data is not None and "add" in data
        day = local_day(at)
        desks, self.names = choices.desks(actor, day), choices.UnitNames()
        organ = chain.organ if chain else queries.organ_of_desk(desks[0][0])
        self.posts = choices.posts(organ, day)
        steps = list(queries.newest(chain).steps.all()) if chain else []
        self.count = self._rows(data, len(steps))
        sent = None if self.adds else data
        first = {"name": chain.name if chain else ""} if data is None else data.dict()
        self.form = ChainForm(sent, desks=desks, initial=first)
        self.rows = [self._row(n, steps, sent, data) for n in range(1, self.count + 1)]

    def _rows(self, data: QueryDict | None, steps: int) -> int:
        told = data.get("rows", "") if data is not None else ""
        asked = int(told) + MORE * self.adds if told.isdecimal() else max(FIRST, steps + 1)
        return max(1, min(asked, MOST_STEPS))

    def _row(
        self, number: int, steps: Sequence[ChainStep], sent: QueryDict | None, data: QueryDict | None
    ) -> StepForm:
        prefix = f"s{number}"
        if data is not None:
            start = f"{prefix}-"
            first: dict[str, object] = {n[len(start) :]: v for n, v in data.items() if n.startswith(start)}
        else:
            first = _of(steps[number - 1], self.names) if number <= len(steps) else {}
        return StepForm(sent, prefix=prefix, initial=first, names=self.names, posts=self.posts)

    @cached_property
    def is_valid(self) -> bool:
        """Whether what was sent can be put to the service."""
        return all([self.form.is_valid(), *(row.is_valid() for row in self.rows)])

    def steps(self) -> list[services.Step]:
        """The rows that tell something."""
        return [row.step() for row in self.rows if not row.is_empty]

    def refuse(self, refusal: Refusal) -> None:
        """Put what the service refuses beside the rows it refuses."""
        told = [row for row in self.rows if not row.is_empty]
        for place, row in enumerate(told, 1):
            if f"step-{place}" in refusal.fields:
                row.add_error(None, str(refusal.fields[f"step-{place}"]))
        if not any(name.startswith("step-") for name in refusal.fields):
            refuse(self.form, refusal)

    @property
    def mistakes(self) -> list[Mistake]:
        """All that is wrong, that of a step with its number."""
        listed = list(mistakes(self.form))
        for number, row in enumerate(self.rows, 1):
            place = _("第 %(n)s 步") % {"n": number}
            listed += [
                Mistake(one.target or f"step-{number}", f"{place} {one.label}".strip(), one.texts)
                for one in mistakes(row)
            ]
        return listed


def _kept(chain: Chain) -> Kept:
    version = queries.newest(chain)
    made = f"{version.made_by.name} {local_day(version.made_at).isoformat()}"
    steps = [(one.title, by(one), one.working_days) for one in version.steps.all()]
    return Kept(chain, version.number, made, steps)


def _of(step: ChainStep, names: choices.UnitNames) -> dict[str, object]:
    told: dict[str, object] = {name: getattr(step, name) for name in OF_STEP}
    return told | {"unit_id": names.label(step.unit_id)}
