from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.language import on_record
from zhongshu.kernel.refusals import Refusal
from zhongshu.matters import queries as matter_queries
from zhongshu.matters import services as matters
from zhongshu.matters.models import AttachmentRole, Role
from zhongshu.platform.files.models import File
from zhongshu.platform.usecases.registry import use_case
from zhongshu.supervision import policies, queries
from zhongshu.supervision.models import Blocker, Directive, Round
from zhongshu.supervision.services import rounds, trail
from zhongshu.supervision.services.blocked import blocked
from zhongshu.supervision.services.figures import take
from zhongshu.supervision.services.fingerprint import take_fingerprints


@use_case("supervision.report")
def report(
    *,
    actor: Actor,
    directive_id: int,
    text: str,
    at: datetime,
    blocker: str = Blocker.NONE,
    files: tuple[File, ...] = (),
    figures: Mapping[int, str] | None = None,
) -> Directive:
    """Report progress and what it waits for; an empty text says "nothing new since last time".

    By the lead unit it answers the reporting round that is open; a long-term matter moves on to its next one.
    ``figures`` are those asked for, by the id of the ask.
    """
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "report", directive)
    directive.move("report")
    given = take(directive, figures or {}, actor=actor, at=at)
    text = text.strip() or given
    if not text and directive.last_progress_at is None:
        raise Refusal(
            "nothing_reported",
            _("第一次回告要写明进展。"),
            fields={"text": _("请写一两句：做了什么，下一步做什么。")},
        )
    if text:
        directive.last_progress = text[:300]
    directive.last_progress_at = at
    blocked(directive, blocker, at=at)
    attached = matters.attach(directive.matter, files, role=AttachmentRole.PROGRESS, at=at)
    take_fingerprints(directive, attached, at=at)
    trail.had_a_hand(directive, actor, at=at)
    answered = rounds.answer(directive, text, actor=actor, at=at) if _leads(actor, directive) else None
    beside = {"blocker": blocker, "figures": given, "files": [file.name for file in files]}
    told = {name: fact for name, fact in beside.items() if fact}  # of the commonest act no empty facts
    trail.keep(directive, "reported", actor=actor, at=at, text=text, **told, **_round_facts(answered))
    return directive


@use_case("supervision.remind")
def remind(*, actor: Actor, directive_id: int, note: str, at: datetime) -> Directive:
    """Remind whoever holds the matter (催办); recorded and counted."""
    directive = queries.for_update(actor, directive_id)
    policies.require(actor, "remind", directive)
    directive.move("remind")
    directive.reminders += 1
    note = note.strip() or on_record("请抓紧办理并回告进展。")
    told = on_record("催办：%(title)s。%(note)s") % {"title": directive.matter.title, "note": note}
    for held in matter_queries.open_assignments(directive.pk).exclude(role=Role.READ):
        if held.holder_person_id:
            matters.tell_person(
                directive.matter, held.holder_person_id, told, url=trail.address(directive), at=at
            )
        elif held.holder_unit_id:
            matters.tell_unit(
                directive.matter, held.holder_unit_id, told, url=trail.address(directive), at=at
            )
    trail.keep(directive, "reminded", actor=actor, at=at, note=note)
    return directive


def _leads(actor: Actor, directive: Directive) -> bool:
    """Whether the report is the lead unit's: it alone answers a round (D-17)."""
    return bool(policies.may(actor, "complete", directive))


def _round_facts(answered: Round | None) -> dict[str, object]:
    if answered is None:
        return {}
    return {"round": str(answered), "due": answered.due.isoformat(), "late": answered.missed_at is not None}
