"""Claims are kept while they are filled in: nothing is lost by a refusal, a pause or a broken connection."""

from collections.abc import Sequence
from datetime import datetime

from zhongshu.finance import policies, queries
from zhongshu.finance.models import ClaimDraft, ClaimKind
from zhongshu.finance.models.draft import Filled
from zhongshu.kernel.actors import Actor
from zhongshu.platform.journal import services as journal
from zhongshu.platform.usecases.registry import use_case


def keep_draft(
    *,
    actor: Actor,
    kind: str,
    data: Filled,
    files: Sequence[int] = (),
    draft_id: int | None = None,
    amends_id: int | None = None,
    at: datetime,
) -> ClaimDraft:
    """Keep what stands in a sheet, as a new draft or in place of what ``draft_id`` held; one of the two use cases below.

    Where nothing has changed since, nothing is written.

    ``data`` is the sheet as sent, ``files`` are ids of files stored for it, ``amends_id`` the claim it puts right.
    """
    kept = queries.drafts(actor).filter(pk=draft_id).first() if draft_id else None
    if kept is None:
        return begin_draft(actor=actor, kind=kind, data=data, files=files, amends_id=amends_id, at=at)
    if (kept.data, kept.files) == (data, list(files)):
        return kept
    return change_draft(actor=actor, draft_id=kept.pk, data=data, files=files, at=at)


@use_case("finance.begin_draft")
def begin_draft(
    *,
    actor: Actor,
    kind: str,
    data: Filled,
    files: Sequence[int] = (),
    amends_id: int | None = None,
    at: datetime,
) -> ClaimDraft:
    """Begin to fill a claim in; it is seen by nobody else and binds no budget until it is handed in."""
    policies.may_claim(actor).require()
    claim = queries.claim(actor, amends_id) if amends_id else None
    if claim is not None:
        policies.may_amend(actor, claim).require()
        if begun := queries.draft_of(actor, claim):
            begun.delete()
    kept = ClaimDraft.objects.create(
        person_id=actor.in_name_of or 0,
        kind=ClaimKind(kind),
        data=data,
        files=list(files),
        amends=claim,
        begun_at=at,
        changed_at=at,
    )
    _told(kept, "draft_begun", actor, at)
    return kept


@use_case("finance.change_draft")
def change_draft(
    *, actor: Actor, draft_id: int, data: Filled, files: Sequence[int] = (), at: datetime
) -> ClaimDraft:
    """Put what stands in the sheet now in place of what a draft held; the journal tells which fields changed."""
    kept = queries.draft(actor, draft_id)
    changed = sorted(name for name in {*kept.data, *data} if kept.data.get(name) != data.get(name))
    kept.rewrite(data, list(files), at)
    _told(kept, "draft_changed", actor, at, fields=changed, files=len(kept.files))
    return kept


@use_case("finance.drop_draft")
def drop_draft(*, actor: Actor, draft_id: int, at: datetime) -> str:
    """Throw a draft away, or let it go once it was handed in; returns what it was called. Its files stay stored."""
    kept = queries.draft(actor, draft_id)
    title = str(kept)
    _told(kept, "draft_dropped", actor, at)
    kept.delete()
    return title


def _told(kept: ClaimDraft, verb: str, actor: Actor, at: datetime, **facts: object) -> None:
    stream, data = f"claim-draft:{kept.pk}", {"title": str(kept), **facts}
    journal.record(stream=stream, verb=f"finance.{verb}", actor=actor, at=at, data=data)
