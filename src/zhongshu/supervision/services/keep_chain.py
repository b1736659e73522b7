"""A supervising office keeps orders of steps (步骤模板): written, written anew, put out of use."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import Conflict, Refusal
from zhongshu.org import queries as org
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries, rules
from zhongshu.supervision.models import Chain, ChainStep, ChainVersion, StepRole
from zhongshu.supervision.rules.chains import MOST_DAYS


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step as it is written: what, by whom, within how many working days.

    ``unit_id`` for the role of a fixed unit, ``post_id`` for that of a fixed post; none for the others.
    """

    title: str
    role: str
    working_days: int
    requirement: str = ""
    unit_id: int | None = None
    post_id: int | None = None


@use_case("supervision.keep_chain")
def keep_chain(
    *, actor: Actor, unit_id: int, name: str, steps: Sequence[Step], chain_id: int | None = None, at: datetime
) -> Chain:
    """Keep an order of steps for the organ of the supervising unit, or the next version of one that is kept.

    What runs already keeps the version by which it began. Refuses less than two steps (D-14), a step without
    words, time or somebody to carry it out, and a name that another one bears.
    """
    unit = org.known_unit(unit_id)
    organ = unit.organ or unit
    policies.may_supervise(actor, organ.pk).require()
    _check(steps)
    words = name.strip()[:40]
    kept = queries.chain_for_update(actor, chain_id) if chain_id else Chain(organ=organ)
    _is_free(words, kept)
    kept.name = words
    kept.save()
    number = kept.versions.count() + 1
    version = ChainVersion.objects.create(
        chain=kept, number=number, made_by_id=actor.in_name_of or 0, made_at=at
    )
    ChainStep.objects.bulk_create(_rows(version, steps))
    told = " → ".join(one.title.strip() for one in steps)
    _note("chain_kept", kept, actor=actor, at=at, version=number, steps=told)
    return kept


@use_case("supervision.retire_chain")
def retire_chain(*, actor: Actor, chain_id: int, at: datetime) -> Chain:
    """Put an order of steps out of use: what runs by it goes on, nothing begins by it any more."""
    kept = queries.chain_for_update(actor, chain_id)
    kept.retired_at = at
    kept.save(update_fields=["retired_at"])
    _note("chain_retired", kept, actor=actor, at=at)
    return kept


def _check(steps: Sequence[Step]) -> None:
    rules.D_14_steps(len(steps)).require()
    faults = {f"step-{place}": told for place, one in enumerate(steps, 1) if (told := _fault(one))}
    if faults:
        raise Refusal(
            "bad_steps", _("有 %(n)s 步没有写全。") % {"n": len(faults)}, fields=faults, rule="D-14"
        )


def _fault(step: Step) -> str:
    """What is wrong with a step, in words; "" for nothing."""
    if not step.title.strip():
        return _("请写这一步做什么。")
    if step.role not in StepRole.values:
        return _("请选这一步由谁办。")
    if step.role == StepRole.UNIT and step.unit_id is None:
        return _("请选固定由哪个单位办。")
    if step.role == StepRole.POST and step.post_id is None:
        return _("请选固定由哪个岗位办。")
    if not 1 <= step.working_days <= MOST_DAYS:
        return _("请写几个工作日内办完，1 到 %(most)s。") % {"most": MOST_DAYS}
    return ""


def _rows(version: ChainVersion, steps: Sequence[Step]) -> list[ChainStep]:
    return [
        ChainStep(
            version=version,
            order=order,
            title=one.title.strip()[:60],
            requirement=one.requirement.strip()[:300],
            role=one.role,
            unit=org.known_unit(one.unit_id) if one.role == StepRole.UNIT and one.unit_id else None,
            post=org.post(one.post_id) if one.role == StepRole.POST and one.post_id else None,
            working_days=one.working_days,
        )
        for order, one in enumerate(steps, 1)
    ]


def _is_free(name: str, kept: Chain) -> None:
    if not name:
        told = _("请写模板名称。")
        raise Refusal("no_chain_name", told, fields={"name": told})
    others = Chain.objects.filter(organ_id=kept.organ_id, name=name, retired_at__isnull=True)
    if others.exclude(pk=kept.pk).exists():
        told = _("已有一个步骤模板叫“%(name)s”，请换个名称。") % {"name": name}
        raise Conflict("chain_name_taken", told, fields={"name": told})


def _note(verb: str, kept: Chain, *, actor: Actor, at: datetime, **facts: object) -> None:
    journal.record(
        stream=f"chain:{kept.pk}", verb=f"supervision.{verb}", actor=actor, at=at,
        data={"name": kept.name, **facts},
    )  # fmt: skip
