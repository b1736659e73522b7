from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies, queries, rules
from zhongshu.inspections.models import Finding, Inspection, Step
from zhongshu.inspections.services import trail
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.record_step")
def record_step(
    *,
    actor: Actor,
    matter_id: int,
    method: str,
    on: date,
    place: str,
    note: str,
    person_ids: Sequence[int],
    unit_id: int | None = None,
    files: Sequence[File] = (),
    at: datetime,
) -> Step:
    """Write down what the team did: by which of the eight methods (D-03), when, where, who of the team, with what evidence.

    ``unit_id`` is the inspected unit it was about; None where it was about several or none.
    """
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "record_step", inspection)
    rules.D_03_step(method, on=on, starts_on=inspection.starts_on, today=local_day(at)).require()
    strangers = set(person_ids) - set(queries.team_of(inspection.pk))
    faults: dict[str, object] = _unlike(inspection, unit_id)
    faults |= {name: _("请填写。") for name, told in (("place", place), ("note", note)) if not told.strip()}
    if strangers or not person_ids:
        faults["person_ids"] = _("请选参加的督查组成员。")
    refuse_faults(faults, "step_has_faults", _("还有 %(count)s 处要改。"), rule="D-03")
    step = Step.objects.create(
        inspection=inspection, method=method, on=on, place=place.strip(), unit_id=unit_id, note=note.strip(),
        noted_by_id=_oneself(actor), at=at,
    )  # fmt: skip
    step.people.set(person_ids)
    step.files.set(files)
    matters.attach(inspection.matter, files, role=AttachmentRole.EVIDENCE, at=at)
    facts = {"method": method, "day": on.isoformat(), "place": step.place, "files": len(files)}
    trail.keep(inspection, "step_recorded", actor=actor, at=at, **facts)
    return step


@use_case("inspections.note_finding")
def note_finding(
    *, actor: Actor, matter_id: int, unit_id: int, text: str, step_id: int | None = None, at: datetime
) -> Finding:
    """Write down a problem found with one of the inspected units, and by which step it was found."""
    inspection = queries.inspection_for_update(actor, matter_id)
    policies.require(actor, "note_finding", inspection)
    faults: dict[str, object] = _unlike(inspection, unit_id)
    if not text.strip():
        faults["text"] = _("请写明发现的问题。")
    if step_id and not inspection.steps.filter(pk=step_id).exists():
        faults["step_id"] = _("请选本次督查的记录。")
    refuse_faults(faults, "finding_has_faults", _("还有 %(count)s 处要改。"))
    found = Finding.objects.create(
        inspection=inspection, unit_id=unit_id, step_id=step_id, text=text.strip(),
        noted_by_id=_oneself(actor), at=at,
    )  # fmt: skip
    facts = {"unit": org.known_unit(unit_id).short_name, "text": found.text}
    trail.keep(inspection, "finding_noted", actor=actor, at=at, **facts)
    return found


def _unlike(inspection: Inspection, unit_id: int | None) -> dict[str, object]:
    """A fault where ``unit_id`` is none of the inspected units: an inspection does not widen by itself (D-04)."""
    if unit_id is None or inspection.units.filter(pk=unit_id).exists():
        return {}
    return {"unit_id": _("请选本次督查的单位，督查不能超出批准的范围。")}


def _oneself(actor: Actor) -> int:
    return actor.in_name_of or 0
