"""What the house calls its units, learnt where a person puts a reading right, and revoked again."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Protocol

from zhongshu.kernel.actors import Actor
from zhongshu.org import queries as org
from zhongshu.org import services as organs
from zhongshu.org.models import Unit, UnitAlias
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.extraction import is_particular
from zhongshu.supervision.models import Finding, Intake


class Corrected(Protocol):
    """What a person made of a finding."""

    @property
    def finding_id(self) -> int | None: ...
    @property
    def lead_id(self) -> int | None: ...
    @property
    def support_ids(self) -> tuple[int, ...]: ...
    @property
    def no_follow_up(self) -> bool: ...


@use_case("supervision.learn_alias")
def learn_alias(*, actor: Actor, intake_id: int, unit_id: int, name: str, at: datetime) -> UnitAlias:
    """From now on ``name``, as a text of the intake has it, is read as the unit. Conflict if it is another's name."""
    intake = queries.intake_for(actor, intake_id)
    policies.may_supervise(actor, intake.organ_id).require()
    unit = Unit.objects.select_for_update().get(pk=unit_id)
    source = queries.taught_by(intake.pk)
    alias = organs.note_alias(actor=actor, unit=unit, name=name, source=source, at=at)
    facts = {"alias": alias.name, "unit": unit.name}
    journal.record(
        stream=f"intake:{intake.pk}", verb="supervision.alias_learnt", actor=actor, at=at, data=facts
    )
    return alias


@use_case("supervision.revoke_alias")
def revoke_alias(*, actor: Actor, alias_id: int, at: datetime) -> UnitAlias:
    """A name once learnt from a correction is not read as that unit any more, and not learnt again by itself."""
    policies.may_supervise(actor).require()
    return organs.forget_alias(actor=actor, alias=queries.learnt_alias_for_update(alias_id), at=at)


def learn_from(
    actor: Actor, intake: Intake, findings: dict[int, Finding], choices: Sequence[Corrected], at: datetime
) -> list[UnitAlias]:
    """What the corrections of an intake teach: each unknown name for which a person chose the unit."""
    taught: dict[str, set[int]] = {}
    for choice in choices:
        finding = findings.get(choice.finding_id) if choice.finding_id else None
        if finding is not None and not choice.no_follow_up:
            for name, unit_id in _lessons(finding, choice):
                taught.setdefault(name, set()).add(unit_id)
    return [
        learn_alias(actor=actor, intake_id=intake.pk, unit_id=next(iter(units)), name=name, at=at)
        for name, units in taught.items()
        if len(units) == 1 and _teachable(name, next(iter(units)))
    ]


def _lessons(finding: Finding, choice: Corrected) -> Iterator[tuple[str, int]]:
    """The names left unknown in the reading and the unit chosen for each, where there is no doubt which is which."""
    leads = finding.reading.get("lead", [])
    if finding.lead_id is None and len(leads) == 1 and choice.lead_id:
        yield leads[0].strip(), choice.lead_id
    known = set(finding.support.values_list("id", flat=True))
    unknown = [name for name in finding.reading.get("support", []) if org.unit_called(name) is None]
    added = [unit_id for unit_id in choice.support_ids if unit_id not in known]
    if len(unknown) == len(added) == 1:
        yield unknown[0].strip(), added[0]


def _teachable(name: str, unit_id: int) -> bool:
    """Not 有关部门, not a name that is some unit's already, and none that was revoked for this unit."""
    revoked = UnitAlias.objects.filter(unit_id=unit_id, name=name, revoked_at__isnull=False)
    return is_particular(name) and not org.spoken_of(name) and not revoked.exists()
