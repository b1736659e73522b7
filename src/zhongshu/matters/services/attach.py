from collections.abc import Collection, Iterable
from datetime import datetime

from django.utils.translation import gettext as _

from zhongshu.kernel.actors import Actor
from zhongshu.kernel.refusals import NotFound
from zhongshu.matters.models import Attachment, AttachmentRole, Matter
from zhongshu.matters.queries import attachments
from zhongshu.platform.files import services as files
from zhongshu.platform.files.models import File


def attach(matter: Matter, files: Iterable[File], *, role: AttachmentRole, at: datetime) -> list[Attachment]:
    """Make ``files`` part of a matter, in the role given; evidence that was replaced may be handed in again."""
    files = list(files)
    if role == AttachmentRole.EVIDENCE:
        matter.attachments.filter(file__in=files, role=AttachmentRole.SUPERSEDED).update(role=role)
    return [
        Attachment.objects.get_or_create(matter=matter, file=file, role=role, defaults={"at": at})[0]
        for file in files
    ]


def supersede(
    matter: Matter, attachment_ids: Collection[int], *, into: AttachmentRole = AttachmentRole.SUPERSEDED
) -> list[Attachment]:
    """Evidence of a matter that is replaced, or not taken (``into``), proves nothing any more; it stays among its papers.

    NotFound where it is none.
    """
    found = list(matter.attachments.filter(pk__in=attachment_ids, role=AttachmentRole.EVIDENCE))
    if len(found) != len(set(attachment_ids)):
        raise NotFound("no_such_file", _("勾选的不是这件事的佐证。"), hint=_("请刷新页面后重新勾选。"))
    for one in found:
        one.role = into
        one.save(update_fields=["role"])
    return found


def take_attached(matter: Matter, attachment_id: int, *, actor: Actor, at: datetime) -> File:
    """One file of a matter, for somebody who may know of it; the taking is journalled. Part of a use case."""
    attached = next((one for one in attachments(matter) if one.pk == attachment_id), None)
    if attached is None:
        raise NotFound("no_such_file", _("这里没有这份文件。"), hint=_("请回到原来的页面，从附件里打开。"))
    files.note_download(actor=actor, file=attached.file, stream=matter.stream, at=at)
    return attached.file
