from collections.abc import Iterable
from datetime import datetime

from zhongshu.kernel import likeness
from zhongshu.matters.models import Attachment
from zhongshu.platform.files import queries as files
from zhongshu.platform.files.models import Blob
from zhongshu.supervision.models import Band, Directive, Fingerprint


def take_fingerprints(directive: Directive, attachments: Iterable[Attachment], *, at: datetime) -> None:
    """Keep what tells each attached file from others, once for each file of the matter."""
    attachments = list(attachments)
    if not attachments:
        return
    known = set(directive.matter.fingerprints.values_list("attachment_id", flat=True))
    for attached in attachments:
        if attached.pk not in known:
            traits = _traits(attached.file.blob)
            _keep(directive, traits, at=at, attachment=attached, name=attached.file.name,
                  sha256=attached.file.blob.sha256)  # fmt: skip


def take_words(directive: Directive, *, at: datetime) -> None:
    """Keep the fingerprint of the feedback; that of an earlier feedback of the matter goes."""
    directive.matter.fingerprints.filter(attachment=None).delete()
    words = likeness.sketch(directive.feedback)
    if words:
        _keep(directive, files.Traits(words), at=at)


def _traits(blob: Blob) -> files.Traits:
    """As read from the file, or as kept when the same bytes were handed in before."""
    before = Fingerprint.objects.filter(attachment__file__blob=blob).first()
    if before is None:
        return files.traits_of(blob)
    return files.Traits(bytes(before.text), bytes(before.look), before.own_day)


def _keep(directive: Directive, traits: files.Traits, *, at: datetime, **named: object) -> None:
    organ_id = directive.matter.organ_id
    kept = Fingerprint.objects.create(
        organ_id=organ_id,
        matter_id=directive.pk,
        text=traits.text,
        look=traits.look,
        own_day=traits.own_day,
        at=at,
        **named,
    )
    keys = likeness.text_keys(traits.text) + likeness.picture_keys(traits.look)
    Band.objects.bulk_create(Band(fingerprint=kept, organ_id=organ_id, key=key) for key in set(keys))
