"""What the evidence of a matter leaves open, found by comparing it with that of the organ's other matters."""

from collections.abc import Collection
from dataclasses import dataclass

from django.conf import settings
from django.db.models import QuerySet

from zhongshu.kernel import likeness
from zhongshu.kernel.actors import Actor
from zhongshu.kernel.clock import local_day
from zhongshu.matters.models import AttachmentRole, Matter
from zhongshu.supervision import queries, rules
from zhongshu.supervision.models import Band, Directive, Fingerprint

SHOWN = 3  # other matters named for one proof
LOOKED_AT = 400  # candidates weighed for one proof


@dataclass(frozen=True, slots=True)
class Asked:
    """A question to the verifier; ``matter`` the other one, where he may know of it."""

    code: str
    sentence: str
    matter: Matter | None = None


def questions(actor: Actor, directive: Directive, *, but: Collection[int] = ()) -> list[Asked]:
    """What the evidence handed in last leaves open, each in a sentence (rule D-25 conv.); ``but`` files left aside."""
    opened_at = directive.matter.opened_at
    assert opened_at is not None  # what is handed in was handed out before
    kin = queries.kin(directive.matter)
    proofs = [_proof(one, kin) for one in _handed_in(directive).exclude(attachment_id__in=but)]
    found = list(rules.D_25_evidence_questions(proofs, opened=local_day(opened_at)))
    others = {one.matter_id for one in found if one.matter_id}
    seen = Matter.objects.visible_to(actor).in_bulk(others) if others else {}
    return [Asked(one.code, one.sentence, seen.get(one.matter_id or 0)) for one in found]


def _handed_in(directive: Directive) -> QuerySet[Fingerprint]:
    """Files in proof of completion, and the words of the feedback; no progress, nothing replaced or refused."""
    found = Fingerprint.objects.filter(matter_id=directive.pk).exclude(
        attachment__role__in=(AttachmentRole.PROGRESS, AttachmentRole.SUPERSEDED, AttachmentRole.REFUSED)
    )
    return found.order_by("attachment_id", "id")


def _proof(print_: Fingerprint, kin: Collection[int]) -> rules.Proof:
    """What is like it in matters but its ``kin``: what proves a part proves so much of the whole."""
    same = [one for one in _same(print_) if one not in kin]
    alike = [one for one in _alike(print_) if one not in same and one not in kin]
    return rules.Proof(
        name=print_.name, own_day=print_.own_day, same=tuple(same[:SHOWN]), alike=tuple(alike[:SHOWN])
    )


def _same(print_: Fingerprint) -> list[int]:
    if not print_.sha256:
        return []
    found = Fingerprint.objects.filter(organ_id=print_.organ_id, sha256=print_.sha256)
    others = found.exclude(matter_id=print_.matter_id).order_by("matter_id")
    return list(others.values_list("matter_id", flat=True).distinct()[:LOOKED_AT])


def _alike(print_: Fingerprint) -> list[int]:
    """Other matters with a similar proof, the most similar first."""
    keys = list(Band.objects.filter(fingerprint=print_).values_list("key", flat=True))
    if not keys:
        return []
    near = Band.objects.filter(organ_id=print_.organ_id, key__in=keys).exclude(
        fingerprint__matter_id=print_.matter_id
    )
    ids = near.values_list("fingerprint_id", flat=True).distinct()[:LOOKED_AT]
    weighed = [(_likeness(print_, other), other.matter_id) for other in _comparable(print_, list(ids))]
    close = sorted((-likeness_, matter_id) for likeness_, matter_id in weighed if likeness_ > 0)
    return list(dict.fromkeys(matter_id for _likeness, matter_id in close))


def _comparable(print_: Fingerprint, ids: list[int]) -> QuerySet[Fingerprint]:
    """Files with files, words with words."""
    return Fingerprint.objects.filter(pk__in=ids, attachment__isnull=print_.attachment_id is None)


def _likeness(one: Fingerprint, other: Fingerprint) -> float:
    """How alike, 0 … 1; 0 below what the settings ask for."""
    words = likeness.alike(bytes(one.text), bytes(other.text))
    if words * 100 >= int(settings.RULES["D-25.alike_percent"]):
        return words
    apart = likeness.bits_apart(bytes(one.look), bytes(other.look))
    return 1 - apart / 256 if apart <= int(settings.RULES["D-25.picture_bits"]) else 0.0
