from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.approvals import grammar, policies, walking
from zhongshu.approvals.models import Approval
from zhongshu.approvals.papers.values import said
from zhongshu.approvals.services.seated import Part, seated
from zhongshu.approvals.walking.words import power_words
from zhongshu.kernel import reasons
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import in_office_language, on_record
from zhongshu.kernel.refusals import Conflict, Forbidden, Refusal
from zhongshu.platform.usecases.registry import use_case
from zhongshu.platform.workdays import queries as workdays


@use_case("approvals.agree")
def agree(
    *,
    actor: Actor,
    matter_id: int,
    opinion: str = "",
    changes: Mapping[str, str] | None = None,
    asked_as: int | None = None,
    meant: grammar.Power | None = None,
    at_once: bool = False,
    at: datetime,
) -> Approval:
    """Agree in the stage where ``actor`` is asked, with an opinion or without.

    ``changes`` are corrections of fields that the stage may write. ``asked_as``, here and in the other verbs, is
    the number of the seat one was shown: should one be asked elsewhere by now, it is refused. Refused, too:
    another's seat, powers that never meet in one person (F-01), and whatever the paper's own floor forbids.
    ``meant`` is what is to be done by it, where that must be certain ("pay"): any other stage is a Conflict.
    ``at_once``: among several papers, which a stage that is decided one by one does not allow.
    """
    part = seated(actor, matter_id, asked_as, at)
    _is_meant(part, meant)
    if at_once:
        policies.may_agree_at_once(part.walk, part.seat).require()
    facts = _corrected(part, changes or {})
    part.permit()
    walking.agree(part.walk, part.seat, part.by, opinion)
    return part.keep("agreed", opinion=opinion, **facts)


@use_case("approvals.refuse")
def refuse(
    *, actor: Actor, matter_id: int, opinion: str, asked_as: int | None = None, at: datetime
) -> Approval:
    """Refuse, with the reason; the paper ends, unless it is being voted on."""
    reasons.given(opinion, _("请写明意见。"), at="opinion")
    part = seated(actor, matter_id, asked_as, at)
    walking.refuse(part.walk, part.seat, part.by, opinion)
    return part.keep("refused", opinion=opinion)


@use_case("approvals.advise")
def advise(
    *, actor: Actor, matter_id: int, opinion: str, asked_as: int | None = None, at: datetime
) -> Approval:
    """Give the opinion one was asked for; who asked decides."""
    reasons.given(opinion, _("请写明意见。"), at="opinion")
    part = seated(actor, matter_id, asked_as, at)
    walking.advise(part.walk, part.seat, part.by, opinion)
    return part.keep("advised", opinion=opinion)


@use_case("approvals.give_back")
def give_back(
    *,
    actor: Actor,
    matter_id: int,
    target: str,
    straight: bool,
    opinion: str,
    asked_as: int | None = None,
    at: datetime,
) -> Approval:
    """Give the paper back to an earlier stage (or "submit", the drafter), to walk again or come straight back."""
    reasons.given(opinion, _("请写明意见。"), at="opinion")
    part = seated(actor, matter_id, asked_as, at)
    walking.give_back(part.walk, part.seat, target, part.by, opinion, straight=straight)
    stage = part.walk.flow.stages.get(target)
    return part.keep(
        "gave_back", opinion=opinion, to=stage.title if stage else on_record("起草人"), straight=straight
    )


def _is_meant(part: Part, meant: grammar.Power | None) -> None:
    if meant is not None and part.walk.power(part.walk.leg(part.seat.leg)) != meant:
        raise Conflict(
            "another_step",
            _("现在这一步不是“%(meant)s”，没有办理。") % {"meant": power_words(meant)},
            hint=_("请先看它办到了哪一步。"),
        )


def _corrected(part: Part, changes: Mapping[str, str]) -> dict[str, object]:
    """Write the fields that the stage may write; returns what changed, for the journal."""
    walk, rights = part.walk, part.stage.rights if part.stage else {}
    fields = {one.code: one for one in walk.flow.route.fields}
    changed = {
        code: text.strip()
        for code, text in changes.items()
        if text.strip() != walk.approval.values.get(code, "")
    }
    for code in changed:
        if rights.get(code) != grammar.Right.WRITE or code not in fields:
            raise Forbidden("field_not_yours", _("这一环节不能修改这个栏目。"))
    faults = grammar.faults([fields[code] for code in changed], changed)
    as_it_will_be = {**walk.approval.values, **changed}
    if changed and walk.flow.route.ties:
        faults |= grammar.untied(walk.flow.route, as_it_will_be, workdays.calendar)
    if faults:
        raise Refusal("form_has_faults", _("修改的栏目有误。"), fields=faults)
    if not changed:
        return {}
    with in_office_language():
        told = {
            fields[code].label: " → ".join(
                said(fields[code], one) for one in (walk.approval.values.get(code, ""), text)
            )
            for code, text in changed.items()
        }
    walk.approval.values = as_it_will_be
    walk.values = grammar.typed(walk.flow.route.fields, walk.approval.values)
    return {"corrected": told}
