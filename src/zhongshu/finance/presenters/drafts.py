"""Claims being filled in: put back into their sheet, and as rows of the list."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from zhongshu.finance.models import Claim, ClaimDraft, ClaimKind
from zhongshu.finance.presenters.sheet import Sheet
from zhongshu.kernel.actors import Actor
from zhongshu.platform.files.keeping import seal_kept
from zhongshu.platform.files.models import File
from zhongshu.ui.wording import short_moment

NOT_KEPT = {"csrfmiddlewaretoken", "once", "kept", "add", "off", "draft"}


def filled(data: QueryDict) -> dict[str, list[str]]:
    """What of a sheet that was sent is kept: its fields, not what belongs to the sending."""
    return {name: [str(one) for one in values] for name, values in data.lists() if name not in NOT_KEPT}


def resumed(actor: Actor, kept: ClaimDraft, at: datetime, claim: Claim | None = None) -> Sheet:
    """The sheet as it stood when it was kept, with its files; invoices among them that stand in no row are read."""
    data = QueryDict(mutable=True)
    for name, values in kept.data.items():
        data.setlist(name, values)
    data["add"] = "keep"
    sheet = Sheet(actor, at, kept.kind, data, None, claim, kept=kept)
    found = File.objects.in_bulk(kept.files)
    stored = [found[one] for one in kept.files if one in found]
    sheet.whole.hold(stored, seal_kept([one.pk for one in stored], actor.person_id))
    sheet.read_invoices(stored)
    return sheet


@dataclass(frozen=True, slots=True)
class Row:
    """A draft in the list; ``amount`` is what its items come to so far."""

    pk: int
    url: str
    title: str
    kind: str
    amount: Decimal
    changed: str


def rows(found: Iterable[ClaimDraft], today: date) -> list[Row]:
    """Drafts, in the order given."""
    return [
        Row(
            pk=one.pk,
            url=_address(one),
            title=str(one) or _("（还没有写事由）"),
            kind=one.get_kind_display(),
            amount=sum(
                (_sum(one.data[name]) for name in one.data if name.endswith("-amount") and name[0] == "i"),
                Decimal(0),
            ),
            changed=short_moment(one.changed_at, today),
        )
        for one in found
    ]


def _address(one: ClaimDraft) -> str:
    if one.amends_id:
        return reverse("finance:amend", args=[one.amends_id])
    name = "finance:new-claim" if one.kind == ClaimKind.CLAIM else "finance:new-advance"
    return f"{reverse(name)}?draft={one.pk}"


def _sum(values: list[str]) -> Decimal:
    try:
        return Decimal(values[0])
    except (InvalidOperation, IndexError):
        return Decimal(0)
