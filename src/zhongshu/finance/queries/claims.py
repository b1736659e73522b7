from collections.abc import Collection, Iterable
from decimal import Decimal

from django.db.models import F, QuerySet, Sum
from django.utils.translation import gettext as _

from zhongshu.finance import rules
from zhongshu.finance.models import Claim, ClaimKind, ClaimLine, Invoice, Picture, PictureKey
from zhongshu.finance.queries.living import stopped
from zhongshu.kernel import likeness
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters import queries as matters
from zhongshu.matters.models import Attachment, AttachmentRole, Group, Matter
from zhongshu.platform.files.models import File

KINDS = tuple(ClaimKind.values)
LOOKED_AT = 400  # candidates weighed for one claim


def claim(actor: Actor, matter_id: int) -> Claim:
    """The claim of a matter that ``actor`` may know of; else it does not exist (404)."""
    return _found(matters.get(actor, matter_id))


def claim_for_update(matter_id: int) -> Claim | None:
    """The claim of a matter, locked; None when the matter is no claim. Part of a use case."""
    return Claim.objects.select_for_update().filter(pk=matter_id).first()


def _found(matter: Matter) -> Claim:
    rows = Claim.objects.select_related(
        "budget_line", "claimant", "decision", "advance__matter", "basis__approval", "paid_by", "booked_by"
    )
    found = rows.filter(pk=matter.pk).first()
    if found is None:
        raise NotFound("no_such_claim", _("没有这张单据，或者它不在您的知悉范围内。"))
    found.matter = matter
    return found


def claims(actor: Actor) -> QuerySet[Matter]:
    """Claims and advances that ``actor`` may know of, newest first."""
    rows = Matter.objects.listed_for(actor).filter(kind__in=KINDS)
    return rows.select_related("claim__claimant", "unit", "drafter").order_by("-id")


def advances_open(person_id: int) -> QuerySet[Claim]:
    """Advances of a person that have been paid and not been settled in full, the oldest first."""
    rows = Claim.objects.filter(kind=ClaimKind.ADVANCE, claimant_id=person_id, paid_at__isnull=False)
    return rows.filter(settled__lt=F("amount")).select_related("matter").order_by("paid_at")


def claimed_on(basis_id: int, item: str = "", *, but: int = 0) -> Decimal:
    """What living claims other than ``but`` took of a paper approved beforehand, all of it or of one ``item``, in yuan."""
    living = Claim.objects.filter(basis_id=basis_id).exclude(stopped()).exclude(pk=but)
    rows = ClaimLine.objects.filter(claim__in=living)
    rows = rows.filter(item=item) if item else rows
    return rows.aggregate(all=Sum("amount"))["all"] or Decimal(0)


def invoice_taken(pairs: Iterable[tuple[str, str]], *, but: int = 0) -> dict[tuple[str, str], Invoice]:
    """Which of these invoices (code, number) live claims other than ``but`` already rest on."""
    wanted = set(pairs)
    rows = Invoice.objects.filter(live=True, number__in=[number for _code, number in wanted])
    rows = rows.exclude(claim_id=but).select_related("claim__matter")
    return {(one.code, one.number): one for one in rows if (one.code, one.number) in wanted}


def invoices_shown_by(blob_ids: Collection[int], *, but: int = 0) -> dict[int, Invoice]:
    """Invoices of living claims other than ``but`` whose file has one of these contents, by that."""
    rows = Invoice.objects.filter(live=True, file__blob_id__in=blob_ids).exclude(claim_id=but)
    found = rows.select_related("claim__matter", "file") if blob_ids else Invoice.objects.none()
    return {one.file.blob_id: one for one in found if one.file is not None}


def same_files(claim: Claim) -> list[tuple[File, Claim]]:
    """Files of ``claim`` that lie with other living claims, too, under whatever name: (the file here, the claim there).

    Not what goes with one contract paid in parts, or with one trip or meeting claimed in parts.
    """
    own = Attachment.objects.filter(matter_id=claim.pk, role=AttachmentRole.EVIDENCE).select_related("file")
    here = {one.file.blob_id: one.file for one in own.order_by("pk")}
    if not here:
        return []
    rows = Attachment.objects.filter(file__blob_id__in=here, matter__kind__in=KINDS)
    rows = rows.filter(matter__organ_id=claim.matter.organ_id).exclude(matter_id=claim.pk)
    living = rows.exclude(matter__group=Group.VOID).exclude(matter__state="refused")
    living = living.select_related("file", "matter__claim__matter").order_by("pk")
    found = ((here[one.file.blob_id], one.matter.claim) for one in living)
    return [(file, other) for file, other in found if not _of_one_whole(claim, other)]


def alike_pictures(claim: Claim) -> list[tuple[File, Claim]]:
    """Photographs of ``claim`` that look like those of other living claims: (the file here, the claim there).

    A picture saved again, smaller or with other light, is found; the very same file is what ``same_files`` tells.
    """
    ours = list(claim.pictures.select_related("file"))
    if not ours:
        return []
    keys = PictureKey.objects.filter(picture__in=ours).values("key")
    near = PictureKey.objects.filter(organ_id=ours[0].organ_id, key__in=keys).exclude(picture__claim=claim)
    rows = Picture.objects.filter(pk__in=near.values("picture")).select_related("file", "claim__matter")
    living = rows.exclude(claim__in=Claim.objects.filter(stopped())).order_by("pk")[:LOOKED_AT]
    pairs = [(mine, one) for mine in ours for one in living if one.file.blob_id != mine.file.blob_id]
    alike = {(mine.file_id, one.claim_id): (mine.file, one.claim) for mine, one in pairs if _alike(mine, one)}
    return list(alike.values())


def _alike(one: Picture, other: Picture) -> bool:
    apart = likeness.bits_apart(bytes(one.look), bytes(other.look))
    return rules.F_07_alike(apart) and not _of_one_whole(one.claim, other.claim)


def _of_one_whole(one: Claim, other: Claim) -> bool:
    wholes = ((one.contract_id, other.contract_id), (one.basis_id, other.basis_id))
    return any(own is not None and own == others for own, others in wholes)
