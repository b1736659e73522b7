from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from zhongshu.inspections import policies
from zhongshu.inspections.models import Designation
from zhongshu.inspections.services.tell_designated import tell_designated
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import refuse_faults
from zhongshu.org import queries as org
from zhongshu.platform.files.models import File
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


@use_case("inspections.designate")
def designate(
    *,
    actor: Actor,
    organ_id: int,
    unit_id: int,
    matter: str,
    scope: str,
    unit_ids: Sequence[int],
    duty: str,
    starts_on: date,
    ends_on: date,
    paper: str,
    file: File,
    at: datetime,
) -> Designation:
    """Designate a department in writing to inspect for the organ: matter, scope, duty and term (rule D-05).

    ``unit_ids`` are the units it may inspect; ``paper`` names the paper, ``file`` is the paper itself.
    """
    policies.may_designate(actor, organ_id).require()
    told = {"matter": matter, "scope": scope, "duty": duty, "paper": paper, "unit_ids": unit_ids}
    faults: dict[str, object] = {name: _("请填写。") for name, value in told.items() if not _given(value)}
    if ends_on < starts_on:
        faults["ends_on"] = _("结束要在开始之后。")
    if unit_id in unit_ids:
        faults["unit_ids"] = _("部门不能督查自己。")
    refuse_faults(faults, "designation_has_faults", _("书面指定还有 %(count)s 处要改。"), rule="D-05")
    made = Designation.objects.create(
        organ=org.unit(organ_id), unit=org.unit(unit_id), matter=matter.strip(), scope=scope.strip(),
        duty=duty.strip(), starts_on=starts_on, ends_on=ends_on, paper=paper.strip(), file=file,
        given_by_id=actor.in_name_of or 0, given_at=at,
    )  # fmt: skip
    made.units.set(unit_ids)
    facts = {
        "unit": made.unit.short_name,
        "matter": made.matter,
        "paper": made.paper,
        "until": ends_on.isoformat(),
    }
    journal.record(stream=made.stream, verb="inspections.designated", actor=actor, at=at, data=facts)
    tell_designated(made, on_record("书面指定督查：%(matter)s（%(paper)s）") % facts, at=at)
    return made


def _given(value: object) -> bool:
    return bool(value.strip() if isinstance(value, str) else value)
